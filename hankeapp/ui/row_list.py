"""A list view of rows of two heights, that works out where a row is instead of having Qt lay out every one of them.

Qt's own layout asks the model for each row, 7 µs a row in Python, and forgets the scroll position meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, QPoint
    from PySide6.QtGui import QPaintEvent

    from hankeapp.ui.row_model import RowModel

    AnyIndex = QModelIndex | QPersistentModelIndex

_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class RowList(QListView):
    """Shows one column of a `RowModel`; `set_heights` says how high rows and heads of groups are."""

    _row_height = _head_height = 1
    """Qt asks for rows as soon as there is a model."""

    def __init__(self, model: RowModel, column: int) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setModelColumn(column)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def set_heights(self, row: int, head: int) -> None:
        """Px of a project's row, and of one that heads a group."""
        self._row_height, self._head_height = row, head
        self.scheduleDelayedItemsLayout()

    @override
    def visualRect(self, index: AnyIndex) -> QRect:
        if not index.isValid():
            return QRect()
        return self.rect_of(index.row())

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point.y() + self.verticalOffset())
        return self._index(row) if 0 <= row < self._rows.rowCount() else QModelIndex()

    @override
    def scrollTo(self, index: AnyIndex, hint: _Hint = _Hint.EnsureVisible) -> None:
        self.executeDelayedItemsLayout()
        if not index.isValid():
            return
        top, below = self._top(index.row()), self._top(index.row() + 1)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if hint is _Hint.PositionAtCenter:
            bar.setValue((top + below - room) // 2)
        elif hint is _Hint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif hint is _Hint.PositionAtBottom or below > bar.value() + room:
            bar.setValue(below - room)

    @override
    def moveCursor(self, cursorAction: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self._rows.rowCount() - 1
        now = self.currentIndex().row()
        if last < 0:
            return QModelIndex()
        if now < 0:
            return self._index(0)
        page = self.viewport().height()
        to = {
            _Move.MoveHome: 0,
            _Move.MoveEnd: last,
            _Move.MoveUp: now - 1,
            _Move.MovePrevious: now - 1,
            _Move.MoveDown: now + 1,
            _Move.MoveNext: now + 1,
            _Move.MovePageUp: min(self._row_at(self._top(now + 1) - page) + 1, now - 1),
            _Move.MovePageDown: max(self._row_at(self._top(now) + page) - 1, now + 1),
        }.get(cursorAction, now)
        return self._index(min(max(to, 0), last))

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: AnyIndex) -> bool:
        return False

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        last = self._rows.rowCount() - 1
        first, beyond = (self._row_at(edge + self.verticalOffset()) for edge in (rect.top(), rect.bottom()))
        if first <= last and beyond >= 0:
            ends = self._index(max(first, 0)), self._index(min(beyond, last))
            self.selectionModel().select(QItemSelection(*ends), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        view, region = self.viewport().rect(), QRegion()
        first, last = (self._row_at(edge + self.verticalOffset()) for edge in (view.top(), view.bottom()))
        for ranged in selection.toList():
            top, below = max(ranged.top(), first), min(ranged.bottom(), last)
            if top <= below:
                region += self.visualRect(self._index(top)).united(self.visualRect(self._index(below)))
        return region

    @override
    def updateGeometries(self) -> None:
        room, whole = self.viewport().height(), self._top(self._rows.rowCount())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(whole - room, 0))
        bar.setPageStep(room)
        bar.setSingleStep(self._row_height)

    @override
    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        top = self.verticalOffset()
        first, last = self._row_at(e.rect().top() + top), self._row_at(e.rect().bottom() + top)
        painter = QPainter(self.viewport())
        try:
            self.paint_rows(painter, range(max(first, 0), min(last, self._rows.rowCount() - 1) + 1))
        finally:
            # Qt does not survive a painter that outlives its painting, not even where a bug has broken that off.
            painter.end()

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        # Not QListView's: it tells screen readers of places in the layout that is not made.
        QAbstractItemView.currentChanged(self, current, previous)
        self._tell_reader(QAccessible.Event.Focus, current)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        # Nor here: it would make an index of every row that is selected.
        QAbstractItemView.selectionChanged(self, selected, deselected)
        self._tell_reader(QAccessible.Event.Selection, self.currentIndex())

    def _index(self, row: int) -> QModelIndex:
        return self._rows.index(row, self.modelColumn())

    def rect_of(self, row: int) -> QRect:
        """Where a row stands in the window, in px."""
        top, below = self._top(row), self._top(row + 1)
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), below - top)

    def paint_rows(self, painter: QPainter, rows: range) -> None:
        """Paint these rows."""
        raise NotImplementedError

    def _top(self, row: int) -> int:
        """Where a row begins, from the top of the first one."""
        return row * self._row_height - self._rows.heads_before(row) * (self._row_height - self._head_height)

    def _row_at(self, height: int) -> int:
        """The row that stands so far from the top of the first one; -1 above it, the number of rows below the last."""
        low, high = -1, self._rows.rowCount()
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (middle, high) if self._top(middle) <= height else (low, middle)
        return high if height >= self._top(self._rows.rowCount()) else low

    def _tell_reader(self, what: QAccessible.Event, index: AnyIndex) -> None:
        if index.isValid() and QAccessible.isActive():
            event = QAccessibleEvent(self, what)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)
