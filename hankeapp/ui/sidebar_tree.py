"""The rows of the sidebar: the arrow keys choose, ← and → fold, and saved searches are renamed in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView
from typing_extensions import override

from hankeapp.ui.look import look
from hankeapp.ui.sidebar_delegate import SidebarDelegate, blank_above
from hankeapp.ui.sidebar_entries import Entry, EntryGroup
from hankeapp.ui.sidebar_model import RowRole, SidebarModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex, QPoint
    from PySide6.QtGui import QMouseEvent

    AnyIndex = QModelIndex | QPersistentModelIndex

_Key = Qt.Key
_UP_AND_DOWN: dict[int, int] = {_Key.Key_Up: -1, _Key.Key_Down: 1}
_Flag = QItemSelectionModel.SelectionFlag


class SidebarTree(QTreeView):
    """`chosen` brings the entry that a person came to; `left` that ↑ or ↓ leads out of these rows.

    Of the saved search that has the keyboard: `rename_asked`, `removed`, `moved` by so many places, and `menu_asked`
    at a point.
    """

    chosen = Signal(object)
    left = Signal(int)
    rename_asked = Signal(object)
    removed = Signal(object)
    moved = Signal(object, int)
    menu_asked = Signal(object, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = SidebarModel(self)
        self._chosen = ""
        self._is_marking = False
        self._open: dict[str, bool] = {}
        self.setModel(self.rows)
        self.setItemDelegate(SidebarDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("ground", "sidebar")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._come_to)
        self.clicked.connect(self._act_on)
        self.expanded.connect(self._note_open)
        self.collapsed.connect(self._note_folded)
        look().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def entry(self) -> Entry | None:
        """The entry that has the keyboard."""
        row = self.currentIndex().data(RowRole) if self.currentIndex().isValid() else None
        return row if isinstance(row, Entry) else None

    @property
    def folded_groups(self) -> tuple[str, ...]:
        """The names of the groups that are folded."""
        return tuple(name for name, is_open in self._open.items() if not is_open)

    def fold(self, groups: Sequence[str]) -> None:
        """Have these groups folded from the beginning."""
        self._open |= dict.fromkeys(groups, False)

    def show_rows(self, tops: Sequence[Entry | EntryGroup]) -> None:
        """Show these; what was chosen and what had the keyboard stays so."""
        current = self.currentIndex()
        near = [self._key(each) for each in (current, self.indexBelow(current), self.indexAbove(current))]
        self.rows.show(tops, self._chosen)
        self._unfold()
        if not self.currentIndex().isValid():
            found = map(self.rows.index_of, near)
            index = next((each for each in found if each.isValid()), self.rows.index(0, 0))
            # Qt would unfold the group for a row in it.
            parent = index.parent()
            self._put_current(parent if parent.isValid() and not self.isExpanded(parent) else index)
        self._select()

    def mark(self, key: str, *, comes: bool = True) -> None:
        """Show what is chosen, or with an empty key that nothing here is; nothing is told of it.

        The keyboard's row `comes` along, or stays where it is.
        """
        self._chosen = key
        if key and comes:
            self._put_current(self.rows.index_of(key))
        self._select()

    def come_in(self, by: int) -> None:
        """Take the keyboard at the first row (1) or the last one (-1), and choose it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        end = QAbstractItemView.CursorAction.MoveHome if by > 0 else QAbstractItemView.CursorAction.MoveEnd
        index = self.moveCursor(end, Qt.KeyboardModifier.NoModifier)
        self.setCurrentIndex(index)
        self._come_to(index)

    def rename(self, key: str) -> None:
        """Let the name of a saved search be written in its place."""
        self.edit(self.rows.index_of(key))

    @override
    def selectionCommand(self, index: AnyIndex, event: QEvent | None = None) -> _Flag:
        row = index.data(RowRole) if index.isValid() else None
        return _Flag.ClearAndSelect | _Flag.Rows if isinstance(row, Entry) else _Flag.NoUpdate

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        index = super().indexAt(point)
        is_above = index.isValid() and point.y() < self.visualRect(index).top() + blank_above(index)
        return QModelIndex() if is_above else index

    @override
    def event(self, event: QEvent) -> bool:
        # The window has these keys for projects: here they are the saved search's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.entry
        if entry is not None and self._is_own(event):
            self._act(entry, event.key())
        elif (by := _UP_AND_DOWN.get(event.key(), 0)) and not self._neighbour(by).isValid():
            self.left.emit(by)
        elif entry is None and event.key() in {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space}:
            self._act_on(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The menu of a saved search must not choose it: what is shown could not take its place then.
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_key else self.indexAt(event.pos())
        row = index.data(RowRole) if index.isValid() else None
        if isinstance(row, Entry) and row.search is not None:
            place = self.visualRect(index).bottomLeft() if is_key else event.pos()
            self.menu_asked.emit(row, self.viewport().mapToGlobal(place))

    def _is_own(self, event: QKeyEvent) -> bool:
        """Whether a key is for the saved search that has the keyboard."""
        if self.entry is None or self.entry.search is None:
            return False
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return (alt and event.key() in _UP_AND_DOWN) or (plain and event.key() in {_Key.Key_F2, _Key.Key_Delete})

    def _act(self, entry: Entry, key: int) -> None:
        if key == _Key.Key_F2:
            self.rename_asked.emit(entry)
        elif key == _Key.Key_Delete:
            self.removed.emit(entry)
        else:
            self.moved.emit(entry, _UP_AND_DOWN[key])

    def _neighbour(self, by: int) -> QModelIndex:
        index = self.currentIndex()
        return self.indexBelow(index) if by > 0 else self.indexAbove(index)

    def _come_to(self, index: QModelIndex) -> None:
        row = index.data(RowRole) if index.isValid() else None
        if isinstance(row, Entry) and not self._is_marking and row.key != self._chosen:
            self._chosen = row.key
            self.chosen.emit(row)

    def _act_on(self, index: QModelIndex) -> None:
        """A row was clicked: a heading folds, the last row of a long group shows the others."""
        match index.data(RowRole):
            case Entry():
                self._come_to(index)
            case EntryGroup():
                self.setExpanded(index, not self.isExpanded(index))
            case None if (group := self.rows.group_of(index)) is not None:
                at = index.row()
                self.rows.show_whole(group)
                self._unfold()
                self._put_current(self.rows.index(at, 0, self.rows.index_of(group.name)))
                self._select()

    def _unfold(self) -> None:
        """Have the groups open that were so before the rows became others."""
        self._is_marking = True
        for group in self.rows.groups():
            self.setExpanded(self.rows.index_of(group.name), self._open.get(group.name, True))
        self._is_marking = False

    def _note_open(self, index: QModelIndex) -> None:
        self._note(index, is_open=True)

    def _note_folded(self, index: QModelIndex) -> None:
        self._note(index, is_open=False)

    def _note(self, index: QModelIndex, *, is_open: bool) -> None:
        if not self._is_marking:
            self._open[self._key(index)] = is_open

    def _put_current(self, index: QModelIndex) -> None:
        self._is_marking = True
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self._is_marking = False

    def _select(self) -> None:
        index = self.rows.index_of(self._chosen)
        if index.isValid():
            self.selectionModel().select(index, _Flag.ClearAndSelect | _Flag.Rows)
        else:
            self.selectionModel().clearSelection()

    def _key(self, index: AnyIndex) -> str:
        match index.data(RowRole) if index.isValid() else None:
            case Entry() as entry:
                return entry.key
            case EntryGroup() as group:
                return group.name
        return ""
