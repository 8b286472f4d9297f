"""From the sheets of a workbook to proposals: the rows of each project together, whichever sheet they stand in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hankeapp.domain.errors import FileError
from hankeapp.domain.mappings import Place
from hankeapp.domain.proposals import Reading
from hankeapp.domain.status import Status
from hankeapp.exchange.cell_values import code_words
from hankeapp.exchange.column_names import WHOSE
from hankeapp.exchange.project_rows import ProjectRows
from hankeapp.exchange.table_heads import tables
from hankeapp.exchange.workbooks import STEP, words_of
from hankeapp.language.folding import fold
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hankeapp.domain.mappings import ColumnUse
    from hankeapp.domain.proposals import Progress, Proposal
    from hankeapp.exchange.table_heads import Table
    from hankeapp.exchange.workbooks import Row, Workbook

_MOST_NAMED = 8
"""Columns, or rows, that a remark names one by one."""


def read_workbook(book: Workbook, chosen: Mapping[str, str], progress: Progress) -> Reading:
    """The projects of a workbook; `chosen` tells which places a person gave to columns, by their heads.

    Without a column that tells names there are no proposals, but the columns are told, so that a person can choose.
    """
    found = tables(book.sheets, chosen)
    columns = tuple(column.use for table in found for column in table.columns)
    gathering = _Gathering(progress, sum(len(table.rows) for table in found))
    for table in sorted(found, key=lambda table: not table.tells_projects):
        if table.tells_projects:
            gathering.add_projects(table)
        elif table.part or _shares_projects(table):
            gathering.add_parts(table)
        elif table.rows:
            gathering.remarks.append(tr("The sheet “{name}” was not read: no column tells projects.", name=table.name))
    return Reading(
        proposals=gathering.proposals(),
        remarks=(*book.remarks, *gathering.remarks, *_left_out(columns)),
        columns=columns,
        again=partial(read_workbook, book),
    )


def no_projects() -> FileError:
    """For a workbook in which no project was found."""
    return FileError(
        tr("No projects were found in the file: no column tells their names."),
        tr("Nothing was changed."),
        tr("Write a head above the column of the names, for example “{head}”.", head=Place("name").title),
    )


def _shares_projects(table: Table) -> bool:
    """Whether its rows say something of a part, and whose it is."""
    places = {column.place for column in table.columns} - {None}
    return any(place.part for place in places if place) and bool(places & set(WHOSE))


def _left_out(columns: Sequence[ColumnUse]) -> Iterator[str]:
    heads = [column.head for column in columns if column.place is None and column.samples]
    if heads:
        named = ", ".join(tr("“{text}”", text=head) for head in heads[:_MOST_NAMED])
        rest = "…" if len(heads) > _MOST_NAMED else ""
        yield tr("Left out, but told in the source: {columns}.", columns=f"{named}{rest}")


class _Gathering:
    """The projects found so far, by all that they are known by: number, code, name, acronym and title."""

    def __init__(self, progress: Progress, rows: int) -> None:
        self._progress = progress
        self._of = max(1, rows)
        self._seen = 0
        self._found: list[ProjectRows] = []
        self._by_sign: dict[tuple[str, str], ProjectRows] = {}
        self._lost: list[tuple[str, int]] = []
        self.remarks: list[str] = []

    def proposals(self) -> tuple[Proposal, ...]:
        """What was found, in the order of the rows."""
        self._tell_lost()
        return tuple(found.proposal(order) for order, found in enumerate(self._found, 1))

    def add_projects(self, table: Table) -> None:
        """The rows of a table of projects; one without number and name continues the one before it."""
        status = code_words(Status).get(fold(table.name))
        signs = _signs_told(table)
        current: ProjectRows | None = None
        for row in table.rows:
            self._tell_progress()
            told = _told(row, signs)
            found = self._known(told) if told else current
            if found is None and told:
                found = ProjectRows()
                self._found.append(found)
            if found is None:
                self._lost.append((table.name, row.number))
                continue
            for sign in told.items():
                self._by_sign.setdefault(sign, found)
                found.signs.setdefault(*sign)
            found.add(table, row)
            if found.status is None and isinstance(status, Status):
                found.status = status
            current = found

    def add_parts(self, table: Table) -> None:
        """The rows of a table of parts, each to the project that it names, or else to that of the row before."""
        signs = _signs_told(table)
        current: ProjectRows | None = None
        for row in table.rows:
            self._tell_progress()
            told = _told(row, signs)
            found = self._known(told) if told else current
            if found is None:
                self._lost.append((table.name, row.number))
            else:
                found.add_part(table, row)
                current = found

    def _known(self, told: Mapping[str, str]) -> ProjectRows | None:
        """The project of one of these signs, unless another sign speaks against it."""
        for sign, against in _SIGNS.items():
            keys = ((each, told[sign]) for each in _SAID_BY.get(sign, (sign,)) if sign in told)
            found = next((self._by_sign[key] for key in keys if key in self._by_sign), None)
            if found is not None and not any(
                found.signs.get(other, told.get(other)) != told.get(other) for other in against if other in told
            ):
                return found
        return None

    def _tell_progress(self) -> None:
        self._seen += 1
        if self._seen % STEP == 0:
            self._progress(self._of + min(self._seen, self._of), 2 * self._of)

    def _tell_lost(self) -> None:
        if self._lost:
            named = ", ".join(f"{name} {row}".strip() for name, row in self._lost[:_MOST_NAMED])
            more = "…" if len(self._lost) > _MOST_NAMED else ""
            self.remarks.append(
                trn(
                    "{n} row tells no project that is in the file, and was left out: {rows}.",
                    "{n} rows tell no project that is in the file, and were left out: {rows}.",
                    len(self._lost),
                    rows=named + more,
                )
            )


_SIGNS = {
    "number": (),
    "name": ("number",),
    "code": ("number", "name"),
    "title": ("number", "name"),
    "acronym": ("number", "name"),
}
"""By what projects are known, and what must not differ then: one name may have several codes, of its fundings."""
_SAID_BY = {"title": ("title", "name", "acronym")}
"""What a sign may be told as elsewhere: a sheet of fundings calls a project by its name alone."""


def _signs_told(table: Table) -> list[tuple[int, str]]:
    """The columns by which projects are known, and what they tell."""
    places = ((column.at, column.place) for column in table.columns)
    return [(at, place.field) for at, place in places if place is not None and place in WHOSE]


def _told(row: Row, signs: Sequence[tuple[int, str]]) -> dict[str, str]:
    told = {}
    cells = row.cells
    for at, sign in signs:
        if at < len(cells) and cells[at] is not None:
            words = fold(words_of(cells[at]))
            if words:
                told[sign] = words
    return told
