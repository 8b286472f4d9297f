"""Dates as they are written into a field and said beside it: read, how that was, and why it is not what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from hankeapp.domain.dates import MONTH_NAMES, PartialDate, interval_text
from hankeapp.domain.errors import DateError
from hankeapp.language.entries import read_entry, span_of
from hankeapp.language.times import TimeKind
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from hankeapp.language.times import TimeExpression

ENDS = (TimeKind.POINT, TimeKind.UNTIL, TimeKind.BY)
"""What may be said of an end beyond its date: “31.12.2023 asti”."""
ONE_SIDED = (*ENDS, TimeKind.FROM)
_LONGEST_QUOTE = 40


def read_date(text: str, takes: Collection[TimeKind] = ONE_SIDED) -> PartialDate | None:
    """The date that a text says, None for an empty one; `DateError`, also for what is said beyond what it takes."""
    if not text.strip():
        return None
    try:
        return PartialDate.parse(text)
    except DateError:
        entry = read_entry(text)
        if entry is None or (entry.problem and entry.kind is TimeKind.POINT):
            raise
    if entry.problem:
        raise DateError(entry.problem)
    if entry.kind not in takes:
        raise DateError(*refusal(entry, text))
    return entry.start or entry.end


def required_date(text: str, takes: Collection[TimeKind] = ONE_SIDED) -> PartialDate:
    """`read_date`, but `DateError` for an empty text, too."""
    date = read_date(text, takes)
    if date is None:
        raise DateError(tr("The date is missing."), tr("Write a day, a month or a year: 31.12.2026, 12/2026 or 2026."))
    return date


def reading(date: PartialDate) -> str:
    """How a date was read: `= maaliskuu–toukokuu 2025`, `= joulukuu 2022`, `= torstai 31.12.2026`."""
    return f"= {_in_words(date)}"


def refusal(entry: TimeExpression, text: str) -> tuple[str, str]:
    """Why an entry that was read is no date for this field, and how to write one."""
    quote = text.strip() if len(text) <= _LONGEST_QUOTE else text.strip()[:_LONGEST_QUOTE] + "…"
    if entry.kind in {TimeKind.DURATION, TimeKind.VAGUE}:
        return tr("“{text}” tells how long, and not when.", text=quote), tr("Write the start or the end as a date.")
    if entry.kind is TimeKind.FROM:
        return tr("“{text}” is a start.", text=quote), tr("Write the end here.")
    if entry.kind in {TimeKind.UNTIL, TimeKind.BY}:
        return tr("“{text}” is an end.", text=quote), tr("Write the start here.")
    start, end = span_of(entry, None, None)
    example = interval_text(start, end)
    return tr("“{text}” is a whole duration.", text=quote), tr(
        "Write the start and the end of {duration} into their own fields.", duration=example
    )


def _in_words(date: PartialDate) -> str:
    if date.day is not None:
        weekday = QLocale().standaloneDayName(date.earliest.isoweekday(), QLocale.FormatType.LongFormat)
        return f"{weekday} {date}"
    first, last = date.earliest, date.latest
    start, end = MONTH_NAMES[first.month - 1], MONTH_NAMES[last.month - 1]
    if date.season is None:
        return tr("year {year}", year=date.year) if date.month is None else f"{start} {date.year}"
    if first.year == last.year:
        return f"{start}–{end} {date.year}"
    return f"{start} {first.year} – {end} {last.year}"
