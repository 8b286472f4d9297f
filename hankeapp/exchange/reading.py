"""What a file is, by its content before its name, and who reads it: the one place that knows the formats taken in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.domain.errors import FileError, KnownError
from hankeapp.exchange.spreadsheet_files import (
    CSV,
    ODS,
    XLSX,
    is_csv,
    is_ods,
    is_xlsx,
    read_csv_file,
    read_ods_file,
    read_xlsx_file,
)
from hankeapp.exchange.web_kinds import DOCX, is_docx, is_html
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.domain.proposals import Progress, Reading


@dataclass(frozen=True)
class Format:
    """A format: what it is called on the command line, its endings, how its content is told, and its reader.

    The reader gets the file's name (for messages), its bytes and whom to tell how far it is. It is loaded when it
    reads, not before.
    """

    name: str
    endings: tuple[str, ...]
    tells: Callable[[str, bytes], bool]
    """Whether a file of this name and content is of this format; asked in the order of `FORMATS`."""
    read: Callable[[str, bytes, Progress], Reading]


def read(name: str, data: bytes, progress: Progress | None = None, said: str | None = None) -> Reading:
    """The projects of a file, as its content or `said` (the name of a format) tells; a `KnownError` says why not."""
    if said == SEVERAL:
        from hankeapp.exchange.several_files import read_several

        return _named(name, read_several(data, progress or _silent, read))
    if not data.strip():
        raise FileError(
            tr("“{name}” is empty.", name=name), tr("Nothing was changed."), tr("Check that you chose the right file.")
        )
    if data.startswith(_DATABASE):
        raise FileError(
            tr("“{name}” is a project register, not a text or a table.", name=name),
            tr("Nothing was changed."),
            tr("Open it as a register (Ctrl+O). To import its projects, export them from there as JSON first."),
        )
    found = next(each for each in FORMATS if (each.name == said if said else each.tells(name, data)))
    mistaken = "" if said else _misnamed(name, found)
    try:
        reading = found.read(name, data, progress or _silent)
    except KnownError as error:
        if not mistaken:
            raise
        raise FileError(
            mistaken,
            *error.sentences[:1],
            tr("Nothing was changed."),
            tr(
                "Save it again as {ending} in the program it was made with, or choose another file.",
                ending=_ending(name),
            ),
        ) from error
    return _named(name, replace(reading, remarks=(mistaken, *reading.remarks)) if mistaken else reading)


def _misnamed(name: str, found: Format) -> str:
    """The sentence that a text or a web page has the ending of a workbook or a text document; empty for others."""
    if _ending(name) not in (*XLSX, *ODS, *DOCX) or found.name not in _CONTENTS:
        return ""
    told = tr(_CONTENTS[found.name])
    return tr(
        "The file's name ends with {ending}, but by its content it is {format}.", ending=_ending(name), format=told
    )


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"


def _named(name: str, reading: Reading) -> Reading:
    again = reading.again
    if again is None:
        return replace(reading, source=name)
    return replace(reading, source=name, again=lambda chosen, progress: _named(name, again(chosen, progress)))


def _silent(_done: int, _of: int) -> None:
    """Nobody wants to know."""


def _is_left(_name: str, _data: bytes) -> bool:
    return True


def _is_register(name: str, data: bytes) -> bool:
    from hankeapp.exchange.register_reading import is_register

    return name.lower().endswith(_JSON) or is_register(data)


def _json(name: str, data: bytes, progress: Progress) -> Reading:
    from hankeapp.exchange.register_projects import read_projects

    return read_projects(name, data, progress)


def _page(_name: str, data: bytes, _progress: Progress) -> Reading:
    # Reading prose takes many words and patterns: they are not loaded to open a register.
    from hankeapp.exchange.page_reading import read_page

    return read_page(data)


def _html(_name: str, data: bytes, _progress: Progress) -> Reading:
    from hankeapp.exchange.document_reading import read_html

    return read_html(data)


def _docx(_name: str, data: bytes, _progress: Progress) -> Reading:
    from hankeapp.exchange.document_reading import read_docx

    return read_docx(data)


SEVERAL = "several"
"""What `several_files.packed` makes: no file is of it, and it can only be said."""
_DATABASE = b"SQLite format 3\0"
"""How a register's own file begins."""
_JSON = (".json",)
_CONTENTS = {"page": mark("plain text"), "csv": mark("a table as plain text (CSV)"), "html": mark("a web page (HTML)")}
"""What files are that word processors and spreadsheets do not write, and that have an ending of theirs all the same."""
FORMATS = (
    Format("json", _JSON, _is_register, _json),
    Format("html", (".html", ".htm", ".xhtml", ".mht", ".mhtml"), is_html, _html),
    Format("docx", DOCX, is_docx, _docx),
    Format("xlsx", XLSX, is_xlsx, read_xlsx_file),
    Format("ods", ODS, is_ods, read_ods_file),
    Format("csv", CSV, is_csv, read_csv_file),
    Format("page", (".txt", ""), _is_left, _page),
)
"""In the order in which they are asked; a page's text is what is left."""
