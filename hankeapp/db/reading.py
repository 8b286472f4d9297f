"""Reading whole projects, a batch at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from hankeapp.db.rows import event_from_row, from_row
from hankeapp.db.tables import PROJECT, STATUS_EVENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.status import Status, StatusEvent

_BATCH = 500
"""Ids in one statement, well below SQLite's limit of variables."""


def read_projects(connection: Connection, ids: Sequence[ProjectId]) -> list[Project]:
    """The projects of the ids, in their order; ids that are gone are left out."""
    found: dict[str, Project] = {}
    for batch in batches(ids):
        found |= _batch(connection, batch)
    return [found[each] for each in ids if each in found]


def read_statuses(connection: Connection, ids: Sequence[ProjectId]) -> dict[ProjectId, Status]:
    """The statuses of the ids, in their order; ids that are gone are left out."""
    found: dict[str, Status] = {}
    for batch in batches(ids):
        rows = connection.execute(select(PROJECT.c.id, PROJECT.c.status).where(PROJECT.c.id.in_(batch)))
        found |= {row.id: row.status for row in rows}
    return {each: found[each] for each in ids if each in found}


def batches(ids: Sequence[ProjectId]) -> Iterator[Sequence[ProjectId]]:
    """The ids in parts that fit one statement."""
    return (ids[first : first + _BATCH] for first in range(0, len(ids), _BATCH))


def _batch(connection: Connection, ids: Sequence[ProjectId]) -> dict[str, Project]:
    events = _events(connection, ids)
    rows = connection.execute(select(PROJECT).where(PROJECT.c.id.in_(ids))).mappings()
    return {row["id"]: from_row(row, tuple(events.get(row["id"], ()))) for row in rows}


def _events(connection: Connection, ids: Sequence[ProjectId]) -> dict[str, list[StatusEvent]]:
    events: dict[str, list[StatusEvent]] = {}
    statement = select(STATUS_EVENT).where(STATUS_EVENT.c.project_id.in_(ids)).order_by(STATUS_EVENT.c.position)
    for row in connection.execute(statement).mappings():
        events.setdefault(row["project_id"], []).append(event_from_row(row))
    return events
