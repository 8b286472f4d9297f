"""Workbooks as they are read off any spreadsheet: rows of typed cells, before anyone knows what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FileError
from hankeapp.domain.values import Share
from hankeapp.translation import counted, tr

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""What a sheet of Excel has room for; what stands outside is a broken file."""
MOST_CELLS = 3_000_000
"""Cells with something in them: a hundred thousand projects with thirty columns."""
STEP = 500
"""Rows between two signs of life."""


class Wrong(str):
    """What stands in a cell in place of a value: #REF!, #DIV/0!, or a formula that was never computed."""

    __slots__ = ()


ERRORS = frozenset(
    ("#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#GETTING_DATA", "#SPILL!", "#CALC!",
     "#VIITTAUS!", "#JAKO/0!", "#PUUTTUU!", "#NIMI?", "#TYHJÄ!", "#LUKU!", "#ARVO!")
)  # fmt: skip
"""What spreadsheets show for an error, in English and Finnish."""

Cell = str | int | float | bool | PartialDate | Share | None
"""A date is as precise as it is shown, a share is what is shown with a per cent sign."""


@dataclass(frozen=True)
class Row:
    """A row that holds something; `number` as a person counts, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet in their order, without the empty ones."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Workbook:
    """What was read off a file, and sentences about what was left out or looks wrong."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()


def words_of(cell: Cell) -> str:
    """A cell as a person reads it: a decimal comma, a date as Finns write it."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return tr("yes") if cell else tr("no")
    if isinstance(cell, float):
        return f"{cell:.15g}".replace(".", ",")
    return str(cell)


def number_of(value: float) -> int | float | Wrong:
    """A number without the decimals that say nothing; what is endless or none is no value."""
    if isinstance(value, float) and not isfinite(value):
        return Wrong(str(value))
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value


def share_of(value: float) -> Share | Wrong:
    """A number that is shown with a per cent sign."""
    number = number_of(value)
    return number if isinstance(number, Wrong) else Share(round(number * 10_000))


def trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells up to the last that holds something."""
    last = len(cells)
    while last and cells[last - 1] is None:
        last -= 1
    return tuple(cells[:last])


def letters_of(at: int) -> str:
    """What spreadsheets call a column, counted from 0: A, B … Z, AA …"""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def remark_on_hidden(name: str) -> str:
    """For a sheet that nobody sees who opens the file."""
    return tr("The hidden sheet “{name}” was not read.", name=name)


def too_many_cells() -> FileError:
    """For a file whose cells would fill the memory."""
    return FileError(
        tr("The file has more than {n} cells with something in them.", n=counted(MOST_CELLS)),
        tr("Nothing was changed."),
        tr("Check that you chose the right file, or divide it into smaller ones."),
    )


def damaged() -> FileError:
    """For a file that breaks off or does not hold together."""
    return FileError(
        tr("The file is damaged and cannot be read."),
        tr("Nothing was changed."),
        tr("Open it in a spreadsheet program, save it again as .xlsx or .ods, and take that in."),
    )
