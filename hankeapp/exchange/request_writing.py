"""Forms as XLSX, for a person who gets them by mail: instructions, then a sheet for each project.

Only what may be filled in can be written on; what tells which project and which field it is stands in hidden columns.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.domain.status import Status, step
from hankeapp.exchange.request_cells import (
    Help,
    Text,
    add_looks,
    fit_row,
    put_head,
    put_hidden,
    put_mark,
    put_text,
    put_value,
    told,
)
from hankeapp.exchange.request_form import BASE, KEY, LABEL, MARKER, MESSAGE, REMARK, VALUE, Mark, blocks, unplaced
from hankeapp.exchange.xlsx_saving import saved_in_memory
from hankeapp.translation import language, tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from hankeapp.domain.naming import Names
    from hankeapp.domain.problems import Problem
    from hankeapp.exchange.request_form import Line

_SHOWN = (LABEL, VALUE, REMARK)
_WIDTHS = {KEY: 8, BASE: 8, LABEL: 30, VALUE: 58, REMARK: 44}
_GUIDE_WIDTHS = (16, 62, 36)
_CHOICES = 8
"""The hidden column of the instructions in which units stand, to be chosen from."""
_NUMBER = "number"
_LEAST_LINES = 3
"""Room to write a text of several lines."""


@dataclass(frozen=True)
class Asked:
    """A project, and what is missing or wrong in it."""

    project: Project
    problems: Sequence[Problem]

    @property
    def counts(self) -> str:
        """How much is missing, and how much is to be checked."""
        marks = Counter(Mark.of(each.rule) for each in self.problems)
        missing, others = marks[Mark.MISSING], marks[Mark.STALE] + marks[Mark.DOUBTFUL]
        found = [
            trn("{n} thing is missing", "{n} things are missing", missing) if missing else "",
            trn("{n} thing is to be checked", "{n} things are to be checked", others) if others else "",
        ]
        return ", ".join(filter(None, found)) or tr("nothing is missing")


def write_request(asked: Iterable[Asked], names: Names, units: Sequence[str], called: str, written: date) -> bytes:
    """The file for the person who is `called` so, or for nobody; `units` can be chosen from.

    Each project is taken as its sheet is written.
    """
    book = Workbook()
    book.properties.title, book.properties.creator = tr("Request to complete project data"), "Hankeapp"
    book.properties.language = language()
    add_looks(book)
    guide = book.active
    assert guide is not None
    guide.title = tr("Instructions")
    of_units = _put_choices(guide, units)
    taken = []
    for each in asked:
        sheet = book.create_sheet(each.project.number)
        _ProjectSheet(sheet, each, names, of_units).write()
        taken.append(each)
    _write_guide(guide, taken, called, written)
    return saved_in_memory(book)


class _ProjectSheet:
    """A project's form, written from the top."""

    def __init__(self, sheet: Any, asked: Asked, names: Names, units: str) -> None:
        self._sheet = sheet
        self._asked = asked
        self._project = asked.project
        self._names = names
        self._help = Help(sheet, names, units)
        self._row = 1

    def write(self) -> None:
        _shape(self._sheet, _WIDTHS)
        for column in (KEY, BASE):
            self._sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
        self._write_head()
        self._write_unplaced()
        for block in blocks(self._project, self._asked.problems):
            put_head(self._sheet, self._row, _SHOWN, block.title)
            self._row += 1
            for line in block.lines:
                self._write_line(line)
        self._write_message()

    def _write_head(self) -> None:
        sheet, project = self._sheet, self._project
        put_hidden(sheet, 1, KEY, MARKER)
        put_hidden(sheet, 1, BASE, str(project.id))
        put_text(sheet, 1, LABEL, project.title, Text.TITLE)
        sheet.merge_cells(start_row=1, end_row=1, start_column=LABEL + 1, end_column=REMARK + 1)
        number = field_of(Project, _NUMBER)
        put_hidden(sheet, 2, KEY, _NUMBER)
        put_hidden(sheet, 2, BASE, project.number)
        put_text(sheet, 2, LABEL, number.title)
        put_text(sheet, 2, VALUE, project.number, Text.LOCKED)
        put_text(sheet, 2, REMARK, self._asked.counts)
        status = field_of(Project, "status")
        if project.status is Status.ENDED:
            put_text(sheet, 3, LABEL, status.title)
            put_text(sheet, 3, VALUE, self._names.text(status, project.status), Text.LOCKED)
        for column, text in zip(
            _SHOWN, (tr("Field"), tr("In the register: correct and complete"), tr("To be noticed")), strict=True
        ):
            put_head(sheet, 4, (column,), text)
        sheet.freeze_panes = sheet.cell(5, VALUE + 1)
        sheet.print_title_rows = "1:4"
        self._row = 5

    def _write_unplaced(self) -> None:
        for problem in unplaced(self._project, self._asked.problems):
            put_text(self._sheet, self._row, LABEL, problem.rule.label)
            put_mark(self._sheet, self._row, REMARK, Mark.of(problem.rule), _said(problem))
            fit_row(self._sheet, self._row, [(_said(problem), _WIDTHS[REMARK])])
            self._row += 1

    def _write_line(self, line: Line) -> None:
        sheet, row, field = self._sheet, self._row, line.field
        mark = Mark.of(line.problems[0].rule) if line.problems else None
        value = told(field, line.value, self._names)
        put_hidden(sheet, row, KEY, line.key)
        put_hidden(sheet, row, BASE, value, field)
        put_text(sheet, row, LABEL, field.title + (" *" if field.required else ""))
        put_value(sheet, row, VALUE, field, value, mark)
        is_status = field.type is Status
        self._help.put(row, VALUE, field, self._next_statuses() if is_status else None)
        remark = "\n".join(map(_said, line.problems))
        if not remark and value is None and "/" not in line.key:
            remark = tr("Not recorded")
        put_mark(sheet, row, REMARK, mark, remark)
        texts = [(str(value or ""), _WIDTHS[VALUE]), (remark, _WIDTHS[REMARK])]
        fit_row(sheet, row, texts, least=min(field.lines, _LEAST_LINES))
        self._row += 1

    def _next_statuses(self) -> list[Status]:
        now = self._project.status
        return [each for each in Status if each is now or step(now, each) is not None]

    def _write_message(self) -> None:
        put_head(self._sheet, self._row, _SHOWN, tr("Message to the office"))
        put_hidden(self._sheet, self._row + 1, KEY, MESSAGE)
        put_text(self._sheet, self._row + 1, LABEL, tr("Message"))
        put_value(self._sheet, self._row + 1, VALUE, field_of(Project, "notes"), None, None)
        hint = tr("What fits nowhere above, or has to be taken away.")
        put_mark(self._sheet, self._row + 1, REMARK, None, hint)
        fit_row(self._sheet, self._row + 1, [(hint, _WIDTHS[REMARK])], least=_LEAST_LINES)


