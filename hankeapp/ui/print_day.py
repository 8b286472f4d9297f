"""Of which day the pages tell: of today, or of a past day that is read from the register's history."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hankeapp.translation import tr
from hankeapp.ui import buttons, formatting, questions
from hankeapp.ui.file_reading import Stopped
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.past_dialog import ask_past_day
from hankeapp.ui.stacking import bare_column
from hankeapp.ui.waiting import awaited

if TYPE_CHECKING:
    from hankeapp.domain.proposals import Progress
    from hankeapp.services.past import Past
    from hankeapp.services.register import Register
    from hankeapp.ui.past_dialog import PastDay


class PrintDay(QWidget):
    """`source` is the register, or the past day of it that is printed; `changed` tells of another."""

    changed = Signal()

    def __init__(self, register: Register, past: Past | None) -> None:
        super().__init__()
        self._register = register
        self.source: Register | Past = past or register
        self.day = label(role="secondary", wrap=True)
        self.choose = buttons.quiet(tr("Choose a day…"))
        self.leave = buttons.quiet(tr("Back to the present"))
        column = bare_column(self)
        column.setSpacing(look().fonts.px(6))
        column.addWidget(label(tr("Situation on"), "strong"))
        column.addWidget(self.day)
        for button in (self.choose, self.leave):
            button.setProperty("flush", True)  # noqa: FBT003 - Qt's own signature
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.choose.clicked.connect(self._ask)
        self.leave.clicked.connect(partial(self._show, register))
        self._tell()

    def _ask(self) -> None:
        asked = ask_past_day(
            self._register.today(), self, tr("The pages tell of the projects as they were on that day.")
        )
        if asked is None:
            return
        with suppress(Stopped), questions.told(self, but=Stopped):
            self._show(awaited(tr("Reading what was known then…"), partial(self._read, asked), self))

    def _read(self, asked: PastDay, _progress: Progress) -> Past:
        """Runs in another thread."""
        on, known = (None, asked.day) if asked.is_known else (asked.day, None)
        return self._register.past_beside(on=on, known=known)

    def _show(self, source: Register | Past) -> None:
        self.source = source
        self._tell()
        if not self.leave.isVisible():
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _tell(self) -> None:
        today = tr("Today, {day}", day=formatting.day_text(self._register.today()))
        self.day.setText(self.source.situation or today)
        self.leave.setVisible(bool(self.source.situation))
