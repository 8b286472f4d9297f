"""Whether a file is a register that can be opened: its header before SQLite touches it, then its schema and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from hankeapp.db.connection import damaged
from hankeapp.db.tables import APPLICATION_ID, SCHEMA_VERSION
from hankeapp.domain.errors import MissingRegister, NewerRegister, NotARegister, RegisterError
from hankeapp.paths import SCHEMA
from hankeapp.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


def check_header(path: Path) -> int:
    """The schema version in the file's header (https://www.sqlite.org/fileformat.html, §1.3).

    Raises `MissingRegister`, `NotARegister`, `NewerRegister`, or `RegisterError` where the file cannot be read.
    """
    header = _header(path)
    if header[:16] != _MAGIC or int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise _foreign(path, empty=not header)
    version = int.from_bytes(header[60:64])
    if version > SCHEMA_VERSION:
        raise NewerRegister(
            tr("“{name}” was saved by a newer version of the program.", name=path.name),
            tr("The file was not touched."),
            tr("Update the program on this computer and open the file again."),
        )
    return version


def check_schema(connection: Connection, path: Path) -> None:
    """`DamagedRegister` where the tables are not ours. Before anything else runs: a stranger's CHECK may run long."""
    if schema_text(connection) != SCHEMA.read_text("utf-8"):
        raise damaged(path)


def check_pages(connection: Connection, path: Path) -> None:
    """`DamagedRegister` where SQLite finds its pages or references broken."""
    if faults(connection):
        raise damaged(path)


def faults(connection: Connection) -> list[str]:
    """What SQLite says of the file's pages and references; empty when all is well."""
    try:
        pages = [row[0] for row in connection.exec_driver_sql("PRAGMA quick_check") if row[0] != "ok"]
        return pages + [str(tuple(row)) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    except DatabaseError as error:
        return [str(error.orig)]


def schema_text(connection: Connection) -> str:
    """The file's own statements that made its tables, in a fixed order."""
    rows = connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
    return "".join(f"{row[0]};\n" for row in rows)


def _header(path: Path) -> bytes:
    if path.is_dir():
        raise NotARegister(
            tr("“{name}” is a folder, not a register.", name=path.name),
            tr("Choose a file whose name ends in .hanke."),
        )
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        raise MissingRegister(
            tr("There is no register at {path}.", path=path),
            tr("Nothing was made in its place."),
            tr("Check the path, or make a new register."),
        ) from None
    except OSError as error:
        raise RegisterError(
            tr("“{name}” could not be opened: {reason}.", name=path.name, reason=error.strerror or error),
            tr("The file was not touched."),
            tr("Check that you have the right to read it."),
        ) from error


def _foreign(path: Path, *, empty: bool) -> NotARegister:
    what = tr("“{name}” is an empty file.") if empty else tr("“{name}” is not a project register.")
    return NotARegister(
        what.format(name=path.name),
        tr("The file was not touched."),
        tr("Choose a file whose name ends in .hanke, or take a text in with Import."),
    )
