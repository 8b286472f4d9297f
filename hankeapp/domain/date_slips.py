"""What was meant by a date that is written in another way: swapped, the year first, other signs, a short year."""

from __future__ import annotations

import re

_SIGN = r"\s?[.,/ -]\s?"
_YEAR_LAST = re.compile(rf"(?P<first>\d{{1,2}}){_SIGN}(?P<second>\d{{1,2}}){_SIGN}(?P<year>(?:19|20|21)\d\d|\d\d)\.?")
_YEAR_FIRST = re.compile(rf"(?P<year>(?:19|20|21)\d\d){_SIGN}(?P<month>\d{{1,2}})(?:{_SIGN}(?P<day>\d{{1,2}}))?\.?")
_MONTH = re.compile(rf"(?P<month>\d{{1,2}}){_SIGN}(?P<year>(?:19|20|21)\d\d|\d\d)\.?")
_DIGITS = re.compile(r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20|21)\d\d)")
_SHORT_NAME = re.compile(r"(?P<name>[a-zäö]{3,})\.?\s+(?P<year>(?:19|20|21)\d\d)", re.IGNORECASE)
_CENTURY = 2000

Parts = tuple[int, "int | None", "int | None"]


def slip(words: str, month_names: tuple[str, ...]) -> Parts | None:
    """The year, month and day that were meant, or None; whether there is such a day is for others to see.

    `month_names` are those that a shortened one ("joulu 2026", "hel. 2026") is the beginning of.
    """
    match = _YEAR_LAST.fullmatch(words) or _DIGITS.fullmatch(words)
    if match is not None:
        first, second, year = (int(part) for part in match.groups())
        day, month = (second, first) if second > 12 else (first, second)
        return _full(year), month, day
    match = _YEAR_FIRST.fullmatch(words)
    if match is not None:
        return int(match["year"]), int(match["month"]), int(match["day"]) if match["day"] else None
    match = _MONTH.fullmatch(words)
    if match is not None:
        return _full(int(match["year"])), int(match["month"]), None
    return _of_short_name(words, month_names)


def _of_short_name(words: str, month_names: tuple[str, ...]) -> Parts | None:
    match = _SHORT_NAME.fullmatch(words)
    if match is None:
        return None
    meant = [at for at, name in enumerate(month_names, 1) if name.startswith(match["name"].lower())]
    return (int(match["year"]), meant[0], None) if len(meant) == 1 else None


def _full(year: int) -> int:
    return year if year > 99 else _CENTURY + year
