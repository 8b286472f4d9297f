"""A register that this program has open, written over a second connection: in another thread, and to be stopped."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from hankeapp.db.connection import connect, driver, enforce_references, keep_in_memory, kept, make_durable
from hankeapp.db.refusals import known_errors
from hankeapp.db.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_STEPS = 200_000
"""Of SQLite's machine between two looks at whether it is to stop: some milliseconds."""


@contextmanager
def writing_beside(path: Path, check: Callable[[], None]) -> Iterator[Store]:
    """The register over a connection of its own, for this thread; what `check` raises breaks off what is written.

    The pages of a transaction stay in memory until it ends, so that the window can read until then.
    """
    with known_errors(path):
        engine = connect(path, writable=True)
    stopped: list[BaseException] = []

    def is_stopped() -> bool:
        try:
            check()
        except BaseException as error:  # noqa: BLE001 - SQLite would swallow it
            stopped.append(error)
        return bool(stopped)

    try:
        with known_errors(path):
            make_durable(engine)
            enforce_references(engine)
            keep_in_memory(engine)
            driver(kept(engine)).set_progress_handler(is_stopped, _STEPS)
        yield Store(path, engine, writable=True)
    except (sqlite3.OperationalError, DBAPIError) as error:
        if stopped:
            raise stopped[0] from error
        raise
    finally:
        engine.dispose()
