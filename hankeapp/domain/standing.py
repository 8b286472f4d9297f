"""What was in force on a day, as it is known now: the status of a project, and its end, by the dates of its steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project
    from hankeapp.domain.status import StatusEvent


def on_day(project: Project, day: date) -> Project | None:
    """The project with the status, the end and the steps in force on a day; None where it had not begun.

    Of the steps in force the one recorded last counts: it was taken in the knowledge of the others. Before all steps
    the first status holds, from the first possible day of the start, or always where no start is known.
    """
    events = tuple(event for event in project.events if force_day(event) <= day)
    standing = replace(project, events=events, end=_end_on(project, day)) if project.events else project
    if standing.steps:
        return replace(standing, status=standing.steps[-1].target)
    if project.start is not None and day < project.start.earliest:
        return None
    return replace(standing, status=project.steps[0].source) if project.steps else standing


def _end_on(project: Project, day: date) -> PartialDate | None:
    """The end in force: that before the first move of it which was recorded after the last one in force.

    So a correction, which is no step, holds for all days since the move before it.
    """
    moves = [event for event in project.events if event.new_end is not None]
    in_force = [place for place, event in enumerate(moves) if force_day(event) <= day]
    later = moves[in_force[-1] + 1 :] if in_force else moves
    return later[0].old_end if later else project.end


def force_day(event: StatusEvent) -> date:
    """The day from which a step is in force: the latest possible, or that of its recording where none is given."""
    return event.effective.latest if event.effective else event.recorded.astimezone().date()
