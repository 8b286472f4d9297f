"""What the detail pane says of a project's status, and which acts lead on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.status import Status, step
from hankeapp.translation import tr

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project


def since(project: Project, today: date) -> str:
    """Since when the status is what it is: "vuodesta 2024", "päättyi 2023 · toteutunut"; empty where unknown."""
    if project.status is Status.ENDED:
        return _ended(project)
    started = _started(project)
    if started is None or started.earliest > today:
        return ""
    if started.month is None and started.season is None:
        return tr("since the year {year}", year=started.year)
    return tr("since {date}", date=started)


def can_end(status: Status) -> bool:
    """Whether a project of the status can be ended."""
    return step(status, Status.ENDED) is not None


def can_activate(status: Status) -> bool:
    """Whether a project of the status can be made active."""
    return step(status, Status.ACTIVE) is not None


def ending() -> str:
    """The act of ending, on a button."""
    return tr("End project…")


def activating(status: Status) -> str:
    """The act of making active, on a button: an ended project comes back, a planned one starts."""
    return tr("Reactivate…") if status is Status.ENDED else tr("Mark as active")


def _ended(project: Project) -> str:
    event = project.ended
    date = event.effective if event is not None else project.end
    parts = [tr("ended {date}", date=date)] if date is not None else []
    if project.outcome is not None:
        parts.append(project.outcome.label.lower())
    return " · ".join(parts)


def _started(project: Project) -> PartialDate | None:
    """When it became active, as far as the register knows; None while it is planned."""
    if project.status is not Status.ACTIVE:
        return None
    last = project.steps[-1] if project.steps else None
    return (last.effective if last is not None else None) or project.start
