"""Rows of parts (funding, partners, contacts …) from the cells of a table's row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hankeapp.domain.addresses import suggestion
from hankeapp.domain.errors import KnownError
from hankeapp.domain.fields import field_of
from hankeapp.domain.mappings import CODED, part_named
from hankeapp.domain.part_rules import check_part, missing
from hankeapp.domain.parts import Deadline, DeadlineKind, Link, Participation, Relation, Role
from hankeapp.domain.values import Named
from hankeapp.exchange.cell_values import read_cell, split
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hankeapp.exchange.table_heads import Column
    from hankeapp.exchange.workbooks import Cell

UNEVEN = mark("The cells of the row hold different numbers of values: check which belong together.")
ADDRESS = mark("The beginning of the address was added.")


@dataclass(frozen=True)
class PartRow:
    """A row of a part, what makes it uncertain, and the column whose words tell it first."""

    part: str
    row: Any
    doubt: str
    column: Column


def part_rows(
    cells: Sequence[tuple[Column, Cell]], *, is_list: bool, refused: Callable[[Column, KnownError], None]
) -> Iterator[PartRow]:
    """The rows that the cells of one part, and of one group of columns, tell; several where they hold lists.

    `refused` is told of each cell, and of each row, that cannot be.
    """
    lists = [(column, split(cell) if is_list else [cell]) for column, cell in cells]
    count = max(len(values) for _, values in lists)
    uneven = UNEVEN if count > 1 and any(len(values) != count for _, values in lists) else ""
    for at in range(count):
        held = [(column, values[at]) for column, values in lists if at < len(values)]
        found = _row(held, refused)
        if found is not None:
            yield PartRow(found.part, found.row, found.doubt or uneven, found.column)


def _row(held: Sequence[tuple[Column, Cell]], refused: Callable[[Column, KnownError], None]) -> PartRow | None:
    values: dict[str, Any] = {}
    doubt = ""
    told = []
    for column, cell in held:
        place = column.place
        assert place is not None
        try:
            read = read_cell(place.declared, cell, thousands=column.thousands)
        except KnownError as error:
            refused(column, error)
            continue
        if place.code:
            values.setdefault(_CODE_FIELDS[place.part], CODED[place.part, place.field](place.code))
        values[place.field] = read.value
        doubt = doubt or read.doubt
        told.append(column)
    if not told:
        return None
    first = told[0]
    assert first.place is not None
    part = part_named(first.place.part)
    try:
        row, doubted = made_row(part.type, values)
        check_part(row)
    except KnownError as error:
        refused(first, error)
        return None
    return PartRow(part.name, row, doubt or doubted, first)


_CODE_FIELDS = {"participations": "role", "deadlines": "kind"}


def made_row(kind: type, values: dict[str, Any]) -> tuple[Any, str]:
    """The row, and what makes it uncertain; `FieldError` where a field is missing that it must have."""
    doubt = ""
    if kind is Participation:
        values.setdefault("role", Role.PARTNER)
    elif kind is Deadline:
        values.setdefault("kind", DeadlineKind.OTHER)
    elif kind is Relation and isinstance(values.get("project"), Named):
        # Which project of the register is meant, a person sees: a name may be that of several.
        values["name"] = str(values.pop("project"))
    elif kind is Link and (whole := suggestion(values.get("address", ""))):
        values["address"], doubt = whole, ADDRESS
    for name in _REQUIRED.get(kind.__name__, ()):
        if name not in values:
            raise missing(field_of(kind, name))
    return kind(**values), doubt


_REQUIRED = {"Period": ("kind",), "Relation": ("kind",), "Deadline": ("due",), "Link": ("address",)}
