"""Which of the times that a paragraph tells are the project's: start, end and the words of time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.language.time_expressions import TimeKind, TimeRole, read
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.language.time_expressions import TimeExpression

IN_NAME = mark("The years stand in the name.")
OF_FUNDING = mark("The text says this of the funding.")
OF_PHASE = mark("The text says this of a phase.")
LISTED = mark("The text lists single years.")
BY_WHEN = mark("The text says by when, not until when.")
ONE_TIME = mark("The text gives a single time.")
EXTENDED = mark("The text speaks of an extension.")

_SPANNING = (TimeKind.RANGE, TimeKind.LIST)
_WORDS_ONLY = (TimeKind.DURATION, TimeKind.VAGUE)
_CLOSE = (TimeRole.PROJECT, TimeRole.SUB, TimeRole.PHASE, TimeRole.FUNDING)
_CARRIED_OUT = re.compile(
    r"(?:(?:toteutet|järjestet|toteutu)\w{1,8}|\b(?:toteutus|hanke|projekti|toiminta)?(?:kesto|aika|ajankohta|aikataulu)(?:\s{1,2}on|:)?)\s{1,2}$",
    re.IGNORECASE,
)
_TAKES_PLACE = re.compile(
    r"^[^.!?]{0,120}\b(?:toteutet|järjestet|toteutu)\w{0,8}\s{1,2}(?:[^\W\d]+\s{1,2}){0,3}$", re.IGNORECASE
)
_WAS = re.compile(
    r"^[^.!?]{0,200}\b(?:on|oli)\b[^.!?]{0,120}\b\w*(?:hanke|projekti|kampanja|kokeilu|pilotti|selvitys)\s{1,2}$",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"jatk(?:oaik|et|oa\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s")
_REACH = 60
_YEAR_TOLD = re.compile(
    r"\b(?:(?:toteutus|hanke|projektin?\s|hankkeen\s)?(?:kesto|aika|ajankohta|aikataulu)|toteutus):?\s((?:19|20)\d\d)(?=[,.;\n]|$)"
    r"|(?<=[.!?]\s)((?:19|20)\d\d)\.?\s*$",
    re.IGNORECASE,
)
_LINE_OR_BAR = re.compile(r"[^\S\n]*(?=\n|$|[|·•])")
_YEAR_LINE = re.compile(r"[^\S\n]*(?:\n[^\n\d]{0,60})?\n\s*((?:19|20)\d\d)[^\S\n]*(?=\n|$|[|·•])")


@dataclass(frozen=True)
class Side:
    """The start or the end: the date, the span that says it, and a reason of its own for being uncertain."""

    date: PartialDate
    span: tuple[int, int]
    reason: str = ""
    others: tuple[Side, ...] = ()
    """What else it may be."""


@dataclass(frozen=True, kw_only=True)
class Period:
    """The project's time as read; `reason` says why it is uncertain, `remarks` what could not be taken."""

    start: Side | None = None
    end: Side | None = None
    words: tuple[int, int] | None = None
    reason: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Told:
    """What a paragraph, whose head ends at `head_end`, tells of time."""

    text: str
    times: tuple[TimeExpression, ...]
    head_end: int

    def all(self, role: TimeRole, *kinds: TimeKind) -> list[TimeExpression]:
        return [each for each in self.times if each.role is role and each.kind in kinds]

    def bracketed(self, each: TimeExpression) -> bool:
        return self.text[each.span[0] - 1 : each.span[0]] == "("

    def is_line_below(self, each: TimeExpression) -> bool:
        """Whether it is a line of its own near below the head, or stands there before a bar."""
        start, end = each.span
        line = self.text.rfind("\n", 0, start) + 1
        above = self.text[self.head_end : line].split("\n")
        is_near = self.head_end < line and sum(bool(words.strip()) for words in above) <= 1
        return is_near and not self.text[line:start].strip() and _LINE_OR_BAR.match(self.text, end) is not None

    def in_head(self, each: TimeExpression) -> bool:
        return each.span[1] <= self.head_end


