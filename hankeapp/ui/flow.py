"""A layout that puts its items side by side and goes on below where the width ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem

_ENDLESS = 1 << 24
"""Px: wider than any line."""


class Flow(QLayout):
    """Items keep their size hints, as far as a line is that wide, and stand on the middle of their line.

    `last_at_right` puts the last one at the right edge, whichever line it is on.
    """

    def __init__(self, gap: int, line_gap: int, *, last_at_right: bool = False) -> None:
        super().__init__()
        self._last_at_right = last_at_right
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem:
        # None tells Qt where the items end; the stub does not know.
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    @override
    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def invalidate(self) -> None:
        super().invalidate()
        self._heights.clear()

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = self._lines(width)
            heights = sum(_height(line, width) for line in lines)
            self._heights[width] = heights + self._line_gap * max(len(lines) - 1, 0)
        return self._heights[width]

    @override
    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    @override
    def sizeHint(self) -> QSize:
        shown = self._shown()
        across = sum(item.sizeHint().width() + self._gap for item in shown) - self._gap
        return QSize(max(across, 0), _height(shown))

    @override
    def minimumSize(self) -> QSize:
        shown = self._shown()
        return QSize(max(map(_least_width, shown), default=0), _height(shown))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            self._place(line, rect, top)
            top += _height(line, rect.width()) + self._line_gap

    def _place(self, line: list[QLayoutItem], rect: QRect, top: int) -> None:
        left = rect.left()
        for item in line:
            size = _size(item, rect.width())
            is_pushed = self._last_at_right and item is self._items[-1]
            at = rect.right() + 1 - size.width() if is_pushed else left
            item.setGeometry(QRect(QPoint(at, top + (_height(line, rect.width()) - size.height()) // 2), size))
            left += size.width() + self._gap

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width() + self._gap
            if not lines or used + needed - self._gap > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += needed
        return lines

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


def _height(items: list[QLayoutItem], width: int = _ENDLESS) -> int:
    return max((_size(item, width).height() for item in items), default=0)


def _size(item: QLayoutItem, width: int) -> QSize:
    """What an item takes of a line of a width; a text that is longer wraps."""
    hint = item.sizeHint()
    if hint.width() <= width or not item.hasHeightForWidth():
        return hint
    return QSize(width, item.heightForWidth(width))


def _least_width(item: QLayoutItem) -> int:
    return item.minimumSize().width() if item.hasHeightForWidth() else item.sizeHint().width()
