"""The floor: a bare PySide6 window with a QTableView over sqlite3. Prints its peak memory in kB once it is painted."""

from __future__ import annotations

import resource
import sqlite3
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTableView

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

COLUMNS = ("number", "name", "kind", "status", "start", "end")


class Rows(QAbstractTableModel):
    def __init__(self, path: str) -> None:
        super().__init__()
        connection = sqlite3.connect(path)
        wanted = ", ".join(f'"{column}"' for column in COLUMNS)
        self.rows = connection.execute(f"SELECT {wanted} FROM project ORDER BY title_key").fetchall()

    def rowCount(self, _parent: QModelIndex | None = None) -> int:
        return len(self.rows)

    def columnCount(self, _parent: QModelIndex | None = None) -> int:
        return len(COLUMNS)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class Table(QTableView):
    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        QTimer.singleShot(0, leave)


def leave() -> None:
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")
    sys.stdout.flush()
    QApplication.exit(0)


if __name__ == "__main__":
    app = QApplication([])
    table = Table()
    table.setModel(Rows(sys.argv[1]))
    table.resize(1440, 900)
    table.show()
    sys.exit(app.exec())