def read_period(text: str, head_end: int) -> Period:
    """The project's time in a paragraph whose head ends at `head_end`; empty where the text says nothing of it."""
    told = _Told(text, tuple(_owned(text, each, head_end) for each in read(text)), head_end)
    found = (way(told) for way in _WAYS)
    period = next((period for period in found if period is not None), Period())
    several = _several(period, told)
    reason = _reason(several) or period.reason
    return replace(_with_others(period, several), reason=reason, remarks=(*period.remarks, *_problems(told)))


def _owned(text: str, each: TimeExpression, head_end: int) -> TimeExpression:
    """“**Hyvän ruoan kylä** päättyi maaliskuussa 2024”: what begins right behind the name has it as its subject.

    So has what the head ends with: “Liikkumisen ohjelma, 2018–2020”.
    """
    follows = head_end > 0 and each.role is TimeRole.OTHER and not text[head_end : each.span[0]].strip()
    ends = each.role is TimeRole.PROGRAMME and each.span[1] == head_end
    return replace(each, role=TimeRole.PROJECT) if follows or ends else each


def _spanning(told: _Told) -> Period | None:
    """A range, the one in the head before others, or else a list of years."""
    own = told.all(TimeRole.PROJECT, *_SPANNING)
    if not own:
        return None
    first = min(own, key=lambda each: (each.kind is TimeKind.LIST, not told.in_head(each)))
    reason = IN_NAME if told.in_head(first) and not told.bracketed(first) else ""
    return _extended(told, _of(first, LISTED if first.kind is TimeKind.LIST else reason))


def _extended(told: _Told, period: Period) -> Period:
    """The later end that an extension gives."""
    for each in told.times:
        ends = each.end if each.kind in {TimeKind.UNTIL, TimeKind.BY} else None
        before = told.text[max(0, each.span[0] - _REACH) : each.span[1]]
        if ends and period.end and ends.latest > period.end.date.latest and _EXTENSION.search(before):
            return replace(period, end=Side(ends, each.span, tr(EXTENDED)))
    return period


def _sides(told: _Told) -> Period | None:
    """A beginning and an end that are told apart, or one of them."""
    first = next(iter(told.all(TimeRole.PROJECT, TimeKind.FROM)), None)
    last = next(iter(told.all(TimeRole.PROJECT, TimeKind.UNTIL)), None)
    if first is None and last is None:
        return None
    start = Side(first.start, first.span) if first and first.start else None
    end = Side(last.end, last.span) if last and last.end else None
    by = next(iter(told.all(TimeRole.PROJECT, TimeKind.BY)), None)
    if start and by and by.end and last is None:
        last, end = by, Side(by.end, by.span, tr(BY_WHEN))
    lengths = told.all(TimeRole.PROJECT, TimeKind.DURATION)
    words = _together(told.text, [each for each in (*lengths, first, last) if each is not None])
    if start and end and end.date.latest < start.date.earliest:
        problem = tr("The end is before the start: {words}.", words=told.text[slice(*end.span)])
        return Period(start=start, words=words, remarks=(_left_empty(problem),))
    return Period(start=start, end=end, words=words)


def _together(text: str, expressions: list[TimeExpression]) -> tuple[int, int]:
    """The words of expressions that stand close by in one sentence, or else those of the last one."""
    span = min(each.span[0] for each in expressions), max(each.span[1] for each in expressions)
    close = span[1] - span[0] <= 2 * _REACH and not _SENTENCE_END.search(text, *span)
    return span if close else expressions[-1].span


def _limit(told: _Told) -> Period | None:
    """“Hanke toteutetaan 31.12.2026 mennessä”"""
    own = told.all(TimeRole.PROJECT, TimeKind.BY)
    return _of(own[0], BY_WHEN) if own else None


