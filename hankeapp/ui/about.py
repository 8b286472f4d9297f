"""What the help menu shows: the keyboard shortcuts, made from the actions themselves, and what program this is."""

from __future__ import annotations

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

from hankeapp import __version__
from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.actions import COMMANDS, MENUS, keys_of, plain_text
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.message_dialog import Choice, Message
from hankeapp.ui.stacking import Foot
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import (
        QWidget,
    )

    from hankeapp.ui.main_window import MainWindow

_ROW = 32
"""Px at 100 % text."""


def about(window: MainWindow) -> None:
    """Name, version, licence, whose typeface, icons and dictionary it has, and how well it finds words."""
    sentences = [
        tr(
            "Version {version}. Free software under the GNU General Public License, version 3 or later.",
            version=__version__,
        ),
        tr("Typeface Source Sans 3 (SIL Open Font License), icons Lucide (ISC)."),
        tr("Finnish: the dictionary of Voikko (GPL)."),
        tr("The program uses no network. Your projects stay in the files that you choose."),
        *([window.workspace.register.search.state.label] if window.workspace else []),
    ]
    close = Choice("close", tr("Close"))
    questions.ask(Message(title=tr("Project register"), sentences=sentences, choices=[close]), window)


def shortcuts(window: MainWindow) -> None:
    """Every command that has keys, menu by menu."""
    questions.run(ShortcutsDialog(window))


class ShortcutsDialog(QDialog):
    """A list to read; Esc or Enter closes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        open_at(self, 560, 620)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(shortcut_table(window))
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        close = buttons.primary(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        return Foot([close])


def shortcut_table(window: MainWindow) -> QTableWidget:
    """A row for each command with keys, under its menu's name: the arrow keys go through it, and it can be read."""
    table = QTableWidget(0, 2)
    table.setAccessibleName(tr("Keyboard shortcuts"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.setHorizontalHeaderLabels([tr("Command"), tr("Keys")])
    for menu in MENUS:
        with_keys = [command for command in COMMANDS if command.menu == menu and command.keys]
        if with_keys:
            _add(table, tr(menu).replace("&", ""), "")
        for command in with_keys:
            action = window.commands[command.name]
            _add(table, plain_text(action), keys_of(action))
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    table.verticalHeader().setDefaultSectionSize(look().fonts.px(_ROW))
    table.setCurrentCell(1, 0)
    return table


def _add(table: QTableWidget, words: str, keys: str) -> None:
    """A command's row; without keys it is the heading of a menu."""
    row = table.rowCount()
    table.insertRow(row)
    first = QTableWidgetItem(words)
    second = QTableWidgetItem(keys)
    table.setItem(row, 0, first)
    table.setItem(row, 1, second)
    if not keys:
        second.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        first.setFont(look().fonts.font(Role.STRONG))
        first.setFlags(Qt.ItemFlag.ItemIsEnabled)
        table.setSpan(row, 0, 1, 2)
