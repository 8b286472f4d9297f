"""Opening and making a register's file. A wrong path never makes a file, a wrong file is never touched."""

from __future__ import annotations

import os
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert

from hankeapp.db.checking import check_header, check_pages, check_schema
from hankeapp.db.connection import (
    BUSY_MS,
    alone,
    connect,
    enforce_references,
    make_durable,
    play_back,
    refuse_writing,
)
from hankeapp.db.keys import new_key
from hankeapp.db.migrating import bring_to_head, lay_out
from hankeapp.db.refusals import damaged, known_errors, read_only
from hankeapp.db.store import Store
from hankeapp.db.sums import keep_all_anew, summed_rows, unsound
from hankeapp.db.tables import REGISTER, SCHEMA_VERSION, SITE
from hankeapp.domain.causes import cause
from hankeapp.domain.errors import RegisterError, RegisterExists
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Engine

CHECKED_AT_ONCE = 5000
"""Rows whose sums are checked when a register is opened: about an eighth of a second."""


def open_store(
    path: Path,
    *,
    busy_ms: int = BUSY_MS,
    reading: bool = False,
    before_migration: Callable[[Store], object] | None = None,
) -> Store:
    """Open a register after checking that it is one; read-only where it cannot be written, or only `reading` is wanted.

    A small register is checked whole, row by row; `Store.sums_checked` tells whether it was, or `Store.unsound` must.
    Raises `MissingRegister`, `NotARegister`, `NewerRegister`, `DamagedRegister`, `LockedRegister`.
    """
    check_header(path)
    writable = _is_writable(path)
    with known_errors(path):
        engine = connect(path, writable=writable, busy_ms=busy_ms)
        try:
            play_back(engine)
            version = check_header(path)  # again: the first may have been half written
            store = Store(path, engine, writable=writable and not reading)
            store.sums_checked = _check(engine, path, version)
            _make_ready(store, engine, version, before_migration)
        except BaseException:
            engine.dispose()
            raise
    return store


def open_beside(path: Path) -> Store:
    """A register that this program has open, over a connection of its own: to read, for one thread after another.

    SQLite alone opens the file: closing it in any other way would let go of the locks that this program holds on it
    (https://www.sqlite.org/howtocorrupt.html, §2.2). Raises `RegisterError`.
    """
    with known_errors(path):
        engine = connect(path, writable=True, passes_on=True)
        try:
            refuse_writing(engine)
        except BaseException:
            engine.dispose()
            raise
    return Store(path, engine, writable=False)


def create_store(path: Path, created: datetime) -> Store:
    """Make an empty register, readable by its owner alone. `RegisterExists` where a file stands already."""
    claim(path)
    with known_errors(path):
        engine = connect(path, writable=True)
        try:
            _fill(engine, created)
        except BaseException:
            engine.dispose()
            for left in (path, Path(f"{path}-journal")):
                left.unlink(missing_ok=True)
            raise
    return Store(path, engine, writable=True)


def _check(engine: Engine, path: Path, version: int) -> bool:
    """Whether all was checked: of a large register, most pages and the sums are left for another thread."""
    with engine.connect() as connection:
        check_schema(connection, path, version)
        is_small = summed_rows(connection) <= CHECKED_AT_ONCE
        check_pages(connection, path, version, whole=is_small)
    if not is_small:
        return False
    if unsound(engine):
        raise damaged(path)
    return True


def _make_ready(store: Store, engine: Engine, version: int, before_migration: Callable[[Store], object] | None) -> None:
    if version < SCHEMA_VERSION and not store.writable:
        raise read_only(store.path)
    if not store.writable:
        refuse_writing(engine)
        return
    if version < SCHEMA_VERSION and before_migration is not None:
        before_migration(store)
    make_durable(engine)
    if version < SCHEMA_VERSION:
        with alone(engine).begin() as connection:
            bring_to_head(connection)
    enforce_references(engine)


def _fill(engine: Engine, created: datetime) -> None:
    make_durable(engine)
    with alone(engine).begin() as connection:
        lay_out(connection)
        site = new_key()
        connection.execute(insert(SITE).values(id=site))
        moment = created.astimezone(UTC).isoformat(timespec="microseconds")
        connection.execute(insert(REGISTER).values(id=new_key(), created=moment, site=site, page_layout=None))
        keep_all_anew(connection)
    enforce_references(engine)


def _is_writable(path: Path) -> bool:
    """Whether the file can be written and its folder can take the journal."""
    try:
        with path.open("r+b"):
            pass
    except OSError:
        return False
    return os.access(path.resolve().parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def claim(path: Path) -> None:
    """Make an empty file that is ours alone; `RegisterExists`, `ReadOnlyRegister`, `RegisterError`."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise RegisterExists(
            tr("There is a file at {path} already.", path=path),
            tr("It was not touched."),
            tr("Choose another name, or open the file."),
        ) from None
    except PermissionError as error:
        raise read_only(path) from error
    except OSError as error:
        raise RegisterError(
            tr("“{name}” could not be made: {reason}.", name=path.name, reason=cause(error)),
            tr("Nothing was changed."),
            tr("Choose another folder or name."),
        ) from error
