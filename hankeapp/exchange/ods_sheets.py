"""Reading the sheets of an OpenDocument workbook, row by row.

Not by odfdo: it holds the whole document as a tree and gives 10,000 rows in minutes, a repeated row a million times.
The elements are those of OpenDocument 1.3, part 3, chapters 9 (tables) and 19 (attributes).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import DateError
from hankeapp.exchange.number_formats import shown_with
from hankeapp.exchange.packages import Package, locked
from hankeapp.exchange.workbooks import (
    ERRORS,
    MOST_CELLS,
    MOST_COLUMNS,
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
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from hankeapp.domain.proposals import Progress
    from hankeapp.exchange.workbooks import Cell

_CONTENT = "content.xml"
_MOST_REPEATED = 100_000
"""Times that one row with values may stand below itself: what was filled down to the end of a sheet tells nothing."""
_MANIFEST = "META-INF/manifest.xml"
_URNS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT = f"{{{_URNS}table:1.0}}", f"{{{_URNS}office:1.0}}", f"{{{_URNS}text:1.0}}"
_STYLE, _NUMBER = f"{{{_URNS}style:1.0}}", f"{{{_URNS}datastyle:1.0}}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_TABLE_TAG, _ROW_TAG, _COLUMN_TAG = f"{_TABLE}table", f"{_TABLE}table-row", f"{_TABLE}table-column"
_STYLE_TAG, _DATE_STYLE_TAG = f"{_STYLE}style", f"{_NUMBER}date-style"


def read_ods(data: bytes, progress: Progress | None = None) -> Workbook:
    """The visible sheets of a document; `FileError` for what cannot be read."""
    from lxml.etree import LxmlError

    package = Package.opened(data)
    if _MANIFEST in package.names and b"encryption-data" in package.part(_MANIFEST):
        raise locked()
    content = package.part(_CONTENT)
    try:
        reading = _Reading(progress, content.count(b"table:table-row>"))
        reading.read(content)
    except (LxmlError, ValueError, OverflowError) as error:
        raise damaged() from error
    remarks = [tr("The file has macros. They were not run.")] if _has_macros(package) else []
    return Workbook(tuple(reading.sheets), (*remarks, *map(remark_on_hidden, reading.hidden)))


def _has_macros(package: Package) -> bool:
    return any(name.startswith(("Basic/", "Scripts/")) for name in package.names)


class _Reading:
    """What has been read so far: finished sheets, and the styles that show less than a day, or hide a sheet."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = max(1, total)
        self._seen = self._cells = 0
        self._signs: dict[str, frozenset[str]] = {}
        self._dates: dict[str, frozenset[str]] = {}
        self._hiding: set[str] = set()
        self._columns: list[str] = []
        self._rows: list[Row] = []
        self._number = 0
        self.sheets: list[Sheet] = []
        self.hidden: list[str] = []

    def read(self, content: bytes) -> None:
        from lxml.etree import iterparse

        tags = (_DATE_STYLE_TAG, _STYLE_TAG, _COLUMN_TAG, _ROW_TAG, _TABLE_TAG)
        ways = dict(zip(tags, (self._date_style, self._style, self._column, self._row, self._table), strict=True))
        reading = iterparse(
            io.BytesIO(content), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        for _, element in reading:
            tag = str(element.tag)
            ways[tag](element)
            if tag not in {_STYLE_TAG, _DATE_STYLE_TAG}:
                _forget(element)

    def _date_style(self, element: _Element) -> None:
        signs = frozenset(str(each.tag).removeprefix(_NUMBER) for each in element)
        self._dates[element.get(f"{_STYLE}name", "")] = signs

    def _style(self, element: _Element) -> None:
        shown = self._dates.get(element.get(f"{_STYLE}data-style-name", ""))
        if shown:
            self._signs[element.get(f"{_STYLE}name", "")] = shown
        properties = element.find(f"{_STYLE}table-properties")
        if properties is not None and properties.get(f"{_TABLE}display") == "false":
            self._hiding.add(element.get(f"{_STYLE}name", ""))

    def _column(self, element: _Element) -> None:
        count = min(_repeated(element, "columns"), MOST_COLUMNS - len(self._columns))
        self._columns += [element.get(f"{_TABLE}default-cell-style-name", "")] * count

    def _table(self, element: _Element) -> None:
        name = element.get(f"{_TABLE}name", "")
        if element.get(f"{_TABLE}style-name") in self._hiding:
            self.hidden.append(name)
        else:
            self.sheets.append(Sheet(name, tuple(self._rows)))
        self._rows, self._columns, self._number = [], [], 0

    def _row(self, element: _Element) -> None:
        repeated = _repeated(element, "rows")
        cells = trimmed(list(self._row_cells(element)))
        if cells:
            self._cells += len(cells) * repeated
            if self._cells > MOST_CELLS or repeated > _MOST_REPEATED:
                raise too_many_cells()
            self._rows += [Row(self._number + at, cells) for at in range(1, repeated + 1)]
        self._number += repeated
        if self._number > MOST_ROWS:
            self._number = MOST_ROWS
        self._seen += 1
        if self._progress and self._seen % STEP == 0:
            self._progress(min(self._seen, self._total), 2 * self._total)

    def _row_cells(self, element: _Element) -> Iterator[Cell]:
        """The cells up to the last that holds something; the rest of a row is one that is repeated to its end."""
        at = waiting = 0
        for each in element.iterchildren(*_CELLS):
            repeated = min(_repeated(each, "columns"), MOST_COLUMNS - at)
            cell = self._cell(each, at)
            if cell is None:
                waiting += repeated
            else:
                yield from (None for _ in range(waiting))
                yield from (cell for _ in range(repeated))
                waiting = 0
            at += repeated

    def _cell(self, element: _Element, at: int) -> Cell:
        kind = element.get(f"{_OFFICE}value-type")
        if kind is None and not len(element):
            return None
        if kind in {"float", "currency"}:
            return number_of(float(element.get(f"{_OFFICE}value", "")))
        if kind == "percentage":
            return share_of(float(element.get(f"{_OFFICE}value", "")))
        if kind == "boolean":
            return element.get(f"{_OFFICE}boolean-value") == "true"
        if kind == "date":
            return self._date(element, at)
        return _text(element)

    def _date(self, element: _Element, at: int) -> Cell:
        words = element.get(f"{_OFFICE}date-value", "")
        style = element.get(f"{_TABLE}style-name") or (self._columns[at] if at < len(self._columns) else "")
        try:
            day = PartialDate.from_iso(words[:10])
        except DateError:
            return Wrong(words)
        return shown_with(day, self._signs[style]) if style in self._signs else day


def _text(element: _Element) -> Cell:
    kept = element.get(f"{_OFFICE}string-value")
    text = (
        kept
        if kept is not None
        else "\n".join(_paragraph(each) for each in element.iterchildren(f"{_TEXT}p", f"{_TEXT}h"))
    )
    if not text or text.isspace():
        has_formula = element.get(f"{_TABLE}formula") is not None and element.get(f"{_OFFICE}value-type") is None
        return Wrong(tr("a formula without a value")) if has_formula else None
    if element.get(f"{_CALC}value-type") == "error" or text in ERRORS or text.startswith("Err:"):
        return Wrong(text)
    return text


def _paragraph(element: _Element) -> str:
    """The text of a paragraph; blanks and tabs beyond the first of a row are elements of their own."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for each in element:
        if each.tag == f"{_TEXT}s":
            parts.append(" " * min(1_000, int(each.get(f"{_TEXT}c", "1"))))
        elif each.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif each.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif str(each.tag).startswith(_TEXT):
            parts.append(_paragraph(each))
        parts.append(each.tail or "")
    return "".join(parts)


def _repeated(element: _Element, what: str) -> int:
    return max(1, int(element.get(f"{_TABLE}number-{what}-repeated", "1")))


def _forget(element: _Element) -> None:
    """Free what was read: the element and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
