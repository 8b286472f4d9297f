"""How wide the columns of a printed table are, and how small its type: numbers, dates and amounts never break.

Lengths are reckoned in letters: what proves wider is a text, which the layout divides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.errors import PrintError
from hankeapp.translation import LANGUAGE, speaking, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.reports.paper import Paper

_TYPE_SIZES = (8.4, 7.6, 6.8, 6.0)
"""Points, the first that all columns fit in; nobody reads less than the last."""

_LETTER = 0.58
"""Of the height of the type, about the width of a letter in the shipped typeface, heavier as in heads."""

_PADDING = 7.0
"""Points at both sides of a cell together."""

_LONGEST_WORD = 15
_LONGEST_NUMBER = 24
"""Letters of a word that has room for itself, and of what has digits in it; more than the latter is no number."""

_SHEETS = {"a4": (476.0, 722.0), "a3": (722.0, 1071.0)}
"""Points between the margins, upright and landscape."""


@dataclass(frozen=True)
class Texts:
    """What a column holds, its head first; `wish` is its part of what is left when every column has what it needs."""

    texts: Sequence[str]
    wish: float

    @property
    def least(self) -> int:
        """Letters of the longest word that is not parted."""
        return max((_unparted(word) for text in self.texts for word in text.split(" ")), default=1)

    @property
    def longest(self) -> int:
        """Letters of the longest text."""
        return max(map(len, self.texts), default=0)


def fitted(columns: Sequence[Texts], paper: Paper) -> tuple[float, tuple[float, ...]]:
    """The size of the type in points, and the width of each column as part of the sheet; `PrintError` if none fits."""
    room = _SHEETS[paper.size][paper.is_landscape]
    least = [column.least for column in columns]
    for size in (size * paper.scale for size in _TYPE_SIZES):
        needed = [_points(letters, size) for letters in least]
        if sum(needed) <= room:
            return size, tuple(width / room for width in _shared(columns, needed, room))
    raise _too_many(least, room, _TYPE_SIZES[-1] * paper.scale)


def _unparted(word: str) -> int:
    is_number = len(word) <= _LONGEST_NUMBER and any(map(str.isdigit, word))
    return len(word) if is_number else min(len(word), _LONGEST_WORD)


def _points(letters: int, size: float) -> float:
    return letters * size * _LETTER + _PADDING


def _shared(columns: Sequence[Texts], needed: Sequence[float], room: float) -> list[float]:
    """What is left goes to the columns whose texts take several lines, or else to all."""
    wishes = [column.wish if column.longest > column.least else 0.0 for column in columns]
    if not any(wishes):
        wishes = [column.wish for column in columns]
    left, whole = room - sum(needed), sum(wishes) or 1
    return [width + left * wish / whole for width, wish in zip(needed, wishes, strict=True)]


def _too_many(least: Sequence[int], room: float, size: float) -> PrintError:
    fitting = sum(sum(_points(each, size) for each in least[: place + 1]) <= room for place in range(len(least)))
    with speaking(LANGUAGE):  # it is told to the person who prints, whatever language they print in
        return PrintError(
            trn(
                "Only the first {n} column fits on the sheet.", "Only the first {n} columns fit on the sheet.", fitting
            ),
            tr("The register was not changed."),
            tr("Choose fewer columns, a larger sheet or smaller type."),
        )
