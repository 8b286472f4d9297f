"""A register's file as the services see it: frozen projects in and out, a transaction at a time."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hankeapp.db import queries
from hankeapp.db.checking import faults
from hankeapp.db.connection import end_waiting, tidy_up, writing
from hankeapp.db.layouts import from_json
from hankeapp.db.reading import read_projects, read_statuses
from hankeapp.db.refusals import known_errors, read_only
from hankeapp.db.tables import PROJECT, REGISTER
from hankeapp.db.writing import Writing
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy import Engine, Executable, Row

    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.project import Project
    from hankeapp.domain.query import Query
    from hankeapp.domain.status import Status


class Store:
    """An open register. Every method is a transaction; SQLite's faults come as `RegisterError`.

    It belongs to the thread that opened it.
    """

    def __init__(self, path: Path, engine: Engine, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self._engine = engine
        self._writing = writing(engine)
        self._is_open = True

    def ids(self, query: Query, today: date) -> list[ProjectId]:
        """The ids of a query's projects, in its order."""
        return [ProjectId(row[0]) for row in self._rows(queries.ids(query, today))]

    def projects(self, ids: Sequence[ProjectId]) -> list[Project]:
        """The projects of the ids, in their order; ids that are gone are left out."""
        with known_errors(self.path), self._engine.connect() as connection:
            return read_projects(connection, ids)

    def statuses(self, ids: Sequence[ProjectId]) -> dict[ProjectId, Status]:
        """The statuses of the ids; ids that are gone are left out."""
        with known_errors(self.path), self._engine.connect() as connection:
            return read_statuses(connection, ids)

    def beginning_with(self, text: str) -> list[ProjectId]:
        """The ids of the projects whose title begins so, whatever the case and the accents."""
        return [ProjectId(row[0]) for row in self._rows(queries.beginning_with(text))]

    def id_of(self, number: str) -> ProjectId | None:
        """The id behind a register number, or None."""
        rows = self._rows(select(PROJECT.c.id).where(PROJECT.c.number == number))
        return ProjectId(rows[0][0]) if rows else None

    def counts(self, today: date) -> dict[View, int]:
        """How many projects each view holds."""
        (row,) = self._rows(queries.counts(today))
        return {view: row[index] for index, view in enumerate(View)}

    def public_texts(self) -> set[str]:
        """The paragraphs that are in the register already."""
        return {row[0] for row in self._rows(select(PROJECT.c.public_text).where(PROJECT.c.public_text != ""))}

    def layout(self) -> PageLayout | None:
        """The layout of the page that was taken in, or None."""
        (row,) = self._rows(select(REGISTER.c.page_layout))
        with known_errors(self.path):
            return from_json(row[0]) if row[0] else None

    def faults(self) -> list[str]:
        """What is broken in the file's pages, in SQLite's words; `DamagedRegister` where a value cannot be read."""
        with known_errors(self.path), self._engine.connect() as connection:
            found = faults(connection)
            if not found:
                read_projects(connection, connection.execute(select(PROJECT.c.id)).scalars().all())
        if not found:
            self.layout()
        return found

    @contextmanager
    def write(self) -> Iterator[Writing]:
        """A transaction with the write lock: all of it is kept, or nothing. `ReadOnlyRegister`, `LockedRegister`."""
        if not self.writable:
            raise read_only(self.path)
        with known_errors(self.path), self._writing.begin() as connection:
            yield Writing(connection)

    def back_up(self, target: sqlite3.Connection) -> None:
        """Write all pages into another database; `LockedRegister` where another program holds this one."""
        with known_errors(self.path), closing(self._engine.raw_connection()) as raw:
            connection = raw.driver_connection
            assert isinstance(connection, sqlite3.Connection)
            connection.backup(target, progress=end_waiting)

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        if self._is_open and self.writable:
            tidy_up(self._engine)
        self._is_open = False
        self._engine.dispose()

    def _rows(self, statement: Executable) -> Sequence[Row[Any]]:
        with known_errors(self.path), self._engine.connect() as connection:
            return connection.execute(statement).all()
