"""Paints projects as cards: name and duration; status, unit, funder and flag; where words are searched, a hit.

All cards that are seen together, text of one font after text of another: a delegate asked for each card, and a painter
told of a font for each text, cost twice as much in Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from hankeapp.ui import formatting, glyphs, group_painting, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.hit_painting import paint_marked, paint_snippet
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import Writer, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.domain.project import Project
    from hankeapp.ui.glyphs import Glyph
    from hankeapp.ui.project_model import ProjectModel

NARROW = 400
"""Px at 100 % text up to which a row shows the short flag."""
_HEIGHT, _HIT_HEIGHT = 62, 86
"""Px at 100 % text of two lines and of three."""


@dataclass(frozen=True)
class _Card:
    """A project with what is told of it, the boxes of its first two lines, and where its flag begins at the right."""

    project: Project
    duration: str
    first: QRectF
    second: QRectF
    flag: Glyph | None
    flagged: str
    flag_left: float


def row_height(*, with_hit: bool) -> int:
    """62 px at 100 % text, 86 with a line for a hit."""
    fonts = look().fonts
    detail = fonts.metrics(Role.CARD_DETAIL).height()
    lines = fonts.metrics(Role.CARD).height() + detail
    if with_hit:
        return max(fonts.px(_HIT_HEIGHT), round(lines + detail) + fonts.px(24))
    return max(fonts.px(_HEIGHT), round(lines) + fonts.px(20))


def paint_head(painter: QPainter, box: QRectF, row: int, model: ProjectModel) -> bool:
    """The head of a group, where a row is one; whether it is."""
    group = model.group_at(row)
    if group is not None:
        group_painting.paint_card(painter, box, model, group)
    return group is not None


def paint_lines(painter: QPainter, boxes: Sequence[QRectF]) -> None:
    """What parts cards that are not selected from the next."""
    painter.setPen(QPen(colour(look().tokens.border), 1))
    for box in boxes:
        inner, line = _inner(box), box.bottom() - 0.5
        painter.drawLine(QPointF(inner.left(), line), QPointF(inner.right(), line))


def paint_mark(painter: QPainter, option: QStyleOptionViewItem, *, is_head: bool) -> None:
    """What is behind the texts of a card that is selected, hovered or reached; the head of a group can be reached."""
    box = QRectF(option.rect)
    if is_head:
        row_painting.paint_ring(painter, option, box)
    else:
        row_painting.paint_pill(painter, option, box.adjusted(6, 2, -8, -2))


def paint_texts(painter: QPainter, rows: Sequence[tuple[Project, QRectF]], model: ProjectModel) -> None:
    """What the cards of projects say, each in the box of its row."""
    cards = list(_cards(rows, model.today()))
    _paint_names(painter, cards, model)
    _paint_details(painter, cards, model)
    _paint_statuses(painter, cards)
    if model.hits is not None:
        for card in cards:
            _paint_hit(painter, card, model)


def _inner(box: QRectF) -> QRectF:
    return box.adjusted(18, look().fonts.px(10), -16, 0)


def _cards(rows: Sequence[tuple[Project, QRectF]], today: date) -> Iterator[_Card]:
    fonts = look().fonts
    name, detail = fonts.metrics(Role.CARD).height(), fonts.metrics(Role.CARD_DETAIL).height()
    gap, sign, narrow = fonts.px(3), fonts.px(18), fonts.px(NARROW)
    for project, box in rows:
        inner = _inner(box)
        left, top, wide = inner.left(), inner.top(), inner.width()
        first, second = QRectF(left, top, wide, name), QRectF(left, top + name + gap, wide, detail)
        flag = formatting.flag_of(project, today)
        flagged = formatting.flag_text(project, today, short=wide + 34 <= narrow) if flag else ""
        flag_left = second.right() - width(flagged, Role.CARD_STATUS) - sign
        yield _Card(project, project.duration, first, second, flag, flagged, flag_left)


def _paint_names(painter: QPainter, cards: Sequence[_Card], model: ProjectModel) -> None:
    ink, gap = look().tokens.text, look().fonts.px(12)
    writer = Writer(painter, Role.CARD)
    for card in cards:
        title, room = card.project.title, card.first
        if card.duration:
            room = room.adjusted(0, 0, -width(card.duration, Role.CARD_DETAIL) - gap, 0)
        if model.hits is None:
            writer.write(room, title, ink)
        else:
            paint_marked(painter, room, title, model.spans(title), Role.CARD, ink)


def _paint_details(painter: QPainter, cards: Sequence[_Card], model: ProjectModel) -> None:
    sign, gap, ink = look().fonts.px(17), look().fonts.px(10), look().tokens.text2
    writer = Writer(painter, Role.CARD_DETAIL)
    for card in cards:
        if card.duration:
            writer.write(card.first, card.duration, ink, right=True)
        taken = sign + width(card.project.status.label, Role.CARD_STATUS)
        room = card.second.adjusted(taken, 0, 0, 0)
        if card.flag:
            room.setRight(card.flag_left - gap)
        details = "".join(f"  ·  {each}" for each in formatting.card_details(card.project, model.names))
        writer.write(room, details, ink)


def _paint_statuses(painter: QPainter, cards: Sequence[_Card]) -> None:
    tokens, px = look().tokens, look().fonts.px
    small, large, gap = px(12), px(13), px(17)
    writer = Writer(painter, Role.CARD_STATUS)
    for card in cards:
        box, status = card.second, card.project.status
        glyph = glyphs.OF_STATUS[status]
        glyphs.draw(painter, glyph, getattr(tokens, glyph.ink), box.left(), box.center().y(), small)
        writer.write(box.adjusted(gap, 0, 0, 0), status.label, getattr(tokens, glyph.ink))
        if card.flag:
            ink = getattr(tokens, card.flag.ink)
            glyphs.draw(painter, card.flag, ink, card.flag_left, box.center().y(), large)
            writer.write(box, card.flagged, ink, right=True)


def _paint_hit(painter: QPainter, card: _Card, model: ProjectModel) -> None:
    snippet = model.hits.snippet(card.project) if model.hits else None
    if snippet is not None:
        third = card.second.translated(0, card.second.height() + look().fonts.px(4))
        paint_snippet(painter, third, snippet, Role.CARD_DETAIL, look().tokens.text2)
