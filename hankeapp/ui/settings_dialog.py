"""The settings: pages beside a list of them. What is chosen is so at once; there is nothing to confirm."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.about import shortcut_table
from hankeapp.ui.appearance_page import AppearancePage
from hankeapp.ui.backups_page import BackupsPage
from hankeapp.ui.entry_picker import RowList
from hankeapp.ui.general_page import GeneralPage
from hankeapp.ui.labels import label, line
from hankeapp.ui.letterhead_page import LetterheadPage
from hankeapp.ui.look import look
from hankeapp.ui.settings_page import SettingsPage, say_why
from hankeapp.ui.stacking import Foot, bare_column
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from hankeapp.ui.main_window import MainWindow

_SIZE, _LIST = (890, 560), 190
"""Px at 100 % text."""


class Page(Enum):
    """The pages, in their order; the value is the icon."""

    GENERAL = "settings"
    APPEARANCE = "sun"
    KEYBOARD = "keyboard"
    LISTS = "tag"
    PRINTING = "printer"
    BACKUPS = "hard-drive"


def show_settings(window: MainWindow, page: Page = Page.GENERAL, parent: QWidget | None = None) -> None:
    """Show the settings until they are closed, then what was asked for beside them."""
    dialog = SettingsDialog(window, page, parent)
    questions.run(dialog)
    then = dialog.then
    if then:
        window.commands[then].trigger()


class SettingsDialog(QDialog):
    """`then` is the command that is to be carried out once it is closed."""

    def __init__(self, window: MainWindow, page: Page = Page.GENERAL, parent: QWidget | None = None) -> None:
        super().__init__(parent or window)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(tr("Settings"))
        self.then = ""
        self._window = window
        letterheads = window.workspace.register.letterheads if window.workspace else None
        self.pages: dict[Page, SettingsPage] = {
            Page.GENERAL: GeneralPage(window),
            Page.APPEARANCE: AppearancePage(window.appearance),
            Page.KEYBOARD: _keyboard(window),
            Page.LISTS: self._lists(),
            Page.PRINTING: LetterheadPage(letterheads, window.settings),
            Page.BACKUPS: self._backups(),
        }
        self.list = RowList(tr("Pages of the settings"))
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.currentRowChanged.connect(self._turn)
        self.list.opened.connect(self.focusNextChild)
        look().changed.connect(self._fit)
        self._fit()
        open_at(self, *_SIZE)
        self.list.setCurrentRow(list(Page).index(page))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page(self) -> SettingsPage:
        """The page that is shown."""
        return list(self.pages.values())[self._stack.currentIndex()]

    @override
    def done(self, result: int) -> None:
        self.page.leave()
        super().done(result)

    def _turn(self, row: int) -> None:
        self.page.leave()
        self._stack.setCurrentIndex(row)
        self.page.read()

    def _close_for(self, command: str) -> None:
        self.then = command
        self.accept()

    def _lists(self) -> SettingsPage:
        told = tr(
            "Themes, units, organisations and the other lists are kept in the register, for everyone who opens it."
        )
        page = SettingsPage(tr("Lists"), told)
        change = buttons.ordinary(tr("Organisations and lists…"), "tag")
        change.clicked.connect(lambda: self._close_for("lists"))
        say_why((change,), "" if self._window.commands["lists"].isEnabled() else tr("Open a register first."))
        page.add_acts(change)
        page.finish()
        return page

    def _backups(self) -> SettingsPage:
        page = BackupsPage(self._window)
        page.restore_asked.connect(lambda: self._close_for("restore"))
        return page

    def _lay_out(self) -> None:
        close = buttons.primary(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.list.setProperty("ground", "sidebar")
        self._left = QWidget()
        self._left.setProperty("ground", "sidebar")
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._beside = bare_column(self._left)
        self._beside.addWidget(self.list)
        for page, shown in self.pages.items():
            self.list.add(shown.title, page, icon=page.value)
            self._stack.addWidget(_scrolled(shown))
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._left)
        both.addWidget(line(down=True))
        both.addWidget(self._stack, 1)
        column = bare_column(self)
        column.addLayout(both, 1)
        column.addWidget(Foot((close,), label(tr("Changes take effect at once."), "hint")))

    def _fit(self) -> None:
        px = look().fonts.px
        self._left.setFixedWidth(px(_LIST))
        self._beside.setContentsMargins(px(8), px(8), px(8), px(8))


def _keyboard(window: MainWindow) -> SettingsPage:
    page = SettingsPage(tr("Keyboard"), tr("The keys of the menus. They cannot be changed."))
    page.column.addWidget(shortcut_table(window), 1)
    return page


def _scrolled(page: SettingsPage) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
