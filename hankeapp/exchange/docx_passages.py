"""Text documents (DOCX): their headings, paragraphs, list items and tables as passages."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from hankeapp.exchange.packages import Package, broken
from hankeapp.exchange.passages import BOLD, Passage
from hankeapp.exchange.table_passages import labelled_rows, plain_rows, record_rows, told_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, LookupError, ValueError, TypeError, AttributeError,
            OSError, AssertionError)  # fmt: skip
"""What python-docx raises for packages that no word processor wrote."""
LARGEST = 30_000_000
"""Bytes of the text when unpacked: a book of a thousand pages is a third of that."""
_HEADING = re.compile(r"(?:heading|otsikko|rubrik)\s?(\d)", re.IGNORECASE)
_TITLE = re.compile(r"title|otsikko|rubrik", re.IGNORECASE)
_ITEM = re.compile(r"list|luettelo|lista", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\r\f\v]+")
_LONGEST_BOLD = 160
_BREAKS = {"br": "\n", "cr": "\n", "tab": " "}


def passages_of_docx(data: bytes) -> list[Passage]:
    """The passages of a text document; `FileError` for what is broken, locked or would swell beyond measure."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    package = Package.opened(data)
    for name in package.names:
        if not name.endswith("/"):
            _check(package, name)
    try:
        return list(_of_blocks(docx.Document(io.BytesIO(data))))
    except (OpcError, LxmlError, *_TROUBLE) as error:
        raise broken() from error


def _check(package: Package, name: str) -> None:
    if package.archive.getinfo(name).file_size > LARGEST:
        raise broken()
    package.part(name)


def _of_blocks(document: Document) -> Iterator[Passage]:
    from docx.oxml.ns import qn

    yield from _of_body(document.element.body, document, (qn("w:p"), qn("w:tbl")))


def _of_body(body: BaseOxmlElement, document: Document, kinds: tuple[str, str]) -> Iterator[Passage]:
    """The paragraphs and tables in order, those in content controls and tracked insertions too."""
    _, table = kinds
    for element in body.iter(*kinds):
        holder = next(element.iterancestors(*kinds), None)
        if holder is not None:
            continue
        if element.tag == table:
            yield from _of_table(element)
        else:
            yield from _of_paragraph(element, document)


def _of_paragraph(element: BaseOxmlElement, document: Document) -> Iterator[Passage]:
    words, lead = _words(element)
    if not words:
        return
    level = _level(element, document)
    if not level and lead == len(words) <= _LONGEST_BOLD and "\n" not in words:
        level = BOLD
    is_item = not level and _is_item(element, document)
    yield Passage(" ".join(words.split("\n")) if level else words, level, 0 if level else lead, is_item=is_item)


def _words(paragraph: BaseOxmlElement) -> tuple[str, int]:
    """The words of a paragraph without deleted ones and text boxes, and how many characters are bold at first."""
    from docx.oxml.ns import qn

    text, lead, leading = "", 0, True
    for piece in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:cr"), qn("w:tab")):
        run = piece.getparent()
        if next(piece.iterancestors(qn("w:p"))) is not paragraph or run is None or run.tag != qn("w:r"):
            continue
        said = _BREAKS.get(str(piece.tag).rpartition("}")[2]) or _WHITE.sub(" ", piece.text or "")
        leading = leading and (not said.strip() or _is_bold(run))
        text = (text.rstrip(" ") if said == "\n" else text) + said
        lead = len(text.rstrip()) if leading else lead
    plain = text.strip(" \n\u00a0")
    return plain, min(max(0, lead - (len(text) - len(text.lstrip(" \n\u00a0")))), len(plain))


def _is_bold(run: BaseOxmlElement) -> bool:
    from docx.oxml.ns import qn

    bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return bold is not None and bold.get(qn("w:val")) not in {"0", "false", "off"}


def _is_item(element: BaseOxmlElement, document: Document) -> bool:
    from docx.oxml.ns import qn

    numbered = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    return numbered or _ITEM.match(_style(element, document)) is not None


def _style(element: BaseOxmlElement, document: Document) -> str:
    from docx.text.paragraph import Paragraph

    style = Paragraph(element, document).style  # type: ignore[arg-type]
    return (style.name if style is not None else "") or ""


def _level(element: BaseOxmlElement, document: Document) -> int:
    name = _style(element, document)
    numbered = _HEADING.match(name)
    if numbered:
        return min(max(int(numbered[1]), 1), 6)
    return 1 if _TITLE.fullmatch(name) else 0


def _of_table(table: BaseOxmlElement) -> Iterator[Passage]:
    from docx.oxml.ns import qn

    rows = [[_cell(cell) for cell in row.iter(qn("w:tc"))] for row in table.iter(qn("w:tr"))]
    records = record_rows(rows)
    labelled = None if records else labelled_rows(rows)
    plain = None if records or labelled else told_rows(rows) or plain_rows(rows)
    yield from records or ([labelled] if labelled else plain or (Passage(cell) for row in rows for cell in row if cell))


def _cell(cell: BaseOxmlElement) -> str:
    from docx.oxml.ns import qn

    lines = (_words(paragraph)[0] for paragraph in cell.iter(qn("w:p")))
    return "\n".join(line for line in lines if line)
