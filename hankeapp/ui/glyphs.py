"""The signs of status, painted and not drawn icons: the same on every size, on screen and on paper."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from hankeapp.domain.query import View
from hankeapp.domain.status import Status


class Glyph(Enum):
    """A sign; its value is the stem of its colour tokens: `act` has `act_fg` and `act_bg`."""

    PLANNED = "plan"
    ACTIVE = "act"
    ENDED = "end"
    OVERDUE = "over"
    SOON = "soon"

    @property
    def ink(self) -> str:
        """The token of the sign and its word."""
        return f"{self.value}_fg"

    @property
    def ground(self) -> str:
        """The token behind them in a chip."""
        return f"{self.value}_bg"


OF_STATUS = {Status.PLANNED: Glyph.PLANNED, Status.ACTIVE: Glyph.ACTIVE, Status.ENDED: Glyph.ENDED}
OF_VIEW = {
    View.PLANNED: Glyph.PLANNED,
    View.ACTIVE: Glyph.ACTIVE,
    View.ENDED: Glyph.ENDED,
    View.SOON: Glyph.SOON,
    View.OVERDUE: Glyph.OVERDUE,
}
"""The signs of the views that have one; the others have icons."""


def pixmap(glyph: Glyph, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The sign of `size` px in a `#RRGGBB`."""
    return _drawn(glyph, colour, size, ratio)


def draw(painter: QPainter, glyph: Glyph, colour: str, left: float, middle: float, size: int) -> None:
    """Put the sign with its left edge at `left`, centred on the line `middle`."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    painter.drawPixmap(QPointF(left, round(middle - size / 2)), pixmap(glyph, colour, size, ratio))


@lru_cache(maxsize=128)
def _drawn(glyph: Glyph, colour: str, size: int, ratio: float) -> QPixmap:
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 12, size / 12)
    _PAINTERS[glyph](painter, QColor(colour))
    painter.end()
    return drawn


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _planned(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for dash in range(8):
        painter.drawArc(QRectF(1.2, 1.2, 9.6, 9.6), (dash * 45 + 9) * 16, 27 * 16)


def _active(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0.5, 0.5, 11, 11))


def _ended(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.4))
    painter.drawRoundedRect(QRectF(0.9, 0.9, 10.2, 10.2), 2.2, 2.2)
    painter.drawPolyline(QPolygonF([QPointF(3.5, 6.2), QPointF(5.3, 8), QPointF(8.6, 4.4)]))


def _overdue(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.3))
    painter.drawPolygon(QPolygonF([QPointF(6, 1), QPointF(11.3, 10.7), QPointF(0.7, 10.7)]))
    painter.drawLine(QPointF(6, 4.6), QPointF(6, 6.9))
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(6, 8.9), 0.75, 0.75)


def _soon(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.3))
    painter.drawEllipse(QRectF(0.8, 0.8, 10.4, 10.4))
    painter.drawPolyline(QPolygonF([QPointF(6, 3.2), QPointF(6, 6.2), QPointF(8, 7.2)]))


_PAINTERS = {
    Glyph.PLANNED: _planned,
    Glyph.ACTIVE: _active,
    Glyph.ENDED: _ended,
    Glyph.OVERDUE: _overdue,
    Glyph.SOON: _soon,
}
