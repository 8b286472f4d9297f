"""What a pane shows instead of nothing: an icon, what is the case, and a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
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
_MARGIN = 12


class EmptyState(QWidget):
    """An icon, a title, one sentence, one button and one quiet button."""

    acted = Signal()
    quietly_acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("search", "border_strong", 44)
        self._title = label(role="section")
        self._sentence = label(role="secondary", wrap=True)
        self._act = buttons.ordinary("")
        self._quiet = buttons.quiet("")
        self._act.clicked.connect(self.acted)
        self._quiet.clicked.connect(self.quietly_acted)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    def show_case(self, icon: str, title: str, sentence: str, act: str = "", quiet: str = "") -> None:
        """Say what is the case; a button without a text is not shown."""
        self._icon.show_icon(icon, "border_strong")
        self._title.setText(title)
        self._sentence.setText(sentence)
        for button, text in ((self._act, act), (self._quiet, quiet)):
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
        width = min(look().fonts.px(_WIDTH), max(self.width(), _NARROWEST) - 2 * _MARGIN)
        self._sentence.setFixedSize(width, max(self._sentence.heightForWidth(width), 0))

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._sentence.setAlignment(centre)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self._act)
        row.addWidget(self._quiet)
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
