"""Between a project and its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hankeapp.db.keys import new_key
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import StatusEvent
from hankeapp.language.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS = tuple(field.name for field in fields_of(Project))
_EVENT_FIELDS = ("source", "target", "effective", "outcome", "note", "actor", "recorded")


def to_row(project: Project) -> dict[str, Any]:
    """The columns of a project, the derived ones included."""
    row = {name: getattr(project, name) for name in _FIELDS}
    return row | {
        "id": project.id,
        "title_key": sort_key(project.title),
        "start_first": project.start.earliest.isoformat() if project.start else None,
        "end_last": project.end.latest.isoformat() if project.end else None,
        "version": project.version,
    }


def from_row(row: Mapping[Any, Any], events: tuple[StatusEvent, ...]) -> Project:
    """The project of a row and its status events in their order."""
    values = {name: row[name] for name in _FIELDS}
    return Project(id=ProjectId(row["id"]), events=events, version=row["version"], **values)


def event_rows(project: Project, first: int) -> list[dict[str, Any]]:
    """The rows of a project's status events from a position on."""
    return [
        {"id": new_key(), "project_id": project.id, "position": position}
        | {name: getattr(event, name) for name in _EVENT_FIELDS}
        for position, event in enumerate(project.events[first:], first)
    ]


def event_from_row(row: Mapping[Any, Any]) -> StatusEvent:
    """The status event of a row."""
    return StatusEvent(**{name: row[name] for name in _EVENT_FIELDS})
