"""Paints a cell of the projects' table: the status with its sign, the name in semibold, a flagged end in its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QTableView
from typing_extensions import override

from hankeapp.domain.status import Status
from hankeapp.ui import formatting, glyphs, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.project_model import ProjectModel, ProjectRole
from hankeapp.ui.row_painting import paint_text
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.domain.fields import Field
    from hankeapp.domain.project import Project
    from hankeapp.ui.fonts import Fonts

    AnyIndex = QModelIndex | QPersistentModelIndex


class TableDelegate(QStyledItemDelegate):
    """The cells of the table."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(look().fonts.px(80), row_height(look().fonts))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, ProjectModel)
        project: Project = index.data(ProjectRole)
        painter.save()
        box = QRectF(option.rect)
        fill = row_painting.ground(option, zebra=bool(index.row() % 2))
        if fill:
            painter.fillRect(box, colour(fill))
        if row_painting.is_selected(option) and _is_first_column(option, index):
            row_painting.paint_bar(painter, box)
        inner = box.adjusted(look().fonts.px(10), 0, -look().fonts.px(8), 0)
        field = model.field_at(index.column())
        if field is None:
            paint_text(painter, inner, project.title, Role.CELL_STRONG, look().tokens.text)
        else:
            _paint_value(painter, inner, project, field, model)
        row_painting.paint_ring(painter, option, box)
        painter.restore()


def _is_first_column(option: QStyleOptionViewItem, index: AnyIndex) -> bool:
    view = option.widget
    return isinstance(view, QTableView) and view.horizontalHeader().sectionPosition(index.column()) == 0


def row_height(fonts: Fonts) -> int:
    """34 px at 100 % text."""
    return max(fonts.px(34), round(fonts.metrics(Role.CELL_STRONG).height()) + fonts.px(10))


def _paint_value(painter: QPainter, box: QRectF, project: Project, field: Field, model: ProjectModel) -> None:
    if field.type is Status:
        _paint_status(painter, box, project)
    elif field.name == formatting.FLAGGED:
        _paint_end(painter, box, project, field, model)
    else:
        _paint_plain(painter, box, formatting.cell_text(project, field), Role.CELL, look().tokens.text2)


def _paint_status(painter: QPainter, box: QRectF, project: Project) -> None:
    glyph = glyphs.OF_STATUS[project.status]
    ink = getattr(look().tokens, glyph.ink)
    glyphs.draw(painter, glyph, ink, box.left(), box.center().y(), look().fonts.px(12))
    word = box.adjusted(look().fonts.px(20), 0, 0, 0)
    _paint_plain(painter, word, project.status.label, Role.CELL_STATUS, ink)


def _paint_end(painter: QPainter, box: QRectF, project: Project, field: Field, model: ProjectModel) -> None:
    flag = formatting.flag_of(project, model.today())
    if flag is None:
        _paint_plain(painter, box, formatting.cell_text(project, field), Role.CELL, look().tokens.text)
        return
    ink = getattr(look().tokens, flag.ink)
    size = look().fonts.px(13)
    glyphs.draw(painter, flag, ink, box.right() - size, box.center().y(), size)
    _paint_plain(painter, box.adjusted(0, 0, -size - 4, 0), formatting.cell_text(project, field), Role.CELL, ink)


def _paint_plain(painter: QPainter, box: QRectF, text: str, role: Role, ink: str) -> None:
    paint_text(painter, box, text or formatting.NOTHING, role, ink)
