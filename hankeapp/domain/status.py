"""Statuses, the steps allowed between them, and the event that each step leaves behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError, StepError
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
    """A step taken: from, to, when it took effect (as far as it is known), and who recorded it when (UTC).

    A step that gave the project another end keeps both ends. One from a status to itself did nothing else: it is an
    extension, in force from its decision.
    """

    id: str = ""
    source: Annotated[Status, Field(label=mark("From status"), group=Group.SCHEDULE, editable=False)]
    target: Annotated[Status, Field(label=mark("To status"), group=Group.SCHEDULE, editable=False)]
    effective: Annotated[PartialDate | None, Field(label=mark("Effective date"), group=Group.SCHEDULE)] = None
    outcome: Annotated[Outcome | None, Field(label=mark("Outcome"), group=Group.SCHEDULE)] = None
    note: Annotated[str, Field(label=mark("Comment"), group=Group.SCHEDULE)] = ""
    old_end: Annotated[PartialDate | None, Field(label=mark("Earlier end"), group=Group.SCHEDULE, editable=False)] = (
        None
    )
    new_end: Annotated[PartialDate | None, Field(label=mark("New end"), group=Group.SCHEDULE, editable=False)] = None
    actor: Annotated[str, Field(label=mark("Recorded by"), group=Group.SCHEDULE, editable=False)]
    recorded: Annotated[datetime, Field(label=mark("Recorded"), group=Group.SCHEDULE, editable=False)]

    @property
    def is_extension(self) -> bool:
        """Whether it left the status as it was, and only gave the project a later end."""
        return self.source is self.target


@dataclass(frozen=True, kw_only=True)
class Ending:
    """What a person says when ending a project; `results` None leaves the results as they are."""

    effective: PartialDate | None
    outcome: Outcome | None = None
    note: str = ""
    results: str | None = None


@dataclass(frozen=True, kw_only=True)
class Extension:
    """What a person says when a project is to go on for longer; `decided` is when that was decided, if known."""

    end: PartialDate
    decided: PartialDate | None = None
    note: str = ""


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
    event = _event(project, Status.ENDED, desk, ending.effective, ending.note)
    return _taken(replace(project, results=results), replace(event, outcome=outcome))


def activate(
    project: Project,
    desk: Desk,
    *,
    effective: PartialDate | None = None,
    note: str = "",
    until: PartialDate | None = None,
) -> Project:
    """Start a planned project, or take an ended one back to active; `StepError` where it is active already.

    `until` is its new end, if it gets one.
    """
    _allowed(project, Status.ACTIVE)
    event = _event(project, Status.ACTIVE, desk, effective, note)
    return _taken(project, event if until is None else _moved(project, event, until))


def plan(project: Project, desk: Desk, *, note: str = "") -> Project:
    """Take an ended project back to planned, as one that was not funded at first; `StepError` for any other."""
    _allowed(project, Status.PLANNED)
    return _taken(project, _event(project, Status.PLANNED, desk, None, note))


def extend(project: Project, extension: Extension, desk: Desk) -> Project:
    """Give an active project a later end; the event keeps the one that was in force before.

    `StepError` where it is not active, `FieldError` where the end is not later.
    """
    if project.status is not Status.ACTIVE:
        raise StepError(
            tr("“{name}” is not active: only what is active goes on for longer.", name=project.title),
            tr("Nothing was changed."),
        )
    check_extension(project, extension.end)
    event = _event(project, Status.ACTIVE, desk, extension.decided, extension.note)
    return _taken(project, _moved(project, event, extension.end))


def check_extension(project: Project, end: PartialDate) -> None:
    """`FieldError` for an end that is not later than the one recorded: that would correct it, and extend nothing."""
    if project.end is not None and end.latest <= project.end.latest:
        raise FieldError(
            "end",
            tr("{new} is not later than the recorded end {end}.", new=end, end=project.end),
            tr("Write a later day. A wrong end date is corrected in its own field."),
        )


def extension_text(event: StatusEvent) -> str:
    """ "Jatkoaika: 2023 → 2025, päätetty 12.3.2024": how a step moved the end; empty where it did not."""
    if event.new_end is None:
        return ""
    ends = f"{event.old_end or '–'} → {event.new_end}"
    if event.effective is None:
        return tr("Extension: {ends}", ends=ends)
    return tr("Extension: {ends}, decided {date}", ends=ends, date=event.effective)


def _allowed(project: Project, target: Status) -> Step:
    allowed = step(project.status, target)
    if allowed is None:
        raise StepError(_refusal(project, target), tr("Nothing was changed."))
    return allowed


def _refusal(project: Project, target: Status) -> str:
    if project.status is target:
        return tr("“{name}” has the status {status} already.", name=project.title, status=project.status.label.lower())
    return tr("“{name}” has not ended: only what has ended goes back to planned.", name=project.title)


def _event(project: Project, target: Status, desk: Desk, effective: PartialDate | None, note: str) -> StatusEvent:
    return StatusEvent(
        source=project.status,
        target=target,
        effective=effective,
        note=note.strip(),
        actor=desk.actor,
        recorded=desk.clock.now(),
    )


def _moved(project: Project, event: StatusEvent, end: PartialDate) -> StatusEvent:
    return event if end == project.end else replace(event, old_end=project.end, new_end=end)


def _taken(project: Project, event: StatusEvent) -> Project:
    return replace(project, status=event.target, end=event.new_end or project.end, events=(*project.events, event))
