"""The summary of a row of a part: what is known of it in a few words, and the keys that act on the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy
from typing_extensions import override

from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import breakable, label

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OPENING = {*_ENTER, Qt.Key.Key_F2}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Summary(QPushButton):
    """What is known of a row, in a few words; its keys open, remove and move the row."""

    step_asked = Signal(int)
    move_asked = Signal(int)
    removal_asked = Signal()
    act_asked = Signal()
    """Ctrl+Enter: open what the row tells of."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "part")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._chevron = IconLabel("chevron-right", "text2", 16)
        self._text = label(wrap=True)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 10, 5)
        row.setSpacing(6)
        self._chevron.setContentsMargins(0, 2, 0, 0)
        row.addWidget(self._chevron, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        for part in (self._chevron, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def words(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, words: str, name: str) -> None:
        """Say these words, and to screen readers the name."""
        self._text.setText(breakable(words))
        self.setAccessibleName(name)

    def put(self, picture: QWidget) -> None:
        """Put something to see before the words."""
        picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.insertWidget(1, picture, alignment=Qt.AlignmentFlag.AlignTop)

    def show_open(self, *, is_open: bool) -> None:
        """Point down to the fields, or to the side where they are closed."""
        self._chevron.show_icon("chevron-down" if is_open else "chevron-right", "text2")

    @override
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    @override
    def event(self, e: QEvent) -> bool:
        # The window has other uses for F2 and Alt with the arrows.
        if isinstance(e, QKeyEvent) and e.type() == QEvent.Type.ShortcutOverride and _is_for_row(e):
            e.accept()
            return True
        return super().event(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_for_row(event):
            super().keyPressEvent(event)
        elif event.key() in _OPENING:
            (self.act_asked.emit if event.modifiers() & Qt.KeyboardModifier.ControlModifier else self.click)()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            moves = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.move_asked if moves else self.step_asked).emit(_STEPS[Qt.Key(event.key())])


def _is_for_row(event: QKeyEvent) -> bool:
    kept = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _STEPS:
        return kept in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
    if kept == Qt.KeyboardModifier.ControlModifier:
        return event.key() in _ENTER
    return kept == Qt.KeyboardModifier.NoModifier and event.key() in {*_OPENING, Qt.Key.Key_Delete}
