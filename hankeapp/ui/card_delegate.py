"""Paints a project as a row of two lines: name and duration; status, kind and flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyledItemDelegate
from typing_extensions import override

from hankeapp.ui import formatting, glyphs, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.project_model import ProjectModel, ProjectRole
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.domain.project import Project
    from hankeapp.ui.fonts import Fonts

    AnyIndex = QModelIndex | QPersistentModelIndex

NARROW = 400
"""Px at 100 % text up to which a row shows the short flag."""


class CardDelegate(QStyledItemDelegate):
    """The rows of the card list."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(look().fonts.px(200), row_height(look().fonts))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        project: Project = index.data(ProjectRole)
        model = index.model()
        assert isinstance(model, ProjectModel)
        painter.save()
        fonts = look().fonts
        row = QRectF(option.rect)
        row_painting.paint_pill(painter, option, row.adjusted(6, 2, -8, -2))
        inner = row.adjusted(18, fonts.px(10), -16, 0)
        first = QRectF(inner.left(), inner.top(), inner.width(), fonts.metrics(Role.CARD).height())
        second = QRectF(
            inner.left(), first.bottom() + fonts.px(3), inner.width(), fonts.metrics(Role.CARD_DETAIL).height()
        )
        _paint_name(painter, first, project)
        second.setRight(_paint_flag(painter, second, project, model, narrow=row.width() <= fonts.px(NARROW)))
        _paint_status(painter, second, project)
        if not row_painting.is_selected(option):
            painter.setPen(QPen(colour(look().tokens.border), 1))
            line = row.bottom() - 0.5
            painter.drawLine(QPointF(inner.left(), line), QPointF(inner.right(), line))
        painter.restore()


def row_height(fonts: Fonts) -> int:
    """62 px at 100 % text."""
    lines = fonts.metrics(Role.CARD).height() + fonts.metrics(Role.CARD_DETAIL).height()
    return max(fonts.px(62), round(lines) + fonts.px(20))


def _paint_name(painter: QPainter, box: QRectF, project: Project) -> None:
    tokens = look().tokens
    room = box
    if project.duration:
        paint_text(painter, box, project.duration, Role.CARD_DETAIL, tokens.text2, right=True)
        room = box.adjusted(0, 0, -width(project.duration, Role.CARD_DETAIL) - look().fonts.px(12), 0)
    paint_text(painter, room, project.title, Role.CARD, tokens.text)


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


def _paint_status(painter: QPainter, box: QRectF, project: Project) -> None:
    fonts, tokens = look().fonts, look().tokens
    glyph = glyphs.OF_STATUS[project.status]
    ink = getattr(tokens, glyph.ink)
    glyphs.draw(painter, glyph, ink, box.left(), box.center().y(), fonts.px(12))
    words = box.adjusted(fonts.px(17), 0, 0, 0)
    paint_text(painter, words, project.status.label, Role.CARD_STATUS, ink)
    if project.kind is not None:
        rest = words.adjusted(width(project.status.label, Role.CARD_STATUS), 0, 0, 0)
        paint_text(painter, rest, f"  ·  {project.kind.label}", Role.CARD_DETAIL, tokens.text2)
