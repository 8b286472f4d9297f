"""Files that projects are read off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.services.files import read_whole

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.proposals import Progress, Reading


def read_file(path: Path, progress: Progress | None = None) -> Reading:
    """The projects of a file, of the format that its content tells; a `KnownError` says why not."""
    # Readers of formats are not loaded to open a register.
    from hankeapp.exchange.reading import read

    return read(path.name, read_whole(path), progress)


def endings() -> dict[str, tuple[str, ...]]:
    """The endings of the files that can be imported, by formats' names; that of a text may be none."""
    from hankeapp.exchange.reading import FORMATS

    return {each.name: each.endings for each in FORMATS}


def holds_register(path: Path) -> bool:
    """Whether a file is the JSON of a whole register; `FileError` where it cannot be read."""
    from hankeapp.exchange.register_reading import is_register

    return is_register(read_whole(path))
