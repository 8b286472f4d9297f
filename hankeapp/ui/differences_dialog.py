"""Two states of a text beside each other, with what differs marked by colour, line and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QTextEdit

from hankeapp.domain.differences import differences
from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.labels import buddy, label
from hankeapp.ui.look import look
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.differences import Piece

_SIZE = (900, 460)
"""Px at 100 % text."""


class DifferencesDialog(QDialog):
    """Shows the text as the web page had it and as it is now."""

    def __init__(self, title: str, page: str, now: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differences_dialog")
        self.setWindowTitle(title)
        tokens = look().tokens
        gone, new = QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        gone.setForeground(QColor(tokens.err_fg))
        gone.setBackground(QColor(tokens.err_bg))
        new.setFontUnderline(True)
        new.setForeground(QColor(tokens.act_fg))
        new.setBackground(QColor(tokens.act_bg))
        before, after = differences(page, now)
        self.page, self.now = _text(before, gone), _text(after, new)
        self._lay_out(title)

    def _lay_out(self, title: str) -> None:
        px = look().fonts.px
        grid = QGridLayout(self)
        grid.setContentsMargins(px(24), px(20), px(24), px(16))
        grid.setSpacing(px(8))
        grid.addWidget(label(title, "dialog"), 0, 0, 1, 2)
        for column, (name, text) in enumerate(((tr("On the web page"), self.page), (tr("Now"), self.now))):
            grid.addWidget(buddy(name, text), 1, column)
            grid.addWidget(text, 2, column)
        hint = tr("Struck out: only on the web page. Underlined: only in the present text.")
        grid.addWidget(label(hint, "hint", wrap=True), 3, 0, 1, 2)
        row = QHBoxLayout()
        row.addStretch()
        close = buttons.primary(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        grid.addLayout(row, 4, 0, 1, 2)
        open_at(self, *_SIZE)


def _text(pieces: Sequence[Piece], differing: QTextCharFormat) -> QTextEdit:
    text = QTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    cursor = QTextCursor(text.document())
    for piece in pieces:
        cursor.insertText(piece.text, differing if piece.differs else QTextCharFormat())
    text.moveCursor(QTextCursor.MoveOperation.Start)
    return text
