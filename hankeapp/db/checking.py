"""Whether a file is a register that can be opened: its header before SQLite touches it, then its schema and pages."""

from __future__ import annotations

import stat
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from hankeapp.db.connection import codes_unwatched
from hankeapp.db.refusals import damaged
from hankeapp.db.tables import APPLICATION_ID, PROJECT, SCHEMA_VERSION, revision
from hankeapp.domain.causes import cause
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

    Raises `MissingRegister`, `NotARegister`, `NewerRegister`, `DamagedRegister`, or `RegisterError` where the file
    cannot be read.
    """
    header = _header(path)
    if not _is_ours(header):
        raise _foreign(path, empty=not header)
    version = int.from_bytes(header[60:64])
    if version > SCHEMA_VERSION:
        raise NewerRegister(
            tr("“{name}” was saved by a newer version of the program.", name=path.name),
            tr("The file was not touched."),
            tr("Update the program on this computer and open the file again."),
        )
    if version == 0:
        raise damaged(path)
    return version


def is_register(path: Path) -> bool:
    """Whether a file bears the mark of a register, of whatever version; `RegisterError` where it cannot be read."""
    return _is_ours(_header(path))


def check_schema(connection: Connection, path: Path, version: int) -> None:
    """`DamagedRegister` where the tables are not those of the version. First of all: a stranger's CHECK runs long."""
    if in_fixed_order(schema_text(connection)) != in_fixed_order(_schema_of(version)):
        raise damaged(path)


def check_pages(connection: Connection, path: Path, version: int, *, whole: bool) -> None:
    """`DamagedRegister` where SQLite finds pages broken: all of them, or those that lists of projects are read off.

    Of the latter it is not looked whether the indexes hold what the projects do, which takes seven times as long:
    `all_faults` begins with that, once the list is shown. Nor whether codes are among those that a column may hold,
    which takes four times as long, as SQLite puts the list of them together anew for each row.
    """
    if whole:
        found = faults(connection)
    else:
        with codes_unwatched(connection):
            found = faults(connection, PROJECT.name, pages="quick_check")
    if found or not _is_whole(connection, version):
        raise damaged(path)


def all_faults(connection: Connection) -> list[str]:
    """`faults` of the file; first of projects, as one that an index has lost is not listed."""
    return faults(connection, PROJECT.name) or faults(connection)


def faults(connection: Connection, table: str = "", *, pages: str = "integrity_check") -> list[str]:
    """What SQLite says of the pages and references of the file, or of one table; empty when all is well."""
    of = f"({table})" if table else ""
    try:
        broken = [row[0] for row in connection.exec_driver_sql(f"PRAGMA main.{pages}{of}") if row[0] != "ok"]
        return broken + [str(tuple(row)) for row in connection.exec_driver_sql(f"PRAGMA main.foreign_key_check{of}")]
    except DatabaseError as error:
        return [str(error.orig)]


def schema_text(connection: Connection) -> str:
    """The file's own statements that made its tables, in a fixed order."""
    rows = connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
    return "".join(f"{row[0]};\n" for row in rows)


def in_fixed_order(schema: str) -> list[str]:
    """The lines of a schema, to be compared: a table that Alembic has rebuilt has its constraints in any order."""
    lines: list[str] = []
    for constrains, group in groupby(schema.splitlines(), lambda line: line.startswith("\tCONSTRAINT ")):
        these = list(group)
        lines += sorted(line.rstrip(", ") for line in these) if constrains else these
    return lines


def _schema_of(version: int) -> str:
    if version == SCHEMA_VERSION:
        return SCHEMA.read_text("utf-8")
    from hankeapp.db.migrating import schema_of_revision

    return schema_of_revision(version)


def _is_whole(connection: Connection, version: int) -> bool:
    revisions = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    registers = connection.exec_driver_sql("SELECT count(*) FROM register").scalar_one()
    return list(revisions) == [revision(version)] and registers == 1


def _is_ours(header: bytes) -> bool:
    return header[:16] == _MAGIC and int.from_bytes(header[68:72]) == APPLICATION_ID


def _header(path: Path) -> bytes:
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise _folder(path)
        if not stat.S_ISREG(kind):
            raise _foreign(path, empty=False)
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
            tr("“{name}” could not be opened: {reason}.", name=path.name, reason=cause(error)),
            tr("The file was not touched."),
            tr("Check the path, and that you have the right to read the file."),
        ) from error


def _folder(path: Path) -> NotARegister:
    return NotARegister(
        tr("“{name}” is a folder, not a register.", name=path.name),
        tr("Nothing was changed."),
        tr("Choose a file whose name ends in .hanke."),
    )


def _foreign(path: Path, *, empty: bool) -> NotARegister:
    what = tr("“{name}” is an empty file.") if empty else tr("“{name}” is not a project register.")
    return NotARegister(
        what.format(name=path.name),
        tr("The file was not touched."),
        tr("Choose a file whose name ends in .hanke, or take a text in with Import."),
    )
