"""How the rows of a list get from what it shows to what it should show: removals, a new order, additions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from hankeapp.ui.row_keys import RowKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Range = tuple[int, int]
"""First and last row."""


@dataclass(frozen=True)
class RowChange:
    """In this order: remove ranges (from the bottom up), put what is left in order, insert ranges (downwards)."""

    removed: tuple[Range, ...]
    kept: RowKeys
    inserted: tuple[Range, ...]


def between(old: RowKeys, new: RowKeys) -> RowChange:
    """The change from one list of rows to another. Of what begins and ends alike, no row is looked at."""
    most = min(len(old), len(new))
    head = _most_alike(most, lambda n: old.cut(0, n) == new.cut(0, n))
    tail = _most_alike(most - head, lambda n: old.cut(len(old) - n) == new.cut(len(new) - n))
    if head + tail == len(old):  # all of the old rows stay where they are
        added = ((head, len(new) - tail - 1),) if head + tail < len(new) else ()
        return RowChange((), old, added)
    before, after = list(old.cut(head, len(old) - tail)), list(new.cut(head, len(new) - tail))
    gone, come = set(before), set(after)
    if gone == come:
        return RowChange((), new, ())
    removed = ranges(head + row for row, key in enumerate(before) if key not in come)
    inserted = ranges(head + row for row, key in enumerate(after) if key not in gone)
    kept = RowKeys(b"".join(key for key in after if key in gone))
    parts = (new.cut(0, head), kept, new.cut(len(new) - tail))
    return RowChange(tuple(reversed(removed)), RowKeys.joined(parts), tuple(inserted))


def ranges(rows: Iterable[int]) -> list[Range]:
    """Rising rows, gathered into ranges of neighbours."""
    found = []
    for _, run in groupby(enumerate(rows), _drift):
        neighbours = [row for _, row in run]
        found.append((neighbours[0], neighbours[-1]))
    return found


def joined(several: Iterable[Range]) -> list[Range]:
    """Ranges in their order, those that meet or overlap made one."""
    apart: list[Range] = []
    for first, last in sorted(several):
        if apart and first <= apart[-1][1] + 1:
            apart[-1] = apart[-1][0], max(last, apart[-1][1])
        else:
            apart.append((first, last))
    return apart


def _most_alike(most: int, is_alike: Callable[[int], bool]) -> int:
    """The greatest number up to `most` of which it is true, where it is true of every smaller one."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if is_alike(middle) else (least, middle - 1)
    return least


def _drift(numbered: tuple[int, int]) -> int:
    """The same for neighbours: a row less its place in the count."""
    place, row = numbered
    return row - place
