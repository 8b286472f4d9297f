"""What was in force on a day, as it is known now: the status of a project by the effective dates of its steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.project import Project
    from hankeapp.domain.status import StatusEvent


def on_day(project: Project, day: date) -> Project | None:
    """The project with the status and the steps in force on a day; None where it had not begun.

    Of the steps in force the one recorded last counts: it was taken in the knowledge of the others. Before all steps
    the first status holds, from the first possible day of the start, or always where no start is known.
    """
    events = tuple(event for event in project.events if force_day(event) <= day)
    if events:
        return replace(project, status=events[-1].target, events=events)
    if project.start is not None and day < project.start.earliest:
        return None
    first = project.events[0].source if project.events else project.status
    return replace(project, status=first, events=())


def force_day(event: StatusEvent) -> date:
    """The day from which a step is in force: the latest possible, or that of its recording where none is given."""
    return event.effective.latest if event.effective else event.recorded.astimezone().date()
