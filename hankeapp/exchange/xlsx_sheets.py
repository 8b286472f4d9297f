"""Reading the sheets of an Excel workbook: openpyxl reads it, after all was left out that is no value of a cell."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import DateError, KnownError
from hankeapp.exchange.number_formats import as_shown, is_share
from hankeapp.exchange.packages import Package
from hankeapp.exchange.workbooks import (
    ERRORS,
    MOST_CELLS,
    MOST_ROWS,
    STEP,
    Row,
    Sheet,
    Workbook,
    Wrong,
    damaged,
    number_of,
    remark_on_hidden,
    share_of,
    too_many_cells,
    trimmed,
)
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Progress
    from hankeapp.exchange.workbooks import Cell

_MACROS, _LINKS = "xl/vbaProject.bin", "xl/externalLinks/"
_LEFT_OUT = re.compile(
    r"(?:xl/(?:media|drawings|charts|externalLinks|pivot\w+|printerSettings|theme|comments\w*|threadedComments|persons"
    r"|tables|queryTables|calcChain\.xml|worksheets/_rels)|docProps|customXml)"
)
"""Parts in which no value of a cell stands."""
_ROWS = re.compile(rb"<(?:\w+:)?sheetData\b[^<>]*>(.*)</(?:\w+:)?sheetData>", re.DOTALL)
_EMPTY_CELL = re.compile(rb'<(?P<p>(?:\w+:)?)c\b(?=[^<>]*\sr=")[^<>]*(?:/>|></(?P=p)c>)')
_EMPTY_ROW = re.compile(rb'<(?P<p>(?:\w+:)?)row\b(?=[^<>]*\sr=")[^<>]*(?:/>|>\s*</(?P=p)row>)')
"""Cells and rows that say where they are: those behind them stay in their places when they are gone."""
_UNCOMPUTED = re.compile(
    rb"(<(?P<p>(?:\w+:)?)c\b[^<>]*>)<(?P=p)f\b[^<>]*(?:/>|>[^<]*</(?P=p)f>)(?:<(?P=p)v\s*/>|<(?P=p)v></(?P=p)v>)?</(?P=p)c>"
)
_INLINE = re.compile(
    rb' t="inlineStr"([^<>]*)><((?:\w+:)?)is><\2t(?: xml:space="preserve")?>([^<]*)</\2t></\2is></\2c>'
)
"""A text that stands in its cell without any formats of its own."""
_ROOT = re.compile(rb"<(?P<p>(?:\w+:)?)worksheet\b[^<>]*>")
_TYPE = re.compile(rb'\st="[^"]*"')
_FAR = re.compile(rb' r="(?:[A-Z]{4,}|X(?:F[E-Z]|[G-Z][A-Z])|[YZ][A-Z]{2})\d')
_FAR_ROW = re.compile(rb' r="\d{8}')
_ESCAPED, _KEPT = b"_x005F_", "\ue05f"
"""An underscore that is no beginning of an escape: openpyxl drops it from some texts and not from others."""
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_NO_VALUE = "#FORMULA"
_TROUBLE = (
    zipfile.BadZipFile, ParseError, ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError,
    SyntaxError, EOFError, RecursionError, AssertionError, LookupError, OSError, NotImplementedError,
)  # fmt: skip
"""What openpyxl raises for files that do not hold together: it trusts what it reads."""


def read_xlsx(data: bytes, progress: Progress | None = None) -> Workbook:
    """The visible sheets of a workbook, macros and links left aside; `FileError` for what cannot be read."""
    package = Package.opened(data)
    bare, rows, remarks = _bare(package)
    try:
        with warnings.catch_warnings():  # openpyxl warns of what it does not know and we do not want
            warnings.simplefilter("ignore")
            sheets, hidden = _sheets(bare, _Counted(progress, rows))
    except KnownError:
        raise
    except _TROUBLE as error:
        raise damaged() from error
    return Workbook(sheets, (*remarks, *map(remark_on_hidden, hidden)))


class _Counted:
    """Counts rows and cells of all sheets: signs of life on the one hand, a limit on the other."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = max(1, total)
        self._rows = self._cells = 0

    def count(self, cells: int) -> None:
        self._rows += 1
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise too_many_cells()
        if self._progress and self._rows % STEP == 0:
            self._progress(min(self._rows, self._total), 2 * self._total)


def _sheets(bare: io.BytesIO, counted: _Counted) -> tuple[tuple[Sheet, ...], list[str]]:
    from openpyxl import load_workbook  # late: it costs a third of a second

    book: Any = load_workbook(bare, read_only=True, data_only=True, keep_links=False)
    read, hidden = [], []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            read.append(Sheet(str(sheet.title), tuple(_rows(sheet, counted))))
        else:
            hidden.append(str(sheet.title))
    return tuple(read), hidden


