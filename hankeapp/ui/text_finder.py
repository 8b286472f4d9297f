"""A small field over a text that finds words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit
from typing_extensions import override

from hankeapp.translation import tr, trn
from hankeapp.ui.labels import label
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QPlainTextEdit

_WIDTH = 220
"""Px at 100 % text."""
_FORWARD = QTextDocument.FindFlag(0)
_BACKWARD = QTextDocument.FindFlag.FindBackward
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TextFinder(QFrame):
    """Finds as is typed; Enter goes on, Shift+Enter back, and Esc leaves the cursor at what was found."""

    def __init__(self, area: QPlainTextEdit) -> None:
        super().__init__(area, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popup")
        self._area = area
        self.words = QLineEdit(area.textCursor().selectedText())
        self.words.setAccessibleName(tr("Find in the text"))
        self.words.setPlaceholderText(tr("Find in the text"))
        self.words.selectAll()
        self.count = label(role="hint")
        row = QHBoxLayout(self)
        row.addWidget(self.words)
        row.addWidget(self.count)
        self.words.setMinimumWidth(look().fonts.px(_WIDTH))
        self.words.textEdited.connect(self._find_as_typed)
        self._tell()

    def open(self) -> None:
        """Show it at the upper right corner of the text."""
        self.adjustSize()
        corner = self._area.mapToGlobal(self._area.rect().topRight())
        self.move(corner.x() - self.width(), corner.y() - self.height())
        self.show()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._find(_BACKWARD if is_back else _FORWARD)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _find_as_typed(self) -> None:
        """Begin anew where the last hit begins: a longer word may stand there."""
        cursor = self._area.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._area.setTextCursor(cursor)
        self._find(_FORWARD)
        self._tell()

    def _find(self, way: QTextDocument.FindFlag) -> None:
        """Go to the next hit, past the end on from the beginning."""
        words = self.words.text()
        if not words or self._area.find(words, way):
            return
        before = self._area.textCursor()
        edge = QTextCursor.MoveOperation.End if way == _BACKWARD else QTextCursor.MoveOperation.Start
        self._area.moveCursor(edge)
        if not self._area.find(words, way):
            self._area.setTextCursor(before)

    def _tell(self) -> None:
        words = self.words.text().casefold()
        hits = self._area.toPlainText().casefold().count(words) if words else 0
        self.count.setText(trn("{n} hit", "{n} hits", hits) if words else "")
        self.adjustSize()
