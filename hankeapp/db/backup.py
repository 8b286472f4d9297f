"""Verified copies of a register: made by SQLite's backup, checked, and only then put in place; and the way back."""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hankeapp.db.checking import check_header, faults
from hankeapp.db.connection import connect, driver, file_uri, kept
from hankeapp.db.contents import contents
from hankeapp.db.opening import CHECKED_AT_ONCE, claim
from hankeapp.db.refusals import damaged, known_errors
from hankeapp.db.sums import summed_rows, unsound, unsound_totals
from hankeapp.domain.causes import cause
from hankeapp.domain.errors import LockedRegister, RegisterError
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from hankeapp.db.contents import Contents
    from hankeapp.db.store import Store

_SHARING_FAULTS = {5, 32}
"""Windows' codes while another program, a virus scanner say, looks at a file."""


def back_up(store: Store, target: Path) -> None:
    """Copy a register to a path, whole and checked, or not at all. `RegisterError`."""
    with _in_place_of(target) as temporary:
        with known_errors(target), closing(sqlite3.connect(f"{file_uri(temporary)}?mode=rw", uri=True)) as copy:
            # Nobody else knows the file yet: it is written once and synced below.
            copy.execute("PRAGMA journal_mode=OFF")
            copy.execute("PRAGMA synchronous=OFF")
            store.back_up(copy)
        verify(temporary, store.path)


def verify(path: Path, told: Path | None = None) -> None:
    """`DamagedRegister` of the `told` path where a copy's pages or sums do not hold together."""
    told = told or path
    check_header(path)
    with known_errors(told):
        engine = connect(path, writable=False)
        try:
            with engine.connect() as connection:
                broken = faults(connection) or unsound_totals(connection)
                small = summed_rows(connection) <= 4 * CHECKED_AT_ONCE
            if broken or (small and unsound(engine)):
                raise damaged(told)
        finally:
            engine.dispose()


def contents_of(path: Path) -> Contents:
    """What a register's file holds, read without more checks than its header's. `RegisterError`."""
    check_header(path)
    with known_errors(path):
        engine = connect(path, writable=False)
        try:
            with engine.connect() as connection:
                return contents(connection)
        finally:
            engine.dispose()


def put_back(backup: Path, path: Path, stamp: str) -> Path | None:
    """Put a backup in the place of a register; what stood there is kept beside it, and its path is the answer.

    The register's own path never stands empty: the copy is made and checked first. `RegisterError`.
    """
    with _locked(path), _in_place_of(path) as temporary:
        shutil.copyfile(backup, temporary)
        verify(temporary, backup)
        return _set_aside(path, stamp) if path.exists() else None


@contextmanager
def _in_place_of(target: Path) -> Iterator[Path]:
    """A temporary file of ours that takes the target's place at the end, synced."""
    temporary = target.with_name(f".{os.urandom(8).hex()}.tmp")
    claim(temporary)
    try:
        yield temporary
        _sync(temporary)
        _replace(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise RegisterError(
            tr("“{name}” could not be written: {reason}.", name=target.name, reason=cause(error)),
            tr("What was saved before is safe."),
            tr("Choose another folder, or make room on the disk."),
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _set_aside(path: Path, stamp: str) -> Path:
    """Keep a register under another name too, and its journal under that alone."""
    names = (
        f"{path.name}.damaged-{stamp}{more}" for more in itertools.chain([""], (f"-{n}" for n in itertools.count(2)))
    )
    kept = next(each for each in map(path.with_name, names) if not os.path.lexists(each))
    with suppress(OSError):  # a disk without hard links
        kept.hardlink_to(path)
    if not kept.exists():
        shutil.copyfile(path, kept)
        _sync(kept)
    journal = Path(f"{path}-journal")
    if journal.exists():
        journal.replace(f"{kept}-journal")
    return kept


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock of a register while it is replaced; `LockedRegister` where another program has it.

    Who waits for the lock finds the file moved, and saves nothing into it. Windows replaces no open file: there the
    lock is let go before; and with it goes, on a disk without hard links, what `_set_aside` reads.
    """
    if not path.exists():
        yield
        return
    with known_errors(path):
        engine = connect(path, writable=True, busy_ms=1000)
    try:
        connection = _take_lock(engine, path)
        if os.name == "nt":
            engine.dispose()
        yield
        del connection
    finally:
        engine.dispose()


def _take_lock(engine: Engine, path: Path) -> Connection:
    """The connection that holds the lock; a file that SQLite cannot read has no user, and needs none."""
    connection = kept(engine)
    try:
        with known_errors(path):
            driver(connection).execute("BEGIN EXCLUSIVE")
    except LockedRegister:
        raise
    except (RegisterError, sqlite3.Error):
        pass
    return connection


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # NTFS keeps names in its own journal, and a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some shares cannot
            os.fsync(handle)
    finally:
        os.close(handle)


def _replace(temporary: Path, target: Path) -> None:
    for wait in (0.05, 0.2, 0.8, None):
        try:
            temporary.replace(target)
        except PermissionError as error:
            if wait is None or getattr(error, "winerror", None) not in _SHARING_FAULTS:
                raise
            time.sleep(wait)
        else:
            return
