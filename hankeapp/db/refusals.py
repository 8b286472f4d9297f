"""What SQLite refuses, told as errors that a person can act on; a fault of ours passes through."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from hankeapp.db.reading import BrokenValue
from hankeapp.domain.errors import (
    DamagedRegister,
    LockedRegister,
    MissingRegister,
    ReadOnlyRegister,
    RegisterError,
)
from hankeapp.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

_SIGNS_OF_DAMAGE = ("Could not decode to UTF-8", "user-defined function raised exception", "unsupported file format")
"""What has no code of its own: a text of broken bytes when it is read or given to our functions; an odd header."""


class known_errors:  # noqa: N801 – reads as a function, as `contextlib.suppress` does; a generator costs a save more
    """Tell SQLite's conditions of the environment as known errors."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        # The latter where SQLite's own message repeats broken bytes.
        if isinstance(error, BrokenValue | UnicodeDecodeError):
            raise damaged(self._path) from error
        if isinstance(error, DBAPIError | sqlite3.Error):
            known = _known(error.orig if isinstance(error, DBAPIError) else error, self._path)
            if known is not None:
                raise known from error


def read_only(path: Path) -> ReadOnlyRegister:
    """The error for a file or a folder that cannot be written."""
    return ReadOnlyRegister(
        tr("“{name}” cannot be written, because the file or its folder is read-only.", name=path.name),
        tr("Nothing was changed."),
        tr("Ask for the right to write, or save a copy somewhere else."),
    )


def damaged(path: Path) -> DamagedRegister:
    """The error for a register whose content does not hold together."""
    return DamagedRegister(
        tr("“{name}” is damaged.", name=path.name),
        tr("The file was not touched."),
        tr("Open a backup copy, or ask your IT support to restore the file."),
    )


def _known(error: BaseException | None, path: Path) -> RegisterError | None:
    if str(error).startswith(_SIGNS_OF_DAMAGE):
        return damaged(path)
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return _moved(path)
    match code & 0xFF:  # the rest says which kind of it
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return _locked(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return read_only(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path)
        case sqlite3.SQLITE_FULL:
            return _full(path)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return _out_of_reach(path)
    return None


def _locked(path: Path) -> LockedRegister:
    return LockedRegister(
        tr("“{name}” is being written by another program.", name=path.name),
        tr("Nothing was changed."),
        tr("Try again when the other program is ready."),
    )


def _moved(path: Path) -> MissingRegister:
    return MissingRegister(
        tr("“{name}” was moved, deleted or replaced while it was open.", name=path.name),
        tr("Nothing was changed."),
        tr("Open the register again from where it is now."),
    )


def _full(path: Path) -> RegisterError:
    return RegisterError(
        tr("“{name}” could not be saved, because the disk is full.", name=path.name),
        tr("What was saved before is safe."),
        tr("Make room on the disk and try again."),
    )


def _out_of_reach(path: Path) -> RegisterError:
    return RegisterError(
        tr("“{name}” could not be read or written.", name=path.name),
        tr("What was saved before is safe."),
        tr("Check that the disk or the network drive is there and try again."),
    )
