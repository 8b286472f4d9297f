"""A word in the tint that marks its sort of words in a source text: an entry of the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from hankeapp.ui.source_text import Tint


class TintLabel(QWidget):
    """Painted, since a style sheet knows no dashed underline of a label."""

    def __init__(self, tint: Tint) -> None:
        super().__init__()
        self._tint = tint
        self.setAccessibleName(tr(tint.label))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        fonts = look().fonts
        words = width(tr(self._tint.label), Role.CAPTION_STRONG)
        return QSize(round(words) + fonts.px(12), round(fonts.metrics(Role.CAPTION_STRONG).height()) + fonts.px(4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, box = look().tokens, QRectF(self.rect())
        painter = QPainter(self)
        painter.fillRect(box, colour(getattr(tokens, self._tint.ground)))
        style = Qt.PenStyle.DashLine if self._tint.is_dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour(getattr(tokens, self._tint.ink)), 2, style))
        painter.drawLine(QPointF(box.left(), box.bottom() - 1), QPointF(box.right(), box.bottom() - 1))
        inner = box.adjusted(look().fonts.px(6), 0, 0, -2)
        paint_text(painter, inner, tr(self._tint.label), Role.CAPTION_STRONG, tokens.text)
        painter.end()
