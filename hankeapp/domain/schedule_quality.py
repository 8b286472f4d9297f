"""Contradictions in a project's dates: its status, further periods, contacts and deadlines against its duration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.attention import is_overdue
from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.domain.parts import PeriodKind
from hankeapp.domain.problems import Problem, Rule
from hankeapp.domain.status import Status
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hankeapp.domain.parts import Period
    from hankeapp.domain.project import Project

PROGRAMME_YEARS = ((2000, 2006), (2007, 2013), (2014, 2020), (2021, 2027))
"""The European Union's programme periods: a text that names them speaks of the programme, hardly of the project."""

_WITHIN = {PeriodKind.OWN_PART, PeriodKind.PHASE, PeriodKind.SUBPROJECT}
"""Periods that lie within the project's own."""


def schedule_problems(project: Project, today: date) -> Iterator[Problem]:
    """What of a project's dates contradicts another, or the day."""
    yield from _status(project, today)
    yield from _own_years(project)
    for period in project.periods:
        yield from _period(project, period)
    for contact in project.contacts:
        if _is_reversed(contact.start, contact.end):
            yield Problem(Rule.ORDER, "contacts", _reversed(contact.name or contact.title, contact.start), contact.id)
    yield from _deadlines(project, today)


def _status(project: Project, today: date) -> Iterator[Problem]:
    ended = project.ended.effective if project.ended else None
    if is_overdue(project, today):
        yield Problem(
            Rule.OVERDUE, "end", tr("The end date {end} has passed, but the project is active.", end=project.end)
        )
    if ended and ended.earliest > today:
        yield Problem(
            Rule.ENDED_IN_FUTURE, "end", tr("The project has ended on a day still to come: {end}.", end=ended)
        )
    if project.start is None:
        return
    if project.status is Status.PLANNED and project.start.latest < today:
        yield Problem(
            Rule.PLANNED_BUT_STARTED,
            "start",
            tr("The start {start} has passed, but the project is still planned.", start=project.start),
        )
    if project.status is Status.ACTIVE and project.start.earliest > today:
        yield Problem(
            Rule.ACTIVE_BEFORE_START,
            "start",
            tr("The project is active, but its start is still to come: {start}.", start=project.start),
        )


def _own_years(project: Project) -> Iterator[Problem]:
    if project.start is None or project.end is None:
        return
    programmes = {(each.start, each.end) for each in project.periods if each.kind is PeriodKind.PROGRAMME}
    programmes |= {(PartialDate(first), PartialDate(last)) for first, last in PROGRAMME_YEARS}
    if (project.start, project.end) in programmes:
        yield Problem(
            Rule.PROGRAMME_YEARS,
            "start",
            tr("{years} is the period of a programme. Check that it is the project's too.", years=project.duration),
        )


def _period(project: Project, period: Period) -> Iterator[Problem]:
    if _is_reversed(period.start, period.end):
        yield Problem(Rule.ORDER, "periods", _reversed(period.kind.label, period.start), period.id)
    elif period.kind in _WITHIN and _is_outside(project, period):
        told = interval_text(period.start, period.end)
        yield Problem(
            Rule.OUTSIDE,
            "periods",
            tr(
                "{period}: {years} is not within the project's duration {duration}.",
                period=period.kind.label,
                years=told,
                duration=project.duration,
            ),
            period.id,
        )


def _is_outside(project: Project, period: Period) -> bool:
    """Whether it surely begins before the project or ends after it, whatever the days."""
    early = project.start and period.start and period.start.latest < project.start.earliest
    late = project.end and period.end and period.end.earliest > project.end.latest
    return bool(early or late)


def _deadlines(project: Project, today: date) -> Iterator[Problem]:
    for each in project.deadlines:
        if each.done is None and each.due.latest < today:
            told = tr(
                "{deadline}: {due} has passed, and it is not marked as done.", deadline=each.kind.label, due=each.due
            )
            yield Problem(Rule.DEADLINE, "deadlines", told, each.id)


def _is_reversed(start: PartialDate | None, end: PartialDate | None) -> bool:
    return start is not None and end is not None and end.latest < start.earliest


def _reversed(what: str, start: PartialDate | None) -> str:
    return tr("{what}: the end is before the start ({start}).", what=what, start=start)
