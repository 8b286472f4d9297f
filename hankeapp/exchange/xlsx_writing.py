"""Sheets as XLSX: typed cells, a head that stays and can be filtered by, and no text that is ever computed.

The format is ECMA-376 (https://ecma-international.org/publications-and-standards/standards/ecma-376/): characters that
XML has no place for are written `_x0007_`, as its 22.9.2.19 says.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import WorkbookAlreadySaved

from hankeapp.domain.values import Cents, Share
from hankeapp.exchange.sheets import fitting
from hankeapp.exchange.writings import SheetWriting
from hankeapp.exchange.xlsx_saving import of_system, saved
from hankeapp.translation import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hankeapp.domain.project import Project
    from hankeapp.exchange.sheets import Cell, Sheet

_UNWRITABLE = re.compile("_x(?=[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML has no place for, a carriage return, which it would change, and what would be read as such an escape."""

_STYLES = {
    str: ("text", "@"),
    int: ("number", "0"),
    date: ("day", "d.m.yyyy"),
    datetime: ("moment", "d.m.yyyy h:mm"),
    Cents: ("euros", '#,##0.00\\ "€"'),
    Share: ("share", "0.00%"),
}
"""Text cells are of the format “text”, so that Excel computes nothing when a person edits them either."""
_HEAD = "head"


def write_xlsx(sheets: Sequence[Sheet], projects: Iterable[Project], title: str) -> SheetWriting:
    """A workbook with the rows of all projects, each read once. `OSError` where there is no room to make it."""
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator, book.properties.language = title, "Hankeapp", language()
    for name, shown_as in _STYLES.values():
        book.add_named_style(NamedStyle(name, number_format=shown_as, alignment=Alignment(vertical="top")))
    book.add_named_style(NamedStyle(_HEAD, font=Font(bold=True), number_format="@"))
    pages = [_Page(book.create_sheet(sheet.name), sheet) for sheet in sheets]
    try:
        with of_system():
            for page in pages:
                page.begin()
            shortened = tuple(project.title for project in projects if not _added(pages, project))
            for page in pages:
                page.finish()
        return SheetWriting(saved(book), shortened)
    except BaseException:
        for page in pages:
            page.give_up()
        raise


def _added(pages: Sequence[_Page], project: Project) -> bool:
    fitted = [page.add(project) for page in pages]
    return all(fitted)


def escaped(text: str) -> str:
    """A text as a cell's XML holds it."""
    return _UNWRITABLE.sub(lambda match: f"_x{ord(match[0][0]):04X}_{match[0][1:]}", text)


class _Page:
    """A worksheet that is written row by row; its cells are used again for each row."""

    def __init__(self, worksheet: Any, sheet: Sheet) -> None:
        self._worksheet = worksheet
        self._sheet = sheet
        self._rows = 0
        self._cells: dict[tuple[int, str], Any] = {}
        self._worksheet.freeze_panes = "A2"
        self._worksheet.print_title_rows = "1:1"
        self._worksheet.page_setup.orientation = "landscape"
        for place, column in enumerate(sheet.columns, 1):
            self._worksheet.column_dimensions[get_column_letter(place)].width = column.width

    def begin(self) -> None:
        """Write the heads."""
        self._append([self._filled(place, _HEAD, head.title) for place, head in enumerate(self._sheet.columns)])

    def add(self, project: Project) -> bool:
        """Write the rows of a project; whether all its texts fitted."""
        fitted = True
        for row in self._sheet.rows(project):
            told = [fitting(value) if isinstance(value, str) else value for value in row]
            fitted = fitted and told == list(row)
            self._append([self._cell(place, value) for place, value in enumerate(told)])
        return fitted

    def finish(self) -> None:
        """Let the head be filtered by."""
        self._worksheet.auto_filter.ref = f"A1:{get_column_letter(len(self._sheet.columns))}{self._rows}"

    def give_up(self) -> None:
        """Let go of the file in which openpyxl gathers the rows."""
        writer = self._worksheet._writer  # noqa: SLF001
        if writer is None:
            return
        for act in (self._worksheet.close, writer.close, writer.cleanup):
            with suppress(OSError, WorkbookAlreadySaved, SerialisationError):
                act()

    def _append(self, row: list[Any]) -> None:
        self._worksheet.append(row)
        self._rows += 1

    def _cell(self, place: int, value: Cell) -> Any:
        if value is None:
            return None
        style, _ = _STYLES[str if isinstance(value, str) else type(value)]
        return self._filled(place, style, _plain(value))

    def _filled(self, place: int, style: str, value: object) -> Any:
        if (place, style) not in self._cells:
            self._cells[place, style] = WriteOnlyCell(self._worksheet)
            self._cells[place, style].style = style
        cell = self._cells[place, style]
        # Told by hand: a text that begins with an equals sign would be taken for a formula.
        cell._value = escaped(value) if isinstance(value, str) else value  # noqa: SLF001
        cell.data_type = "s" if isinstance(value, str) else "d" if isinstance(value, date) else "n"
        return cell


def _plain(value: Cell) -> object:
    if isinstance(value, Cents):
        return int(value) / 100
    return int(value) / 10_000 if isinstance(value, Share) else value
