"""How the rows of the sidebar are painted: sign, word and count; headings with the sign that folds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate
from typing_extensions import override

from hankeapp.domain.query import View
from hankeapp.translation import counted, tr
from hankeapp.ui import glyphs, icons, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.glyphs import OF_VIEW
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.sidebar_entries import Entry, EntryGroup
from hankeapp.ui.sidebar_model import RowRole
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    AnyIndex = QModelIndex | QPersistentModelIndex

ROW, GAP, _HEAD = 31, 10, 38
_SIDE, _SIGN, _ROOM = 20, 16, 26
"""Px from the sidebar's edge to a sign, the sign's, and from its left to the words."""


def blank_above(index: AnyIndex) -> int:
    """Px above a row that are no part of it."""
    row = index.data(RowRole)
    return look().fonts.px(GAP) if isinstance(row, Entry) and row.view is View.SOON else 0


class SidebarDelegate(QStyledItemDelegate):
    """Paints entries, headings, and the row that shows the whole of a long group."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        px = look().fonts.px
        tall = px(_HEAD) if isinstance(index.data(RowRole), EntryGroup) else px(ROW) + blank_above(index)
        return QSize(px(120), tall)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        box = QRectF(option.rect)
        box.setTop(box.top() + blank_above(index))
        match index.data(RowRole):
            case Entry() as entry:
                _paint_entry(painter, box, entry, option)
            case EntryGroup() as group:
                _paint_heading(painter, box, group, option)
            case _:
                row_painting.paint_pill(painter, option, _pill(box))
                paint_text(painter, _words(box), index.data(), Role.CAPTION, look().tokens.link)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("rename")
        editor.setAccessibleName(tr("Name"))
        return editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        px = look().fonts.px
        box: QRect = option.rect
        editor.setGeometry(box.adjusted(_SIDE + px(_ROOM) - px(8), 1, -px(12), -1))


def _pill(box: QRectF) -> QRectF:
    return box.adjusted(8, 1.5, -8, -1.5)


def _words(box: QRectF) -> QRectF:
    return box.adjusted(_SIDE + look().fonts.px(_ROOM), 0, -_SIDE, 0)


def _paint_entry(painter: QPainter, box: QRectF, entry: Entry, option: QStyleOptionViewItem) -> None:
    row_painting.paint_pill(painter, option, _pill(box))
    _paint_sign(painter, box, entry, chosen=row_painting.is_selected(option))
    words = _words(box)
    words.setRight(_paint_count(painter, box.adjusted(0, 0, -_SIDE + 1, 0), entry, option) - look().fonts.px(8))
    paint_text(painter, words, entry.label, Role.BODY, look().tokens.text)


def _paint_heading(painter: QPainter, box: QRectF, group: EntryGroup, option: QStyleOptionViewItem) -> None:
    tokens, fonts = look().tokens, look().fonts
    box = QRectF(box.left(), box.bottom() - fonts.px(ROW), box.width(), fonts.px(ROW))
    row_painting.paint_pill(painter, option, _pill(box))
    side = fonts.px(14)
    right = box.right() - _SIDE + 3
    sign = "chevron-down" if option.state & QStyle.StateFlag.State_Open else "chevron-right"
    _paint_icon(painter, sign, tokens.text2, QRectF(right - side, box.top(), side, box.height()))
    words = QRectF(box.left() + _SIDE - 2, box.top(), right - side - fonts.px(8) - box.left() - _SIDE, box.height())
    paint_text(painter, words, group.title, Role.CAPTION_STRONG, tokens.text2)


def _paint_sign(painter: QPainter, box: QRectF, entry: Entry, *, chosen: bool) -> None:
    fonts, tokens = look().fonts, look().tokens
    place = QRectF(box.left() + _SIDE, box.top(), fonts.px(_SIGN), box.height())
    glyph = OF_VIEW.get(entry.view) if entry.view else None
    if glyph is not None:
        side = fonts.px(13)
        left = place.left() + (place.width() - side) / 2
        glyphs.draw(painter, glyph, getattr(tokens, glyph.ink), left, place.center().y(), side)
        return
    _paint_icon(painter, entry.icon, tokens.accent if chosen else tokens.text2, place)


def _paint_icon(painter: QPainter, name: str, ink: str, place: QRectF) -> None:
    side = round(place.width())
    device = painter.device()
    sign = icons.pixmap(name, ink, side, device.devicePixelRatioF() if device else 1.0)
    painter.drawPixmap(round(place.left()), round(place.center().y() - side / 2), sign)


def _paint_count(painter: QPainter, box: QRectF, entry: Entry, option: QStyleOptionViewItem) -> float:
    """Paint the count, or the badge of what needs an act; where the words must end."""
    if not entry.count:
        return box.right()
    text = counted(entry.count)
    if entry.view is View.OVERDUE:
        return _paint_badge(painter, box, text)
    # text3 is too pale on a selected row.
    ink = look().tokens.text2 if row_painting.is_selected(option) else look().tokens.text3
    paint_text(painter, box, text, Role.CAPTION, ink, right=True)
    return box.right() - width(text, Role.CAPTION)


def _paint_badge(painter: QPainter, box: QRectF, text: str) -> float:
    tokens, fonts = look().tokens, look().fonts
    room, tall = width(text, Role.CAPTION_STRONG), fonts.px(18)
    badge = QRectF(0, 0, max(room + fonts.px(12), fonts.px(21)), tall)
    badge.moveCenter(box.center())
    badge.moveRight(box.right() + fonts.px(4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tokens.over_fg))
    painter.drawRoundedRect(badge, tall / 2, tall / 2)
    # A pixel more than the digits take: rounding would have three of them elided.
    words = badge.adjusted((badge.width() - room) / 2, 0, 1, 0)
    paint_text(painter, words, text, Role.CAPTION_STRONG, tokens.on_accent)
    return badge.left()
