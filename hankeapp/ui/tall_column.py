"""A column of widgets that is scrolled: it asks for heights once a width, and again only of what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayoutItem


class HeightByWidth(QWidget):
    """What stands in such a column: its hints tell widths, as its height is always asked for with the width it gets.

    Qt's own hints of a widget lay out all texts in it for the width of the hint too, and at each level for another one.
    """

    @override
    def sizeHint(self) -> QSize:
        return _layout_of(self).sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return _layout_of(self).minimumSize()


class Enclosure(QWidget):
    """Holds a widget as large as itself, without a layout of its own: what is laid out within ends here.

    By itself Qt would go on outwards, and lay out all panes of the window again.
    """

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        held.setParent(self)

    @override
    def sizeHint(self) -> QSize:
        return _layout_of(self._held).sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return _layout_of(self._held).minimumSize()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._held.setGeometry(self.rect())


class TallColumn(QLayout):
    """Items under one another, as wide as the column and as high as they are at that width."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
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
    def invalidate(self) -> None:
        super().invalidate()
        self._heights.clear()

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            heights = [_height(item, width) for item in self._shown()]
            self._heights[width] = sum(heights) + self.spacing() * max(len(heights) - 1, 0)
        return self._heights[width]

    @override
    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    @override
    def sizeHint(self) -> QSize:
        return QSize(max((item.sizeHint().width() for item in self._shown()), default=0), 0)

    @override
    def minimumSize(self) -> QSize:
        return QSize(max((item.minimumSize().width() for item in self._shown()), default=0), 0)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for item in self._shown():
            height = _height(item, rect.width())
            item.setGeometry(QRect(rect.left(), top, rect.width(), height))
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


def settle(widget: QWidget, *, deeply: bool = True) -> None:
    """Lay out what has changed in a widget, from the inside: by itself Qt goes a round for every level."""
    layout = widget.layout()
    if layout is not None:
        if deeply:
            _settle_in(layout)
        layout.activate()


def _settle_in(layout: QLayout) -> None:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        if item.isEmpty():
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            settle(widget)
        elif inner is not None:
            _settle_in(inner)


def _layout_of(widget: QWidget) -> QLayout:
    layout = widget.layout()
    assert layout is not None
    return layout


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
