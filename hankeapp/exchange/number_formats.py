"""How Excel and LibreOffice show a number: as a date to the day, the month or the year, or as a share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Collection

_NO_SIGNS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
"""Words, blanks and colours within a number format."""


def as_shown(day: PartialDate, number_format: str) -> PartialDate:
    """A date as precise as it is shown: Excel makes the first of the month of a typed 12/2026."""
    has_day, has_month = _shown(number_format)
    return _shortened(day, has_day=has_day, has_month=has_month)


def shown_with(day: PartialDate, signs: Collection[str]) -> PartialDate:
    """The same of the parts of a date (`day`, `month`, `year`) that a style of LibreOffice shows."""
    return _shortened(day, has_day="day" in signs or "year" not in signs, has_month="month" in signs)


@lru_cache(maxsize=256)
def is_share(number_format: str) -> bool:
    """Whether a number is shown by the hundred."""
    return "%" in _NO_SIGNS.sub("", number_format)


@lru_cache(maxsize=256)
def _shown(number_format: str) -> tuple[bool, bool]:
    """Whether the day and the month are shown; without a year the whole date is meant."""
    signs = _NO_SIGNS.sub("", number_format.split(";", maxsplit=1)[0]).lower()
    if not ({"y", "v"} & set(signs)):
        return True, True
    return "d" in signs or "p" in signs, "m" in signs or "k" in signs


def _shortened(day: PartialDate, *, has_day: bool, has_month: bool) -> PartialDate:
    if has_day:
        return day
    return PartialDate(day.year, day.month) if has_month else PartialDate(day.year)
