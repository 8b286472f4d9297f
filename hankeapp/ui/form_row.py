"""A row of a dialog's form: label, field, and below the field a hint that gives way to an error or a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.fonts import Role
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import buddy, label, mark_invalid, set_role
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGridLayout, QWidget

    from hankeapp.domain.dates import PartialDate
    from hankeapp.ui.date_line import DateLine


class FormRow(QObject):
    """Puts itself under the last row of a grid of two columns."""

    def __init__(self, grid: QGridLayout, name: str, field: QWidget, *, hint: str = "", required: bool = False) -> None:
        super().__init__(field)
        self.field = field
        self._hint = hint
        self._label = buddy(name, field, required=required)
        if required:
            field.setAccessibleName(tr("{name}, required", name=name))
        self._icon = IconLabel("circle-alert", "err_fg", 14)
        self._message = label(role="hint", wrap=True)
        self._place(grid)
        self.show_hint()

    def show_hint(self, hint: str | None = None) -> None:
        """Take an error or a warning back; `hint` is a new hint."""
        self._hint = self._hint if hint is None else hint
        self._say(self._hint, "hint", self._hint)

    def show_warning(self, text: str) -> None:
        """Show what is worth a second look."""
        self._say(text, "warning", text)

    def show_error(self, text: str) -> None:
        """Show why the value cannot stand; it stays in the field."""
        self._say(text, "error", tr("Error: {text}", text=text))

    @property
    def message(self) -> str:
        """What stands below the field."""
        return self._message.text()

    def _say(self, text: str, role: str, spoken: str) -> None:
        set_role(self._message, role)
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._icon.setVisible(role in {"error", "warning"})
        self._icon.show_icon("circle-alert", "soon_fg" if role == "warning" else "err_fg")
        self.field.setAccessibleDescription(spoken)
        mark_invalid(self.field, wrong=role == "error")

    def _place(self, grid: QGridLayout) -> None:
        at, px = grid.rowCount(), look().fonts.px
        grid.addWidget(self._label, at, 0, Qt.AlignmentFlag.AlignTop)
        self._label.setContentsMargins(0, px(6), px(12), 0)
        short = self.field.maximumWidth() < 16_777_215
        grid.addWidget(self.field, at, 1, Qt.AlignmentFlag.AlignLeft if short else Qt.AlignmentFlag(0))
        message = QHBoxLayout()
        message.setSpacing(px(5))
        message.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        message.addWidget(self._message, 1)
        grid.addLayout(message, at + 1, 1)
        grid.setRowMinimumHeight(at + 2, px(6))


class DateRow(FormRow):
    """A row with a date: while one is typed, and afterwards, it stands in the hint's place how that is read."""

    def __init__(self, grid: QGridLayout, name: str, line: DateLine, *, hint: str = "", required: bool = False) -> None:
        self._dates = line
        line.set_short()
        super().__init__(grid, name, line, hint=hint, required=required)
        line.textEdited.connect(self._tell_reading)
        line.picked.connect(self._take)

    @override
    def show_hint(self, hint: str | None = None) -> None:
        super().show_hint(hint)
        if self._dates.reading:
            self._say(self._dates.reading, "detail", self._dates.reading)

    def _tell_reading(self) -> None:
        self.show_hint()

    def _take(self, date: PartialDate) -> None:
        self._dates.write(date)
        self._dates.textEdited.emit(self._dates.text())
        self._dates.editingFinished.emit()


def text_area(lines: int) -> QPlainTextEdit:
    """A text of several lines; Tab leaves it."""
    area = QPlainTextEdit()
    area.setTabChangesFocus(True)
    line = look().fonts.metrics(Role.BODY).lineSpacing()
    area.setFixedHeight(round(line * lines) + look().fonts.px(20))
    return area
