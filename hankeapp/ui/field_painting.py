"""Fields painted in the rows of a list: they look like the ones that can be typed into, and open into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionButton

from hankeapp.ui import icons
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

HEIGHT = 32
"""Of a field, in px at 100 % text."""
RADIUS = 5
_CHECK = 16


@dataclass(frozen=True, kw_only=True)
class FieldState:
    """How a field is drawn."""

    has_focus: bool = False
    is_enabled: bool = True
    is_invalid: bool = False
    icon: str = ""


def has_keyboard_focus(option: QStyleOptionViewItem) -> bool:
    """Whether the keyboard, not the mouse, has brought the focus here."""
    wanted = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    return bool(option.state & wanted == wanted)


def paint_field(painter: QPainter, box: QRectF, text: str, state: FieldState) -> None:
    """A field with a line of text and an icon at its right end."""
    tokens, fonts = look().tokens, look().fonts
    width = 2 if state.has_focus or state.is_invalid else int(tokens.outline.removesuffix("px"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(_outline(state)), width))
    painter.setBrush(colour(tokens.base if state.is_enabled else tokens.subtle))
    inset = width / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
    room = box.adjusted(fonts.px(11), 0, -fonts.px(8), 0)
    if state.icon:
        room.setRight(_paint_icon(painter, room, state))
    paint_text(painter, room, text, Role.BODY, tokens.text if state.is_enabled else tokens.text3)


def paint_check(
    painter: QPainter, middle: QPointF, option: QStyleOptionViewItem, *, is_checked: bool, ring: bool = True
) -> None:
    """A check box, as the style sheet draws it, and the keyboard's ring around it."""
    size = look().fonts.px(_CHECK)
    box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
    button = QStyleOptionButton()
    state = QStyle.StateFlag.State_On if is_checked else QStyle.StateFlag.State_Off
    button.state = QStyle.StateFlag.State_Enabled | state
    button.rect = box.toRect()
    view = option.widget
    view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, button, painter, view)
    if ring and has_keyboard_focus(option):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(look().tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), RADIUS, RADIUS)


def _outline(state: FieldState) -> str:
    tokens = look().tokens
    if state.is_invalid:
        return tokens.err_fg
    if state.has_focus:
        return tokens.accent
    return tokens.border_strong if state.is_enabled else tokens.border


def _paint_icon(painter: QPainter, room: QRectF, state: FieldState) -> float:
    """Paint the icon at the right; where the text must end."""
    tokens, size = look().tokens, look().fonts.px(16)
    ink = tokens.err_fg if state.is_invalid else tokens.text2
    ratio = painter.device().devicePixelRatioF()
    left = room.right() - size
    painter.drawPixmap(QPointF(left, round(room.center().y() - size / 2)), icons.pixmap(state.icon, ink, size, ratio))
    return left - 4
