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
from hankeapp.ui.row_painting import Writer
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
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


def paint_ground(painter: QPainter, box: QRect, row: int, model: ProjectModel) -> bool:
    """What is behind the cells of every project, or the head of a group; whether it is one."""
    group = model.group_at(row)
    if group is not None:
        group_painting.paint_row(painter, QRectF(box), model, group)
    elif model.is_even_in_group(row):
        painter.fillRect(box, colour(look().tokens.subtle))
    return group is not None


def paint_mark(painter: QPainter, option: QStyleOptionViewItem, *, is_head: bool) -> None:
    """What is behind the cells of a row that is selected, hovered or reached; the head of a group can be reached."""
    box = QRectF(option.rect)
    if is_head:
        row_painting.paint_ring(painter, option, box)
        return
    if fill := row_painting.ground(option):
        painter.fillRect(box, colour(fill))
    if row_painting.is_selected(option):
        row_painting.paint_bar(painter, box)


def paint_cells(
    painter: QPainter, place: ColumnPlace, rows: Sequence[tuple[Project, int]], height: int, model: ProjectModel
) -> None:
    """A column of projects, each with the top of its row: the painter is told of each font and colour once."""
    fonts = look().fonts
    left, width = place.left + fonts.px(10), place.width - fonts.px(18)
    cells = [(project, QRectF(left, top, width, height)) for project, top in rows]
    if place.column.field.type is Status:
        _paint_statuses(painter, cells)
    elif place.column.name == "title":
        _paint_titles(painter, cells, model)
    elif place.column.name in formatting.FLAGGED:
        _paint_flagged(painter, cells, place.column, model)
    else:
        writer, ink, is_money = Writer(painter, Role.CELL), look().tokens.text2, place.column.is_money
        for project, room in cells:
            writer.write(room, _text(project, place.column, model), ink, right=is_money)


def _text(project: Project, column: Column, model: ProjectModel) -> str:
    return cell_text(project, column, model.names) or formatting.NOTHING


def _paint_statuses(painter: QPainter, cells: Sequence[tuple[Project, QRectF]]) -> None:
    writer, tokens = Writer(painter, Role.CELL_STATUS), look().tokens
    size, words = look().fonts.px(12), look().fonts.px(20)
    for project, room in cells:
        glyph = glyphs.OF_STATUS[project.status]
        ink = getattr(tokens, glyph.ink)
        glyphs.draw(painter, glyph, ink, room.left(), room.center().y(), size)
        writer.write(room.adjusted(words, 0, 0, 0), project.status.label, ink)


def _paint_titles(painter: QPainter, cells: Sequence[tuple[Project, QRectF]], model: ProjectModel) -> None:
    tokens = look().tokens
    if model.hits is None:
        writer = Writer(painter, Role.CELL_STRONG)
        for project, room in cells:
            writer.write(room, project.title or formatting.NOTHING, tokens.text)
        return
    for project, room in cells:
        paint_marked(painter, room, project.title, model.spans(project.title), Role.CELL_STRONG, tokens.text)


def _paint_flagged(
    painter: QPainter, cells: Sequence[tuple[Project, QRectF]], column: Column, model: ProjectModel
) -> None:
    writer, tokens, today = Writer(painter, Role.CELL), look().tokens, model.today()
    size = look().fonts.px(13)
    for project, room in cells:
        text = _text(project, column, model)
        flag = formatting.flag_of(project, today)
        if flag is None:
            writer.write(room, text, tokens.text)
            continue
        ink = getattr(tokens, flag.ink)
        glyphs.draw(painter, flag, ink, room.right() - size, room.center().y(), size)
        writer.write(room.adjusted(0, 0, -size - 4, 0), text, ink)
