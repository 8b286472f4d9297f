"""A project as JSON says it: codes and ISO 8601-2 dates, names beside keys, labels beside the office's own codes.

`docs/json.md` describes the shape.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from hankeapp.domain.attention import is_overdue
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.naming import NO_NAMES, is_flag
from hankeapp.domain.project import Project
from hankeapp.domain.values import Codes, Labels, Named

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.fields import Field
    from hankeapp.domain.naming import Names
    from hankeapp.domain.status import StatusEvent
    from hankeapp.domain.values import Key


def project_document(project: Project, today: date, names: Names = NO_NAMES) -> dict[str, Any]:
    """Every declared field by its name, what follows from them, and the parts; unknown dates and codes are null."""
    parts = {part.name: [_part(row, names) for row in getattr(project, part.name)] for part in parts_of(Project)}
    derived = {"outcome": _plain(project.outcome), "overdue": is_overdue(project, today)}
    events = {"events": [_event(event) for event in project.events]}
    return _fields(project, names) | derived | parts | events


def _part(row: Any, names: Names) -> dict[str, Any]:
    return {"id": row.id or None} | _fields(row, names)


def _fields(row: Any, names: Names) -> dict[str, Any]:
    document: dict[str, Any] = {}
    kind: type = type(row)
    for field in fields_of(kind):
        value = getattr(row, field.name)
        if field.refers:
            document |= _reference(field, value, names)
        elif isinstance(value, Codes):
            document[field.name] = [_listed(field, code, names, is_new=isinstance(value, Labels)) for code in value]
        else:
            document[field.name] = bool(value) if is_flag(field) else _plain(value)
    return document


def _reference(field: Field, key: Key | None, names: Names) -> dict[str, Any]:
    """The name under the field's own name, and the row's id; a name that is not in the register yet has none."""
    has_row = key is not None and not isinstance(key, Named)
    return {field.name: names.text(field, key) or None, f"{field.name}_id": str(key) if has_row else None}


def _listed(field: Field, code: str, names: Names, *, is_new: bool) -> dict[str, str | None]:
    return {"code": None if is_new else code, "label": names.label(field, code)}


def _event(event: StatusEvent) -> dict[str, Any]:
    return {
        "from": event.source.value,
        "to": event.target.value,
        "effective": _plain(event.effective),
        "outcome": _plain(event.outcome),
        "note": event.note,
        "old_end": _plain(event.old_end),
        "new_end": _plain(event.new_end),
        "actor": event.actor,
        "recorded": _plain(event.recorded),
    }


def _plain(value: object) -> object:
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime) else value
