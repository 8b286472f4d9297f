"""One connection to a register's file: its pragmas, its transactions, and SQLite's faults told as known errors."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from hankeapp.domain.errors import DamagedRegister, LockedRegister, ReadOnlyRegister, RegisterError
from hankeapp.language.collation import sort_key
from hankeapp.language.folding import fold
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.pool import ConnectionPoolEntry

BUSY_MS = 5000
"""How long a program waits for another one that is writing."""

_LONGEST_VALUE = 64 * 1024 * 1024
_WARY = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0")
_DURABLE = {"foreign_keys": ("ON", 1), "journal_mode": ("TRUNCATE", "truncate"), "synchronous": ("EXTRA", 3),
            "secure_delete": ("ON", 1)}  # fmt: skip


def connect(path: Path, *, writable: bool, busy_ms: int = BUSY_MS) -> Engine:
    """An engine over one connection that never makes a file; nothing is read yet."""
    uri = f"{path.resolve().as_uri()}?mode={'rw' if writable else 'ro'}"

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=busy_ms / 1000)

    engine = create_engine("sqlite://", creator=open_file, poolclass=StaticPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def make_durable(engine: Engine) -> None:
    """Set what only a checked register is given: foreign keys and a journal that survives a power cut.

    Outside a transaction: inside one, SQLite ignores most of these pragmas without a word.
    """
    cursor = engine.raw_connection().cursor()
    for name, (value, expected) in _DURABLE.items():
        cursor.execute(f"PRAGMA {name}={value}")
        (is_now,) = cursor.execute(f"PRAGMA {name}").fetchone()
        if is_now != expected:
            raise RuntimeError(f"PRAGMA {name} is {is_now}, not {expected}")


def writing(engine: Engine, lock: Literal["IMMEDIATE", "EXCLUSIVE"] = "IMMEDIATE") -> Engine:
    """The same connection, whose transactions take the lock at once."""
    return engine.execution_options(lock=lock)


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Tell SQLite's conditions of the environment as known errors; a fault of ours passes through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        known = _known(error, path)
        if known is None:
            raise
        raise known from error


def _prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    for pragma in _WARY:
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.create_collation("finnish", _compare)


def _begin(connection: Connection) -> None:
    # sqlite3 itself would begin late and leave DDL outside; see isolation_level=None above.
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('lock', '')}")


def _compare(left: str, right: str) -> int:
    one, other = sort_key(left), sort_key(right)
    return (one > other) - (one < other)


def _known(error: DBAPIError | sqlite3.Error, path: Path) -> RegisterError | None:
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedRegister(
                tr("“{name}” is being written by another program.", name=name),
                tr("Nothing was changed."),
                tr("Try again when the other program is ready."),
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return read_only(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path)
        case sqlite3.SQLITE_FULL:
            return RegisterError(
                tr("“{name}” could not be saved, because the disk is full.", name=name),
                tr("What was saved before is safe."),
                tr("Make room on the disk and try again."),
            )
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return RegisterError(
                tr("“{name}” could not be read or written.", name=name),
                tr("What was saved before is safe."),
                tr("Check that the disk or the network drive is there and try again."),
            )
    return None


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
