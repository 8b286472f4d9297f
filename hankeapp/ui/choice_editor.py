"""A choice among few inside a list's row: opens at once, and is gone when the choice is made or not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from typing_extensions import override

from hankeapp.ui.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget


class ChoiceEditor(ChoiceBox):
    """`made` tells that a choice was made, `left` that the editor is not needed any more; both give the editor."""

    made = Signal(object)
    left = Signal(object)

    def __init__(self, parent: QWidget, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        for text, value in choices:
            self.addItem(text, value)
        # Children, so that neither fires when the editor is gone already.
        self._opening = self._timer(self.showPopup)
        self._closing = self._timer(self._leave)
        self.activated.connect(self._make)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._opening.start()

    @override
    def showPopup(self) -> None:
        super().showPopup()
        self.view().window().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt hides the list first and tells the choice afterwards, or never.
        if event.type() == QEvent.Type.Hide and watched is self.view().window():
            self._closing.start()
        return super().eventFilter(watched, event)

    def _make(self) -> None:
        self._closing.stop()
        self.made.emit(self)

    def _leave(self) -> None:
        self.left.emit(self)

    def _timer(self, call: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(call)
        return timer
