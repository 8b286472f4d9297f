"""Tables of a document: a project a row, a label and its value a row, or only a way to place paragraphs."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from hankeapp.exchange.headings import status_of
from hankeapp.exchange.labels import Label, label_of
from hankeapp.exchange.passages import Passage
from hankeapp.language.time_expressions import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Rows = Sequence[Sequence[str]]

_HEADER_ROWS = 3
"""How far down the header of a table may stand: a title across it comes first in some."""


_FEWEST_ROWS, _LONGEST_CELL = 3, 60
_LABEL_AND_VALUE = 2
"""Columns of a table with a label and its value a row."""
_PARTED = re.compile(r"\s(?:ja|sekä|tai|och|and)\s|\s?[/,;(]")
_NAME, _TIME, _STATE = "Hanke", "Aika", "Tila"
"""The labels that columns get where their heads are none."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_NAME = 120


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


def told_rows(rows: Rows) -> list[Passage] | None:
    """The projects of a table whose columns have no known heads, by what stands in them: a name and a time.

    None for a table in which no column tells times, or none tells names.
    """
    told = [[" ".join(cell.split()) for cell in row] for row in rows if sum(bool(cell.strip()) for cell in row) > 1]
    columns = list(zip_longest(*told, fillvalue="")) if len(told) >= _FEWEST_ROWS else []
    times = next((at for at, cells in enumerate(columns) if _mostly(cells, _is_time)), None)
    states = next((at for at, cells in enumerate(columns) if _mostly(cells, lambda cell: bool(status_of(cell)))), None)
    names = next((at for at, cells in enumerate(columns) if at not in {times, states} and _are_names(cells)), None)
    if times is None or names is None:
        return None
    heads = {names: _NAME, times: _TIME, **({} if states is None else {states: _STATE})}
    header = [heads.get(at, "") for at in range(len(columns))]
    is_headed = not _is_time(told[0][times] if times < len(told[0]) else "")
    records = (_record(header, row) for row in told[is_headed:])
    return [Passage(words, is_record=True) for words in records if words]


def _mostly(cells: Sequence[str], is_one: Callable[[str], bool]) -> bool:
    return sum(map(is_one, cells)) * 4 >= len(cells) * 3


def _is_time(cell: str) -> bool:
    """Whether a cell says a time and hardly anything else."""
    times = read(cell)
    length = sum(end - start for start, end in (each.span for each in times if each.start or each.end))
    return _YEAR.fullmatch(cell) is not None or (bool(length) and length * 2 > len(cell))


def _are_names(cells: Sequence[str]) -> bool:
    """Whether most cells are short, different and no numbers."""
    worded = [cell for cell in cells if any(sign.isalpha() for sign in cell) and len(cell) <= _LONGEST_NAME]
    return len(worded) * 4 >= len(cells) * 3 and len(set(worded)) * 10 >= len(worded) * 9


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
    cells = [_of_cell(title, cell) for title, cell in zip(header, row, strict=False)]
    told = [(title, cell) for title, cell in zip(header, cells, strict=False) if title and cell.strip("–—- ")]
    name = next((cell for title, cell in told if label_of(title) is Label.NAME), "")
    return "\n".join(f"{title}: {cell}" for title, cell in told) if name and label_of(name) is not Label.NAME else ""


def _of_cell(title: str, cell: str) -> str:
    """The words of a cell in one line; what stands below a name in its cell tells of it in lines of its own."""
    first, _, below = cell.strip().partition("\n")
    if label_of(title) is Label.NAME and below and not label_of(first):
        return "\n".join([" ".join(first.split()), *(" ".join(line.split()) for line in below.split("\n"))])
    return " ".join(cell.split())


def _lines(rows: Rows) -> Iterator[str]:
    for row in rows:
        first, *rest = ("; ".join(cell.split("\n")) for cell in row)
        value = "; ".join(cell.strip() for cell in rest if cell.strip())
        yield f"{first.strip().rstrip(':')}: {value}" if value else first.strip()
