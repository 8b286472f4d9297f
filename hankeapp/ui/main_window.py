"""The main window: the start screen or the open register, the menus, and the ways from one to the other."""

from __future__ import annotations

import tempfile
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QStackedWidget
from typing_extensions import override

from hankeapp.domain.errors import DamagedRegister
from hankeapp.services import opening
from hankeapp.translation import tr
from hankeapp.ui import files, questions
from hankeapp.ui.actions import Actions, AtHand
from hankeapp.ui.appearance import Appearance
from hankeapp.ui.commands import connect
from hankeapp.ui.dropped_file import DroppedFile
from hankeapp.ui.look import look
from hankeapp.ui.safety_desk import SafetyDesk
from hankeapp.ui.start_screen import StartScreen
from hankeapp.ui.step_menu import StepMenu
from hankeapp.ui.window_sizes import open_at
from hankeapp.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from hankeapp.domain.clock import Desk
    from hankeapp.services.register import Register
    from hankeapp.ui.settings import Settings


_SIZE = (1440, 900)
"""Px at 100 % text."""
_LEAST = (800, 560)
"""Px, whatever the text's size: the panes that have no room are put away."""


class MainWindow(QMainWindow):
    """One window, one register at a time."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.desk = desk
        self.settings = settings
        self.login = desk.actor
        self.call_person(settings.person)
        self.appearance = Appearance(settings, self)
        self.commands = Actions(self)
        self.safety = SafetyDesk(self)
        self.workspace: Workspace | None = None
        self._example: tempfile.TemporaryDirectory[str] | None = None
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        connect(self)
        self._dropped = DroppedFile(self)
        self.setMinimumSize(*_LEAST)
        if not self.restoreGeometry(settings.geometry):
            open_at(self, *_SIZE)
        self._tell_state()
        self._tell_journal()

    @cached_property
    def start(self) -> StartScreen:
        """Made when it is first shown, not in a window that opens with a register."""
        start = StartScreen()
        start.create_requested.connect(self.create_register)
        start.open_requested.connect(self._open_asked)
        start.import_requested.connect(self.take_in)
        start.example_requested.connect(self.open_example)
        self._dropped.take_from(start)
        self._pages.addWidget(start)
        return start

    @property
    def is_example(self) -> bool:
        """Whether the register that is open is the example, which goes when it is closed."""
        return self._example is not None

    def show_start(self) -> None:
        """Let go of the register and show the start screen."""
        self._close_workspace()
        self.start.show_recent(self.settings.recent, self.desk.clock.now())
        self._pages.setCurrentWidget(self.start)
        self.start.take_focus()
        self._tell_state()
        self._tell_journal()

    def create_register(self) -> None:
        """Ask for a place, and make an empty register there."""
        path = files.ask_new_register(self.settings, self)
        if path is not None:
            self._open(lambda: opening.create(path, self.desk))

    def create_whole(self, source: Path) -> None:
        """Ask for a place, and make a register there with all that the JSON of another one says."""
        path = files.ask_new_register(self.settings, self)
        if path is not None:
            self._open(lambda: opening.create_whole(path, source, self.desk))

    def ask_register(self) -> None:
        """Ask which register to open, and open it."""
        path = files.ask_register(self.settings, self)
        if path is not None:
            self.open_register(path)

    def open_register(self, path: Path) -> None:
        """Open the register at a path; one that is gone is forgotten among the recent ones."""
        try:
            is_open = self._open(lambda: self.safety.open(path))
        except DamagedRegister as error:
            self.safety.offer_backups(path, error)
        else:
            if not is_open:
                self._forget_missing(path)

    def open_example(self) -> None:
        """Open a new register with the example page in it, in a folder that goes when it is closed."""
        folder = tempfile.TemporaryDirectory(prefix="hankeapp-")
        path = Path(folder.name) / "esimerkki.hanke"
        if self._open(lambda: opening.create_example(path, self.desk), remember=False) and self.workspace:
            self._example = folder
            self.workspace.status.show_example()

    def take_in(self) -> None:
        """Ask for files, show what was read off them, and put what the person accepts into a register."""
        # What reads prose and tables is not loaded before something is imported.
        from hankeapp.ui.import_desk import ask_files

        ask_files(self)

    def paste_in(self) -> None:
        """The same of what is on the clipboard."""
        from hankeapp.ui.import_desk import paste

        paste(self)

    def save_copy(self) -> None:
        """Ask for a place and copy the register there; a copy of the example is opened in its place."""
        workspace = self.workspace
        if workspace is None or not workspace.settle():
            return
        path = files.ask_copy(self.settings, self, workspace.register.path.stem)
        if path is None:
            return
        with questions.told(self):
            workspace.register.copy_to(path)
            if self._example is None:
                workspace.snackbar.show_message(tr("“{name}” was written.", name=path.name), undo=False)
            else:
                self.open_register(path)

    def print(self, *, selected: bool = False) -> None:
        """Show the printed overview of what the list shows, or of the selected projects."""
        # QtPdf and what feeds it are not loaded before something is printed.
        from hankeapp.services.past import Past
        from hankeapp.ui.print_window import PrintScope, PrintWindow
        from hankeapp.ui.settings_dialog import Page, show_settings

        workspace = self.workspace
        if workspace is None or not workspace.settle():
            return
        scope = PrintScope(workspace.list.query, tuple(workspace.list.selected()), prefers_selected=selected)
        past = workspace.source if isinstance(workspace.source, Past) else None
        window = PrintWindow(workspace.register, scope, self, self.settings.print_folder, past)
        window.letterhead_asked.connect(partial(show_settings, self, Page.PRINTING, window))
        window.bar.remember(self.settings)
        window.outlet.folder_changed.connect(self._remember_print_folder)
        window.open()

    def call_person(self, name: str) -> None:
        """Bear a name in the history from now on; without one, that by which the person logged in."""
        self.settings.person = name
        self.desk.actor = name or self.login

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self.workspace is None and not event.spontaneous():
            self.show_start()
        super().showEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = self.saveGeometry()
        self._close_workspace()
        super().closeEvent(event)

    def _open(self, make: Callable[[], Register], *, remember: bool = True) -> bool:
        """Show the register that `make` opens; an error is told, and what was open stays so."""
        with questions.told(self, but=DamagedRegister):
            register = make()
            self._close_workspace()
            if remember:
                self.settings.remember_register(register.path, self.desk.clock.now())
            with look().undressed():
                self.workspace = Workspace(register, self.commands, self.settings)
                self._pages.addWidget(self.workspace)
            StepMenu(self.workspace.detail.more, self.commands)
            self.safety.begin(self.workspace)
            self._dropped.take_from(self.workspace.list)
            self.workspace.changed.connect(self._tell_state)
            self.workspace.acted.connect(self._tell_journal)
            self.workspace.detail.print_asked.connect(self._print_selected)
            self._pages.setCurrentWidget(self.workspace)
            self.workspace.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell_state()
            self._tell_journal()
            return True

    def _close_workspace(self) -> None:
        if self.workspace is not None:
            self.workspace.detail.commit()
            self.safety.end()
            self.workspace.close_register()
            self.safety.leave()
            self._pages.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None
        if self._example is not None:
            self._example.cleanup()
            self._example = None

    def _open_asked(self, path: Path | None) -> None:
        if path is None:
            self.ask_register()
        else:
            self.open_register(path)

    def _forget_missing(self, path: Path) -> None:
        if not path.exists():
            self.settings.forget_register(path)
            if self.workspace is None:
                self.start.show_recent(self.settings.recent, self.desk.clock.now())

    def _remember_print_folder(self, folder: Path) -> None:
        self.settings.print_folder = folder

    def _print_selected(self) -> None:
        self.print(selected=True)

    def _tell_state(self) -> None:
        workspace = self.workspace
        self.commands.enable(_at_hand(workspace))
        parts = [tr("Project register")]
        if workspace is not None:
            parts.insert(0, workspace.register.path.name)
            if workspace.detail.project is not None:
                parts.insert(0, workspace.detail.project.acronym or workspace.detail.project.name)
        self.setWindowTitle(" – ".join(parts))

    def _tell_journal(self) -> None:
        can_write = self.workspace is not None and self.workspace.can_write
        self.commands.show_journal(self.workspace.register.journal if can_write and self.workspace else None)


def _at_hand(workspace: Workspace | None) -> AtHand:
    if workspace is None:
        return AtHand()
    return AtHand(
        register=True,
        is_writable=workspace.can_write,
        is_past=workspace.is_past,
        is_trash=workspace.trash.is_shown,
        is_one=len(workspace.selected) == 1,
        statuses=set(workspace.selected.values()),
    )
