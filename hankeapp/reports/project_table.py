"""Projects as a table on paper: a line each, the columns that a person chose, with what each group adds up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hankeapp.domain.list_telling import cell_text
from hankeapp.domain.values import Cents
from hankeapp.reports import estimates
from hankeapp.reports.column_widths import Texts, fitted
from hankeapp.reports.entries import status_sign
from hankeapp.reports.head import head, page_of
from hankeapp.reports.logo import logo_file
from hankeapp.reports.paper import LANDSCAPE
from hankeapp.reports.paragraphs import line
from hankeapp.reports.parting import heading, parted
from hankeapp.translation import counted, language, tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from hankeapp.domain.columns import Column
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project
    from hankeapp.reports.entries import Sign
    from hankeapp.reports.head import Edition, Head
    from hankeapp.reports.paper import Paper
    from hankeapp.reports.parting import Heading

PRINTED = ("title", "duration", "funder", "themes", "status")
"""The columns that a printed table has before a person chooses."""

_BROADER = {"title": 1.6}
"""What needs more of a sheet than of a window, where it can be widened."""

_SIGN = "___"
"""As wide as the sign before the word of a status."""


@dataclass(frozen=True)
class TableColumn:
    """The head of a column; `width` is its part of the whole."""

    title: str
    width: float
    is_money: bool


@dataclass(frozen=True)
class TableRow:
    """The cells of a project, in the order of the columns."""

    title: str
    cells: tuple[str | Sign, ...]

    shortened = False

    @property
    def texts(self) -> Iterator[str]:
        """All that is printed of it in the register's words."""
        return (cell for cell in self.cells if isinstance(cell, str))


@dataclass(frozen=True)
class TablePart:
    """Rows that belong together; `sums` stand under them, empty where a column has none."""

    heading: Heading | None
    rows: tuple[TableRow, ...]
    sums: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProjectTable:
    """All that is printed; `count` says how many projects, `sums` what all of them add up to, `remark` of what.

    `type_size` is in points.
    """

    head: Head
    paper: Paper
    count: str
    remark: str
    today: date
    language: str
    type_size: float
    columns: tuple[TableColumn, ...]
    parts: tuple[TablePart, ...]
    total: str
    sums: tuple[str, ...]
    page_of: str

    files: Mapping[str, bytes] = field(default_factory=dict)
    without_photo: tuple[str, ...] = ()

    template = "project_table.typ"
    pace = estimates.TABLE

    @property
    def told(self) -> Sequence[TableRow]:
        """What is printed of each project."""
        return [row for part in self.parts for row in part.rows]


def project_table(
    projects: Sequence[Project],
    edition: Edition,
    names: Names,
    columns: Sequence[Column],
    group: Column | None = None,
    paper: Paper = LANDSCAPE,
) -> ProjectTable:
    """A table of the projects in the order given, parted by what they have in a column.

    `PrintError` where the sheet is too narrow for the columns.
    """
    block, sums = head(tr("Table of projects"), edition), _sums(projects, columns)
    parts = tuple(_parts(projects, names, columns, group))
    size, widths = fitted([_texts(place, column, parts, sums) for place, column in enumerate(columns)], paper)
    return ProjectTable(
        head=block,
        paper=paper,
        count=trn("{n} project", "{n} projects", len(projects)) if projects else tr("There are no projects to print."),
        remark=_remark(projects, columns),
        today=edition.today,
        language=language(),
        type_size=size,
        columns=tuple(map(_column, columns, widths)),
        parts=parts,
        total=tr("In all") if any(sums) else "",
        sums=sums,
        page_of=page_of(),
        files=logo_file(edition, block.logo),
    )


def _column(column: Column, width: float) -> TableColumn:
    return TableColumn(column.title, width, column.is_money)


def _texts(place: int, column: Column, parts: Sequence[TablePart], sums: Sequence[str]) -> Texts:
    cells = [row.cells[place] for part in parts for row in part.rows]
    words = [cell if isinstance(cell, str) else f"{_SIGN}{cell.word}" for cell in cells]
    wish = (column.field.column or 0) * _BROADER.get(column.name, 1)
    return Texts([column.title, sums[place], *words], wish)


def _parts(
    projects: Sequence[Project], names: Names, columns: Sequence[Column], group: Column | None
) -> Iterator[TablePart]:
    if group is None:
        if projects:
            yield TablePart(None, _rows(projects, names, columns), ())
        return
    for key, several in parted(projects, group.group_key):
        yield TablePart(heading(key, several, group, names), _rows(several, names, columns), _sums(several, columns))


def _rows(projects: Sequence[Project], names: Names, columns: Sequence[Column]) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(line(project.title), tuple(_cell(project, column, names) for column in columns))
        for project in projects
    )


def _cell(project: Project, column: Column, names: Names) -> str | Sign:
    return status_sign(project) if column.name == "status" else line(cell_text(project, column, names))


def _sums(projects: Sequence[Project], columns: Sequence[Column]) -> tuple[str, ...]:
    """What the columns of money add up to; empty where nothing is known."""
    known = [_amounts(projects, column) for column in columns]
    return tuple(str(Cents(sum(amounts))) if amounts else "" for amounts in known)


def _amounts(projects: Sequence[Project], column: Column) -> list[int]:
    if not column.is_money:
        return []
    return [value for project in projects for value in column.values(project)]


def _remark(projects: Sequence[Project], columns: Sequence[Column]) -> str:
    """Of how many projects the money is known, where it is not of all."""
    told = [
        tr("{column} {n}/{all}", column=column.title, n=counted(len(known)), all=counted(len(projects)))
        for column in columns
        if (known := _amounts(projects, column)) and len(known) < len(projects)
    ]
    return tr("Sums are of what is known: {columns}.", columns=", ".join(told)) if told else ""
