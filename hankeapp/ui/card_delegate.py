"""Paints a project as a card: name and duration; status, unit, funder and flag; where words are searched, a hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyledItemDelegate
from typing_extensions import override

from hankeapp.ui import formatting, glyphs, group_painting, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.hit_painting import paint_marked, paint_snippet
from hankeapp.ui.look import look
from hankeapp.ui.project_model import ProjectModel
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.domain.project import Project

    AnyIndex = QModelIndex | QPersistentModelIndex

NARROW = 400
"""Px at 100 % text up to which a row shows the short flag."""
_HEIGHT, _HIT_HEIGHT = 62, 86
"""Px at 100 % text of two lines and of three."""


class CardDelegate(QStyledItemDelegate):
    """The rows of the card list."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        model = index.model()
        assert isinstance(model, ProjectModel)
        return QSize(look().fonts.px(200), row_height(with_hit=model.hits is not None))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, ProjectModel)
        painter.save()
        row = QRectF(option.rect)
        group = model.group_at(index.row())
        if group is None:
            row_painting.paint_pill(painter, option, row.adjusted(6, 2, -8, -2))
            inner = row.adjusted(18, look().fonts.px(10), -16, 0)
            _paint_project(painter, inner, model.project_at(index.row()), model)
            if not row_painting.is_selected(option):
                painter.setPen(QPen(colour(look().tokens.border), 1))
                line = row.bottom() - 0.5
                painter.drawLine(QPointF(inner.left(), line), QPointF(inner.right(), line))
        else:
            group_painting.paint_card(painter, row, model, group)
            row_painting.paint_ring(painter, option, row)
        painter.restore()


def row_height(*, with_hit: bool) -> int:
    """62 px at 100 % text, 86 with a line for a hit."""
    fonts = look().fonts
    detail = fonts.metrics(Role.CARD_DETAIL).height()
    lines = fonts.metrics(Role.CARD).height() + detail
    if with_hit:
        return max(fonts.px(_HIT_HEIGHT), round(lines + detail) + fonts.px(24))
    return max(fonts.px(_HEIGHT), round(lines) + fonts.px(20))


def _paint_project(painter: QPainter, inner: QRectF, project: Project, model: ProjectModel) -> None:
    fonts = look().fonts
    detail = fonts.metrics(Role.CARD_DETAIL).height()
    first = QRectF(inner.left(), inner.top(), inner.width(), fonts.metrics(Role.CARD).height())
    second = QRectF(inner.left(), first.bottom() + fonts.px(3), inner.width(), detail)
    third = QRectF(inner.left(), second.bottom() + fonts.px(4), inner.width(), detail)
    _paint_name(painter, first, project, model)
    second.setRight(_paint_flag(painter, second, project, model, narrow=inner.width() + 34 <= fonts.px(NARROW)))
    _paint_status(painter, second, project, model)
    snippet = model.hits.snippet(project) if model.hits else None
    if snippet is not None:
        paint_snippet(painter, third, snippet, Role.CARD_DETAIL, look().tokens.text2)


def _paint_name(painter: QPainter, box: QRectF, project: Project, model: ProjectModel) -> None:
    tokens = look().tokens
    room = box
    if project.duration:
        paint_text(painter, box, project.duration, Role.CARD_DETAIL, tokens.text2, right=True)
        room = box.adjusted(0, 0, -width(project.duration, Role.CARD_DETAIL) - look().fonts.px(12), 0)
    paint_marked(painter, room, project.title, model.spans(project.title), Role.CARD, tokens.text)


def _paint_flag(painter: QPainter, box: QRectF, project: Project, model: ProjectModel, *, narrow: bool) -> float:
    """Paint the flag at the right; where the rest of the line must end."""
    fonts = look().fonts
    flag = formatting.flag_of(project, model.today())
    if flag is None:
        return box.right()
    text = formatting.flag_text(project, model.today(), short=narrow)
    ink = getattr(look().tokens, flag.ink)
    sign = box.right() - width(text, Role.CARD_STATUS) - fonts.px(18)
    paint_text(painter, box, text, Role.CARD_STATUS, ink, right=True)
    glyphs.draw(painter, flag, ink, sign, box.center().y(), fonts.px(13))
    return sign - fonts.px(10)


def _paint_status(painter: QPainter, box: QRectF, project: Project, model: ProjectModel) -> None:
    fonts, tokens = look().fonts, look().tokens
    glyph = glyphs.OF_STATUS[project.status]
    ink = getattr(tokens, glyph.ink)
    glyphs.draw(painter, glyph, ink, box.left(), box.center().y(), fonts.px(12))
    words = box.adjusted(fonts.px(17), 0, 0, 0)
    paint_text(painter, words, project.status.label, Role.CARD_STATUS, ink)
    rest = words.adjusted(width(project.status.label, Role.CARD_STATUS), 0, 0, 0)
    details = "".join(f"  ·  {each}" for each in formatting.card_details(project, model.names))
    paint_text(painter, rest, details, Role.CARD_DETAIL, tokens.text2)
