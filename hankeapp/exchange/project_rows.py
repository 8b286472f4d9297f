"""The projects of tables: which rows are of one project, and what each cell of them says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hankeapp.domain.columns import DURATION
from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.domain.errors import KnownError
from hankeapp.domain.proposals import Alternative, Certainty, Proposal, Suggestion
from hankeapp.exchange.cell_values import Read, read_cell, read_span
from hankeapp.exchange.part_cells import part_rows
from hankeapp.exchange.told_lines import ToldLines
from hankeapp.exchange.words import is_acronym
from hankeapp.exchange.workbooks import Wrong, words_of
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.status import Status
    from hankeapp.exchange.table_heads import Column, Table
    from hankeapp.exchange.workbooks import Cell, Row

Span = tuple[int, int]
Held = tuple["Column", "Cell", Span]
"""A cell in its column, and where its words stand in the text."""

TITLE_PARTED = mark("The name and the acronym stood in one cell.")
_DASH = " – "


class ProjectRows:
    """What is known of one project while the rows of tables are read."""

    def __init__(self) -> None:
        self._lines = ToldLines()
        self._values: dict[str, Any] = {}
        self._suggestions: list[Suggestion] = []
        self._parts: set[Any] = set()
        self._remarks: list[str] = []
        self._whole: list[int] = []
        self._sheet = ""
        self.status: Status | None = None
        self.signs: dict[str, str] = {}
        """By what it is known, folded: number, name, acronym, title, code."""

    def add(self, table: Table, row: Row) -> None:
        """Take in a row of a table of projects."""
        own, parts = self._told(table, row)
        before = len(self._parts)
        for column, cell, span in own:
            self._read(table, row, column, cell, span)
        self._add_parts(row, parts, is_list=True)
        self._sheet = self._sheet or table.name
        if len(self._parts) == before or not self._whole:
            self._whole.append(row.number)

    def add_part(self, table: Table, row: Row) -> None:
        """Take in a row of a table of a part, unless the project's own row has told it."""
        _, parts = self._told(table, row)
        self._add_parts(row, parts, is_list=False)

    def proposal(self, order: int) -> Proposal:
        """What all rows together propose."""
        if len(self._whole) > 1:
            rows = ", ".join(map(str, self._whole))
            self._remarks.append(tr("The project stands in several rows ({rows}); it was taken once.", rows=rows))
        self._drop_false_end()
        return Proposal(
            text=self._lines.text,
            status=self.status,
            order=order,
            suggestions=tuple(self._suggestions),
            remarks=tuple(self._remarks),
            row=self._whole[0],
            sheet=self._sheet,
        )

    def _told(self, table: Table, row: Row) -> tuple[list[Held], list[Held]]:
        """The cells that are taken for something, with the places of their words; all become lines of the text."""
        own: list[Held] = []
        parts: list[Held] = []
        cells, count = row.cells, len(row.cells)
        for column in table.columns:
            if column.at >= count or (cell := cells[column.at]) is None:
                continue
            span = self._lines.add(column.use.head, words_of(cell))
            place = column.use.place
            if place is not None:
                (parts if place.part else own).append((column, cell, span))
        return own, parts

    def _read(self, table: Table, row: Row, column: Column, cell: Cell, span: Span) -> None:
        place = column.use.place
        assert place is not None
        if place.field == DURATION.name:
            self._read_duration(row, column, cell, span)
        elif place.field == "title":
            if not table.has("name"):
                self._read_title(row, column, cell, span)
        else:
            read = self._tried(row, column, cell)
            if read is not None:
                self._suggest(row, column, place.field, read, span)

    def _tried(self, row: Row, column: Column, cell: Cell) -> Read | None:
        place = column.use.place
        assert place is not None
        try:
            return read_cell(place.declared, cell, thousands=column.thousands)
        except KnownError as error:
            self._refuse(row, column, error)
            return None

    def _suggest(self, row: Row, column: Column, field: str, read: Read, span: Span) -> None:
        known = self._values.get(field)
        if known is not None:
            if known != read.value:
                self._remarks.append(
                    tr(
                        "Row {row}, “{head}” says otherwise: {words}.",
                        row=row.number,
                        head=column.use.head,
                        words=read.value,
                    )
                )
            return
        self._values[field] = read.value
        if field == "status":
            self.status = read.value
            if read.doubt:
                self._remarks.append(_at(row, column, tr(read.doubt)))
            return
        others = tuple(Alternative(value=other, span=span) for other in read.others)
        self._suggestions.append(_suggestion(column, field, read.value, read.doubt, span, others))

    def _read_duration(self, row: Row, column: Column, cell: Cell, span: Span) -> None:
        if isinstance(cell, Wrong):
            self._tried(row, column, cell)
            return
        words = words_of(cell).strip()
        told = read_span(words)
        if told.problem:
            self._remarks.append(_at(row, column, told.problem))
        for field, side in (("start", told.start), ("end", told.end)):
            if side is not None and field not in self._values:
                self._suggest(row, column, field, Read(side, told.doubt), span)
        start, end = (self._values.get(field) for field in ("start", "end"))
        if words != interval_text(start, end) and "time_text" not in self._values:
            self._suggest(row, column, "time_text", Read(words), span)

    def _read_title(self, row: Row, column: Column, cell: Cell, span: Span) -> None:
        read = self._tried(row, column, cell)
        if read is None:
            return
        acronym, dash, name = str(read.value).partition(_DASH)
        if dash and is_acronym(acronym) and "acronym" not in self._values:
            at = span[0] + len(acronym)
            self._suggest(row, column, "name", Read(name, TITLE_PARTED, (read.value,)), (at + len(_DASH), span[1]))
            self._suggest(row, column, "acronym", Read(acronym, TITLE_PARTED), (span[0], at))
        else:
            self._suggest(row, column, "name", read, span)

    def _add_parts(self, row: Row, cells: list[Held], *, is_list: bool) -> None:
        groups: dict[tuple[str, str, int], list[tuple[Column, Cell]]] = {}
        spans = {}
        for column, cell, span in cells:
            place = column.use.place
            assert place is not None
            groups.setdefault((place.part, place.code, column.group), []).append((column, cell))
            spans[column.at] = span
        for group in groups.values():
            for found in part_rows(
                group, is_list=is_list, refused=lambda column, error: self._refuse(row, column, error)
            ):
                if found.row not in self._parts:
                    if is_list:
                        self._parts.add(found.row)
                    span = spans[found.column.at]
                    self._suggestions.append(_suggestion(found.column, found.part, found.row, found.doubt, span))

    def _refuse(self, row: Row, column: Column, error: KnownError) -> None:
        self._remarks.append(_at(row, column, error.sentences[0]))

    def _drop_false_end(self) -> None:
        start, end = self._values.get("start"), self._values.get("end")
        if isinstance(start, PartialDate) and isinstance(end, PartialDate) and end.latest < start.earliest:
            self._suggestions = [each for each in self._suggestions if each.field != "end"]
            self._remarks.append(
                tr("The end ({end}) is before the start ({start}). It was left out.", end=end, start=start)
            )


def _suggestion(
    column: Column, field: str, value: object, doubt: str, span: Span, others: Sequence[Alternative] = ()
) -> Suggestion:
    use = column.use
    if not doubt and use.certainty is Certainty.CERTAIN:
        return Suggestion(field=field, value=value, span=span)
    reason = " ".join(each for each in (use.reason, tr(doubt) if doubt else "") if each)
    return Suggestion(
        field=field, value=value, span=span, certainty=Certainty.UNCERTAIN, reason=reason, alternatives=tuple(others)
    )


def _at(row: Row, column: Column, sentence: str) -> str:
    return tr("Row {row}, “{head}”: {sentence}", row=row.number, head=column.use.head, sentence=sentence)
