"""Which backups are kept: many of late, few of long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

NEWEST, DAILY, WEEKLY, MONTHLY = 20, 14, 8, 12
"""The newest ones, and the last one of each of so many days, weeks and months that have any."""

_PERIODS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (DAILY, lambda made: (made.year, made.month, made.day)),
    (WEEKLY, lambda made: made.isocalendar()[:2]),
    (MONTHLY, lambda made: (made.year, made.month)),
)


def kept(times: Iterable[datetime]) -> set[datetime]:
    """Those of the times whose backups stay."""
    ordered = sorted(times, reverse=True)
    stay = set(ordered[:NEWEST])
    for count, period in _PERIODS:
        last_of: dict[tuple[int, ...], datetime] = {}
        for made in ordered:
            last_of.setdefault(period(made), made)
        stay |= set(list(last_of.values())[:count])
    return stay
