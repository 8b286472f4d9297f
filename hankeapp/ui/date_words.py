"""Dates as they are said beside a field: how one was read, and why an entry is not the one date that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from hankeapp.domain.dates import MONTH_NAMES, interval_text
from hankeapp.language.entries import span_of
from hankeapp.language.times import TimeKind
from hankeapp.translation import tr

if TYPE_CHECKING:
    from hankeapp.domain.dates import PartialDate
    from hankeapp.language.times import TimeExpression

_LONGEST_QUOTE = 40


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
