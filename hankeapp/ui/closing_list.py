"""The closing checklist in the dialog of an ending: what is seen to, and what is still open. It only tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hankeapp.domain.closing import ClosingItem
from hankeapp.translation import tr
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import bare_column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.closing import ClosingCheck


class ClosingList(QWidget):
    """A line an item: its mark, its name and what is known of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Closing checklist"))
        column = bare_column(self)
        column.setContentsMargins(0, look().fonts.px(6), 0, 0)
        column.setSpacing(look().fonts.px(2))
        self.lines = {item: _Line() for item in ClosingItem}
        for line in self.lines.values():
            column.addWidget(line)

    def show_checks(self, checks: Iterable[ClosingCheck]) -> None:
        """Show these items and no others."""
        told = {check.item: check for check in checks}
        for item, line in self.lines.items():
            line.setVisible(item in told)
            if item in told:
                line.show_check(told[item])


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._mark = IconLabel("circle", "text3", 14)
        self.words = label(role="detail", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().fonts.px(7))
        row.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)

    def show_check(self, check: ClosingCheck) -> None:
        state = check.remark or tr("in order")
        self.words.setText(tr("{item}: {state}", item=check.item.label, state=state))
        self._mark.show_icon("circle-check" if check.is_done else "circle", "act_fg" if check.is_done else "soon_fg")
