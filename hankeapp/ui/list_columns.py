"""The table's columns as a person has chosen them, and the popup in which they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from hankeapp.domain import columns
from hankeapp.ui.columns_popup import ColumnsPopup
from hankeapp.ui.list_layout import ColumnWidth
from hankeapp.ui.project_table import default_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hankeapp.ui.project_table import ProjectTable


class ListColumns(QObject):
    """Keeps table and popup in step."""

    changed = Signal()

    def __init__(self, table: ProjectTable, opener: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self._opener = opener
        self.popup = ColumnsPopup(opener)
        self.popup.chosen.connect(self._choose)
        self.popup.defaults_requested.connect(self._restore)
        table.columns_changed.connect(self.changed)
        opener.clicked.connect(self.open)  # type: ignore[attr-defined]

    def show(self, shown: Sequence[ColumnWidth]) -> None:
        """Show these columns; empty for the ones before any were chosen."""
        if tuple(shown or default_columns()) != self._table.shown_columns:
            self._table.show_columns(shown)

    def open(self) -> None:
        """Let a person choose."""
        self._list()
        self.popup.open_at(self._opener.mapToGlobal(QPoint(self._opener.width(), self._opener.height())))

    def _choose(self, names: Sequence[str]) -> None:
        widths = {each.name: each.width for each in self._table.shown_columns}
        self._table.show_columns([ColumnWidth(name, widths.get(name) or _declared(name)) for name in names])
        self.changed.emit()

    def _restore(self) -> None:
        self._table.show_columns(())
        self._list()
        self.changed.emit()

    def _list(self) -> None:
        shown = self._table.visible()
        self.popup.show_columns(shown, [column for column in columns.columns() if column not in shown])


def _declared(name: str) -> int:
    return columns.column_of(name).field.column or 0
