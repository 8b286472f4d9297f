"""A person at the real window: finds things by what they are called, presses keys, answers dialogs beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from hankeapp.domain.query import Query
from hankeapp.ui import questions, tasks
from hankeapp.ui.import_dialog import ImportDialog
from hankeapp.ui.main_window import MainWindow
from hankeapp.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.project import Project
    from hankeapp.domain.query import View
    from hankeapp.ui.workspace import Workspace


class Person:
    """Works at one window until `leave`."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.folder = folder
        self.window = MainWindow(desk, Settings(folder / "settings.ini"))
        self.window.resize(1440, 900)
        self.window.show()
        activate(self.window)

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def shown(self) -> Project:
        """The project in the detail pane."""
        assert self.workspace.detail.project is not None
        return self.workspace.detail.project

    @property
    def listed(self) -> list[str]:
        """The titles of the projects in the list, from the top."""
        model = self.workspace.list.model
        rows = [row for row in range(model.rowCount()) if model.group_at(row) is None]
        return [model.project_at(row).title for row in rows]

    def count(self, view: View) -> int:
        """How many projects a view holds, by the register."""
        return self.workspace.register.counts()[view]

    def open_example(self) -> None:
        self.choose("example")

    def choose(self, command: str) -> None:
        """Trigger a command, as its menu item does."""
        self.window.commands[command].trigger()
        self.settle()

    def press(self, keys: str) -> None:
        """Press keys where the focus is: "Ctrl+F", "Tab", "Return"."""
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        QTest.keySequence(target, keys)
        self.settle()

    def type(self, text: str) -> None:
        """Type over what is selected where the focus is."""
        for letter in text:
            self.strike(letter)
        self.settle()

    def strike(self, letter: str) -> None:
        """Press the key of a letter where the focus is."""
        strike(self.focus, letter)

    def press_in(self, dialog: QDialog, keys: str) -> None:
        """Press keys where the focus is in a dialog that is still open."""
        press_in(dialog, keys)

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    def view(self, view: View) -> None:
        self.workspace.sidebar.choose(view)
        self.settle()

    def search(self, words: str) -> None:
        """Ctrl+F, the words, Enter."""
        self.press("Ctrl+F")
        self.type(words)
        self.press("Return")

    def select(self, title: str) -> None:
        """Select a project in the list by the beginning of its title."""
        model = self.workspace.list.model
        shown = model.ids_in(range(model.rowCount()))
        self.workspace.list.select(next(shown[at] for at, each in enumerate(self.listed) if each.startswith(title)))
        self.settle()

    def write(self, field: str, text: str) -> None:
        """Put a text into a field of the detail pane and leave it."""
        self.workspace.detail.edit(field)
        editor = self.focus
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        editor.selectAll()
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        self.type(text)
        self.press("Tab")

    def answer(self, *answers: object) -> None:
        """What to answer to the next questions."""
        questions.answer_next(*answers)

    def begin(self, name: str, acronym: str = "") -> None:
        """Ctrl+N, what a new project is called, Enter."""

        def create(dialog: QDialog) -> None:
            activate(dialog)
            for letter in name:
                self.strike(letter)
            self.press_in(dialog, "Tab")
            for letter in acronym:
                self.strike(letter)
            self.press_in(dialog, "Return")

        self.dialog(create)
        self.press("Ctrl+N")

    def dialog(self, act: Callable[[QDialog], None]) -> None:
        """What to do in the next dialog."""
        questions.answer_next(act)

    @property
    def told(self) -> str:
        """What the snackbar says."""
        return self.workspace.snackbar.message

    @property
    def asked(self) -> list[str]:
        """What the window has asked or told in dialogs."""
        return questions.asked()

    def settle(self) -> None:
        """Let the window do what is due, and have it active again where a dialog has gone."""
        QApplication.processEvents()
        if self.window.isVisible() and not self.window.isActiveWindow() and QApplication.activeModalWidget() is None:
            activate(self.window)

    def finish_tasks(self) -> None:
        """Wait for work beside the window."""
        self.settle()
        tasks.finish()
        self.settle()

    def leave(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.settle()


def activate(window: QWidget) -> None:
    """Have a window active, as it is before a person."""
    window.activateWindow()
    # The window system says first which window is active, and Qt follows when it has heard it.
    for _ in range(1000):
        if window.isActiveWindow():
            return
        QTest.qWait(5)
    raise AssertionError("the window does not become active")


def strike(target: QWidget, letter: str) -> None:
    """Press the key of a letter, whatever the keyboard."""
    # QTest.keyClicks aborts the process on letters beyond ASCII.
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press_in(dialog: QWidget, keys: str) -> None:
    """Press keys in a dialog, where its focus is."""
    activate(dialog)
    QTest.keySequence(dialog.focusWidget() or dialog, keys)
    QApplication.processEvents()


def button(parent: QWidget, text: str) -> QPushButton:
    """A visible button by its words."""
    return next(each for each in parent.findChildren(QPushButton) if each.text() == text and each.isVisibleTo(parent))


def all_projects(person: Person) -> list[Project]:
    """Every project, by name."""
    register = person.workspace.register
    return register.projects(register.ids(Query()))


def take_all_in(dialog: QDialog) -> None:
    """Accept all that can be, in the review of an import, and have it added."""
    assert isinstance(dialog, ImportDialog)
    for _certain_and_the_rest in range(2):
        if dialog.several.isVisible():
            dialog.several.click()
    press_in(dialog, "Ctrl+Shift+Return")
