"""One project in full, for a person: its fields by their groups, and the steps of its status."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from hankeapp.cli.tables import NOTHING, value_text, width
from hankeapp.domain.attention import is_overdue
from hankeapp.domain.fields import Group, fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import View
from hankeapp.domain.status import extension_text
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from hankeapp.domain.fields import Field, Part
    from hankeapp.domain.naming import Names
    from hankeapp.domain.status import StatusEvent

_MEASURE = 96
_INDENT = "    "


def card(project: Project, today: date, names: Names) -> str:
    """The title, then each group of fields and of parts that there are under its label, then the status events."""
    groups = (_group(group, project, today, names) for group in Group)
    parts = [project.title, *(group for group in groups if group)]
    if project.events:
        parts.append("\n".join([tr("Status changes"), *map(_event, project.events)]))
    return "\n\n".join(parts)


def _group(group: Group, project: Project, today: date, names: Names) -> str:
    fields = [field for field in fields_of(Project) if field.group is group]
    labels = max((width(field.title) for field in fields), default=0)
    lines = [line for field in fields for line in _field(field, project, today, labels, names)]
    lines += [line for part in parts_of(Project) if part.group is group for line in _part(part, project, names)]
    return "\n".join([group.label, *lines]) if lines else ""


def _field(field: Field, project: Project, today: date, labels: int, names: Names) -> Iterator[str]:
    value = names.text(field, getattr(project, field.name)) or NOTHING
    if field.name == "status":
        value = _status(project, today)
    if field.lines > 1 and value != NOTHING:
        yield f"  {field.title}"
        yield from map(_block, value.splitlines())
    else:
        yield f"  {field.title}{' ' * (labels - width(field.title))}  {' '.join(value.split())}"


def _part(part: Part, project: Project, names: Names) -> Iterator[str]:
    """The rows of a part under its label; the steps of the status stand at the end of the card."""
    rows = getattr(project, part.name)
    if rows and part.name != "events":
        yield f"  {part.title}"
        yield from (_block(" ".join(names.sentence(row).split())) for row in rows)


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
    parts = [value_text(event.effective), "" if event.is_extension else step, outcome, recorded, event.note]
    if event.new_end is not None:
        parts.insert(2, extension_text(event))
    return "  " + " · ".join(part for part in parts if part)


def _moment(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{local.day}.{local.month}.{local.year} {local.hour}.{local.minute:02}"
