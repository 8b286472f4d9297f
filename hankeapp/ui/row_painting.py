"""What the rows of every list share: the ground of a selected or hovered row, its bar, the keyboard's ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QCursor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from hankeapp.ui.look import look
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QAbstractItemView

    from hankeapp.ui.fonts import Role
    from hankeapp.ui.project_view import ProjectView

RADIUS = 7
_State = QStyle.StateFlag
# Numbers, since flags that are Python's enumerations take a microsecond each for every cell.
_SELECTED = _State.State_Selected.value
_HOVERED = _State.State_MouseOver.value
_REACHED = (_State.State_HasFocus | _State.State_KeyboardFocusChange).value


def is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state.value & _SELECTED)


def marked(view: ProjectView, rows: range, place: Callable[[int], QRect]) -> Iterator[tuple[int, QStyleOptionViewItem]]:
    """Those of a view's rows that are selected, hovered or reached, with Qt's option: one, set anew for the next."""
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    plain, selected, hovered = option.state, selected_rows(view, rows), _hovered_row(view)
    current = view.currentIndex().row() if view.hasFocus() else -1
    for row in sorted(selected | ({hovered, current} & set(rows))):
        state = plain
        if row in selected:
            state |= _State.State_Selected
        if row == hovered:
            state |= _State.State_MouseOver
        if row == current:
            state |= _State.State_HasFocus
        option.state, option.rect = state, place(row)
        yield row, option


def selected_rows(view: QAbstractItemView, rows: range) -> set[int]:
    """Those of rows that are selected, with the heads of groups in the midst of them."""
    found: set[int] = set()
    # Not asked row by row: each would have Qt ask the model three times.
    for ranged in view.selectionModel().selection().toList():
        found.update(range(max(ranged.top(), rows.start), min(ranged.bottom() + 1, rows.stop)))
    return found


def _hovered_row(view: QAbstractItemView) -> int:
    """The row of a view that the mouse stands on, or -1."""
    if not view.viewport().underMouse():
        return -1
    return view.indexAt(view.viewport().mapFromGlobal(QCursor.pos())).row()


def ground(option: QStyleOptionViewItem, *, zebra: bool = False) -> str:
    """The token's colour behind a row; empty for none of its own."""
    tokens = look().tokens
    if is_selected(option):
        return tokens.selected if _is_in_active_window(option) else tokens.selected_inactive
    if option.state.value & _HOVERED:
        return tokens.hover
    return tokens.subtle if zebra else ""


def _is_in_active_window(option: QStyleOptionViewItem) -> bool:
    # Qt's State_Active is off for a view without focus, but a selection stays blue while its form is being filled in.
    widget = option.widget
    return widget is not None and widget.window().isActiveWindow()


def paint_bar(painter: QPainter, box: QRectF) -> None:
    """The accent bar at the left of a selected row."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(look().tokens.accent))
    painter.drawRoundedRect(QRectF(box.left(), box.top(), 3.5, box.height()), 1.5, 1.5)


def paint_pill(painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
    """The rounded ground of a row with its bar, for lists whose rows stand apart."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_fill(painter, option, box, RADIUS)
    if is_selected(option):
        inset = min(9.0, box.height() / 5)
        paint_bar(painter, box.adjusted(0, inset, 0, -inset))
    paint_ring(painter, option, box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
    """The rounded ground of a row in a list that opens over the window: the keyboard is in its field."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_fill(painter, option, box, RADIUS - 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_edge(painter: QPainter, option: QStyleOptionViewItem, box: QRectF, radius: int = 0) -> None:
    """The edge of a selected row, which high contrast has in place of a fill."""
    if is_selected(option):
        painter.setPen(QPen(colour(look().tokens.selected_edge), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)


def _paint_fill(painter: QPainter, option: QStyleOptionViewItem, box: QRectF, radius: int) -> None:
    if fill := ground(option):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(box, radius, radius)
        paint_edge(painter, option, box, radius - 1)


def paint_ring(painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
    """The ring inside a row that the keyboard has reached."""
    if option.state.value & _REACHED == _REACHED:
        painter.setPen(QPen(colour(look().tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)


class Writer:
    """Writes many lines of one role: the painter is told of the font once, and of an ink when it changes."""

    def __init__(self, painter: QPainter, role: Role) -> None:
        self._painter = painter
        self._lines = look().fonts.lines(role)
        self._ink = ""
        painter.setFont(self._lines.font)

    def write(self, box: QRectF, text: str, ink: str, *, right: bool = False) -> None:
        """A line in the middle of the box's height, elided to its width."""
        if ink != self._ink:
            self._ink = ink
            self._painter.setPen(colour(ink))
        line = self._lines.fitting(text, int(box.width()))
        left = box.right() - self._lines.width(line) if right else box.left()
        self._lines.draw(self._painter, left, box.center().y() + self._lines.rise, line)


def paint_text(painter: QPainter, box: QRectF, text: str, role: Role, ink: str, *, right: bool = False) -> None:
    """One line of plain text in the middle of the box's height, elided to its width."""
    Writer(painter, role).write(box, text, ink, right=right)


def width(text: str, role: Role) -> float:
    """The width that `paint_text` needs."""
    return look().fonts.lines(role).width(text)
