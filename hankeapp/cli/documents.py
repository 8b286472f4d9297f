"""A project as JSON says it: codes and ISO 8601-2 dates, never labels."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from hankeapp.domain.attention import is_overdue
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.status import StatusEvent


def project_document(project: Project, today: date) -> dict[str, Any]:
    """Every declared field by its name, and what follows from them; unknown dates and codes are null."""
    fields = {field.name: _plain(getattr(project, field.name)) for field in fields_of(Project)}
    return fields | {
        "outcome": _plain(project.outcome),
        "overdue": is_overdue(project, today),
        "events": [_event(event) for event in project.events],
    }


def _event(event: StatusEvent) -> dict[str, Any]:
    return {
        "from": event.source.value,
        "to": event.target.value,
        "effective": _plain(event.effective),
        "outcome": _plain(event.outcome),
        "note": event.note,
        "actor": event.actor,
        "recorded": _plain(event.recorded),
    }


def _plain(value: object) -> object:
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime) else value
