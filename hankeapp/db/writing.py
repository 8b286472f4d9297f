"""What a write transaction can do to a register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert

from hankeapp.db import erasing, log
from hankeapp.db.history import read_log
from hankeapp.db.layouts import to_json
from hankeapp.db.reading import read_projects, read_shared
from hankeapp.db.statements import cursor, rows_of
from hankeapp.db.sums import keep_anew
from hankeapp.db.tables import CHANGE, CONTENT, NUMBER_SERIES, PROJECT, REGISTER, ROWS
from hankeapp.db.uses import read_deleted, read_users, read_uses
from hankeapp.domain.records import OWNER, PARTS, part_of, shared_of
from hankeapp.domain.records import PROJECT as PROJECT_NAME
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Connection

    from hankeapp.db.log import LoggedAct
    from hankeapp.domain.changes import Change
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.history import Log
    from hankeapp.domain.kept_lists import Deleted, KeptList, Uses
    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.project import Project, ProjectId


class Writing:
    """The open transaction; it sees its own changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def projects(self, ids: Sequence[ProjectId], *, gone: bool = False) -> list[Project]:
        """The projects as they are now, in the order of the ids; those that are gone are left out unless wanted."""
        return read_projects(self._connection, ids, gone=gone)

    def shared(self, table: str) -> list[Any]:
        """The live rows of a shared table: organisations, units, listed values."""
        return read_shared(self._connection, table)

    def uses(self, kept: KeptList) -> dict[str, Uses]:
        """How many projects refer to each entry of a list, by what they keep of it; unused entries are left out."""
        return read_uses(self._connection, kept)

    def users(self, kept: KeptList, key: str) -> list[ProjectId]:
        """The live projects that refer to an entry of a list."""
        return read_users(self._connection, kept, key)

    def deleted(self, kept: KeptList, keys: Collection[str]) -> list[Deleted]:
        """The entries that were in a list and are no more, of those with given keys or codes; the last ones last."""
        return read_deleted(self._connection, kept, keys)

    def record(self, name: str, changes: Sequence[Change], desk: Desk) -> dict[str, int]:
        """Carry changes out as one act; the versions that projects then have. `ConflictError`."""
        return log.record(self._connection, name, changes, desk)

    def undoable(self) -> LoggedAct | None:
        """The last act that nobody has taken back."""
        return log.undoable(self._connection)

    def redoable(self) -> LoggedAct | None:
        """The taking back that can be taken back itself."""
        return log.redoable(self._connection)

    def touched(self, act: LoggedAct) -> list[ProjectId]:
        """The projects that an act changed, parts included."""
        return self._projects_of(log.changes_of(self._connection, act.id))

    def take_back(self, act: LoggedAct, desk: Desk) -> None:
        """Undo an act as an act of its own. `ConflictError` where others built upon it."""
        log.take_back(self._connection, act, desk)

    def new_numbers(self, year: int, count: int, letter: str = "H") -> list[str]:
        """The next register numbers of a year; a number is given once, also if what bears it goes."""
        statement = insert(NUMBER_SERIES).values(letter=letter, year=year, last=count)
        statement = statement.on_conflict_do_update(
            index_elements=["letter", "year"], set_={"last": NUMBER_SERIES.c.last + count}
        )
        last = self._connection.execute(statement.returning(NUMBER_SERIES.c.last)).scalar_one()
        keep_anew(self._connection, NUMBER_SERIES.name)
        return [f"{letter}-{year}-{n:03}" for n in range(last - count + 1, last + 1)]

    def keep_numbers(self, last: Mapping[int, int], letter: str = "H") -> None:
        """Give no number again that was given elsewhere: by year, the last one."""
        for year, number in last.items():
            series = insert(NUMBER_SERIES).values(letter=letter, year=year, last=number)
            highest = func.max(NUMBER_SERIES.c.last, number)
            self._connection.execute(
                series.on_conflict_do_update(index_elements=["letter", "year"], set_={"last": highest})
            )
        keep_anew(self._connection, NUMBER_SERIES.name)

    def last_page_order(self) -> int:
        """The highest place on the page that a project has, in the trash too; 0 where none has one."""
        statement = select(func.max(PROJECT.c.page_order)).where(PROJECT.c.state != RowState.UNDONE.value)
        highest: int | None = self._connection.execute(statement).scalar_one()
        return highest or 0

    def keep_layout(self, layout: PageLayout) -> None:
        """Keep the layout of the page that was taken in."""
        self._connection.execute(update(REGISTER).values(page_layout=to_json(layout)))
        keep_anew(self._connection, REGISTER.name)

    def delete_trash(self) -> None:
        """Delete the projects and the kept reports in the trash with all that is kept of them."""
        erasing.delete_trash(self._connection)

    def owners(self, table: str, rows: Collection[str]) -> list[ProjectId]:
        """The projects of parts, each once."""
        owners = select(ROWS[table].c[OWNER]).where(ROWS[table].c.id.in_(rows)).distinct()
        return list(self._connection.execute(owners).scalars())

    def contacts(self) -> dict[str, tuple[str, str]]:
        """The names and e-mail addresses of all contacts by their ids, also of those that were removed."""
        contact = ROWS["contact"].c
        rows = self._connection.execute(select(contact.id, contact.name, contact.email))
        return {row.id: (row.name, row.email) for row in rows}

    def earlier_contacts(self) -> dict[str, set[str]]:
        """The names and e-mail addresses that the log tells of contacts, by their ids."""
        change = CHANGE.c
        of_contacts = (change.in_table == "contact") & change.field.in_(["name", "email"])
        told: dict[str, set[str]] = {}
        for row in self._connection.execute(select(change.row, change.old, change.new).where(of_contacts)):
            told.setdefault(row.row, set()).update(str(log.from_json(each) or "") for each in (row.old, row.new))
        return told

    def erase(self, table: str, row: str) -> None:
        """Empty the fields of a row, in the log too."""
        erasing.erase(self._connection, table, row)

    def erase_earlier(self, table: str, row: str) -> None:
        """Empty in the log what a row does not hold any more."""
        erasing.erase_earlier(self._connection, table, row)

    def row(self, table: str, row: str) -> Any:
        """A part of a project, or a row of a shared table, whatever became of it."""
        read = part_of if table in PARTS else shared_of
        return read(table, rows_of(cursor(self._connection), table, [row])[row])

    def shared_row(self, table: str, row: str) -> Any:
        """A row of a shared table; None where it is gone."""
        return next((each for each in self.shared(table) if each.id == row), None)

    def tell(self, name: str, desk: Desk) -> None:
        """Log an act that cannot be taken back."""
        log.record_act(self._connection, name, desk)

    def log_of(self, project: str | None) -> Log:
        """The change log of a project, or of the register, for its history."""
        return read_log(self._connection, project)

    def keep_content(self, sha256: str, data: bytes) -> None:
        """Keep the bytes of an attachment or a report, once for all that have the same."""
        self._connection.execute(insert(CONTENT).values(sha256=sha256, data=data).on_conflict_do_nothing())

    def _projects_of(self, changes: Collection[Change]) -> list[ProjectId]:
        ids = {change.row: None for change in changes if change.table == PROJECT_NAME}
        for table in PARTS:
            rows = [change.row for change in changes if change.table == table]
            if rows:
                owners = select(ROWS[table].c[OWNER]).where(ROWS[table].c.id.in_(rows))
                ids |= dict.fromkeys(self._connection.execute(owners).scalars())
        return list(ids)  # type: ignore[arg-type]
