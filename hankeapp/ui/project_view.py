"""What both views of the projects do alike: keys, typing ahead, and the rows that head groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from hankeapp.ui.type_ahead import TypeAhead

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Signal
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent

    from hankeapp.ui.project_model import ProjectModel

    AnyIndex = QModelIndex | QPersistentModelIndex
    _View = QAbstractItemView
else:
    _View = object

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_EDIT = _ENTER | {Qt.Key.Key_F2}
_TOGGLE = _ENTER | {Qt.Key.Key_Space}
_PLAIN = ~Qt.KeyboardModifier.KeypadModifier
_EXTENDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class ProjectView(_View):
    """Mixed into a view of a `ProjectModel`; `own_column` is the one that the keyboard starts from.

    On the head of a group the focus stands without selecting anything: what was selected stays so.
    """

    edit_requested: Signal
    fold_requested: Signal
    """With the row of a group's head, and whether the group is to be folded."""
    own_column: int

    def set_up(self, model: ProjectModel, name: str) -> None:
        """Show the model's projects under a name for screen readers."""
        self._projects = model
        self._type_ahead = TypeAhead()
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _PLAIN or not self._act_on_key(event.key()):
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        row = self._type_ahead.find(self._projects, search, self.currentIndex().row())
        if row is not None:
            self.setCurrentIndex(self._projects.index(row, self.own_column))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        group = self._projects.group_at(row) if row >= 0 else None
        if group is None:
            super().mousePressEvent(event)
        elif event.button() is Qt.MouseButton.LeftButton:
            self.fold_requested.emit(row, group.key not in self._projects.folded)

    @override
    def selectionCommand(self, index: AnyIndex, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        is_head = index.isValid() and self._projects.group_at(index.row()) is not None
        if is_head and not getattr(event, "modifiers", _no_modifiers)() & _EXTENDING:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    @override
    def selectAll(self) -> None:
        # As one range: Qt's own would ask the model of each row.
        last = self._projects.rowCount() - 1
        if last >= 0:
            ends = self._projects.index(0, self.own_column), self._projects.index(last, self.own_column)
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(QItemSelection(*ends), flag.ClearAndSelect | flag.Rows)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._own_current()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._own_current()
        super().focusInEvent(event)

    def is_foreign(self, column: int) -> bool:
        """Whether the current index may not be in a column: the views share the row, but not its columns."""
        return column != self.own_column

    def _own_current(self) -> None:
        current: QModelIndex = self.currentIndex()
        if current.isValid() and self.is_foreign(current.column()):
            own = current.siblingAtColumn(self.own_column)
            self.selectionModel().setCurrentIndex(own, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _act_on_key(self, key: int) -> bool:
        row = self.currentIndex().row()
        group = self._projects.group_at(row) if row >= 0 else None
        if group is not None and key in _TOGGLE:
            self.fold_requested.emit(row, group.key not in self._projects.folded)
        elif group is not None and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.fold_requested.emit(row, key == Qt.Key.Key_Left)
        elif group is None and key in _EDIT:
            self.edit_requested.emit()
        else:
            return False
        return True


def _no_modifiers() -> Qt.KeyboardModifier:
    return Qt.KeyboardModifier.NoModifier
