"""One project in full, for a person: its fields by their groups, and the steps of its status."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from hankeapp.cli.tables import NOTHING, value_text, width
from hankeapp.domain.attention import is_overdue
from hankeapp.domain.fields import Group, fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import View
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from hankeapp.domain.fields import Field
    from hankeapp.domain.status import StatusEvent

_MEASURE = 96
_INDENT = "    "


def card(project: Project, today: date) -> str:
    """The title, then each group of fields under its label, then the status events."""
    parts = [project.title, *(_group(group, project, today) for group in Group)]
    if project.events:
        parts.append("\n".join([tr("Status changes"), *map(_event, project.events)]))
    return "\n\n".join(parts)


def _group(group: Group, project: Project, today: date) -> str:
    fields = [field for field in fields_of(Project) if field.group is group]
    labels = max(width(field.title) for field in fields)
    return "\n".join([group.label, *(line for field in fields for line in _field(field, project, today, labels))])


def _field(field: Field, project: Project, today: date, labels: int) -> Iterator[str]:
    value = value_text(getattr(project, field.name))
    if field.name == "status":
        value = _status(project, today)
    if field.lines > 1 and value != NOTHING:
        yield f"  {field.title}"
        yield from map(_block, value.splitlines())
    else:
        yield f"  {field.title}{' ' * (labels - width(field.title))}  {' '.join(value.split())}"


def _block(line: str) -> str:
    return fill(
        line,
        _MEASURE,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _status(project: Project, today: date) -> str:
    parts = [project.status.label]
    if project.outcome:
        parts.append(project.outcome.label)
    if is_overdue(project, today):
        parts.append(View.OVERDUE.label)
    return " · ".join(parts)


def _event(event: StatusEvent) -> str:
    step = f"{event.source.label} → {event.target.label}"
    outcome = event.outcome.label if event.outcome else ""
    recorded = tr("recorded {time} by {actor}", time=_moment(event.recorded), actor=event.actor)
    parts = [value_text(event.effective), step, outcome, recorded, event.note]
    return "  " + " · ".join(part for part in parts if part)


def _moment(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{local.day}.{local.month}.{local.year} {local.hour}.{local.minute:02}"
