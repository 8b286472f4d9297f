"""What a write transaction can do to a register."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from hankeapp.db.layouts import to_json
from hankeapp.db.reading import batches, read_projects
from hankeapp.db.rows import event_rows, to_row
from hankeapp.db.tables import NUMBER_SERIES, PROJECT, REGISTER, STATUS_EVENT
from hankeapp.domain.errors import ConflictError
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.project import Project, ProjectId

_UPDATED = tuple(column.name for column in PROJECT.columns if column.name != "id")
_UPDATE = (
    update(PROJECT)
    .where(PROJECT.c.id == bindparam("its_id"), PROJECT.c.version == bindparam("its_version"))
    .values({name: bindparam(name) for name in _UPDATED})
)


class Writing:
    """The open transaction; it sees its own changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def projects(self, ids: Sequence[ProjectId]) -> list[Project]:
        """The projects as they are now, in the order of the ids; ids that are gone are left out."""
        return read_projects(self._connection, ids)

    def insert(self, projects: Sequence[Project]) -> list[Project]:
        """Put new projects in; as they then stand."""
        stored = [replace(project, version=project.version + 1) for project in projects]
        if stored:
            self._connection.execute(insert(PROJECT), [to_row(project) for project in stored])
        self._add_events([row for project in stored for row in event_rows(project, 0)])
        return stored

    def is_current(self, project: Project, fields: Collection[str]) -> bool:
        """Whether a project that was read before still stands at its version, and its fields as it has them."""
        columns = [PROJECT.c[name] for name in fields]
        statement = select(PROJECT.c.version, *columns).where(PROJECT.c.id == project.id)
        row = self._connection.execute(statement).one_or_none()
        return row is not None and tuple(row) == (project.version, *(getattr(project, name) for name in fields))

    def update(self, old: Sequence[Project], new: Sequence[Project]) -> list[Project]:
        """Write projects over what they were; as they then stand. `ConflictError` where one has moved on."""
        stored = [replace(after, version=before.version + 1) for before, after in zip(old, new, strict=True)]
        rows = [{name: row[name] for name in _UPDATED} | _place(row) for row in map(to_row, stored)]
        if rows and self._connection.execute(_UPDATE, rows).rowcount != len(rows):
            raise ConflictError(
                tr("The project was changed elsewhere meanwhile."),
                tr("Nothing was overwritten."),
                tr("Read the register again (F5) and make the change again."),
            )
        self._sync_events(old, stored)
        return stored

    def delete(self, ids: Sequence[ProjectId]) -> None:
        """Take projects and their status events out; only the taking back of an act that added them does so."""
        for batch in batches(ids):
            self._connection.execute(delete(PROJECT).where(PROJECT.c.id.in_(batch)))

    def new_numbers(self, year: int, count: int) -> list[str]:
        """The next register numbers of a year; a number is given once, also if its project goes."""
        statement = insert(NUMBER_SERIES).values(year=year, last=count)
        statement = statement.on_conflict_do_update(
            index_elements=["year"], set_={"last": NUMBER_SERIES.c.last + count}
        )
        last = self._connection.execute(statement.returning(NUMBER_SERIES.c.last)).scalar_one()
        return [f"H-{year}-{n:03}" for n in range(last - count + 1, last + 1)]

    def last_page_order(self) -> int:
        """The highest place on the page that a project has; 0 where none has one."""
        highest: int | None = self._connection.execute(select(func.max(PROJECT.c.page_order))).scalar_one()
        return highest or 0

    def keep_layout(self, layout: PageLayout) -> None:
        """Keep the layout of the page that was taken in."""
        self._connection.execute(update(REGISTER).values(page_layout=to_json(layout)))

    def _sync_events(self, old: Sequence[Project], new: Sequence[Project]) -> None:
        """Add the steps that are new; drop those that the taking back of an act dropped."""
        for before, after in zip(old, new, strict=True):
            if len(before.events) > len(after.events):
                self._drop_events(after)
        pairs = zip(old, new, strict=True)
        self._add_events([row for before, after in pairs for row in event_rows(after, len(before.events))])

    def _drop_events(self, project: Project) -> None:
        beyond = STATUS_EVENT.c.position >= len(project.events)
        self._connection.execute(delete(STATUS_EVENT).where(STATUS_EVENT.c.project_id == project.id, beyond))

    def _add_events(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(STATUS_EVENT), rows)


def _place(row: dict[str, Any]) -> dict[str, Any]:
    return {"its_id": row["id"], "its_version": row["version"] - 1}
