"""A register's file as the services see it: frozen projects in and out, a transaction at a time."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from sqlalchemy import func, select

from hankeapp.db import groups, log, past, queries, tallies, value_counts
from hankeapp.db.checking import all_faults, faults
from hankeapp.db.connection import driver, end_waiting, kept, references_unwatched, tidy_up, transaction
from hankeapp.db.contents import contents
from hankeapp.db.history import read_log, read_names
from hankeapp.db.labels import read_called, read_codes, read_labels, read_related
from hankeapp.db.layouts import from_json
from hankeapp.db.reading import batches, read_listed, read_projects, read_shared, read_statuses
from hankeapp.db.refusals import known_errors, read_only
from hankeapp.db.replay import differences
from hankeapp.db.search.searching import Searching
from hankeapp.db.sums import unsound
from hankeapp.db.tables import CONTENT, NUMBER_SERIES, PROJECT, REGISTER, ROWS
from hankeapp.db.uses import read_uses
from hankeapp.db.writing import Writing
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import GroupRow
from hankeapp.domain.values import Cents, RowState

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from typing import Concatenate

    from sqlalchemy import Connection, Engine, Executable, Row

    from hankeapp.db.contents import Contents
    from hankeapp.db.labels import Label
    from hankeapp.db.log import LoggedAct
    from hankeapp.db.past import Known
    from hankeapp.domain.history import Log
    from hankeapp.domain.kept_lists import KeptList, Uses
    from hankeapp.domain.naming import Names
    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.project import Project
    from hankeapp.domain.query import Found, Query, View
    from hankeapp.domain.query_keys import Target
    from hankeapp.domain.query_terms import Term
    from hankeapp.domain.status import Status
    from hankeapp.domain.values import Plain

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


class Store:
    """An open register. Every method is a transaction; SQLite's faults come as `RegisterError`.

    It belongs to the thread that opened it.
    """

    def __init__(self, path: Path, engine: Engine, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self.sums_checked = True
        self._engine = engine
        self._writing = kept(engine)
        self._is_open = True
        self.searching = Searching(engine, path)

    def ids(self, query: Query, today: date) -> list[ProjectId]:
        """The ids of a query's projects, in its order."""
        return list(self.searching.ids(query, today))

    def find(self, query: Query, today: date) -> Found:
        """The first page of a query, at once."""
        return self.searching.find(query, today)

    def groups(self, query: Query, today: date) -> list[GroupRow]:
        """The groups of a query that has some, in their order."""
        _, rows = self.searching.answer(query, today, partial(groups.rows, query, today))
        return [GroupRow(key, n, None if total is None else Cents(total), known) for key, n, total, known in rows]

    def projects(self, ids: Sequence[ProjectId], *, gone: bool = False) -> list[Project]:
        """The projects of the ids, in their order; those that are gone are left out unless wanted."""
        return self._read(read_projects, ids, gone=gone)

    def listed(self, ids: Sequence[ProjectId], *, gone: bool = False) -> list[Project]:
        """`projects` with no more than a list tells of."""
        return self._read(read_listed, ids, gone=gone)

    def statuses(self, ids: Sequence[ProjectId], *, gone: bool = False) -> dict[ProjectId, Status]:
        """The statuses of the ids; ids that are gone are left out unless wanted."""
        return self._read(read_statuses, ids, gone=gone)

    def size(self) -> int:
        """How many projects there are, those in the trash and those that were undone too."""
        return int(self._rows(select(func.count()).select_from(PROJECT))[0][0])

    def beginning_with(self, text: str) -> list[ProjectId]:
        """The ids of the projects whose title begins so, whatever the case and the accents."""
        return [ProjectId(row[0]) for row in self._rows(queries.beginning_with(text))]

    def id_of(self, number: str, *, gone: bool = False) -> ProjectId | None:
        """The id behind a register number, or None; of what is in the trash or was undone, only if wanted."""
        wanted = PROJECT.c.number == number
        if not gone:
            wanted &= PROJECT.c.state == RowState.LIVE.value
        rows = self._rows(select(PROJECT.c.id).where(wanted))
        return ProjectId(rows[0][0]) if rows else None

    def counts(self, today: date) -> dict[View, int]:
        """How many projects each view holds."""
        (row,) = self._rows(tallies.counts(today))
        return tallies.views_of(row)

    def values(self) -> dict[str, dict[str, int]]:
        """How many live projects have each value of the tallied columns, by column and by key or code."""
        return tallies.added_up(self._rows(tallies.values()))

    def value_counts(self, target: Target) -> dict[str, int]:
        """How many live projects have each value of a field; codes that were chosen together stand together."""
        return dict(map(tuple, self._rows(value_counts.values(target))))

    def different(self, target: Target) -> list[str]:
        """The different values of a field, of whatever rows."""
        return [row[0] for row in self._rows(value_counts.different(target)) if row[0]]

    def count(self, term: Term, today: date) -> int:
        """Of how many live projects a filter holds."""
        return int(self._rows(value_counts.holding(term, today))[0][0])

    def last_act(self) -> int:
        """The number of the last act: what was counted holds until the next one."""
        return int(self._rows(value_counts.LAST_ACT)[0][0])

    def public_texts(self) -> dict[str, str]:
        """The paragraphs that are in the register already, each with the id of its project."""
        live = PROJECT.c.state == RowState.LIVE.value
        table = PROJECT.c
        statement = select(table.id, table.public_text).where(table.public_text != "", live).order_by(table.id.desc())
        return {row.public_text: row.id for row in self._rows(statement)}

    def shared(self, table: str) -> list[Any]:
        """The live rows of a shared table: organisations, units, listed values."""
        return self._read(read_shared, table)

    def removed(self, table: str) -> int:
        """How many rows of a shared table are not live any more."""
        gone = ROWS[table].c.state != RowState.LIVE.value
        return int(self._rows(select(func.count()).select_from(ROWS[table]).where(gone))[0][0])

    def uses(self, kept: KeptList) -> dict[str, Uses]:
        """How many projects refer to each entry of a list, by what they keep of it; unused entries are left out."""
        return self._read(read_uses, kept)

    def labels(self) -> list[Label]:
        """What all live projects are called."""
        return self._read(read_labels)

    def called(self) -> Iterator[str]:
        """What everything is called that others refer to, as it is read: the names of a large register take room."""
        with known_errors(self.path), self._engine.connect() as connection:
            yield from read_called(connection)

    def codes(self) -> list[tuple[str, str]]:
        """The codes and application numbers of fundings, each with the id of its project."""
        return self._read(read_codes)

    def related(self) -> set[frozenset[str]]:
        """The pairs of projects between which a person said how they stand to each other."""
        return self._read(read_related)

    def undoable(self) -> LoggedAct | None:
        """The last act that nobody has taken back."""
        return self._read(log.undoable)

    def redoable(self) -> LoggedAct | None:
        """The taking back that can be taken back itself."""
        return self._read(log.redoable)

    def length_of(self, act: LoggedAct) -> int:
        """How many changes an act made."""
        return self._read(log.length_of, act.id)

    def acts_by(self, moment: datetime, now: datetime) -> int:
        """The number of the last act done by a moment; 0 where there was none."""
        return self._read(log.last_by, moment, now)

    def known(self, act: int) -> Known:
        """What the register held after an act."""
        return self._read(past.known_after, act)

    def known_value(self, act: int, row: str, field: str, now: Plain) -> Plain:
        """What a field of a row held after an act; `now` is what it holds."""
        return self._read(past.value_after, act, row, field, now)

    def first_values(self, fields: Sequence[str], project: str | None = None) -> dict[str, dict[str, Plain]]:
        """What fields of projects, or of one, held at first, by the project's id; what they never held is left out."""
        return self._read(past.first_values, fields, project)

    def log_of(self, project: str | None) -> Log:
        """The change log of a project, or of the register, for its history."""
        return self._read(read_log, project)

    def names(self) -> Names:
        """The names of what rows refer to."""
        return self._read(read_names)

    def layout(self) -> PageLayout | None:
        """The layout of the page that was taken in, or None."""
        (row,) = self._rows(select(REGISTER.c.page_layout))
        with known_errors(self.path):
            return from_json(row[0]) if row[0] else None

    def faults(self) -> list[str]:
        """What is broken: pages in SQLite's words, else rows by their sums, else what the log does not lead to.

        `DamagedRegister` where a value cannot be read.
        """
        with known_errors(self.path):
            found = self._read(faults) or unsound(self._engine)
            if not found:
                with self._engine.connect() as connection:
                    for batch in batches(connection.execute(select(PROJECT.c.id)).scalars().all()):
                        read_projects(connection, batch)
                    found = differences(connection)
        if not found:
            self.layout()
        return found

    def unsound(self) -> list[str]:
        """The pages that are broken, else the tables and rows whose sums do not agree; empty when all is well."""
        with known_errors(self.path):
            return self._read(all_faults) or unsound(self._engine)

    def last_numbers(self) -> dict[int, int]:
        """The last register number that was given to a project in each year."""
        series = NUMBER_SERIES.c
        return dict(map(tuple, self._rows(select(series.year, series.last).where(series.letter == "H"))))

    def data_version(self) -> int:
        """A number that changes when another program writes into the file."""
        with known_errors(self.path), self._engine.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def key(self) -> str:
        """What tells the register from others."""
        return str(self._rows(select(REGISTER.c.id))[0][0])

    def contents(self) -> Contents:
        """What the register holds, in a few words: to tell one copy of it from another."""
        return self._read(contents)

    def content(self, sha256: str) -> bytes | None:
        """The bytes of an attachment by their SHA-256, or None where they are not kept."""
        rows = self._rows(select(CONTENT.c.data).where(CONTENT.c.sha256 == sha256))
        return rows[0][0] if rows else None

    @contextmanager
    def write(self) -> Iterator[Writing]:
        """A transaction with the write lock: all of it is kept, or nothing. `ReadOnlyRegister`, `LockedRegister`."""
        if not self.writable:
            raise read_only(self.path)
        with known_errors(self.path), transaction(self._writing):
            yield Writing(self._writing)

    @contextmanager
    def delete(self) -> Iterator[Writing]:
        """A transaction as of `write`, in which rows are deleted: what refers to what is checked at its end."""
        if not self.writable:
            raise read_only(self.path)
        with known_errors(self.path), references_unwatched(self._engine), transaction(self._writing):
            yield Writing(self._writing)
            if self._writing.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuntimeError("a deletion left rows without those that they refer to")

    def back_up(self, target: sqlite3.Connection) -> None:
        """Write all pages into another database; `LockedRegister` where another program holds this one."""
        with known_errors(self.path):
            driver(self._writing).backup(target, progress=end_waiting)

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        self.searching.close()
        if self._is_open and self.writable:
            tidy_up(self._engine)
        self._is_open = False
        self._engine.dispose()

    def _read(
        self, read: Callable[Concatenate[Connection, _Asked], _Answer], *args: _Asked.args, **kw: _Asked.kwargs
    ) -> _Answer:
        with known_errors(self.path), self._engine.connect() as connection:
            return read(connection, *args, **kw)

    def _rows(self, statement: Executable) -> Sequence[Row[Any]]:
        with known_errors(self.path), self._engine.connect() as connection:
            return connection.execute(statement).all()
