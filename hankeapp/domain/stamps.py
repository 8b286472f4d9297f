"""When acts were done, going by what clocks said: some of them were wrong, but never about the order."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def moments(stamps: Sequence[str], now: str) -> list[str]:
    """The moment of each of several acts in the order in which they were done, none before that of the act before it.

    A stamp is what the clock of a computer said, as text of one form. Later than now it is not believed, and of those
    that contradict each other not the fewest: so a clock that was wrong for a while, ahead or behind, harms no other
    act. One that is not believed was done right after the act before it, for all that is known.
    """
    believed = _never_going_back(stamps, now)
    moment = stamps[believed[0]] if believed else now
    told, trusted = [], set(believed)
    for place, stamp in enumerate(stamps):
        if place in trusted:
            moment = stamp
        told.append(moment)
    return told


def _never_going_back(stamps: Sequence[str], now: str) -> list[int]:
    """The places of the most stamps that rise or stay (patience sorting)."""
    ends: list[tuple[str, int]] = []
    """Of the rows of each length the least last stamp, and its place."""
    before: dict[int, int] = {}
    for place, stamp in enumerate(stamps):
        if stamp > now:
            continue
        length = bisect_right(ends, (stamp, place))
        before[place] = ends[length - 1][1] if length else -1
        ends[length : length + 1] = [(stamp, place)]
    row: list[int] = []
    at = ends[-1][1] if ends else -1
    while at >= 0:
        row.append(at)
        at = before[at]
    return row[::-1]
