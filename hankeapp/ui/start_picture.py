"""The small picture on top of the start screen: a project's card before two others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from hankeapp.ui.look import look
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SIZE = QSize(274, 92)


class StartPicture(QWidget):
    """Decoration only: without a name for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return _SIZE * look().fonts.scale

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = look().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _SIZE.width(), self.height() / _SIZE.height())
        for box, fill, edge in (
            (QRectF(0.5, 0.5, 204, 67), tokens.plan_bg, tokens.border),
            (QRectF(59.5, 8.5, 213.5, 67), tokens.end_bg, tokens.border),
            (QRectF(18, 24.5, 236, 66.5), tokens.base, tokens.border_strong),
        ):
            painter.setPen(QPen(colour(edge), 1))
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(box, 9, 9)
        painter.setPen(Qt.PenStyle.NoPen)
        for box, fill in (
            (QRectF(34, 41.5, 140, 9), tokens.text),
            (QRectF(198, 42.5, 40, 7), tokens.border_strong),
            (QRectF(34.5, 65, 11, 11), tokens.act_fg),
            (QRectF(54, 67.5, 96, 6), tokens.border_strong),
        ):
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
