"""What a pane shows instead of nothing: an icon, what is the case, and a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.ui import buttons
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import label
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_WIDTH = 340
"""Px at 100 %."""
_NARROWEST = 240
_MARGIN, _GAP = 12, 8


class EmptyState(QWidget):
    """An icon, a title, one sentence, one button or two, and a quiet one."""

    acted = Signal()
    also_acted = Signal()
    quietly_acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("search", "border_strong", 44)
        self._title = label(role="section")
        self._sentence = label(role="secondary", wrap=True)
        self._act = buttons.ordinary("")
        self._also = buttons.ordinary("")
        self._quiet = buttons.quiet("")
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._act.clicked.connect(self.acted)
        self._also.clicked.connect(self.also_acted)
        self._quiet.clicked.connect(self.quietly_acted)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    def show_case(
        self, icon: str, title: str, sentence: str, act: str = "", quiet: str = "", *, also: str = ""
    ) -> None:
        """Say what is the case; a button without a text is not shown."""
        self._icon.show_icon(icon, "border_strong")
        self._title.setText(title)
        self._sentence.setText(sentence)
        for button, text in ((self._act, act), (self._also, also), (self._quiet, quiet)):
            button.setText(text)
            button.setVisible(bool(text))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        # The sentence's width follows this widget's, and must not hold it wide.
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def _fit(self) -> None:
        # A fixed size: a centred label would wrap at the width that Qt likes best, and keep the height of one line.
        room = max(self.width(), _NARROWEST) - 2 * _MARGIN
        width = min(look().fonts.px(_WIDTH), room)
        # Qt counts the height that was fixed before.
        self._sentence.setMinimumHeight(0)
        self._sentence.setFixedSize(width, max(self._sentence.heightForWidth(width), 0))
        shown = [each for each in (self._act, self._also, self._quiet) if each.text()]
        is_narrow = sum(each.sizeHint().width() + _GAP for each in shown) > room
        self._acts.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._sentence.setAlignment(centre)
        self._acts.setSpacing(_GAP)
        for button in (self._act, self._also, self._quiet):
            self._acts.addWidget(button, alignment=centre)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(self._acts)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 24, _MARGIN, 24)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self._icon, alignment=centre)
        column.addWidget(self._title, alignment=centre)
        column.addWidget(self._sentence, alignment=centre)
        column.addLayout(row)
        column.addStretch(3)
