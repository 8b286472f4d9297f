"""The line that a partial date is written into, in the form and in dialogs: read as people write it, or picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from hankeapp.domain.errors import DateError
from hankeapp.translation import tr
from hankeapp.ui import date_words, formatting, icons
from hankeapp.ui.calendar_popup import CalendarPopup
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.dates import PartialDate
    from hankeapp.language.times import TimeKind


class DateLine(QLineEdit):
    """F4, or the mark in it, opens a calendar; `picked` brings the date of that, and nothing is written yet."""

    picked = Signal(object)

    def __init__(self, takes: Collection[TimeKind] = date_words.ONE_SIDED, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes = takes
        """What may be said of the date beyond itself."""
        self._open = QAction(tr("Open the calendar (F4)"), self)
        icons.put(self._open, "calendar")
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._open.triggered.connect(self.open_calendar)

    def date(self) -> PartialDate | None:
        """What is written, None for nothing; `DateError`."""
        return date_words.read_date(self.text(), self.takes)

    def required_date(self) -> PartialDate:
        """What is written; `DateError` for nothing, too."""
        return date_words.required_date(self.text(), self.takes)

    @property
    def known_date(self) -> PartialDate | None:
        """What is written, None for nothing and for what cannot be read."""
        try:
            return self.date()
        except DateError:
            return None

    @property
    def reading(self) -> str:
        """How what was typed is read; empty where nothing was, or none can be."""
        date = self.known_date if self.isModified() else None
        return date_words.reading(date) if date else ""

    def write(self, date: PartialDate) -> None:
        """Write a date in the person's place, as they asked."""
        self.setText(formatting.value_text(date))
        self.setModified(True)

    def open_calendar(self) -> None:
        """Let a day, a month or a year be picked, from where the written date is."""
        calendar = CalendarPopup(self, self.known_date, self.accessibleName())
        calendar.chosen.connect(self.picked)
        calendar.open_under(self)

    def set_short(self) -> None:
        """Be as wide as a date is."""
        self.setFixedWidth(look().fonts.px(180))

    @override
    def setReadOnly(self, arg__1: bool) -> None:
        super().setReadOnly(arg__1)
        self._open.setVisible(not arg__1)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() == Qt.Key.Key_F4 and not arg__1.modifiers() and not self.isReadOnly():
            self.open_calendar()
        else:
            super().keyPressEvent(arg__1)
