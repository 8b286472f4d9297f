"""Tables in sheets: where the heads of their columns are, and what each column is taken for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.domain.mappings import ColumnUse, place_of
from hankeapp.domain.proposals import Certainty
from hankeapp.exchange.column_names import bare_head, counted, in_thousands, part_called, place_called, place_near
from hankeapp.exchange.workbooks import Wrong, letters_of, words_of
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hankeapp.domain.mappings import Place
    from hankeapp.exchange.workbooks import Cell, Row, Sheet

_ABOVE = 40
"""Rows among which the heads are looked for: titles and dates may stand above them."""
_LONGEST_HEAD = 120
_SAMPLES, _LOOKED_AT, _LONGEST_SAMPLE = 3, 200, 60


@dataclass(frozen=True)
class Column:
    """A column of a table. `group` tells several of one name apart: the first and the second funder."""

    at: int
    use: ColumnUse
    group: int = 0
    thousands: bool = False

    @property
    def place(self) -> Place | None:
        return self.use.place


@dataclass(frozen=True)
class Table:
    """A table: its columns, the rows below the heads, and the part whose rows they are, if not projects."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    part: str = ""

    def has(self, *fields: str) -> bool:
        """Whether a column tells one of these fields of projects."""
        return any(
            each.place is not None and not each.place.part and each.place.field in fields for each in self.columns
        )

    @property
    def tells_projects(self) -> bool:
        """Whether its rows are projects, and not something else."""
        return not self.part and self.has("name", "title")


def tables(sheets: Iterable[Sheet], chosen: Mapping[str, str]) -> list[Table]:
    """The tables of sheets, `chosen` telling for heads which place a person gave them (an empty one: none)."""
    held = [sheet for sheet in sheets if sheet.rows]
    parts = [part_called(sheet.name) if len(held) > 1 else "" for sheet in held]
    found = [_table(sheet, part, chosen) for sheet, part in zip(held, parts, strict=True)]
    if any(table.tells_projects for table in found):
        return found
    return [_table(sheet, "", chosen) for sheet in held]


def _table(sheet: Sheet, part: str, chosen: Mapping[str, str]) -> Table:
    at = _head_row(sheet.rows, part, chosen)
    below = sheet.rows[at + 1 :]
    heads = list(_heads(sheet.rows, at, below))
    return Table(sheet.name, tuple(_columns(sheet.name, heads, below, part, chosen)), below, part)


def _head_row(rows: Sequence[Row], part: str, chosen: Mapping[str, str]) -> int:
    """The row with the most known heads, or else the first with two texts."""
    known = [len(_known(row, part, chosen)) for row in rows[:_ABOVE]]
    if max(known):
        return known.index(max(known))
    texts = (at for at, row in enumerate(rows[:_ABOVE]) if sum(isinstance(cell, str) for cell in row.cells) > 1)
    return next(texts, 0)


def _known(row: Row, part: str, chosen: Mapping[str, str]) -> set[object]:
    """What the texts of a row mean as heads."""
    words = [text for _, text in _texts(row)]
    found: set[object] = {
        place_called(counted(bare_head(each))[0], part) or place_called(bare_head(each), part) for each in words
    }
    return found - {None} | (set(words) & chosen.keys())


def _texts(row: Row) -> Iterator[tuple[int, str]]:
    for at, cell in enumerate(row.cells):
        if isinstance(cell, str) and not isinstance(cell, Wrong) and len(cell) <= _LONGEST_HEAD:
            yield at, " ".join(cell.split())


def _heads(rows: Sequence[Row], at: int, below: Sequence[Row]) -> Iterator[tuple[int, str, str]]:
    """The place, the head and the group head above it of each column that has a head or something below."""
    own = {place: " ".join(words_of(cell).split()) for place, cell in enumerate(rows[at].cells) if cell is not None}
    above = dict(_texts(rows[at - 1])) if at and rows[at - 1].number == rows[at].number - 1 else {}
    width = max([len(rows[at].cells), *(len(row.cells) for row in below)])
    over = ""
    for place in range(width):
        over = above.get(place, over)
        head = own.get(place) or (above.get(place, "") if len(above) > 1 else "")
        yield place, head[:_LONGEST_HEAD], over


def _columns(
    sheet: str, heads: Sequence[tuple[int, str, str]], below: Sequence[Row], part: str, chosen: Mapping[str, str]
) -> Iterator[Column]:
    taken: dict[Place, int] = {}
    names: dict[str, int] = {}
    for at, head, over in heads:
        samples = _samples(below, at)
        if not head and not samples:
            continue
        told = head or tr("Column {letters}", letters=letters_of(at))
        names[told] = names.get(told, 0) + 1
        named = told if names[told] == 1 else f"{told} ({names[told]})"
        yield _column(at, head, over, ColumnUse(sheet=sheet, head=named, samples=samples), part, chosen, taken)


def _column(
    at: int, head: str, over: str, use: ColumnUse, part: str, chosen: Mapping[str, str], taken: dict[Place, int]
) -> Column:
    if use.head in chosen:
        place = place_of(chosen[use.head])
        return _placed(at, replace(use, place=place), 0, taken)
    name, group = bare_head(head), 0
    found = place_called(f"{bare_head(over)} {name}", part) if over else None
    found = found or place_called(name, part)
    if found is None:
        name, group = counted(name)
        found = place_called(name, part)
    if found is not None:
        return _placed(at, replace(use, place=found), group, taken)
    near = place_near(name, part) if use.samples else None
    if near is not None and near not in taken:
        reason = tr("“{head}” was taken for “{field}”.", head=use.head, field=near.title)
        return _placed(at, replace(use, place=near, certainty=Certainty.UNCERTAIN, reason=reason), group, taken)
    if not use.samples:
        return Column(at, use)
    return Column(at, replace(use, certainty=Certainty.UNCERTAIN, reason=tr("The head is not known.")))


def _placed(at: int, use: ColumnUse, group: int, taken: dict[Place, int]) -> Column:
    """The column in its place, unless another stands there; parts have room for several."""
    assert use.place is not None or use.certainty is Certainty.CERTAIN
    if use.place is None:
        return Column(at, use)
    before = taken.get(use.place, 0)
    taken[use.place] = before + 1
    if before and not use.place.part:
        reason = tr("Another column is taken for “{field}” already.", field=use.place.title)
        doubt = Certainty.UNCERTAIN if use.samples else Certainty.CERTAIN
        return Column(at, replace(use, place=None, certainty=doubt, reason=reason))
    return Column(at, use, group or before, in_thousands(use.head))


def _samples(below: Sequence[Row], at: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in below[:_LOOKED_AT]:
        if at < len(row.cells) and row.cells[at] is not None:
            found[_shown(row.cells[at])] = None
            if len(found) == _SAMPLES:
                return tuple(found)
    if not found:
        later = (row.cells[at] for row in below[_LOOKED_AT:] if at < len(row.cells) and row.cells[at] is not None)
        found |= {_shown(cell): None for _, cell in zip(range(1), later, strict=False)}
    return tuple(found)


def _shown(cell: Cell) -> str:
    words = " ".join(words_of(cell).split())
    return words if len(words) <= _LONGEST_SAMPLE else words[:_LONGEST_SAMPLE] + "…"
