"""One connection to a register's file: its pragmas and its transactions."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote_from_bytes

from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from hankeapp.language.collation import sort_key
from hankeapp.language.folding import fold
from hankeapp.language.naming import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path, PurePath

    from sqlalchemy import Connection, Engine
    from sqlalchemy.pool import ConnectionPoolEntry

BUSY_MS = 5000
"""How long a program waits for another one that is writing."""

_LONGEST_VALUE = 64 * 1024 * 1024
_WARY = {"trusted_schema": ("OFF", 0), "cell_size_check": ("ON", 1), "mmap_size": ("0", 0)}
_DURABLE = {"journal_mode": ("TRUNCATE", "truncate"), "synchronous": ("EXTRA", 3), "secure_delete": ("ON", 1)}
_REFERENCES = {"foreign_keys": ("ON", 1)}
_NO_REFERENCES = {"foreign_keys": ("OFF", 0)}
_CODES = {"ignore_check_constraints": ("OFF", 0)}
_NO_CODES = {"ignore_check_constraints": ("ON", 1)}
_NO_WRITING = {"query_only": ("ON", 1)}
_IN_MEMORY = {"cache_spill": ("OFF", 0)}


def connect(path: Path, *, writable: bool, busy_ms: int = BUSY_MS, passes_on: bool = False) -> Engine:
    """An engine over one connection that never makes a file; nothing is read yet.

    It belongs to the thread that makes it, or if it `passes_on` to one thread after another. Raises
    `sqlite3.OperationalError` where the file cannot be opened.
    """
    uri = f"{file_uri(path.resolve())}?mode={'rw' if writable else 'ro'}"
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, timeout=busy_ms / 1000, check_same_thread=not passes_on
    )
    return _engine(connection)


def connect_in_memory(attached: str) -> Engine:
    """An engine over an empty database in memory, with another one attached; any thread may use it."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute(f"ATTACH ':memory:' AS {attached}")
    return _engine(connection)


def _engine(connection: sqlite3.Connection) -> Engine:
    # Always this one: an engine that opened the file anew, once closed, would do so without what is set below.
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def file_uri(path: PurePath) -> str:
    """A path as SQLite reads it: of a Windows share the name stands in the path, never as the URI's authority."""
    name = path.as_posix()
    return "file://" + quote_from_bytes(os.fsencode(name if name.startswith("/") else "/" + name))


def play_back(engine: Engine) -> None:
    """Undo what a program that was killed left half done: SQLite does so at the first reading."""
    with closing(engine.raw_connection()) as raw:
        raw.cursor().execute("SELECT count(*) FROM sqlite_schema").fetchone()


def make_durable(engine: Engine) -> None:
    """Give a checked register the journal that survives a power cut; outside of any transaction."""
    _set(engine, _DURABLE)


def enforce_references(engine: Engine) -> None:
    """Keep children with their parents. Not before a migration, where it would delete a rebuilt table's children."""
    _set(engine, _REFERENCES)


@contextmanager
def references_unwatched(engine: Engine) -> Iterator[None]:
    """Let much be deleted at once: SQLite would look for the children of each row; who deletes checks at the end."""
    _set(engine, _NO_REFERENCES)
    try:
        yield
    finally:
        _set(engine, _REFERENCES)


@contextmanager
def codes_unwatched(connection: Connection) -> Iterator[None]:
    """Let SQLite pass over what values a column may hold, while its pages are looked through."""
    _tell(driver(connection), _NO_CODES)
    try:
        yield
    finally:
        _tell(driver(connection), _CODES)


def refuse_writing(engine: Engine) -> None:
    """Let nothing be written through a connection, though the file could be."""
    _set(engine, _NO_WRITING)


def keep_in_memory(engine: Engine) -> None:
    """Let the pages of a transaction stay in memory until it ends, so that others can read until then.

    Outside of any transaction: within one, SQLite takes the pragma and answers with it, but goes on as before.
    """
    _set(engine, _IN_MEMORY)


def tidy_up(engine: Engine) -> None:
    """Take away the empty journal that stands beside an open file; it is left where that cannot be done."""
    with suppress(sqlite3.Error), closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA journal_mode=DELETE")


def end_waiting(status: int, _remaining: int, _total: int) -> None:
    """End a backup that found its source locked for longer than `connect` allows: sqlite3 would try for ever."""
    if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        locked = sqlite3.OperationalError("the source of the backup is locked")
        locked.sqlite_errorcode = status
        raise locked


def alone(engine: Engine) -> Engine:
    """The same connection, whose transactions let nobody else read or write."""
    return engine.execution_options(lock="EXCLUSIVE")


def kept(engine: Engine) -> Connection:
    """The same connection, to be kept for saving: each `transaction` over it is sqlite3's own, at half of the cost.

    SQLAlchemy takes all of them for one that never ends.
    """
    return engine.execution_options(lock=None).connect()


def transaction(connection: Connection) -> AbstractContextManager[object]:
    """A transaction of a `kept` connection, with the write lock, begun at once.

    It commits at its end, or rolls back, also where it is the COMMIT that fails.
    """
    sqlite = driver(connection)
    sqlite.execute("BEGIN IMMEDIATE")
    return sqlite


def driver(connection: Connection) -> sqlite3.Connection:
    """sqlite3's own connection."""
    sqlite = connection.connection.driver_connection
    assert isinstance(sqlite, sqlite3.Connection)
    return sqlite


@contextmanager
def straight(engine: Engine) -> Iterator[sqlite3.Connection]:
    """sqlite3's own connection, outside of any transaction: what is asked at each turn is answered in half the time."""
    with closing(engine.raw_connection()) as raw:
        sqlite = raw.driver_connection
        assert isinstance(sqlite, sqlite3.Connection)
        yield sqlite


def _set(engine: Engine, pragmas: Mapping[str, tuple[str, object]]) -> None:
    with straight(engine) as sqlite:
        _tell(sqlite, pragmas)


def _tell(sqlite: sqlite3.Connection, pragmas: Mapping[str, tuple[str, object]]) -> None:
    for name, (value, expected) in pragmas.items():
        sqlite.execute(f"PRAGMA {name}={value}")
        (is_now,) = sqlite.execute(f"PRAGMA {name}").fetchone()
        if is_now != expected:  # SQLite ignores a pragma that it cannot carry out
            raise RuntimeError(f"PRAGMA {name} is {is_now}, not {expected}")


def _prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    for name, (value, _) in _WARY.items():
        connection.execute(f"PRAGMA {name}={value}")
    connection.create_function("holds", 2, _holds, deterministic=True)
    connection.create_function("sort_key", 1, sort_key, deterministic=True)
    connection.create_function("names", 3, names, deterministic=True)
    connection.create_function("shares_code", 2, _shares_code, deterministic=True)


def _holds(text: str, folded: str) -> bool:
    """Whether a folded text stands in another, folded."""
    return folded in fold(text)


def _shares_code(codes: str, others: str | None) -> bool:
    """Whether a code stands in both, with blanks between the codes."""
    return others is not None and not set(codes.split()).isdisjoint(others.split())


def _begin(connection: Connection) -> None:
    # sqlite3 itself would begin late and leave DDL outside; see isolation_level=None above.
    lock = connection.get_execution_options().get("lock", "")
    if lock is not None:
        connection.connection.cursor().execute(f"BEGIN {lock}")
