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
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.project import Project, ProjectId

_UPDATED = tuple(column.name for column in PROJECT.columns if column.name != "id")


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

    def update(self, projects: Sequence[Project]) -> list[Project]:
        """Write projects over the version they were read at; as they then stand. `ConflictError` over a newer one."""
        stored = [replace(project, version=project.version + 1) for project in projects]
        statement = (
            update(PROJECT)
            .where(PROJECT.c.id == bindparam("its_id"), PROJECT.c.version == bindparam("its_version"))
            .values({name: bindparam(name) for name in _UPDATED})
        )
        rows = [{name: row[name] for name in _UPDATED} | _place(row) for row in map(to_row, stored)]
        if rows and self._connection.execute(statement, rows).rowcount != len(rows):
            raise ConflictError(
                tr("The project was changed elsewhere meanwhile."),
                tr("Nothing was overwritten."),
                tr("Read the register again (F5) and make the change again."),
            )
        self._sync_events(stored)
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

    def _sync_events(self, projects: Sequence[Project]) -> None:
        """Add the steps that are new; drop those that the taking back of an act dropped."""
        kept = self._event_counts([project.id for project in projects])
        for project in projects:
            if kept.get(project.id, 0) > len(project.events):
                self._drop_events(project)
        self._add_events([row for project in projects for row in event_rows(project, kept.get(project.id, 0))])

    def _event_counts(self, ids: Sequence[ProjectId]) -> dict[str, int]:
        counts: dict[str, int] = {}
        for batch in batches(ids):
            owner = STATUS_EVENT.c.project_id
            statement = select(owner, func.count()).where(owner.in_(batch)).group_by(owner)
            counts |= {row[0]: row[1] for row in self._connection.execute(statement)}
        return counts

    def _drop_events(self, project: Project) -> None:
        beyond = STATUS_EVENT.c.position >= len(project.events)
        self._connection.execute(delete(STATUS_EVENT).where(STATUS_EVENT.c.project_id == project.id, beyond))

    def _add_events(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(STATUS_EVENT), rows)


def _place(row: dict[str, Any]) -> dict[str, Any]:
    return {"its_id": row["id"], "its_version": row["version"] - 1}
