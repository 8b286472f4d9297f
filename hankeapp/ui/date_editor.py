"""The editor of a partial date: read as a person writes it, or picked from a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import DateError, FieldError
from hankeapp.language.entries import read_entry
from hankeapp.language.times import TimeKind
from hankeapp.translation import tr
from hankeapp.ui import date_words, formatting, icons
from hankeapp.ui.calendar_popup import CalendarPopup
from hankeapp.ui.fonts import Role
from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QKeyEvent

    from hankeapp.domain.fields import Field

_ONE_SIDED = (TimeKind.POINT, TimeKind.FROM, TimeKind.UNTIL, TimeKind.BY)


class DateEditor(LineEditor):
    """A partial date; while it is typed it says how it reads that, and its normal form stands there once it is saved.

    F4, or the mark in the field, opens a calendar.
    """

    def __init__(self, field: Field) -> None:
        self.takes: Collection[TimeKind] = _ONE_SIDED
        """What may be said of the date beyond itself: a start takes no “31.12.2023 asti”."""
        super().__init__(field)
        self._line.textEdited.connect(self._tell_reading)
        self._open = QAction(tr("Open the calendar (F4)"), self._line)
        icons.put(self._open, "calendar")
        self._line.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._open.triggered.connect(self.open_calendar)

    @override
    def show(self, value: object) -> None:
        super().show(value)
        self.remarked.emit("")

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._open.setVisible(not read_only)

    @override
    def fit(self) -> None:
        super().fit()
        self._line.setFont(look().fonts.font(Role.BODY, tabular=True))

    def open_calendar(self) -> None:
        """Let a day, a month or a year be picked, from where the written date is."""
        calendar = CalendarPopup(self._line, self._date(), tr(self.field.label))
        calendar.chosen.connect(self.enter)
        calendar.open_under(self._line)

    @override
    def _write(self, value: object) -> str:
        return formatting.value_text(value)

    @override
    def _read(self, content: str) -> object:
        if not content.strip():
            return None
        try:
            return PartialDate.parse(content)
        except DateError:
            entry = read_entry(content)
            if entry is None or (entry.problem and entry.kind is TimeKind.POINT):
                raise
        if entry.problem:
            raise FieldError(self.field.name, entry.problem)
        if entry.kind not in self.takes:
            raise FieldError(self.field.name, *date_words.refusal(entry, content))
        return entry.start or entry.end

    @override
    def _acts_on(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F4 and not event.modifiers() and not self._line.isReadOnly():
            self.open_calendar()
            return True
        return super()._acts_on(event)

    def _date(self) -> PartialDate | None:
        try:
            date = self.value()
        except FieldError:
            return None
        return date if isinstance(date, PartialDate) else None

    def _tell_reading(self) -> None:
        date = self._date()
        self.remarked.emit(date_words.reading(date) if date and self.is_touched else "")
