"""How the rows of a list get from what it shows to what it should show: removals, a new order, additions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hankeapp.domain.project import ProjectId

Range = tuple[int, int]
"""First and last row."""


@dataclass(frozen=True)
class RowChange:
    """In this order: remove ranges (from the bottom up), put what is left in order, insert ranges (downwards)."""

    removed: tuple[Range, ...]
    kept: tuple[ProjectId, ...]
    inserted: tuple[Range, ...]


def between(old: Sequence[ProjectId], new: Sequence[ProjectId]) -> RowChange:
    """The change from one list of ids to another."""
    before, after = set(old), set(new)
    removed = ranges(row for row, each in enumerate(old) if each not in after)
    inserted = ranges(row for row, each in enumerate(new) if each not in before)
    return RowChange(tuple(reversed(removed)), tuple(each for each in new if each in before), tuple(inserted))


def ranges(rows: Iterable[int]) -> list[Range]:
    """Rising rows, gathered into ranges of neighbours."""
    found = []
    for _, run in groupby(enumerate(rows), _drift):
        neighbours = [row for _, row in run]
        found.append((neighbours[0], neighbours[-1]))
    return found


def _drift(numbered: tuple[int, int]) -> int:
    """The same for neighbours: a row less its place in the count."""
    place, row = numbered
    return row - place
