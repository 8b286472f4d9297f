"""Returned forms: what a person changed in them, beside what the register had when they were sent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.errors import KnownError
from hankeapp.domain.fields import field_of, fields_of
from hankeapp.domain.mappings import part_named
from hankeapp.domain.part_rules import check_part
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Certainty, Proposal, Reading, Suggestion
from hankeapp.exchange.cell_values import read_cell
from hankeapp.exchange.part_cells import made_row
from hankeapp.exchange.request_form import BASE, KEY, LABEL, MARKER, MESSAGE, NEW, VALUE, asked_fields, asked_parts
from hankeapp.exchange.told_lines import ToldLines
from hankeapp.exchange.workbooks import words_of
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hankeapp.domain.fields import Field
    from hankeapp.exchange.workbooks import Cell, Row, Sheet, Workbook

_NOTHING: tuple[Any, ...] = (None, "", 0)


def is_request(book: Workbook) -> bool:
    """Whether a workbook is a form that was sent out."""
    return any(map(_is_form, book.sheets))


def read_request(book: Workbook) -> Reading:
    """The projects of a returned form: all that stands on it, and beside it what stood there when it was sent."""
    forms = [sheet for sheet in book.sheets if _is_form(sheet)]
    return Reading(
        proposals=tuple(_Form(sheet).proposal(order) for order, sheet in enumerate(forms, 1)), remarks=book.remarks
    )


def _is_form(sheet: Sheet) -> bool:
    return bool(sheet.rows) and sheet.rows[0].number == 1 and _at(sheet.rows[0], KEY) == MARKER


@dataclass
class _Held:
    """What is told of a project, or of one of its rows, by fields: what stands there now, and what was sent."""

    now: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def suggestion(self, name: str, value: Any, fields: Iterable[str]) -> Suggestion:
        """A value that these fields tell."""
        reason = " ".join(dict.fromkeys(self.doubts[each] for each in fields if each in self.doubts))
        span = next((self.spans[each] for each in fields if each in self.spans), (0, 0))
        certainty = Certainty.UNCERTAIN if reason else Certainty.CERTAIN
        return Suggestion(field=name, value=value, span=span, certainty=certainty, reason=reason)


class _Form:
    """A project's sheet, read line by line."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet.name
        self._lines = ToldLines()
        self._remarks: list[str] = []
        self._own = _Held()
        self._rows: dict[tuple[str, str], _Held] = defaultdict(_Held)
        self._key = words_of(_at(sheet.rows[0], BASE))
        self._number = ""
        for row in sheet.rows:
            self._read(row)

    def proposal(self, order: int) -> Proposal:
        """What the whole sheet proposes."""
        own = self._own
        status = own.now.pop("status", None)
        is_changed = status is not None and status != own.before.pop("status", None)
        number = Suggestion(field="number", value=self._number, span=(0, 0))
        now = [own.suggestion(name, value, (name,)) for name, value in own.now.items()]
        before = [own.suggestion(name, value, (name,)) for name, value in own.before.items()]
        for (part, row), held in self._rows.items():
            now += self._row(part, row, held, held.now)
            before += self._row(part, row, held, held.before)
        return Proposal(
            text=self._lines.text,
            status=status if is_changed else None,
            order=order,
            suggestions=(number, *now),
            remarks=tuple(dict.fromkeys(self._remarks)),
            key=self._key,
            before=tuple(before),
            sheet=self._sheet,
        )

    def _read(self, row: Row) -> None:
        key = words_of(_at(row, KEY))
        if key == "number":
            self._number = words_of(_at(row, BASE))
        elif key == MESSAGE:
            message = words_of(_at(row, VALUE)).strip()
            if message:
                self._remarks.append(tr("Message: “{words}”", words=message))
        elif (place := _place(key)) is not None:
            part, of, asked = place
            self._read_line(row, asked, self._rows[part, of] if part else self._own)

    def _read_line(self, row: Row, asked: Field, held: _Held) -> None:
        """A line that was emptied, or cannot be read, says what it said before; that is told."""
        label = words_of(_at(row, LABEL)).removesuffix(" *")
        now, sent = _at(row, VALUE), _at(row, BASE)
        before = _value(asked, sent)
        if before is not None:
            held.before[asked.name] = before
        if now is not None:
            held.spans[asked.name] = self._lines.add(label, words_of(now))
        value = before if now == sent else self._changed(asked, label, now, sent, held)
        if value is None:
            value = before
        if value is not None:
            held.now[asked.name] = value

    def _changed(self, asked: Field, label: str, now: Cell, sent: Cell, held: _Held) -> Any:
        if now is None:
            was = tr(
                "“{field}” was emptied, which takes nothing away. It was “{words}”.", field=label, words=words_of(sent)
            )
            self._remarks.append(was)
            return None
        try:
            read = read_cell(asked, now)
        except KnownError as error:
            self._remarks.append(tr("“{name}”: {remark}", name=label, remark=error.sentences[0]))
            return None
        if read.value in _NOTHING and sent is not None:
            said = tr("“{field}” was set to “{words}”: do it by hand.", field=label, words=words_of(now))
            self._remarks.append(said)
            return None
        if read.doubt:
            held.doubts[asked.name] = tr(read.doubt)
        return read.value

    def _row(self, part: str, of: str, held: _Held, told: dict[str, Any]) -> Iterator[Suggestion]:
        """The row of a part that is told; none where nothing is."""
        told = {name: value for name, value in told.items() if value not in _NOTHING}
        if not told:
            return
        kind = part_named(part).type
        try:
            row, doubt = made_row(kind, {**told, "id": "" if of == NEW else of})
            check_part(row)
        except KnownError as error:
            title = part_named(part).title
            self._remarks.append(tr("“{name}”: {remark}", name=title, remark=error.sentences[0]))
            return
        made = held.suggestion(part, row, told)
        yield replace(made, certainty=Certainty.UNCERTAIN, reason=tr(doubt)) if doubt else made


def _value(asked: Field, sent: Cell) -> Any:
    """The value that was sent; None where there was none, or none that could be read again."""
    if sent is None:
        return None
    try:
        return read_cell(asked, sent).value
    except KnownError:
        return None


def _place(key: str) -> tuple[str, str, Field] | None:
    """The part, its row and the field of a line, no part for a field of the project; None for what is no line."""
    part, _, rest = key.rpartition("/")[0].partition("/")
    name = key.rpartition("/")[2]
    if not part:
        fields = (*asked_fields(), field_of(Project, "status"))
        return next((("", "", each) for each in fields if each.name == name), None)
    if part not in {each.name for each in asked_parts()} or not rest:
        return None
    return next(((part, rest, each) for each in fields_of(part_named(part).type) if each.name == name), None)


def _at(row: Row, column: int) -> Cell:
    return row.cells[column] if column < len(row.cells) else None
