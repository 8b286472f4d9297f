"""The index of an open register: attached for reading, brought after the log, thrown away and made anew.

Nothing that befalls the file is an error to a person: without an index the texts are looked through.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy.exc import DBAPIError

from hankeapp.db.connection import file_uri
from hankeapp.db.reading import batches
from hankeapp.db.search.following import changed_since
from hankeapp.db.search.layout import FORMAT, GAP, indexes, tables
from hankeapp.db.search.places import NoRoom, place_for, place_of
from hankeapp.db.search.reading import Moment, documents, in_title_order, moment, register_id, shared_names
from hankeapp.db.search.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Engine

    from hankeapp.db.search.forms import Forms
    from hankeapp.db.search.writing import Document

FAULTS = (sqlite3.Error, DBAPIError, ValueError)
"""What the file of an index may bring about when it is read or written."""

_BUSY_S = 0.5
_NEW = ".new"
_ABANDONED = 24 * 3600
"""Seconds after which a half-made index is surely nobody's any more."""


_File = tuple[int, int]
"""What tells a file from another one that came in its place: its device and its number there."""


class _Meta(NamedTuple):
    format: str
    morphology: str
    register: str
    seq: str
    act: str


class Index:
    """The index in a folder of the register behind an engine; `morphology` is the version that takes its words apart.

    It belongs to the thread of the engine.
    """

    def __init__(self, engine: Engine, register: Path, folder: Path, forms: Forms, morphology: str) -> None:
        self._engine = engine
        self._register = register
        self._forms = forms
        self._morphology = morphology
        with engine.connect() as connection:
            self._id = register_id(connection)
        self._path = folder / f"{self._id}.search"
        self.seen: Moment | None = None
        """The last act that the attached index tells of."""
        self.is_attached = False
        self._tried: _File | None = None
        """The file that was attached last, whether it served or not."""

    def attach(self) -> bool:
        """Open the index for reading, if there is one of this register and this version; what is no good is deleted."""
        self.detach()
        self._tried = _file_at(self._path)
        if self._tried is None:
            return False
        try:
            self._open()
        except FAULTS as fault:
            self.give_up(fault)
        return self.is_attached

    def detach(self) -> None:
        """Let go of the file."""
        self.seen = None
        if self.is_attached:
            self.is_attached = False
            with closing(self._engine.raw_connection()) as raw:
                raw.cursor().execute("DETACH search")

    def throw_away(self) -> None:
        """Delete the index: it is made anew, and what was erased of the register stands in it no longer."""
        self.detach()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def follow(self, most: int) -> bool:
        """Bring the index after the log, if no more than so many projects changed; whether it tells of them all.

        A new index that another program, or another thread, has put in the place of the attached one is attached first.
        """
        if _file_at(self._path) != self._tried:
            self.attach()
        try:
            return self.is_attached and self._follow(most)
        except FAULTS as fault:
            self.give_up(fault)
            return False

    def build(self, go_on: Callable[[], None]) -> Path | None:
        """Make a new index in a file beside the place of the old one, for `put`; None where none can be written.

        `go_on` is called between batches, and may raise. Others may write to the register between them too.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._sweep()
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=self._path.stem, suffix=_NEW)
            os.close(handle)
        except OSError:
            return None
        made = Path(name)
        try:
            with closing(_connect(made)) as connection:
                self._fill(connection, go_on)
        except BaseException as error:
            made.unlink(missing_ok=True)
            if isinstance(error, sqlite3.OperationalError):  # the disk is full, or the folder gone
                return None
            raise
        return made

    def _sweep(self) -> None:
        """Delete what programs that were killed left half made."""
        for each in self._path.parent.glob(f"*{_NEW}"):
            if time.time() - each.stat().st_mtime > _ABANDONED:
                each.unlink(missing_ok=True)

    def put(self, made: Path) -> bool:
        """Take a new index into use in place of the old one; whether it could be."""
        self.detach()
        try:
            made.replace(self._path)
        except OSError:  # Windows replaces no file that another program has open
            with suppress(OSError):
                made.unlink(missing_ok=True)
        return self.attach()

    def _open(self) -> None:
        with closing(self._engine.raw_connection()) as raw:
            raw.cursor().execute("ATTACH ? AS search", (f"{file_uri(self._path.absolute())}?mode=ro",))
            self.is_attached = True
        meta = self._meta()
        if meta[:3] != (FORMAT, self._morphology, self._id):
            raise sqlite3.DatabaseError("another version's index")
        self.seen = _moment_of(meta)

    def _meta(self) -> _Meta:
        with closing(self._engine.raw_connection()) as raw:
            at = raw.cursor()
            at.execute("SELECT key, value FROM search.meta")
            rows = dict(at.fetchall())
        return _Meta(*(rows.get(name, "") for name in _Meta._fields))

    def _follow(self, most: int) -> bool:
        with self._engine.connect() as connection:
            now = moment(connection)
        if now == self.seen:
            return True
        seen = _moment_of(self._meta())  # another program may have followed
        with self._engine.connect() as connection:
            changed = changed_since(connection, seen)
            if changed is not None and len(changed) <= most:
                read = documents(connection, sorted(changed), shared_names(connection))
        if changed is None:
            self.throw_away()
            return False
        if len(changed) > most:
            return False
        try:
            self._write(sorted(changed), read, now)
        except NoRoom:
            self.throw_away()
            return False
        self.seen = now
        return True

    def _write(self, changed: Sequence[str], read: Sequence[Document], now: Moment) -> None:
        with closing(_connect(self._path, mode="rw")) as connection:
            connection.execute("ATTACH ? AS register", (f"{file_uri(self._register.absolute())}?mode=ro",))
            connection.execute("BEGIN IMMEDIATE")
            writer = Writer(connection, self._forms)
            writer.learn(read)
            before = {each: place_of(connection, each) for each in changed}
            for each in changed:
                writer.remove(each)
            for document in read:
                writer.add(place_for(connection, document.project, before[document.project]), document)
            writer.finish()
            _write_meta(connection, _Meta(FORMAT, self._morphology, self._id, str(now.seq), now.act))
            connection.execute("COMMIT")

    def _fill(self, connection: sqlite3.Connection, go_on: Callable[[], None]) -> None:
        # Nobody else sees this file yet: what a power cut leaves of it is never taken into use.
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        for statement in tables():
            connection.execute(statement)
        with self._engine.connect() as reading:
            now, ids = moment(reading), in_title_order(reading)
            shared = shared_names(reading)
        writer = Writer(connection, self._forms)
        done = 0
        for batch in batches(ids):
            with self._engine.connect() as reading:
                read = documents(reading, batch, shared)
            writer.learn(read)
            for place, document in enumerate(read, done + 1):
                writer.add(place * GAP, document)
            done += len(batch)
            go_on()
        writer.finish()
        for table in ("hit", "piece"):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
        for statement in indexes():
            connection.execute(statement)
        _write_meta(connection, _Meta(FORMAT, self._morphology, self._id, str(now.seq), now.act))
        connection.execute("COMMIT")

    def give_up(self, fault: Exception) -> None:
        """Let go of a file that another program has locked; delete one that cannot be read. A fault of ours rises."""
        error = getattr(fault, "orig", fault)
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code == sqlite3.SQLITE_ERROR and str(error).startswith("fts5:"):
            raise fault
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            self.detach()
        else:
            self.throw_away()


def _file_at(path: Path) -> _File | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _connect(path: Path, mode: str = "rwc") -> sqlite3.Connection:
    uri = f"{file_uri(path.absolute())}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_S)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute("PRAGMA secure_delete=ON")
    return connection


def _write_meta(connection: sqlite3.Connection, meta: _Meta) -> None:
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(meta._asdict().items()))


def _moment_of(meta: _Meta) -> Moment:
    return Moment(int(meta.seq), meta.act)
