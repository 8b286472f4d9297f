"""Tables of text: columns aligned by what a terminal shows."""

from __future__ import annotations

import unicodedata
from enum import Enum
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING = "–"
"""What stands where nothing is known."""

WIDEST = 40
"""Places for a cell, the last of its row excepted."""

_COLUMNS = ("number", "status", "start", "end", "acronym", "name")
_GAP = "  "
_WITHOUT_WIDTH = {"Mn", "Me", "Cf"}


def project_table(projects: Sequence[Project]) -> str:
    """A line a project under a line of labels; the name comes last, where its length harms nothing."""
    header = [field_of(Project, name).title for name in _COLUMNS]
    return table([header, *([value_text(getattr(project, name)) for name in _COLUMNS] for project in projects)])


def value_text(value: object) -> str:
    """A field's value in words: a label, a date as an office writes it."""
    if isinstance(value, Enum):
        return str(getattr(value, "label", value.value))
    return NOTHING if value is None or value == "" else str(value)


def table(rows: Sequence[Sequence[str]]) -> str:
    """The rows in columns as wide as their widest cell."""
    fitted = [[*(shortened(cell) for cell in row[:-1]), _in_one_line(row[-1])] for row in rows]
    widths = [max(map(width, column)) for column in zip(*fitted, strict=True)]
    return "\n".join(_row(cells, widths) for cells in fitted)


def width(text: str) -> int:
    """Places on a terminal: two for a wide character or an emoji, none for what stands on another."""
    return len(text) if text.isascii() else sum(map(_places, text))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (places - width(cell)) for cell, places in zip(cells, widths, strict=True))
    return _GAP.join(padded).rstrip()


def shortened(cell: str) -> str:
    """A cell in one line of at most `WIDEST` places."""
    text = _in_one_line(cell)
    if width(text) <= WIDEST:
        return text
    ends = accumulate(map(_places, text))
    return text[: sum(end < WIDEST for end in islice(ends, WIDEST))] + "…"


def _in_one_line(cell: str) -> str:
    return " ".join(cell.split())


def _places(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
