"""How the cells of a form look, and what may be written into them. The colours are those of the light window."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.values import Cents, Codes, Share
from hankeapp.exchange.request_form import Mark
from hankeapp.exchange.sheets import cell, fitting
from hankeapp.exchange.xlsx_writing import escaped
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hankeapp.domain.fields import Field
    from hankeapp.domain.naming import Names

_GROUNDS = {Mark.MISSING: "FFF2D1", Mark.STALE: "FCEBE6", Mark.DOUBTFUL: "FCEBE6"}
_INKS = {Mark.MISSING: "7A5000", Mark.STALE: "A12A12", Mark.DOUBTFUL: "A12A12"}
_LOCKED, _HEAD, _QUIET, _LINK, _EDGE = "F3F5F7", "DCE9F8", "5E6A78", "1F5FAE", "7B8794"
_FORMATS = {Cents: '#,##0.00\\ "€"', Share: "0.00%", int: "0"}
_FACE, _SIZE, _LARGE = "Calibri", 11, 14
_LINE = 15.0
"""Points of a line of that size."""
_HIGHEST = 400.0
"""Excel takes 409 points."""
_LONGEST_PROMPT, _LONGEST_TITLE, _LONGEST_LIST = 255, 32, 250
"""What Excel takes."""


class Text(Enum):
    """What is written and nobody changes."""

    # Excel has styles of its own that are called Title and the like.
    PLAIN = "form text"
    TITLE = "form title"
    HEAD = "form head"
    LOCKED = "form locked"
    LINK = "form link"
    QUIET = "form quiet"


def add_looks(book: Any) -> None:
    """Declare how cells look in a workbook: once, as a style of each cell's own would cost most of the time."""
    for text in Text:
        book.add_named_style(_look(text.value, _font(text), _TEXT_GROUNDS.get(text, "")))
    for mark in Mark:
        font = Font(name=_FACE, size=_SIZE, bold=True, color=_INKS[mark])
        book.add_named_style(_look(_marked(mark), font, _GROUNDS[mark]))
    for kind in (str, *_FORMATS):
        font, shown_as = Font(name=_FACE, size=_SIZE), _FORMATS.get(kind, "@")
        book.add_named_style(NamedStyle(_hidden(kind), number_format=shown_as))
        for each in (None, *Mark):
            book.add_named_style(_frame(_value(kind, each), font, shown_as, _GROUNDS[each] if each else ""))


def put_text(sheet: Any, row: int, column: int, text: str, look: Text = Text.PLAIN) -> Any:
    """Write a text; `column` counts from 0. The cell."""
    made = _put(sheet, row, column, text)
    made.style = look.value
    return made


def put_head(sheet: Any, row: int, columns: Sequence[int], text: str) -> None:
    """Write a heading over columns."""
    for column in columns:
        put_text(sheet, row, column, text if column == columns[0] else "", Text.HEAD)


