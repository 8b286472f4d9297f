"""Paints the rows of the data-quality view: a problem with its count, a project with what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyledItemDelegate
from typing_extensions import override

from hankeapp.ui import icons, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.quality_model import QualityRole, count_text
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.services.quality import Found
    from hankeapp.ui.quality_model import QualityRow

    AnyIndex = QModelIndex | QPersistentModelIndex

MARGIN = 24
"""At both ends of a row, in px at 100 % text."""
_SIGN = 16
_INDENT = 24
"""The words of a project stand under those of its problem."""


class QualityDelegate(QStyledItemDelegate):
    """The rows of the data-quality view."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        fonts = look().fonts
        row: QualityRow = index.data(QualityRole)
        if row.found is None:
            return QSize(fonts.px(200), max(fonts.px(40), round(fonts.metrics(Role.STRONG).height()) + fonts.px(18)))
        lines = fonts.metrics(Role.BODY).height() + fonts.metrics(Role.CARD_DETAIL).height()
        return QSize(fonts.px(200), max(fonts.px(52), round(lines) + fonts.px(13)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: QualityRow = index.data(QualityRole)
        painter.save()
        cell, px = QRectF(option.rect), look().fonts.px
        _paint_ground(painter, option, is_head=row.found is None)
        inner = cell.adjusted(px(MARGIN), 0, -px(MARGIN), 0)
        if row.found is None:
            _paint_head(painter, inner, row)
        else:
            _paint_found(painter, inner.adjusted(px(_INDENT), 0, 0, 0), row.found)
        row_painting.paint_ring(painter, option, cell.adjusted(2, 2, -2, -3))
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, is_head: bool) -> None:
    tokens, cell = look().tokens, QRectF(option.rect)
    fill = row_painting.ground(option, zebra=is_head)
    if fill:
        painter.fillRect(cell, colour(fill))
    painter.setPen(QPen(colour(tokens.border), 1))
    painter.drawLine(QPointF(cell.left(), cell.bottom() - 0.5), QPointF(cell.right(), cell.bottom() - 0.5))
    if row_painting.is_selected(option):
        painter.fillRect(QRectF(cell.left(), cell.top(), 3.5, cell.height() - 1), colour(tokens.accent))


def _paint_head(painter: QPainter, box: QRectF, row: QualityRow) -> None:
    tokens, px = look().tokens, look().fonts.px
    _paint_sign(painter, box.left(), box, "chevron-down" if row.is_open else "chevron-right", tokens.text2)
    words = box.adjusted(px(_INDENT), 0, 0, 0)
    if not row.finding.rule.is_missing:
        _paint_sign(painter, words.left(), box, "circle-alert", tokens.soon_fg)
        words = words.adjusted(px(_SIGN + 6), 0, 0, 0)
    count = count_text(row.finding)
    paint_text(painter, words, count, Role.BODY, tokens.text2, right=True)
    room = words.adjusted(0, 0, -width(count, Role.BODY) - px(12), 0)
    paint_text(painter, room, row.finding.rule.label, Role.STRONG, tokens.text)


def _paint_sign(painter: QPainter, left: float, box: QRectF, icon: str, ink: str) -> None:
    side = look().fonts.px(_SIGN)
    device = painter.device()
    sign = icons.pixmap(icon, ink, side, device.devicePixelRatioF() if device else 1.0)
    painter.drawPixmap(QPointF(left, round(box.center().y() - side / 2)), sign)


def _paint_found(painter: QPainter, box: QRectF, found: Found) -> None:
    fonts, tokens = look().fonts, look().tokens
    name, detail = fonts.metrics(Role.BODY).height(), fonts.metrics(Role.CARD_DETAIL).height()
    top = box.center().y() - (name + detail) / 2
    first = QRectF(box.left(), top, box.width(), name)
    paint_text(painter, first, found.number, Role.CARD_DETAIL, tokens.text2, right=True)
    room = first.adjusted(0, 0, -width(found.number, Role.CARD_DETAIL) - fonts.px(12), 0)
    paint_text(painter, room, found.title, Role.BODY, tokens.text)
    second = QRectF(box.left(), first.bottom(), box.width(), detail)
    ink = tokens.text2 if found.problem.rule.is_missing else tokens.soon_fg
    paint_text(painter, second, found.problem.sentence, Role.CARD_DETAIL, ink)
