"""How a row of the quick search is painted: the sign of its status or an icon, its words marked, its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from typing_extensions import override

from hankeapp.ui import glyphs, icons, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.hit_painting import paint_marked
from hankeapp.ui.look import look
from hankeapp.ui.offers import OfferDelegate, OfferRole
from hankeapp.ui.quick_hits import Hit
from hankeapp.ui.row_painting import paint_text, width

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

_PAD, _ROOM, _GLYPH, _ICON = 26, 26, 12, 17
"""Px at 100 % text: from the edge to the sign, from there to the words, and the signs' sizes."""


class QuickDelegate(OfferDelegate):
    """Paints hits; headings are as in every list of offers."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit = index.data(OfferRole)
        if not isinstance(hit, Hit):
            super().paint(painter, option, index)
            return
        px = look().fonts.px
        box = QRectF(option.rect)
        painter.save()
        row_painting.paint_ground(painter, option, box.adjusted(px(6), 0, -px(6), 0))
        box.adjust(px(_PAD), 0, -px(_PAD), 0)
        _paint_sign(painter, box, hit)
        _paint_words(painter, box.adjusted(px(_ROOM), 0, 0, 0), hit, chosen=row_painting.is_selected(option))
        painter.restore()


def _paint_sign(painter: QPainter, box: QRectF, hit: Hit) -> None:
    tokens, fonts = look().tokens, look().fonts
    if hit.glyph is not None:
        side, inset = fonts.px(_GLYPH), fonts.px(_ICON - _GLYPH) / 2
        glyphs.draw(painter, hit.glyph, getattr(tokens, hit.glyph.ink), box.left() + inset, box.center().y(), side)
    elif hit.icon:
        side = fonts.px(_ICON)
        device = painter.device()
        sign = icons.pixmap(hit.icon, tokens.text2, side, device.devicePixelRatioF() if device else 1.0)
        painter.drawPixmap(round(box.left()), round(box.center().y() - side / 2), sign)


def _paint_words(painter: QPainter, box: QRectF, hit: Hit, *, chosen: bool) -> None:
    tokens, px = look().tokens, look().fonts.px
    # text3 is too pale on a selected row.
    paint_text(painter, box, hit.aside, Role.CAPTION, tokens.text2 if chosen else tokens.text3, right=True)
    room = box.adjusted(0, 0, -width(hit.aside, Role.CAPTION) - px(12 if hit.aside else 0), 0)
    paint_marked(painter, room, hit.text, hit.spans, Role.BODY, tokens.text)
    taken = width(hit.text, Role.BODY) + px(10)
    if hit.detail and taken < room.width():
        paint_text(painter, room.adjusted(taken, 0, 0, 0), hit.detail, Role.CARD_DETAIL, tokens.text2)
