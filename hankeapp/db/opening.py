"""Opening and making a register's file. A wrong path never makes a file, a wrong file is never touched."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sqlalchemy import insert

from hankeapp.db.checking import check_header, check_pages, check_schema
from hankeapp.db.connection import BUSY_MS, connect, known_errors, make_durable, read_only, writing
from hankeapp.db.keys import new_key
from hankeapp.db.migrating import bring_to_head
from hankeapp.db.store import Store
from hankeapp.db.tables import REGISTER, SCHEMA_VERSION
from hankeapp.domain.errors import RegisterError, RegisterExists
from hankeapp.translation import tr

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Engine


def open_store(path: Path, *, busy_ms: int = BUSY_MS) -> Store:
    """Open a register after checking that it is one; read-only where it cannot be written.

    Raises `MissingRegister`, `NotARegister`, `NewerRegister`, `DamagedRegister`, `LockedRegister`.
    """
    version = check_header(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    engine = connect(path, writable=writable, busy_ms=busy_ms)
    try:
        _check(engine, path, version, writable=writable)
    except BaseException:
        engine.dispose()
        raise
    return Store(path, engine, writable=writable)


def create_store(path: Path, created: datetime) -> Store:
    """Make an empty register, readable by its owner alone. `RegisterExists` where a file stands already."""
    _claim(path)
    engine = connect(path, writable=True)
    try:
        with known_errors(path):
            bring_to_head(engine)
            with writing(engine).begin() as connection:
                connection.execute(insert(REGISTER).values(id=new_key(), created=created, page_layout=None))
            make_durable(engine)
    except BaseException:
        engine.dispose()
        path.unlink()
        raise
    return Store(path, engine, writable=True)


def _check(engine: Engine, path: Path, version: int, *, writable: bool) -> None:
    with known_errors(path):
        if version < SCHEMA_VERSION:
            bring_to_head(engine)
        with engine.connect() as connection:
            check_schema(connection, path)
            check_pages(connection, path)
        if writable:
            make_durable(engine)


def _claim(path: Path) -> None:
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
            tr("“{name}” could not be made: {reason}.", name=path.name, reason=error.strerror or error),
            tr("Nothing was changed."),
            tr("Choose another folder or name."),
        ) from error