def _rows(sheet: Any, counted: _Counted) -> Iterator[Row]:
    formats = _Formats()
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS), 1):
        if not cells:
            continue
        row = trimmed([_cell(cell, formats) for cell in cells])
        if row:
            counted.count(len(row))
            yield Row(number, row)


class _Formats(dict[int, str]):
    """Number formats by styles, looked up once."""

    def of(self, cell: Any) -> str:
        style: int = cell._style_id  # noqa: SLF001  the format itself costs more than the cell
        if style not in self:
            self[style] = cell.number_format or ""
        return self[style]


def _cell(cell: Any, formats: _Formats) -> Cell:
    value = cell.value
    kind = type(value)
    if kind is str:
        return _text(value)
    if value is None or kind is bool:
        return value  # type: ignore[no-any-return]
    if kind in {int, float}:
        return share_of(value) if is_share(formats.of(cell)) else number_of(value)
    return _moment(value, formats.of(cell))


def _text(value: str) -> Cell:
    if value.startswith("#") and value in ERRORS:
        return Wrong(value)
    if value == _NO_VALUE:
        return Wrong(tr("a formula without a value"))
    if not value or value.isspace():
        return None
    return _unescaped(value) if "_x" in value or _KEPT in value else value


def _unescaped(value: str) -> str:
    """A text with the characters that XML has no place for (ECMA-376, 22.9.2.19)."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value).replace(_KEPT, "_")


def _moment(value: object, number_format: str) -> Cell:
    if isinstance(value, date | datetime):
        try:
            return as_shown(PartialDate(value.year, value.month, value.day), number_format)
        except DateError:
            return Wrong(str(value))
    if isinstance(value, time | timedelta):
        return str(value)
    raise TypeError(type(value))


def _bare(package: Package) -> tuple[io.BytesIO, int, list[str]]:
    """The workbook with nothing but values in it, how many rows it has, and remarks on what was left out.

    A million styled rows without a value, which cost openpyxl ten seconds and more, are gone in a moment so.
    """
    bare, rows, uncomputed = io.BytesIO(), 0, 0
    with zipfile.ZipFile(bare, "w") as archive:
        for name in sorted(package.names):
            if name.endswith((".xml", ".rels")) and not _LEFT_OUT.match(name):
                content = package.part(name)
                if b"sheetData" in content:
                    content, missing = _values_only(content)
                    rows += content.count(b"row>")
                    uncomputed += missing
                archive.writestr(name, content.replace(_ESCAPED, _KEPT.encode()))
    return bare, rows, _remarks(package, uncomputed)


def _values_only(content: bytes) -> tuple[bytes, int]:
    """A sheet's part with the cells that have a value, and how many formulas have none."""
    found = _ROWS.search(content)
    if found is None:
        return content, 0
    if _FAR.search(found[1]) or _FAR_ROW.search(found[1]):
        raise damaged()
    rows = _EMPTY_CELL.sub(b"", found[1]) if b"/>" in found[1] or b"></" in found[1] else found[1]
    if b"inlineStr" in rows:  # openpyxl spends a third of its time on making objects of them
        rows = _INLINE.sub(rb' t="str"\1><\2v>\3</\2v></\2c>', rows)
    missing = 0
    if b"<f" in rows or b":f" in rows:
        rows, missing = _UNCOMPUTED.subn(_marked, rows)
    rows = _EMPTY_ROW.sub(b"", rows)
    start, end = content[found.start() : found.start(1)], content[found.end(1) : found.end()]
    return _sheet(content, start, rows, end), missing


def _marked(found: re.Match[bytes]) -> bytes:
    """A cell with a formula that was never computed, as one with an error in it."""
    prefix = found["p"]
    opened = _TYPE.sub(b"", found[1])[:-1] + b' t="str">'
    return b"%s<%sv>%s</%sv></%sc>" % (opened, prefix, _NO_VALUE.encode(), prefix, prefix)


def _sheet(content: bytes, *data: bytes) -> bytes:
    """A sheet's data in the root that declares its names, and a size: without one openpyxl reads all to find it."""
    found = _ROOT.search(content)
    if found is None:
        raise damaged()
    size, end = b'<%sdimension ref="A1"/>' % found["p"], b"</%sworksheet>" % found["p"]
    return b"".join((found[0], size, *data, end))


def _remarks(package: Package, uncomputed: int) -> list[str]:
    remarks = []
    if _MACROS in package.names:
        remarks.append(tr("The file has macros. They were not run."))
    if any(name.startswith(_LINKS) for name in package.names):
        remarks.append(tr("The file refers to other files. What was last fetched from them was read."))
    if uncomputed:
        remarks.append(
            trn(
                "{n} formula has no value that was computed. Open the file in Excel and save it there.",
                "{n} formulas have no value that was computed. Open the file in Excel and save it there.",
                uncomputed,
            )
        )
    return remarks
