"""Paints the row that heads a group of a list: whether it is folded, what it is called, how many and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from hankeapp.ui import icons
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from hankeapp.domain.query import GroupRow
    from hankeapp.ui.project_model import ProjectModel

_SIGN = 16
_GAP = 6


def card_height() -> int:
    """48 px at 100 % text: two lines."""
    fonts = look().fonts
    lines = fonts.metrics(Role.STRONG).height() + fonts.metrics(Role.CAPTION).height()
    return max(fonts.px(48), round(lines) + fonts.px(12))


def paint_card(painter: QPainter, box: QRectF, model: ProjectModel, group: GroupRow) -> None:
    """In the card list: the name above, the facts below."""
    fonts, tokens = look().fonts, look().tokens
    _paint_ground(painter, box)
    inner = box.adjusted(fonts.px(12), fonts.px(5), -fonts.px(16), -fonts.px(5))
    first = QRectF(inner.left(), inner.top(), inner.width(), fonts.metrics(Role.STRONG).height())
    words = _paint_sign(painter, first, is_folded=group.key in model.folded)
    paint_text(painter, words, model.group_text(group), Role.STRONG, tokens.text)
    second = QRectF(words.left(), first.bottom(), words.width(), inner.bottom() - first.bottom())
    paint_text(painter, second, _facts(model, group), Role.CAPTION, tokens.text2)


def paint_row(painter: QPainter, box: QRectF, model: ProjectModel, group: GroupRow) -> None:
    """In the table: all in one line."""
    fonts, tokens = look().fonts, look().tokens
    _paint_ground(painter, box)
    inner = box.adjusted(fonts.px(8), 0, -fonts.px(8), 0)
    words = _paint_sign(painter, inner, is_folded=group.key in model.folded)
    name = model.group_text(group)
    paint_text(painter, words, name, Role.CELL_STRONG, tokens.text)
    rest = words.adjusted(width(name, Role.CELL_STRONG) + fonts.px(12), 0, 0, 0)
    paint_text(painter, rest, _facts(model, group), Role.CELL, tokens.text2)


def _paint_ground(painter: QPainter, box: QRectF) -> None:
    """Unlike any row's, and parted from the rows above."""
    painter.fillRect(box, colour(look().tokens.window))
    painter.setPen(QPen(colour(look().tokens.border), 1))
    painter.drawLine(QPointF(box.left(), box.top() + 0.5), QPointF(box.right(), box.top() + 0.5))


def _facts(model: ProjectModel, group: GroupRow) -> str:
    return "  ·  ".join(model.group_facts(group))


def _paint_sign(painter: QPainter, box: QRectF, *, is_folded: bool) -> QRectF:
    """Paint whether the group is folded; where the words go."""
    fonts = look().fonts
    size = fonts.px(_SIGN)
    device = painter.device()
    sign = "chevron-right" if is_folded else "chevron-down"
    drawn = icons.pixmap(sign, look().tokens.text2, size, device.devicePixelRatioF() if device else 1.0)
    painter.drawPixmap(QPointF(box.left(), round(box.center().y() - size / 2)), drawn)
    return box.adjusted(size + fonts.px(_GAP), 0, 0, 0)
