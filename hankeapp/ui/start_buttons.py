"""The big actions of the start screen, and the rows of the registers opened last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from hankeapp.ui import icons
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QPaintEvent


class _PaintedButton(QAbstractButton):
    """A button of one's own drawing: Enter presses it as the space bar does."""

    def __init__(self, text: str, height: int) -> None:
        super().__init__()
        self._height = height
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().fonts.px(320), look().fonts.px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # The screen moves the focus: a lone button would eat the arrows.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _ground(self) -> str:
        """The colour behind a pressed or hovered button; empty for its own."""
        tokens = look().tokens
        return tokens.selected if self.isDown() else tokens.hover if self.underMouse() else ""

    def _paint_icon(self, painter: QPainter, name: str, ink: str, left: int, size: int) -> None:
        ratio = self.devicePixelRatioF()
        drawn = icons.pixmap(name, ink, look().fonts.px(size), ratio)
        painter.drawPixmap(look().fonts.px(left), round((self.height() - look().fonts.px(size)) / 2), drawn)


class ActionCard(_PaintedButton):
    """An icon, what it does, one line more, and its keys."""

    def __init__(self, icon: str, text: str, more: str, keys: str) -> None:
        super().__init__(text, 68)
        self._icon = icon
        self._more = more
        self._keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"{more}. {self._keys}" if keys else more)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, fonts = look().tokens, look().fonts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(colour(tokens.accent if lit else tokens.border_strong), 1))
        painter.setBrush(
            colour(tokens.selected if self.isDown() else tokens.hover if self.underMouse() else tokens.base)
        )
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        self._paint_icon(painter, self._icon, tokens.accent, 18, 24)
        words = QRectF(self.rect()).adjusted(fonts.px(56), 0, -fonts.px(17), 0)
        paint_text(painter, words, self._keys, Role.CAPTION, tokens.text2, right=True)
        words.setRight(words.right() - width(self._keys, Role.CAPTION) - fonts.px(8))
        half = fonts.px(13)
        paint_text(painter, words.translated(0, -half), self.text(), Role.CARD, tokens.text)
        paint_text(painter, words.translated(0, half), self._more, Role.CELL, tokens.text2)
        painter.end()


class RecentRow(_PaintedButton):
    """A register opened before: its file's name, its folder and when."""

    def __init__(self, path: Path, when: str) -> None:
        super().__init__(path.name, 34)
        self.path = path
        self._where = f"{path.parent} · {when}"
        self.setAccessibleName(path.name)
        self.setAccessibleDescription(self._where)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, fonts = look().tokens, look().fonts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._ground()))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        self._paint_icon(painter, "file-text", tokens.text2, 6, 16)
        words = QRectF(self.rect()).adjusted(fonts.px(30), 0, -fonts.px(8), 0)
        paint_text(painter, words, self.text(), Role.STRONG, tokens.link)
        words.setLeft(words.left() + width(self.text(), Role.STRONG) + fonts.px(9))
        paint_text(painter, words, self._where, Role.CARD_DETAIL, tokens.text2)
        painter.end()
