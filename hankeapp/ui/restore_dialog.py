"""Which backup to put back: when each was made, how many projects it holds, and what was done last in it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from hankeapp.translation import tr
from hankeapp.ui import buttons, formatting, questions
from hankeapp.ui.labels import label
from hankeapp.ui.stacking import Foot, dialog_body
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import (
        QWidget,
    )

    from hankeapp.services.backups import Backup

_WIDTH, _HEIGHT = 720, 480


def ask_backup(backups: Sequence[Backup], name: str, parent: QWidget | None) -> Backup | None:
    """The backup to put in the place of the register of a name; None when the person changed their mind."""
    dialog = RestoreDialog(backups, name, parent)
    return dialog.chosen if questions.run(dialog) else None


class RestoreDialog(QDialog):
    """The newest is chosen at first; Enter or a double click takes the chosen one."""

    def __init__(self, backups: Sequence[Backup], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restore_dialog")
        self.setWindowTitle(tr("Restore a backup"))
        self._backups = backups
        self.table = _table(backups)
        self.table.doubleClicked.connect(self.accept)
        self._lay_out(name)
        open_at(self, _WIDTH, _HEIGHT)
        self.table.selectRow(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Backup:
        """The backup of the current row."""
        return self._backups[max(self.table.currentRow(), 0)]

    def _lay_out(self, name: str) -> None:
        body, words = dialog_body()
        words.addWidget(label(tr("Restore a backup of “{name}”", name=name), "dialog", wrap=True))
        kept = tr("The file that is there now is kept beside it under another name. Nothing is overwritten.")
        words.addWidget(label(kept, "secondary", wrap=True))
        words.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(body, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        cancel = buttons.ordinary(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        restore = buttons.primary(tr("Restore"))
        restore.setDefault(True)
        restore.clicked.connect(self.accept)
        return Foot((cancel, restore))


def _table(backups: Sequence[Backup]) -> QTableWidget:
    table = QTableWidget(len(backups), 4)
    table.setAccessibleName(tr("Backups"))
    table.setHorizontalHeaderLabels([tr("Made"), tr("Projects"), tr("Acts"), tr("Last change")])
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    for row, backup in enumerate(backups):
        for column, text in enumerate(_texts(backup)):
            item = QTableWidgetItem(text)
            item.setToolTip(f"<span>{escape(text)}</span>")  # Qt would read markup out of data
            table.setItem(row, column, item)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    return table


def _texts(backup: Backup) -> tuple[str, str, str, str]:
    contents = backup.contents
    last = f"{_moment(contents.changed)} {contents.act_name}" if contents.changed else ""
    return _moment(backup.made), str(contents.projects), str(contents.acts), last


def _moment(moment: datetime) -> str:
    return f"{formatting.day_text(moment.astimezone().date())} {formatting.clock_text(moment)}"
