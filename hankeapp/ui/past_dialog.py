""" "Tilanne päivänä…": which day, and which of the two questions about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QRadioButton, QVBoxLayout
from typing_extensions import override

from hankeapp.domain.errors import DateError
from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.form_row import DateRow
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot, dialog_body

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

WIDTH = 540
"""Px at 100 % text."""


@dataclass(frozen=True)
class PastDay:
    """A day, and whether the register's words of that day are asked for, or what was in force by today's knowledge."""

    day: date
    is_known: bool


def ask_past_day(today: date, parent: QWidget | None, meaning: str = "") -> PastDay | None:
    """The day and the question; None when the person changed their mind. `meaning` says what shows it."""
    dialog = PastDialog(today, parent, meaning)
    return dialog.chosen if questions.run(dialog) else None


class PastDialog(QDialog):
    """`chosen` is the answer once it has been accepted."""

    def __init__(self, today: date, parent: QWidget | None = None, meaning: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("past_dialog")
        self.setWindowTitle(tr("Situation on a day"))
        self.chosen: PastDay | None = None
        self._today = today
        self.day = DateLine()
        self.day.setText(f"31.12.{today.year - 1}")
        self.in_force = QRadioButton(tr("What was in force on that day, as we know it now"))
        self.known = QRadioButton(tr("What the register said at the end of that day"))
        self.in_force.setChecked(True)
        self._column = QVBoxLayout(self)
        self._lay_out(
            meaning or tr("The list shows the projects as they were on that day. Nothing can be changed meanwhile.")
        )
        self.setFixedWidth(look().fonts.px(WIDTH))
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    @override
    def accept(self) -> None:
        try:
            day = self._read_day()
        except DateError as error:
            self._row.show_error(str(error))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.day.selectAll()
            return
        self.chosen = PastDay(day, is_known=self.known.isChecked())
        super().accept()

    def _read_day(self) -> date:
        """The latest day of what was typed, which may be a month or a year; `DateError` for a day to come."""
        day = self.day.required_date().latest
        if day > self._today:
            raise DateError(tr("The day is still to come."), tr("Choose today or a past day."))
        return day

    def _lay_out(self, meaning: str) -> None:
        body, words = dialog_body()
        words.addWidget(label(tr("Situation on a day"), "dialog"))
        words.addWidget(label(meaning, "secondary", wrap=True))
        form = QGridLayout()
        form.setHorizontalSpacing(0)
        form.setColumnStretch(1, 1)
        hint = tr("Of a month or a year, its last day is taken.")
        self._row = DateRow(form, tr("Day"), self.day, hint=hint, required=True)
        words.addLayout(form)
        for choice in (self.in_force, self.known):
            words.addWidget(choice)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(body, 1)
        self._column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        cancel = buttons.ordinary(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        show = buttons.primary(tr("Show the situation"))
        show.setDefault(True)
        show.clicked.connect(self.accept)
        return Foot((cancel, show))
