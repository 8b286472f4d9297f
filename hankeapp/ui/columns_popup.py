"""The choice of the table's columns: a check for each, and buttons that move it, so that nothing need be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.columns import Column

_Name = Qt.ItemDataRole.UserRole


class ColumnsPopup(QFrame):
    """Changes are told at once; Esc or a click elsewhere closes it."""

    chosen = Signal(list)
    """With the names of the columns to show, in their order; at least one."""
    defaults_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("columns_popup")
        self.setProperty("kind", "popup")
        self.setAccessibleName(tr("Columns"))
        self.list = QListWidget()
        self.list.setProperty("kind", "checks")
        self.list.setAccessibleName(tr("Columns, checked ones are shown"))
        self.up = buttons.ordinary(tr("Up"), "chevron-up")
        self.down = buttons.ordinary(tr("Down"), "chevron-down")
        self.defaults = buttons.quiet(tr("Restore the defaults"))
        self._lay_out()
        self.list.itemChanged.connect(self._tell)
        self.list.currentRowChanged.connect(self._enable)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.defaults.clicked.connect(self.defaults_requested)
        QShortcut(QKeySequence("Alt+Up"), self, self._move_up)
        QShortcut(QKeySequence("Alt+Down"), self, self._move_down)

    def show_columns(self, shown: Sequence[Column], hidden: Sequence[Column]) -> None:
        """List the columns: those that are shown in their order, then the others."""
        current = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for column in (*shown, *hidden):
                item = QListWidgetItem(column.title, self.list)
                item.setData(_Name, column.name)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if column in shown else Qt.CheckState.Unchecked)
            self.list.setCurrentRow(max(current, 0))
        self._enable()

    def open_at(self, corner: QPoint) -> None:
        """Show it with its upper right corner there."""
        px = look().fonts.px
        self.resize(px(340), px(420))
        corner.setX(max(corner.x() - self.width(), 0))
        self.move(corner)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self) -> None:
        moves = QHBoxLayout()
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        moves.addStretch()
        moves.addWidget(self.defaults)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addLayout(moves)

    def _names(self) -> list[str]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_Name) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _tell(self, item: QListWidgetItem) -> None:
        if self._names():
            self.chosen.emit(self._names())
        else:
            # A table without columns has nothing to be put right by.
            item.setCheckState(Qt.CheckState.Checked)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            with QSignalBlocker(self.list):
                self.list.insertItem(row + by, self.list.takeItem(row))
                self.list.setCurrentRow(row + by)
            self._enable()
            self.chosen.emit(self._names())

    def _enable(self) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
