"""The register as sheets of rows: the one shape behind XLSX, ODS and CSV, made from the declared fields.

What a cell holds is a value of the domain, by whose kind each format writes it: `Cents` are euros there, a `Share` is a
per cent, a `date` a whole day. `docs/spreadsheets.md` tells what is written how, and what of it is read back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import field_of, fields_of, parts_of
from hankeapp.domain.list_telling import cell_text
from hankeapp.domain.naming import is_flag
from hankeapp.domain.project import Project
from hankeapp.domain.values import Cents, Codes, Share
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hankeapp.domain.columns import Column
    from hankeapp.domain.fields import Field, Part
    from hankeapp.domain.naming import Names

Cell = str | int | Cents | Share | date | datetime | None

PARTED_BY = "; "
"""What stands between several values in a cell."""
LONGEST_CELL = 32_767
"""UTF-16 units that Excel takes into a cell."""
SHEET_NAME = 31
"""Characters that Excel takes for the name of a sheet."""

_FIRST_DAY = date(1901, 1, 1)
"""Spreadsheets disagree about days before it: Excel's 1900 has a 29 February."""
_WIDTHS = {PartialDate: 13, datetime: 17, Cents: 16, Share: 12, int: 12}
_USUAL, _WIDE, _WIDEST = 24, 40, 60
_PIXELS = 7
"""Of a letter in a list."""


@dataclass(frozen=True)
class SheetColumn:
    """A column: its head, its width in letters."""

    title: str
    width: int


@dataclass(frozen=True)
class Sheet:
    """A sheet: its columns, and the rows that a project has in it."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: Callable[[Project], Iterable[Sequence[Cell]]]


def whole_sheets(names: Names) -> tuple[Sheet, ...]:
    """Every declared field of projects, and a sheet for each of their parts."""
    return (_of_projects(names), *(_of_part(part, names) for part in parts_of(Project)))


def listed_sheet(columns: Sequence[Column], names: Names) -> Sheet:
    """Columns of a list, as it shows them: a row for each project."""

    def rows(project: Project) -> Iterator[Sequence[Cell]]:
        yield [_listed(project, column, names) for column in columns]

    heads = tuple(SheetColumn(column.title, _width(column.field)) for column in columns)
    return Sheet(tr("Projects"), heads, rows)


def cell(field: Field, value: Any, names: Names) -> Cell:
    """A field's value as a cell holds it: typed where that says neither more nor less than is known."""
    if value is None or value == "":
        return None
    if isinstance(value, PartialDate):
        is_day = value.day is not None and value.earliest >= _FIRST_DAY
        return value.earliest if is_day else str(value)
    if isinstance(value, Codes):
        return PARTED_BY.join(names.label(field, code) for code in value) or None
    if isinstance(value, datetime):
        return value.astimezone().replace(tzinfo=None, microsecond=0)
    if isinstance(value, int) and not is_flag(field):
        return value
    return names.text(field, value)


def fitting(text: str) -> str:
    """As much of a text as a cell of Excel takes, its end marked as cut off."""
    if len(text) <= LONGEST_CELL // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) // 2 <= LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


def _of_projects(names: Names) -> Sheet:
    fields = fields_of(Project)

    def rows(project: Project) -> Iterator[Sequence[Cell]]:
        yield [cell(field, getattr(project, field.name), names) for field in fields]

    return Sheet(tr("Projects"), tuple(map(_column, fields)), rows)


def _of_part(part: Part, names: Names) -> Sheet:
    """The number and the name of the project stand before each row, so that it is known whose it is."""
    whose = (field_of(Project, "number"), field_of(Project, "name"))
    fields = fields_of(part.type)

    def rows(project: Project) -> Iterator[Sequence[Cell]]:
        owner = [cell(field, getattr(project, field.name), names) for field in whose]
        for row in getattr(project, part.name):
            yield [*owner, *(cell(field, getattr(row, field.name), names) for field in fields)]

    return Sheet(part.title[:SHEET_NAME], tuple(map(_column, (*whose, *fields))), rows)


def _listed(project: Project, column: Column, names: Names) -> Cell:
    values = column.values(project)
    return cell(column.field, values[0], names) if len(values) == 1 else cell_text(project, column, names) or None


def _column(field: Field) -> SheetColumn:
    return SheetColumn(field.title, _width(field))


def _width(field: Field) -> int:
    by_kind = _WIDTHS.get(field.type)
    if by_kind:
        return by_kind
    if field.lines > 1:
        return _WIDEST
    return min(field.column // _PIXELS, _WIDE) if field.column else _USUAL
