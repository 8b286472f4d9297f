"""Paint the rows of the import review: a project with its check, and a field with what was found for it."""

from __future__ import annotations

from dataclasses import dataclass
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
    from hankeapp.ui.import_model import Candidate, Shown

    AnyIndex = QModelIndex | QPersistentModelIndex

CHECK = 40
"""Px at 100 % text: where a click is for the check."""
_LABEL, _NARROW = 130, 300
_ABOVE, _ASIDE = 9, 16
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
        view = option.widget
        assert isinstance(view, QListView)
        wide = view.viewport().width()
        boxes = _boxes(QRectF(0, 0, wide, 0), index.data(ItemRole))
        return QSize(wide, round(boxes.bottom + look().fonts.px(_ABOVE)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        finding: Shown = index.data(ItemRole)
        fonts, tokens, row = look().fonts, look().tokens, QRectF(option.rect)
        boxes = _boxes(row, finding)
        painter.save()
        _paint_row(painter, option, row)
        if finding.is_taken is not None:
            middle = QPointF(row.left() + fonts.px(CHECK) / 2, boxes.label.center().y())
            paint_check(painter, middle, option, is_checked=finding.is_taken, ring=False)
        paint_text(painter, boxes.label, finding.title, Role.BODY, tokens.text2)
        painter.setFont(fonts.font(Role.BODY, tabular=True))
        painter.setPen(colour(tokens.text if finding.suggestion else tokens.text3))
        painter.drawText(boxes.value, _WRAP, finding.value)
        _paint_certainty(painter, boxes.sign, finding)
        painter.setFont(fonts.font(Role.CAPTION))
        painter.setPen(colour(tokens.text2))
        painter.drawText(boxes.reason, _WRAP, finding.reason)
        painter.setPen(QPen(colour(tokens.border), 1))
        painter.drawLine(
            QPointF(boxes.label.left(), row.bottom() - 0.5), QPointF(boxes.sign.right(), row.bottom() - 0.5)
        )
        painter.restore()


@dataclass(frozen=True)
class _Boxes:
    """Where the parts of a finding stand."""

    label: QRectF
    value: QRectF
    sign: QRectF
    reason: QRectF

    @property
    def bottom(self) -> float:
        return self.reason.bottom()


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


def _boxes(row: QRectF, finding: Shown) -> _Boxes:
    """Label, value and certainty side by side, in a narrow list the value below; the reason last."""
    fonts = look().fonts
    line = fonts.metrics(Role.BODY).height()
    left, right = (
        row.left() + fonts.px(CHECK if finding.is_taken is not None else _ASIDE),
        row.right() - fonts.px(_ASIDE),
    )
    top = row.top() + fonts.px(_ABOVE)
    sign = width(finding.certainty, Role.CAPTION_STRONG) + fonts.px(22)
    is_narrow = right - left < fonts.px(_NARROW)
    label = QRectF(left, top, right - left - sign if is_narrow else fonts.px(_LABEL), line)
    begin, end = (left, right) if is_narrow else (label.right(), right - sign - fonts.px(10))
    under = top + line if is_narrow else top
    value = _wrapped(QRectF(begin, under, end - begin, 0), finding.value, Role.BODY)
    reason = _wrapped(QRectF(begin, value.bottom(), right - begin, 0), finding.reason, Role.CAPTION)
    return _Boxes(label, value, QRectF(right - sign, top, sign, line), reason)


def _wrapped(box: QRectF, text: str, role: Role) -> QRectF:
    """The box made as high as its text."""
    tall = QRectF(0, 0, box.width(), 100_000)
    height = look().fonts.metrics(role, tabular=True).boundingRect(tall, _WRAP, text).height() if text else 0
    return QRectF(box.left(), box.top(), box.width(), height)


def _paint_certainty(painter: QPainter, box: QRectF, finding: Shown) -> None:
    tokens, size = look().tokens, look().fonts.px(14)
    icon, ink = certainty_sign(finding.suggestion)
    _paint_icon(painter, icon, getattr(tokens, ink), QPointF(box.left(), box.center().y()), size)
    paint_text(painter, box, finding.certainty, Role.CAPTION_STRONG, getattr(tokens, ink), right=True)


def _paint_icon(painter: QPainter, name: str, ink: str, at: QPointF, size: int) -> None:
    sign = icons.pixmap(name, ink, size, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(at.x(), round(at.y() - size / 2)), sign)
