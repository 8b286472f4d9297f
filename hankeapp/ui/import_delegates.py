"""Paint the rows of the import review: a project with its check, and a field with what was found for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate
from typing_extensions import override

from hankeapp.domain.proposals import Certainty
from hankeapp.ui import icons, row_painting
from hankeapp.ui.field_painting import paint_check
from hankeapp.ui.fonts import Role
from hankeapp.ui.import_model import CandidateModel, ItemRole
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.ui.import_model import Candidate, Finding

    AnyIndex = QModelIndex | QPersistentModelIndex

CHECK = 40
"""Px at 100 % text: where a click is for the check."""
_LABEL = 130
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


class CandidateDelegate(QStyledItemDelegate):
    """Check; name over duration, and what is to be known before it is taken in."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        fonts = look().fonts
        lines = fonts.metrics(Role.CELL_STRONG).height() + fonts.metrics(Role.CAPTION).height()
        return QSize(fonts.px(200), max(fonts.px(50), round(lines) + fonts.px(12)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        candidate: Candidate = index.data(ItemRole)
        model = index.model()
        assert isinstance(model, CandidateModel)
        fonts, tokens, row = look().fonts, look().tokens, QRectF(option.rect)
        painter.save()
        _paint_row(painter, option, row)
        middle = QPointF(row.left() + fonts.px(CHECK) / 2 + 2, row.center().y())
        paint_check(painter, middle, option, is_checked=model.is_checked(index.row()), ring=False)
        first, second = _lines(row.adjusted(fonts.px(CHECK), 0, -fonts.px(12), 0))
        ink = tokens.text2 if candidate.is_known else tokens.text
        paint_text(painter, first, candidate.title, Role.CELL_STRONG, ink)
        second.setRight(_paint_remark(painter, second, candidate))
        paint_text(painter, second, candidate.duration, Role.CAPTION, tokens.text2)
        painter.restore()


class FindingDelegate(QStyledItemDelegate):
    """Label, value and certainty; below them the reason."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        finding: Finding = index.data(ItemRole)
        view = option.widget
        assert isinstance(view, QListView)
        wide = view.viewport().width()
        room = QRectF(0, 0, wide, 10_000)
        value, reason = _heights(finding, _columns(room, finding))
        fonts = look().fonts
        return QSize(wide, round(value + reason) + fonts.px(18))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        finding: Finding = index.data(ItemRole)
        fonts, tokens, row = look().fonts, look().tokens, QRectF(option.rect)
        painter.save()
        _paint_row(painter, option, row)
        label, value, sign = _columns(row.adjusted(0, fonts.px(9), 0, 0), finding)
        value_height, reason_height = _heights(finding, (label, value, sign))
        line = fonts.metrics(Role.BODY).height()
        paint_text(
            painter, QRectF(label.left(), label.top(), label.width(), line), finding.title, Role.BODY, tokens.text2
        )
        painter.setFont(fonts.font(Role.BODY, tabular=True))
        painter.setPen(colour(tokens.text if finding.suggestion else tokens.text3))
        painter.drawText(QRectF(value.left(), value.top(), value.width(), value_height), _WRAP, finding.value)
        _paint_certainty(painter, QRectF(sign.left(), sign.top(), sign.width(), line), finding)
        if reason_height:
            painter.setFont(fonts.font(Role.CAPTION))
            painter.setPen(colour(tokens.text2))
            below = QRectF(value.left(), value.top() + value_height, sign.right() - value.left(), reason_height)
            painter.drawText(below, _WRAP, finding.reason)
        painter.setPen(QPen(colour(tokens.border), 1))
        painter.drawLine(QPointF(label.left(), row.bottom() - 0.5), QPointF(sign.right(), row.bottom() - 0.5))
        painter.restore()


def certainty_sign(suggestion: Suggestion | None) -> tuple[str, str]:
    """The icon and the colour's token of how sure the reading is."""
    if suggestion is None:
        return "circle", "text2"
    if suggestion.certainty is Certainty.CERTAIN:
        return "circle-check", "act_fg"
    return "circle-alert", "soon_fg"


def _paint_row(painter: QPainter, option: QStyleOptionViewItem, row: QRectF) -> None:
    fill = row_painting.ground(option)
    if fill:
        painter.fillRect(row, colour(fill))
    if row_painting.is_selected(option):
        painter.fillRect(QRectF(row.left(), row.top(), 3.5, row.height()), colour(look().tokens.accent))
    row_painting.paint_ring(painter, option, row)


def _lines(room: QRectF) -> tuple[QRectF, QRectF]:
    fonts = look().fonts
    first, second = fonts.metrics(Role.CELL_STRONG).height(), fonts.metrics(Role.CAPTION).height()
    top = room.center().y() - (first + second) / 2
    return QRectF(room.left(), top, room.width(), first), QRectF(room.left(), top + first, room.width(), second)


def _paint_remark(painter: QPainter, box: QRectF, candidate: Candidate) -> float:
    """Paint the remark at the right; where the rest of the line must end."""
    text = candidate.remark
    if not text:
        return box.right()
    tokens, size = look().tokens, look().fonts.px(14)
    ink = tokens.text2 if candidate.is_known else tokens.soon_fg
    left = box.right() - width(text, Role.CAPTION_STRONG) - size - 5
    _paint_icon(painter, "check" if candidate.is_known else "circle-alert", ink, QPointF(left, box.center().y()), size)
    paint_text(painter, box, text, Role.CAPTION_STRONG, ink, right=True)
    return left - look().fonts.px(8)


def _columns(row: QRectF, finding: Finding) -> tuple[QRectF, QRectF, QRectF]:
    """Label, value and certainty, side by side."""
    fonts = look().fonts
    inner = row.adjusted(fonts.px(16), 0, -fonts.px(16), 0)
    sign = width(finding.certainty, Role.CAPTION_STRONG) + fonts.px(22)
    label = QRectF(inner.left(), inner.top(), fonts.px(_LABEL), inner.height())
    value = QRectF(label.right(), inner.top(), inner.width() - label.width() - sign - fonts.px(10), inner.height())
    return label, value, QRectF(inner.right() - sign, inner.top(), sign, inner.height())


def _heights(finding: Finding, columns: tuple[QRectF, QRectF, QRectF]) -> tuple[float, float]:
    """Of the value and of the reason below it."""
    fonts = look().fonts
    _, value, sign = columns
    tall = fonts.metrics(Role.BODY, tabular=True).boundingRect(value, _WRAP, finding.value).height()
    if not finding.reason:
        return tall, 0.0
    below = QRectF(0, 0, sign.right() - value.left(), 10_000)
    return tall, fonts.metrics(Role.CAPTION).boundingRect(below, _WRAP, finding.reason).height()


def _paint_certainty(painter: QPainter, box: QRectF, finding: Finding) -> None:
    tokens, size = look().tokens, look().fonts.px(14)
    icon, ink = certainty_sign(finding.suggestion)
    _paint_icon(painter, icon, getattr(tokens, ink), QPointF(box.left(), box.center().y()), size)
    paint_text(painter, box, finding.certainty, Role.CAPTION_STRONG, getattr(tokens, ink), right=True)


def _paint_icon(painter: QPainter, name: str, ink: str, at: QPointF, size: int) -> None:
    sign = icons.pixmap(name, ink, size, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(at.x(), round(at.y() - size / 2)), sign)
