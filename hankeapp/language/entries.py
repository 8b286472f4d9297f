"""Reading what a person writes into a field of dates: a date, one side of a duration, a whole one, or its length."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import DateError
from hankeapp.language.time_expressions import read
from hankeapp.language.times import TimeExpression, TimeKind

if TYPE_CHECKING:
    from datetime import date

LONGEST = 200
"""Characters: what is longer is no entry."""
_ABOUT = re.compile(r"\s*(?:(?:noin|n\.|arviolta|arvio|ehkä|suunnilleen|viimeistään)\s+)?", re.IGNORECASE)
_OPEN_START = re.compile(r"[-–—]\s?")
_WITH_DATES = (TimeKind.RANGE, TimeKind.LIST)
_ONE_SIDED = (TimeKind.FROM, TimeKind.POINT, TimeKind.UNTIL, TimeKind.BY)

Span = tuple["PartialDate | None", "PartialDate | None"]


def read_entry(text: str) -> TimeExpression | None:
    """What an entry says; None where it says nothing of time.

    More is read here than in prose, where a bare year or “3 v” may be anything: “2024”, “noin 2024”, “–2026”, “18 kk”.
    """
    words = text[_ABOUT.match(text).end() :].strip()  # type: ignore[union-attr]
    if not words or len(words) > LONGEST:
        return None
    point = _date(words)
    if point is not None:
        return TimeExpression(kind=TimeKind.POINT, span=(0, len(text)), start=point, end=point)
    opening = _OPEN_START.match(words)
    until = _date(words[opening.end() :]) if opening else None
    if until is not None:
        return TimeExpression(kind=TimeKind.UNTIL, span=(0, len(text)), end=until)
    return _told(read(words)) or _told(read(f"kestää {words}"))


def span_of(entry: TimeExpression, start: PartialDate | None, end: PartialDate | None) -> Span:
    """The start and the end that an entry tells; a bare length is counted from the side that is known already."""
    try:
        return _span(entry, start, end)
    except DateError:  # counted out of the years that there are
        return entry.start, entry.end


def _span(entry: TimeExpression, start: PartialDate | None, end: PartialDate | None) -> Span:
    if entry.kind is TimeKind.FROM:
        return entry.start, _after(entry.start, entry.months)
    if entry.kind in _ONE_SIDED:
        return _before(entry.end, entry.months), entry.end
    if entry.kind is TimeKind.DURATION:
        return (start, _after(start, entry.months)) if start else (_before(end, entry.months), end)
    return entry.start, entry.end


def _date(words: str) -> PartialDate | None:
    try:
        return PartialDate.parse(words)
    except DateError:
        return None


def _told(found: tuple[TimeExpression, ...]) -> TimeExpression | None:
    """The most that expressions tell together: a range, or a side with the length that stands beside it."""
    whole = next((each for each in found if each.kind in _WITH_DATES), None)
    length = next((each for each in found if each.kind is TimeKind.DURATION), None)
    side = next((each for each in found if each.kind in _ONE_SIDED), None)
    if whole is not None or side is None:
        return whole or length
    return replace(side, months=length.months) if length is not None else side


def _after(start: PartialDate | None, months: int | None) -> PartialDate | None:
    """The end of what lasts so long from the start, to the start's own precision; None where that cannot be told."""
    if start is None or months is None or start.season is not None:
        return None
    if start.month is None:
        return PartialDate(start.year + months // 12 - 1) if months % 12 == 0 else None
    if start.day is None:
        return _month(start.year, start.month + months - 1)
    return PartialDate.of(_moved(start.earliest, months) - timedelta(days=1))


def _before(end: PartialDate | None, months: int | None) -> PartialDate | None:
    if end is None or months is None or end.season is not None:
        return None
    if end.month is None:
        return PartialDate(end.year - months // 12 + 1) if months % 12 == 0 else None
    if end.day is None:
        return _month(end.year, end.month - months + 1)
    return PartialDate.of(_moved(end.latest + timedelta(days=1), -months))


def _month(year: int, month: int) -> PartialDate:
    return PartialDate(year + (month - 1) // 12, (month - 1) % 12 + 1)


def _moved(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    first = _month(day.year, day.month + months).earliest
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