def fit_row(sheet: Any, row: int, texts: Iterable[tuple[str, int]], least: int = 1) -> None:
    """Make a row as high as its texts are in their columns' widths, in letters: not every program does."""
    lines = [sum(1 + len(line) // width for line in text.split("\n")) for text, width in texts]
    most = max([least, *lines])
    if most > 1:
        sheet.row_dimensions[row].height = min(most * _LINE, _HIGHEST)


def put_mark(sheet: Any, row: int, column: int, mark: Mark | None, text: str) -> None:
    """Write what is to be noticed; without a mark quietly."""
    made = _put(sheet, row, column, text)
    made.style = _marked(mark) if mark else Text.QUIET.value


def put_value(sheet: Any, row: int, column: int, field: Field, value: Any, mark: Mark | None) -> None:
    """Write what the register has of a field, to be changed."""
    _put(sheet, row, column, value).style = _value(_kind(field), mark)


def put_hidden(sheet: Any, row: int, column: int, value: Any, field: Field | None = None) -> None:
    """Write what is for the program alone."""
    _put(sheet, row, column, value).style = _hidden(_kind(field) if field else str)


def _kind(field: Field) -> type:
    """A yes or no is a word, and so is what is no number."""
    return field.type if field.optional and field.type in _FORMATS else str


def _marked(mark: Mark) -> str:
    return f"form {mark.value}"


def _hidden(kind: type) -> str:
    return f"form hidden {kind.__name__}"


def _value(kind: type, mark: Mark | None) -> str:
    return f"form value {kind.__name__} {mark.value if mark else ''}".strip()


_TEXT_GROUNDS = {Text.HEAD: _HEAD, Text.LOCKED: _LOCKED}


def _font(text: Text) -> Font:
    is_bold = text in {Text.TITLE, Text.HEAD}
    color = {Text.QUIET: _QUIET, Text.LINK: _LINK}.get(text)
    size = _LARGE if text is Text.TITLE else _SIZE
    return Font(name=_FACE, size=size, bold=is_bold, color=color, underline="single" if text is Text.LINK else None)


def _look(name: str, font: Font, ground: str) -> NamedStyle:
    style = NamedStyle(name, font=font, alignment=Alignment(wrap_text=True, vertical="top"))
    if ground:
        style.fill = PatternFill("solid", fgColor=ground)
    return style


def _frame(name: str, font: Font, shown_as: str, ground: str) -> NamedStyle:
    style = _look(name, font, ground)
    side = Side(style="thin", color=_EDGE)
    style.number_format = shown_as
    style.border = Border(left=side, right=side, top=side, bottom=side)
    style.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    style.protection = Protection(locked=False)
    return style


def told(field: Field, value: Any, names: Names) -> Any:
    """A value as the form holds it. Dates are texts: a cell for dates would make a day of a typed year."""
    if isinstance(value, PartialDate):
        return str(value)
    found = cell(field, value, names)
    if isinstance(found, Cents):
        return int(found) / 100
    if isinstance(found, Share):
        return int(found) / 10_000
    return fitting(found) if isinstance(found, str) else found


class Help:
    """What a sheet offers to choose from, and says of a cell while it is filled in."""

    def __init__(self, sheet: Any, names: Names, units: str) -> None:
        self._sheet = sheet
        self._names = names
        self._units = units
        self._known: dict[str, DataValidation] = {}

    def put(self, row: int, column: int, field: Field, codes: Sequence[Enum] | None = None) -> None:
        """Help with a cell; `codes` are those that can be chosen, where not all of the field's can."""
        key = f"{field.label}/{field.type.__name__}/{field.values}"
        if key not in self._known:
            made = self._known[key] = self._validation(field, codes)
            if made.type or made.prompt:
                self._sheet.add_data_validation(made)
        self._known[key].add(self._sheet.cell(row, column + 1))

    def _validation(self, field: Field, codes: Sequence[Enum] | None) -> DataValidation:
        prompt = " ".join(self._prompts(field))
        made = DataValidation(allow_blank=True, showInputMessage=bool(prompt), showErrorMessage=False)
        if prompt:
            made.promptTitle, made.prompt = field.title[:_LONGEST_TITLE], prompt[:_LONGEST_PROMPT]
        if field.refers == "unit" and self._units:
            made.type, made.formula1 = "list", self._units
        elif issubclass(field.type, Enum):
            labels = [str(getattr(code, "label", code.value)) for code in codes or list(field.type)]
            joined = ",".join(labels)
            if len(joined) <= _LONGEST_LIST and joined.count(",") < len(labels):
                made.type, made.formula1 = "list", f'"{joined}"'
                made.showErrorMessage, made.errorStyle = True, "stop"
                made.errorTitle, made.error = field.title[:_LONGEST_TITLE], tr("Choose one from the list.")
        return made

    def _prompts(self, field: Field) -> Iterator[str]:
        if field.hint:
            yield tr(field.hint)
        elif field.type is PartialDate:
            yield tr("A day, a month or only a year: 31.12.2026, 12/2026 or 2026.")
        if issubclass(field.type, Codes):
            labels = [label for (of, _), label in self._names.by_code.items() if of == field.values]
            yield tr("Several with a semicolon between them.")
            if labels:
                yield tr("For example: {labels}.", labels="; ".join(labels))


def _put(sheet: Any, row: int, column: int, value: Any) -> Any:
    made = sheet.cell(row, column + 1)
    if isinstance(value, str):
        # Told by hand: a text that begins with an equals sign would be taken for a formula.
        made._value, made.data_type = escaped(value) or None, "s"  # noqa: SLF001
        if not value:
            made.data_type = "n"
    elif value is not None:
        made.value = value
    return made
