"""The city's web page, from a file into a register and from a register into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.query import Query, Sort
from hankeapp.services.files import read_whole, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.proposals import PageReading
    from hankeapp.exchange.page_writing import PageWriting
    from hankeapp.services.register import Register


def read(path: Path) -> PageReading:
    """The projects of a page; `FileError`, `PageError`."""
    # Reading prose takes many words and patterns: they are not loaded to open a register.
    from hankeapp.exchange.page_reading import read_page

    return read_page(read_whole(path))


BY_NUMBER = Query(sorts=(Sort("number"),))


def write(register: Register, path: Path, query: Query = BY_NUMBER) -> PageWriting:
    """Write the page again with a query's projects as they are now; `FileError`. The answer says what is not on it."""
    from hankeapp.exchange.page_writing import write_page

    projects = register.projects(register.ids(query))
    writing = write_page(register.page_layout(), projects)
    write_whole(path, writing.data)
    return writing
