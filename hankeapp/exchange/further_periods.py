"""Periods beside the project's own: of a programme, a sub-project, a phase, the funding, a parent project, a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.parts import Period, PeriodKind
from hankeapp.exchange.suggesting import plain_words, suggest
from hankeapp.language.time_expressions import TimeKind, TimeRole, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.language.time_expressions import TimeExpression

_KINDS = {
    TimeRole.PROGRAMME: PeriodKind.PROGRAMME,
    TimeRole.SUB: PeriodKind.SUBPROJECT,
    TimeRole.PHASE: PeriodKind.PHASE,
    TimeRole.FUNDING: PeriodKind.FUNDING,
    TimeRole.GOAL: PeriodKind.GOAL,
    TimeRole.PARENT: PeriodKind.PARENT,
}
_SPANNING = {TimeKind.RANGE, TimeKind.LIST}
_LIMITS = {TimeKind.POINT, TimeKind.BY, TimeKind.UNTIL}


def read_further_periods(text: str) -> Iterator[Suggestion]:
    """A period for each time that is told of something else than the project itself."""
    for each in read(text):
        kind = _KINDS.get(each.role)
        if kind is None or not (each.start or each.end) or not _lasts(each):
            continue
        start = None if kind is PeriodKind.GOAL and each.kind in _LIMITS else each.start
        period = Period(kind=kind, start=start, end=each.end, words=plain_words(text, each.span))
        yield suggest("periods", period, each.span)


def _lasts(each: TimeExpression) -> bool:
    """A goal is set for a time, a parent project may only have begun; others are periods when they last."""
    if each.role is TimeRole.GOAL:
        return each.kind in _SPANNING | _LIMITS
    if each.role is TimeRole.PARENT:
        return each.kind in _SPANNING | {TimeKind.FROM, TimeKind.POINT}
    return each.kind in _SPANNING