def _said(problem: Problem) -> str:
    return f"{Mark.of(problem.rule).label}: {problem.sentence}"


def _write_guide(sheet: Any, asked: Sequence[Asked], called: str, written: date) -> None:
    _shape(sheet, dict(enumerate(_GUIDE_WIDTHS)))
    put_text(sheet, 1, 0, tr("Request to complete project data"), Text.TITLE)
    row = 1
    for row, text in enumerate(_instructions(called, written), 2):
        put_text(sheet, row, 0, text)
        fit_row(sheet, row, [(text, sum(_GUIDE_WIDTHS))])
    for at in range(1, row + 1):
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(_GUIDE_WIDTHS))
    for column, text in enumerate((tr("Register number"), tr("Project"), tr("To be completed"))):
        put_head(sheet, row + 2, (column,), text)
    for at, each in enumerate(asked, row + 3):
        number = put_text(sheet, at, 0, each.project.number, Text.LINK)
        there = f"{quote_sheetname(each.project.number)}!{get_column_letter(VALUE + 1)}5"
        number.hyperlink = Hyperlink(ref=number.coordinate, location=there)
        put_text(sheet, at, 1, each.project.title)
        put_text(sheet, at, 2, each.counts)
        fit_row(sheet, at, zip((each.project.title, each.counts), _GUIDE_WIDTHS[1:], strict=True))


def _instructions(called: str, written: date) -> Iterator[str]:
    day = f"{written.day}.{written.month}.{written.year}"
    yield tr("To: {name}. Written {date}.", name=called, date=day) if called else tr("Written {date}.", date=day)
    yield tr("Each project has a sheet of its own. Correct and complete the cells with a frame in the middle column.")
    yield tr(
        "What is missing is marked with the word “{missing}”, what is no longer true or contradicts something with "
        "“{stale}” or “{doubtful}”. The colours say the same.",
        missing=Mark.MISSING.label,
        stale=Mark.STALE.label,
        doubtful=Mark.DOUBTFUL.label,
    )
    yield tr("A date may be a day, a month or only a year: 31.12.2026, 12/2026 or 2026. What is not known stays empty.")
    yield tr("Where a new row is filled in, what has a star must be there.")
    yield tr("An emptied cell takes nothing away. If something has to go, write it into the message at the end.")
    yield tr(
        "Save the file as it is (.xlsx) and send it back. What you change is a suggestion, which the office accepts."
    )


def _put_choices(guide: Any, units: Sequence[str]) -> str:
    """Units in a hidden column of the instructions; the formula that names them."""
    if not units:
        return ""
    for at, unit in enumerate(units, 1):
        put_hidden(guide, at, _CHOICES, unit)
    letter = get_column_letter(_CHOICES + 1)
    guide.column_dimensions[letter].hidden = True
    return f"{quote_sheetname(guide.title)}!${letter}$1:${letter}${len(units)}"


def _shape(sheet: Any, widths: dict[int, int]) -> None:
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
