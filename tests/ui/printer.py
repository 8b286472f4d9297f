"""A person before the windows that show pages: opened from the menu, waited for, and what is shown there kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog

from hankeapp.ui.print_window import PrintWindow
from tests.ui.person import activate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.person import Person

Window = TypeVar("Window", bound=QDialog)


def opened(person: Person, command: str, kind: type[Window]) -> Window:
    """The window that a command opens."""
    person.choose(command)
    window = next(each for each in person.window.findChildren(kind) if each.isVisible())
    activate(window)
    return window


def preview(person: Person, qtbot: QtBot) -> PrintWindow:
    """The print preview, when its pages are there."""
    window = opened(person, "print", PrintWindow)
    qtbot.waitUntil(window.save_button.isEnabled, timeout=60_000)
    return window


def keep_report(person: Person, qtbot: QtBot, title: str) -> None:
    """Keep what the preview shows under a title."""

    def fill(dialog: QDialog) -> None:
        activate(dialog)
        person.type(title)
        person.press_in(dialog, "Return")

    window = preview(person, qtbot)
    person.answer(fill)
    window.keep_button.click()
    window.close()
    person.settle()
