"""What the help menu shows: the keyboard shortcuts, made from the actions themselves, and what program this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from hankeapp import __version__
from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.actions import COMMANDS, MENUS, keys_of, plain_text
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.message_dialog import Choice, Message
from hankeapp.ui.stacking import foot

if TYPE_CHECKING:
    from hankeapp.ui.main_window import MainWindow


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
        self.resize(look().fonts.px(560), look().fonts.px(620))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_scrolled(_table(window)))
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        close = buttons.primary(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        return foot([close])


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(tr("Keyboard shortcuts"))
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(page)
    return area


def _table(window: MainWindow) -> QWidget:
    px = look().fonts.px
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(px(24), px(16), px(24), px(16))
    form.setHorizontalSpacing(px(32))
    for menu in MENUS:
        with_keys = [command for command in COMMANDS if command.menu == menu and command.keys]
        if with_keys:
            form.addRow(label(tr(menu).replace("&", ""), "section"))
        for command in with_keys:
            action = window.commands[command.name]
            form.addRow(label(plain_text(action)), label(keys_of(action), "secondary"))
    return page
