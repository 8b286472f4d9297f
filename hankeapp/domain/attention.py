"""What the register notices by itself: active but past its end, and ending soon. Derived, never stored."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hankeapp.domain.query import View
from hankeapp.domain.status import Status
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.project import Project

SOON = timedelta(days=90)


def is_overdue(project: Project, today: date) -> bool:
    """Active, and the latest possible end lies before today."""
    return project.status is Status.ACTIVE and project.end is not None and project.end.latest < today


def is_ending_soon(project: Project, today: date) -> bool:
    """Active, and the latest possible end lies within 90 days from today."""
    if project.status is not Status.ACTIVE or project.end is None:
        return False
    return today <= project.end.latest <= today + SOON


def days_left(project: Project, today: date) -> int | None:
    """Days to the latest possible end, negative when it has passed; None where no end is known."""
    return (project.end.latest - today).days if project.end else None


def in_view(project: Project, view: View, today: date) -> bool:
    """Whether a project belongs to a view."""
    if view is View.TRASH:
        return project.state is RowState.TRASH
    return project.state is RowState.LIVE and _of_living(project, view, today)


def _of_living(project: Project, view: View, today: date) -> bool:
    match view:
        case View.PLANNED:
            return project.status is Status.PLANNED
        case View.ACTIVE:
            return project.status is Status.ACTIVE
        case View.ENDED:
            return project.status is Status.ENDED
        case View.SOON:
            return is_ending_soon(project, today)
        case View.OVERDUE:
            return is_overdue(project, today)
    return True
