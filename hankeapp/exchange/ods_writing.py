"""Sheets as ODS: the same as in XLSX, in OpenDocument 1.3 (https://docs.oasis-open.org/office/OpenDocument/v1.3/).

odfdo packs the document and keeps its properties. The rows are written by lxml, one after another: as odfdo's objects,
those of a large register would take minutes and gigabytes.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree
from odfdo import Document

from hankeapp.domain.values import Cents, Share
from hankeapp.exchange.ods_parts import NAMESPACES, content_of, defaults_of, settings_of, tag
from hankeapp.exchange.workbooks import letters_of
from hankeapp.exchange.writings import SheetWriting
from hankeapp.translation import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Self

    from hankeapp.domain.project import Project
    from hankeapp.exchange.sheets import Cell, Sheet

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML has no place for."""
_PIECES = re.compile(r"( {2,}|^ | $|\t)")
"""Blanks that a reader of ODF would take for one, or for none."""


def write_ods(sheets: Sequence[Sheet], projects: Iterable[Project], title: str) -> SheetWriting:
    """A document with the rows of all projects, each read once."""
    with ExitStack() as open_tables:
        tables = [open_tables.enter_context(_Table(sheet)) for sheet in sheets]
        for project in projects:
            for table in tables:
                table.add(project)
    document = Document("ods")
    document.meta.title, document.meta.language, document.meta.creator = title, language(), "Hankeapp"
    container: Any = document.container
    container.set_part("content.xml", content_of([table.xml for table in tables], _filters(tables)))
    container.set_part("styles.xml", defaults_of(language()))
    container.set_part("settings.xml", settings_of([sheet.name for sheet in sheets]))
    data = BytesIO()
    document.save(data)
    return SheetWriting(data.getvalue())


class _Table:
    """A sheet that is written row by row."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.count = 1
        self._data = BytesIO()
        self._out: Any = None

    def __enter__(self) -> Self:
        self._open = ExitStack()
        self._out = self._open.enter_context(etree.xmlfile(self._data, encoding="utf-8"))
        named = {tag("table:name"): self.sheet.name}
        self._open.enter_context(self._out.element(tag("table:table"), named, nsmap=NAMESPACES))
        for column in self.sheet.columns:
            self._out.write(_element("table:table-column", {"table:style-name": f"w{column.width}"}))
        with self._out.element(tag("table:table-header-rows")):
            self._out.write(_row([_text_cell(column.title, "head") for column in self.sheet.columns]))
        return self

    def __exit__(self, *failure: object) -> None:
        self._open.close()

    def add(self, project: Project) -> None:
        """Write the rows of a project."""
        for row in self.sheet.rows(project):
            self._out.write(_row(map(_cell, row)))
            self.count += 1

    @property
    def xml(self) -> bytes:
        """The element, once it is closed."""
        return self._data.getvalue()


def _filters(tables: Sequence[_Table]) -> bytes:
    """The buttons by which a head is filtered by."""
    ranges = _element("table:database-ranges", {})
    for number, table in enumerate(tables):
        name = table.sheet.name.replace("'", "''")
        last = letters_of(len(table.sheet.columns) - 1)
        of_table = {
            "table:name": f"__Anonymous_Sheet_DB__{number}",
            "table:target-range-address": f"'{name}'.A1:'{name}'.{last}{table.count}",
            "table:display-filter-buttons": "true",
        }
        ranges.append(_element("table:database-range", of_table))
    return bytes(etree.tostring(ranges))


def _row(cells: Iterable[Any]) -> Any:
    row = _element("table:table-row", {"table:style-name": "row"})
    row.extend(cells)
    return row


def _cell(value: Cell) -> Any:
    match value:
        case None:
            return _element("table:table-cell", {})
        case Cents():
            amount = f"{'-' if value < 0 else ''}{abs(int(value)) // 100}.{abs(int(value)) % 100:02}"
            return _typed("currency", {"office:value": amount, "office:currency": "EUR"}, "euros", str(value))
        case Share():
            return _typed("percentage", {"office:value": f"{int(value) / 10_000:.4f}"}, "share", str(value))
        case datetime():
            return _typed("date", {"office:date-value": value.isoformat()}, "moment", f"{value:%d.%m.%Y %H:%M}")
        case date():
            return _typed("date", {"office:date-value": value.isoformat()}, "day", f"{value:%d.%m.%Y}")
        case int():
            return _typed("float", {"office:value": str(int(value))}, "number", str(int(value)))
    return _text_cell(value, "text")


def _typed(kind: str, values: dict[str, str], style: str, shown: str) -> Any:
    cell = _element("table:table-cell", {"office:value-type": kind, **values, "table:style-name": style})
    cell.append(_element("text:p", {}, shown))
    return cell


def _text_cell(text: str, style: str) -> Any:
    """A paragraph for each line; beside them the text itself, where it has what a reader may leave out of those."""
    written = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    exactly = {"office:string-value": written} if "\r" in written or "\t" in written else {}
    attributes = {"office:value-type": "string", **exactly, "table:style-name": style}
    cell = _element("table:table-cell", attributes)
    for line in written.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        cell.append(_paragraph(line))
    return cell


def _paragraph(line: str) -> Any:
    paragraph = _element("text:p", {})
    last: Any = None
    for piece in _PIECES.split(line):
        if piece == "\t":
            last = etree.SubElement(paragraph, tag("text:tab"))
        elif piece and not piece.strip(" "):
            last = etree.SubElement(paragraph, tag("text:s"), {tag("text:c"): str(len(piece))})
        elif last is None:
            paragraph.text = piece
        else:
            last.tail = piece
    return paragraph


def _element(name: str, attributes: dict[str, str], text: str | None = None) -> Any:
    element = etree.Element(tag(name), {tag(key): value for key, value in attributes.items()})
    element.text = text
    return element
