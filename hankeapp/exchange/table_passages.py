"""Tables of a document: a project a row, a label and its value a row, or only a way to place paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.exchange.headings import status_of
from hankeapp.exchange.labels import Label, label_of
from hankeapp.exchange.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Rows = Sequence[Sequence[str]]

_HEADER_ROWS = 3
"""How far down the header of a table may stand: a title across it comes first in some."""


_FEWEST_ROWS, _LONGEST_CELL = 3, 60
_LABEL_AND_VALUE = 2
"""Columns of a table with a label and its value a row."""
_PARTED = re.compile(r"\s(?:ja|sekä|tai|och|and)\s|\s?[/,;(]")
_NAME = "Hanke"
"""The label that a column of names gets where its head is none."""


def record_rows(rows: Rows) -> list[Passage] | None:
    """The projects of a table with a project a row; None for another table.

    Its header names what the columns tell, among them the project's name.
    """
    if max(map(len, rows), default=0) == _LABEL_AND_VALUE and labelled_rows(rows):
        return None
    at = next((at for at, row in enumerate(rows[:_HEADER_ROWS]) if _is_header(row)), None)
    if at is None:
        return None
    header = _titles(rows[at])
    told = ((_section(row), _record(header, row) if place > at else "") for place, row in enumerate(rows))
    return [Passage(section or words, is_record=not section) for section, words in told if section or words]


def _section(row: Sequence[str]) -> str:
    """The words of a row that is nothing but a heading with a status, across the table."""
    words = {" ".join(cell.split()) for cell in row} - {""}
    only = words.pop() if len(words) == 1 else ""
    return only if status_of(only) else ""


def labelled_rows(rows: Rows) -> Passage | None:
    """A table of labels and values as lines “label: value”; None where fewer than two rows begin with a label."""
    told = [row for row in rows if any(cell.strip() for cell in row)]
    known = [row for row in told if len(row) > 1 and label_of(row[0])]
    if len(known) < 2 or len(known) * 2 < len(told):
        return None
    return Passage("\n".join(_lines(told)))


def plain_rows(rows: Rows) -> list[Passage] | None:
    """The rows of a table that tells something of each first cell under heads that are not known; None for others.

    Tables of two columns, or with long texts, place paragraphs.
    """
    told = [[" ".join(cell.split()) for cell in row] for row in rows if sum(bool(cell.strip()) for cell in row) > 2]
    lengths = sorted(len(cell) for row in told for cell in row)
    if len(told) < _FEWEST_ROWS or len(told) * 2 < len(rows) or lengths[len(lengths) // 2] > _LONGEST_CELL:
        return None
    return [
        Passage("; ".join(cell for cell in row if cell), lead=len(row[0])) for row in told[1:] if row[0].strip("–—- ")
    ]


def _is_header(row: Sequence[str]) -> bool:
    """Whether most of its cells are known, a project's name among them or else behind an unknown first one."""
    labels = [label_of(_known_part(cell)) for cell in row if cell.strip()]
    known = [label for label in labels if label]
    if len(row) < 2 or len(known) < 2 or len(known) * 2 < len(labels):
        return False
    return Label.NAME in known or (labels[0] is None and bool(row[0].strip()) and Label.TIME in known)


def _titles(row: Sequence[str]) -> list[str]:
    """The titles of the columns by the words that are known; where no name is among them, the first column has it."""
    titles = [_known_part(cell) for cell in row]
    named = any(label_of(title) is Label.NAME for title in titles)
    return titles if named else [_NAME, *titles[1:]]


def _known_part(cell: str) -> str:
    """The words of a head that are a label: “Hankkeen nimi” of “Hankkeen nimi ja lyhenne”; else all of them."""
    title = " ".join(cell.split())
    if label_of(title):
        return title
    first, last = _PARTED.split(title, maxsplit=1)[0], title.rpartition(" ")[2]
    if label_of(first):
        return first
    return last if label_of(last) not in {None, Label.NAME} else title


def _record(header: Sequence[str], row: Sequence[str]) -> str:
    cells = [" ".join(cell.split()) for cell in row]
    told = [(title, cell) for title, cell in zip(header, cells, strict=False) if title and cell.strip("–—- ")]
    name = next((cell for title, cell in told if label_of(title) is Label.NAME), "")
    return "\n".join(f"{title}: {cell}" for title, cell in told) if name and label_of(name) is not Label.NAME else ""


def _lines(rows: Rows) -> Iterator[str]:
    for row in rows:
        first, *rest = ("; ".join(cell.split("\n")) for cell in row)
        value = "; ".join(cell.strip() for cell in rest if cell.strip())
        yield f"{first.strip().rstrip(':')}: {value}" if value else first.strip()
