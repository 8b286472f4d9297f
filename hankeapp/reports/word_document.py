"""An overview as a Word document (ECMA-376), for those who must edit it: its words and their order, not its layout.

Headings are headings, the table's head is repeated on each page, the language is told, and each picture has the text
for those who do not see it.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

if TYPE_CHECKING:
    from hankeapp.reports.entries import Entry
    from hankeapp.reports.photos import Photo
    from hankeapp.reports.summary import Overview, Section

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML has no place for."""
_COUNTRIES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
_PAGE, _MARGIN = (Cm(21), Cm(29.7)), Cm(2)
_COLUMNS = (Cm(3), Cm(7.2), Cm(2.9), Cm(3.9))
_PICTURE, _LOGO = Cm(7), Cm(1.9)


class WordDocument:
    """An overview on its way into a document; `without_photo` are the titles of those whose picture no one can read.

    `is_without_logo` as its head says, or where no one can read that picture.
    """

    def __init__(self, overview: Overview) -> None:
        self._overview = overview
        self._document: Any = Document()
        self.without_photo = list(overview.without_photo)
        self.is_without_logo = overview.head.is_without_logo

    def bytes(self) -> bytes:
        """The file."""
        self._prepare()
        self._write_head()
        if self._overview.entries:
            self._write_table()
        for section in self._overview.sections:
            self._write_section(section)
        data = BytesIO()
        self._document.save(data)
        return data.getvalue()

    def _prepare(self) -> None:
        """The language, the names of the document, and the number of each page."""
        document, overview = self._document, self._overview
        spoken = _COUNTRIES[overview.language]
        for run in document.styles.element.iter(qn("w:rPrDefault")):
            _set_language(run.find(qn("w:rPr")), spoken)
        core = document.core_properties
        core.title, core.language, core.author = _text(overview.head.running_title), spoken, "Hankeapp"
        core.comments, core.subject = "", _text(overview.head.situation)
        page = document.sections[0]
        page.page_width, page.page_height = _PAGE
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
        foot = page.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for piece in re.split(r"(\{page\}|\{pages\})", overview.page_of):
            _add_field(foot, {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(piece), piece)

    def _write_head(self) -> None:
        head = self._overview.head
        if head.logo and not self._add_picture(head.logo.file, head.logo.alt, height=_LOGO):
            self.is_without_logo = True
        self._document.add_heading(_text(head.title), 0)
        for told in (head.office, head.situation, head.selection, self._overview.remark):
            if told:
                self._paragraph(told)
        for count in (*self._overview.counts, *self._overview.sums):
            self._paragraph(f"{count.number} {count.words}", "List Bullet")

    def _write_table(self) -> None:
        words = self._overview.words
        self._heading(words.table, 1)
        table = self._document.add_table(rows=1, cols=4, style="Table Grid")
        heads = (words.number, words.project, words.duration, words.status)
        for cell, text in zip(table.rows[0].cells, heads, strict=True):
            cell.text = ""
            cell.paragraphs[0].add_run(_text(text)).bold = True
        _repeat(table.rows[0])
        for column, width in zip(table.columns, _COLUMNS, strict=True):
            column.width = width
        for entry in self._overview.entries:
            cells = table.add_row().cells
            status = entry.status.word if entry.flag is None else f"{entry.status.word}, {entry.flag.word}"
            for cell, width, text in zip(
                cells, _COLUMNS, (entry.number, entry.title, entry.duration, status), strict=True
            ):
                cell.text, cell.width = _text(text), width

    def _write_section(self, section: Section) -> None:
        self._heading(section.title, 1)
        for group in section.groups:
            if group.heading is not None:
                self._heading(group.heading.title, 2)
                self._paragraph(" · ".join(group.heading.facts))
            for entry in group.entries:
                self._write_entry(entry, 2 if group.heading is None else 3)

    def _write_entry(self, entry: Entry, level: int) -> None:
        self._heading(entry.title, level)
        told = [entry.duration, entry.status.word, entry.flag.word if entry.flag else "", *entry.facts]
        self._paragraph(" · ".join(text for text in told if text))
        for fact in entry.details:
            paragraph = self._document.add_paragraph()
            paragraph.add_run(f"{_text(fact.label)}: ").bold = True
            paragraph.add_run(_text("; ".join(fact.lines)))
        for text in (*entry.text.paragraphs, entry.text.remark):
            if text:
                self._paragraph(text)
        if entry.results.paragraphs:
            self._heading(self._overview.words.results, level + 1)
        for text in (*entry.results.paragraphs, entry.results.remark):
            if text:
                self._paragraph(text)
        for photo in entry.photos:
            self._write_photo(entry, photo)

    def _write_photo(self, entry: Entry, photo: Photo) -> None:
        if not self._add_picture(photo.file, photo.alt, width=_PICTURE):
            self.without_photo.append(entry.title)
        elif photo.caption:
            self._paragraph(photo.caption, "Caption")

    def _add_picture(self, file: str, alt: str, **size: Any) -> bool:
        """Put a picture in with its text for those who do not see it; whether it can be read."""
        try:
            picture = self._document.add_picture(BytesIO(self._overview.files[file]), **size)
        except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ZeroDivisionError):
            return False
        picture._inline.docPr.set("descr", _text(alt))  # noqa: SLF001
        return True

    def _heading(self, text: str, level: int) -> None:
        self._document.add_heading(_text(text), level)

    def _paragraph(self, text: str, style: str | None = None) -> None:
        self._document.add_paragraph(_text(text), style)


def _set_language(properties: Any, spoken: str) -> None:
    found = properties.find(qn("w:lang"))
    language = OxmlElement("w:lang") if found is None else found
    if found is None:
        properties.append(language)
    language.set(qn("w:val"), spoken)


def _add_field(paragraph: Any, code: str | None, text: str) -> None:
    """A field that the reader works out, or the text where it is none."""
    if code is None:
        paragraph.add_run(text)
        return
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)  # noqa: SLF001


def _repeat(row: Any) -> None:
    """Let a row stand at the head of each page of its table."""
    head = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(head)  # noqa: SLF001


def _text(text: str) -> str:
    return _UNWRITABLE.sub(" ", text)
