"""Paints a cell of the projects' table: the status with its sign, the name in semibold, a flagged end in its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QTableView
from typing_extensions import override

from hankeapp.domain.status import Status
from hankeapp.ui import formatting, glyphs, group_painting, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.hit_painting import paint_marked
from hankeapp.ui.look import look
from hankeapp.ui.project_model import TITLE, ProjectModel
from hankeapp.ui.row_painting import paint_text
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.domain.columns import Column
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
        painter.save()
        group = model.group_at(index.row())
        if group is None:
            _paint_cell(painter, option, index, model)
        else:
            # Each cell shows its part of what goes through all of them.
            painter.setClipRect(option.rect)
            group_painting.paint_row(painter, _whole_row(option), model, group)
            row_painting.paint_ring(painter, option, _whole_row(option))
        painter.restore()


def row_height(fonts: Fonts) -> int:
    """34 px at 100 % text."""
    return max(fonts.px(34), round(fonts.metrics(Role.CELL_STRONG).height()) + fonts.px(10))


def _whole_row(option: QStyleOptionViewItem) -> QRectF:
    view = option.widget
    assert isinstance(view, QTableView)
    header = view.horizontalHeader()
    return QRectF(-header.offset(), option.rect.top(), header.length(), option.rect.height())


def _paint_cell(painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, model: ProjectModel) -> None:
    box = QRectF(option.rect)
    fill = row_painting.ground(option, zebra=model.is_even_in_group(index.row()))
    if fill:
        painter.fillRect(box, colour(fill))
    if row_painting.is_selected(option) and _is_first_column(option, index):
        row_painting.paint_bar(painter, box)
    inner = box.adjusted(look().fonts.px(10), 0, -look().fonts.px(8), 0)
    column = model.column_at(index.column())
    if index.column() == TITLE:
        title = model.project_at(index.row()).title
        paint_marked(painter, inner, title, model.spans(title), Role.CELL_STRONG, look().tokens.text)
    elif column is not None:
        _paint_value(painter, inner, index.row(), column, model)
    row_painting.paint_ring(painter, option, box)


def _is_first_column(option: QStyleOptionViewItem, index: AnyIndex) -> bool:
    view = option.widget
    return isinstance(view, QTableView) and view.horizontalHeader().sectionPosition(index.column()) == 0


def _paint_value(painter: QPainter, box: QRectF, row: int, column: Column, model: ProjectModel) -> None:
    text = model.cell_text(row, column) or formatting.NOTHING
    if column.field.type is Status:
        _paint_status(painter, box, model.project_at(row).status)
    elif column.name in formatting.FLAGGED:
        _paint_flagged(painter, box, text, row, model)
    else:
        paint_text(painter, box, text, Role.CELL, look().tokens.text2, right=column.is_money)


def _paint_status(painter: QPainter, box: QRectF, status: Status) -> None:
    glyph = glyphs.OF_STATUS[status]
    ink = getattr(look().tokens, glyph.ink)
    glyphs.draw(painter, glyph, ink, box.left(), box.center().y(), look().fonts.px(12))
    paint_text(painter, box.adjusted(look().fonts.px(20), 0, 0, 0), status.label, Role.CELL_STATUS, ink)


def _paint_flagged(painter: QPainter, box: QRectF, text: str, row: int, model: ProjectModel) -> None:
    flag = formatting.flag_of(model.project_at(row), model.today())
    if flag is None:
        paint_text(painter, box, text, Role.CELL, look().tokens.text)
        return
    ink = getattr(look().tokens, flag.ink)
    size = look().fonts.px(13)
    glyphs.draw(painter, flag, ink, box.right() - size, box.center().y(), size)
    paint_text(painter, box.adjusted(0, 0, -size - 4, 0), text, Role.CELL, ink)
