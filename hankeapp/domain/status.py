"""Statuses, the steps allowed between them, and the event that each step leaves behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import StepError
from hankeapp.domain.fields import Field, Group
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from hankeapp.domain.clock import Desk
    from hankeapp.domain.project import Project


class Status(Enum):
    """The three statuses; past its end or ending soon are derived (`attention`), never a status."""

    PLANNED = "planned"
    ACTIVE = "active"
    ENDED = "ended"

    @property
    def label(self) -> str:
        return tr(_STATUS_LABELS[self])

    @property
    def english(self) -> str:
        """The label that the others are translated from."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {Status.PLANNED: mark("Planned"), Status.ACTIVE: mark("Active"), Status.ENDED: mark("Ended")}


class Outcome(Enum):
    """How a project ended."""

    COMPLETED = "completed"
    DISCONTINUED = "discontinued"
    NOT_FUNDED = "not_funded"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return tr(_OUTCOME_LABELS[self])


_OUTCOME_LABELS = {
    Outcome.COMPLETED: mark("Completed"),
    Outcome.DISCONTINUED: mark("Discontinued"),
    Outcome.NOT_FUNDED: mark("Not funded"),
    Outcome.CANCELLED: mark("Cancelled"),
}


@dataclass(frozen=True)
class Step:
    """An allowed change of status, and the outcomes it may have."""

    source: Status
    target: Status
    outcomes: tuple[Outcome, ...] = ()


STEPS = (
    Step(Status.PLANNED, Status.ACTIVE),
    Step(Status.PLANNED, Status.ENDED, (Outcome.NOT_FUNDED, Outcome.CANCELLED)),
    Step(Status.ACTIVE, Status.ENDED, (Outcome.COMPLETED, Outcome.DISCONTINUED, Outcome.CANCELLED)),
    Step(Status.ENDED, Status.ACTIVE),
    Step(Status.ENDED, Status.PLANNED),
)


@dataclass(frozen=True, kw_only=True)
class StatusEvent:
    """A step taken: from, to, when it took effect (as far as it is known), and who recorded it when (UTC)."""

    id: str = ""
    source: Annotated[Status, Field(label=mark("From status"), group=Group.SCHEDULE, editable=False)]
    target: Annotated[Status, Field(label=mark("To status"), group=Group.SCHEDULE, editable=False)]
    effective: Annotated[PartialDate | None, Field(label=mark("Effective date"), group=Group.SCHEDULE)] = None
    outcome: Annotated[Outcome | None, Field(label=mark("Outcome"), group=Group.SCHEDULE)] = None
    note: Annotated[str, Field(label=mark("Comment"), group=Group.SCHEDULE)] = ""
    actor: Annotated[str, Field(label=mark("Recorded by"), group=Group.SCHEDULE, editable=False)]
    recorded: Annotated[datetime, Field(label=mark("Recorded"), group=Group.SCHEDULE, editable=False)]


@dataclass(frozen=True, kw_only=True)
class Ending:
    """What a person says when ending a project; `results` None leaves the results as they are."""

    effective: PartialDate | None
    outcome: Outcome | None = None
    note: str = ""
    results: str | None = None


def step(source: Status, target: Status) -> Step | None:
    """The declared step between two statuses, or None where there is none."""
    return next((step for step in STEPS if (step.source, step.target) == (source, target)), None)


def end(project: Project, ending: Ending, desk: Desk) -> Project:
    """End a project; without an outcome it is the step's first. `StepError` where it is ended already."""
    allowed = _allowed(project, Status.ENDED)
    outcome = ending.outcome or allowed.outcomes[0]
    if outcome not in allowed.outcomes:
        raise StepError(
            tr(
                "“{name}” cannot end with the outcome {outcome}.",
                name=project.title,
                outcome=outcome.label.lower(),
            ),
            tr("Nothing was changed."),
        )
    results = project.results if ending.results is None else ending.results
    return _taken(replace(project, results=results), Status.ENDED, ending.effective, outcome, ending.note, desk)


def activate(project: Project, desk: Desk, *, effective: PartialDate | None = None, note: str = "") -> Project:
    """Start a planned project, or take an ended one back to active; `StepError` where it is active already."""
    _allowed(project, Status.ACTIVE)
    return _taken(project, Status.ACTIVE, effective, None, note, desk)


def _allowed(project: Project, target: Status) -> Step:
    allowed = step(project.status, target)
    if allowed is None:
        raise StepError(
            tr(
                "“{name}” has the status {status} already.",
                name=project.title,
                status=project.status.label.lower(),
            ),
            tr("Nothing was changed."),
        )
    return allowed


def _taken(
    project: Project,
    target: Status,
    effective: PartialDate | None,
    outcome: Outcome | None,
    note: str,
    desk: Desk,
) -> Project:
    event = StatusEvent(
        source=project.status,
        target=target,
        effective=effective,
        outcome=outcome,
        note=note.strip(),
        actor=desk.actor,
        recorded=desk.clock.now(),
    )
    return replace(project, status=target, events=(*project.events, event))