def _of_funding(told: _Told) -> Period | None:
    return _of_another(told, TimeRole.FUNDING, OF_FUNDING)


def _of_phase(told: _Told) -> Period | None:
    return _of_another(told, TimeRole.PHASE, OF_PHASE)


def _of_another(told: _Told, role: TimeRole, reason: str) -> Period | None:
    """The only period that is told, though it is said of something that goes with the project."""
    others = told.all(role, *_SPANNING, TimeKind.UNTIL)
    return _of(others[0], reason) if others else None


def _one_time(told: _Told) -> Period | None:
    """“(2025)” in the head, “toteutetaan vuonna 2025”, or “… oli kunnan kampanja kesällä 2022”."""
    for each in told.all(TimeRole.PROJECT, TimeKind.POINT):
        since = max(0, each.span[0] - _REACH)
        said = _CARRIED_OUT.search(told.text, since, each.span[0]) or _WAS.search(told.text[: each.span[0]])
        said = said or _TAKES_PLACE.search(told.text[told.head_end : each.span[0]].lstrip("\n\r .:"))
        if told.in_head(each) or said or told.is_line_below(each):
            return _of(each, ONE_TIME)
    return None


def _year_below(told: _Told) -> Period | None:
    """A year alone on a line right below the head, or before a bar in one; “aikataulu 2026” in a sentence."""
    match = _YEAR_LINE.match(told.text, told.head_end) or _YEAR_TOLD.search(told.text, told.head_end)
    if match is None:
        return None
    told_year = match.lastindex or 1
    year = PartialDate(int(match[told_year]))
    return Period(
        start=Side(year, match.span(told_year)),
        end=Side(year, match.span(told_year)),
        words=match.span(told_year),
        reason=tr(ONE_TIME),
    )


def _only_words(told: _Told) -> Period | None:
    own = told.all(TimeRole.PROJECT, *_WORDS_ONLY)
    return Period(words=own[0].span) if own else None


def _of(expression: TimeExpression, reason: str) -> Period:
    span = expression.span
    return Period(
        start=Side(expression.start, span) if expression.start else None,
        end=Side(expression.end, span) if expression.end else None,
        words=span,
        reason=tr(reason) if reason else "",
    )


def _several(period: Period, told: _Told) -> dict[str, TimeExpression]:
    """The periods that are told, where there are others than the chosen one, by what they read like."""
    if period.start is None or period.end is None:
        return {}
    ranges = (each for role in _CLOSE for each in told.all(role, TimeKind.RANGE) if each.start and each.end)
    in_order = sorted(ranges, key=lambda each: each.span)
    periods = {interval_text(each.start, each.end): each for each in reversed(in_order)}
    return dict(reversed(periods.items())) if len(periods) > 1 else {}


def _reason(several: dict[str, TimeExpression]) -> str:
    return tr("The text tells several periods: {periods}.", periods=", ".join(several)) if several else ""


def _with_others(period: Period, several: dict[str, TimeExpression]) -> Period:
    """The period with the others that it may be, on both sides."""
    start, end = period.start, period.end
    if not several or start is None or end is None:
        return period
    others = [each for each in several.values() if (each.start, each.end) != (start.date, end.date)]
    starts = tuple(Side(each.start, each.span) for each in others if each.start)
    ends = tuple(Side(each.end, each.span) for each in others if each.end)
    return replace(period, start=replace(start, others=starts), end=replace(end, others=ends))


def _problems(told: _Told) -> list[str]:
    return [_left_empty(each.problem) for each in told.times if each.problem and each.role is not TimeRole.PROGRAMME]


def _left_empty(problem: str) -> str:
    return " ".join((problem, tr("The date was left empty; the words stand in the public text.")))


_WAYS: tuple[Callable[[_Told], Period | None], ...] = (
    _spanning,
    _sides,
    _limit,
    _of_funding,
    _of_phase,
    _one_time,
    _year_below,
    _only_words,
)
