"""Paints the rows of the projects' table: the status with its sign, the name in semibold, a flagged end in its colour.

A whole row at a time: Qt's way, a delegate asked for each cell, costs twice as much in Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from hankeapp.domain.list_telling import cell_text
from hankeapp.domain.status import Status
from hankeapp.ui import formatting, glyphs, group_painting, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.hit_painting import paint_marked
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.domain.columns import Column
    from hankeapp.domain.project import Project
    from hankeapp.ui.project_model import ProjectModel


@dataclass(frozen=True)
class ColumnPlace:
    """A column that is seen: where it begins in the window, and how wide it is, in px."""

    column: Column
    left: int
    width: int


def row_height() -> int:
    """34 px at 100 % text."""
    fonts = look().fonts
    return max(fonts.px(34), round(fonts.metrics(Role.CELL_STRONG).height()) + fonts.px(10))


def paint_row(
    painter: QPainter, option: QStyleOptionViewItem, row: int, places: Sequence[ColumnPlace], model: ProjectModel
) -> None:
    """A project or the head of a group; `option` is of the whole row."""
    box = QRectF(option.rect)
    group = model.group_at(row)
    if group is not None:
        group_painting.paint_row(painter, box, model, group)
        row_painting.paint_ring(painter, option, box)
        return
    fill = row_painting.ground(option, zebra=model.is_even_in_group(row))
    if fill:
        painter.fillRect(box, colour(fill))
    if row_painting.is_selected(option):
        row_painting.paint_bar(painter, box)
    fonts = look().fonts
    before, after = fonts.px(10), fonts.px(18)
    project = model.project_at(row)
    for place in places:
        room = QRectF(place.left + before, box.top(), place.width - after, box.height())
        _paint_cell(painter, room, project, place.column, model)


def _paint_cell(painter: QPainter, room: QRectF, project: Project, column: Column, model: ProjectModel) -> None:
    tokens = look().tokens
    if column.field.type is Status:
        _paint_status(painter, room, project.status)
        return
    text = cell_text(project, column, model.names) or formatting.NOTHING
    if column.name == "title":
        paint_marked(painter, room, text, model.spans(text), Role.CELL_STRONG, tokens.text)
    elif column.name in formatting.FLAGGED:
        _paint_flagged(painter, room, text, project, model)
    else:
        paint_text(painter, room, text, Role.CELL, tokens.text2, right=column.is_money)


def _paint_status(painter: QPainter, room: QRectF, status: Status) -> None:
    glyph = glyphs.OF_STATUS[status]
    ink = getattr(look().tokens, glyph.ink)
    glyphs.draw(painter, glyph, ink, room.left(), room.center().y(), look().fonts.px(12))
    paint_text(painter, room.adjusted(look().fonts.px(20), 0, 0, 0), status.label, Role.CELL_STATUS, ink)


def _paint_flagged(painter: QPainter, room: QRectF, text: str, project: Project, model: ProjectModel) -> None:
    flag = formatting.flag_of(project, model.today())
    if flag is None:
        paint_text(painter, room, text, Role.CELL, look().tokens.text)
        return
    ink = getattr(look().tokens, flag.ink)
    size = look().fonts.px(13)
    glyphs.draw(painter, flag, ink, room.right() - size, room.center().y(), size)
    paint_text(painter, room.adjusted(0, 0, -size - 4, 0), text, Role.CELL, ink)
