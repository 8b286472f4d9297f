"""The keyboard map of the design: each key does its thing in the window, and the menus show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from hankeapp.domain.query import View
from hankeapp.ui.print_window import PrintWindow
from tests.ui.person import press_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tests.ui.person import Person

pytestmark = pytest.mark.usefixtures("qapp", "look")

KEYS = {
    "new": "Ctrl+N",
    "create": "Ctrl+Shift+N",
    "open": "Ctrl+O",
    "save": "Ctrl+S",
    "save_copy": "Ctrl+Shift+S",
    "print": "Ctrl+P",
    "print_selected": "Ctrl+Shift+P",
    "take_in": "Ctrl+I",
    "export": "Ctrl+Shift+E",
    "find": "Ctrl+F",
    "quick": "Ctrl+K",
    "next": "F3",
    "previous": "Shift+F3",
    "cards": "Ctrl+1",
    "table": "Ctrl+2",
    "next_pane": "F6",
    "previous_pane": "Shift+F6",
    "edit": "F2",
    "sidebar": "Ctrl+B",
    "details": "F9",
    "larger": "Ctrl++",
    "smaller": "Ctrl+-",
    "normal": "Ctrl+0",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "end": "Ctrl+Shift+D",
    "reopen": "Ctrl+Shift+A",
    "review": "Ctrl+Shift+O",
    "duplicate": "Ctrl+D",
    "throw_away": "Del",
    "history": "Ctrl+H",
    "next_section": "Ctrl+PgDown",
    "previous_section": "Ctrl+PgUp",
    "keys": "F1",
    "settings": "Ctrl+,",
    "reload": "F5",
    "full_screen": "F11",
    "close": "Ctrl+W",
    "quit": "Ctrl+Q",
}
"""By command; two go on with Alt and an arrow, and redo with Ctrl+Y, as well."""


def test_every_key_of_the_map_is_in_a_menu(person: Person) -> None:
    shown = {
        keys.toString(): action.objectName()
        for menu in person.window.menuBar().actions()
        for action in menu.menu().actions()
        for keys in action.shortcuts()
    }
    for command, keys in KEYS.items():
        assert shown[QKeySequence(keys).toString()] == command
    assert (shown["Alt+Down"], shown["Alt+Up"], shown["Ctrl+Y"]) == ("next", "previous", "redo")


def test_no_key_is_hard_to_type_in_finland(person: Person) -> None:
    """AltGr is Ctrl+Alt, and the slash stands behind Shift."""
    for action in person.window.commands:
        for keys in action.shortcuts():
            assert "Ctrl+Alt" not in keys.toString()
            assert "/" not in keys.toString()


def _cancel(dialog: QDialog) -> None:
    press_in(dialog, "Esc")


def _state(person: Person) -> tuple[object, ...]:
    """All that a key can change in the window."""
    workspace, window = person.window.workspace, person.window
    focus = QApplication.focusWidget()
    if workspace is None:
        return (None, window.isVisible())
    pages = (workspace.history.is_shown, workspace.review.is_shown)
    prints = sum(each.isVisible() for each in window.findChildren(PrintWindow))
    return (
        len(person.listed),
        tuple(workspace.list.selected()),
        workspace.list.view is workspace.list.cards,
        workspace.sidebar.isHidden(),
        workspace.detail.isHidden(),
        workspace.detail.page.tabs.currentIndex(),
        pages,
        prints,
        window.settings.text_scale,
        window.isFullScreen(),
        focus.objectName() if focus else "",
        focus,
    )


ACTS: dict[str, tuple[object, ...]] = {
    # What is asked on the way, and answered beforehand.
    "Ctrl+Shift+N": (None,),
    "Ctrl+O": (None,),
    "Ctrl+Shift+S": (None,),
    "Ctrl+I": (None,),
    "Ctrl+Shift+E": (None,),
    "Ctrl+Shift+D": (_cancel,),
    "F1": (_cancel,),
}


@pytest.mark.parametrize("keys", ACTS)
def test_a_key_asks(person: Person, keys: str) -> None:
    person.select("CIRCWASTE")
    person.answer(*ACTS[keys])
    person.press(keys)
    assert len(person.asked) == 1


@pytest.mark.parametrize(
    "keys",
    [
        *("Ctrl+P", "Ctrl+Shift+P", "Ctrl+F", "Ctrl+K", "F3", "Shift+F3", "Alt+Down", "Alt+Up", "Ctrl+2"),
        *("F6", "Shift+F6", "F2", "Return", "Ctrl+B", "F9", "Ctrl++", "Ctrl+-", "Ctrl+Shift+O", "Del", "Ctrl+H"),
        *("Ctrl+PgDown", "F11", "Ctrl+W", "Ctrl+Q"),
    ],
)
def test_a_key_acts(person: Person, keys: str) -> None:
    person.select("CIRCWASTE")
    person.workspace.list.view.setFocus()
    before = _state(person)
    person.press(keys)
    assert _state(person) != before


def test_keys_take_back_and_do_again(person: Person) -> None:
    person.select("CIRCWASTE")
    person.press("Del")
    for keys, count in (("Ctrl+Z", 30), ("Ctrl+Y", 29), ("Ctrl+Z", 30), ("Ctrl+Shift+Z", 29)):
        person.press(keys)
        assert len(person.listed) == count


def test_a_key_saves_what_is_being_written(person: Person) -> None:
    person.select("CIRCWASTE")
    person.press("F2")
    person.press("Ctrl+A")
    person.type("Kiertotalous")
    person.press("Ctrl+S")
    assert person.shown.name == "Kiertotalous"


def test_a_key_brings_an_ended_project_back(person: Person) -> None:
    person.select("CIRCWASTE")
    person.dialog(lambda dialog: press_in(dialog, "Ctrl+Return"))
    person.press("Ctrl+Shift+D")
    assert person.count(View.ENDED) == 1
    person.dialog(lambda dialog: press_in(dialog, "Ctrl+Return"))
    person.press("Ctrl+Shift+A")
    assert person.count(View.ENDED) == 0


def test_text_size_comes_back_with_a_key(person: Person) -> None:
    person.press("Ctrl++")
    person.press("Ctrl+0")
    assert person.window.settings.text_scale == 1.0
    person.press("Ctrl+2")
    person.press("Ctrl+1")
    assert person.workspace.list.view is person.workspace.list.cards


def test_sections_are_gone_through_with_keys(person: Person) -> None:
    person.select("CIRCWASTE")
    tabs = person.workspace.detail.page.tabs
    person.press("Ctrl+PgDown")
    assert tabs.currentIndex() == 1
    person.press("Ctrl+PgUp")
    assert tabs.currentIndex() == 0


def test_escape_goes_back_step_by_step(person: Person) -> None:
    person.search("ilmasto")
    found = len(person.listed)
    assert found < 30
    person.press("Ctrl+F")
    person.press("Esc")
    if person.workspace.toolbar.search.text:
        person.press("Esc")
    assert len(person.listed) == 30
    person.press("Esc")
    assert person.workspace.list.isAncestorOf(person.focus)


def test_the_context_menu_comes_by_key(person: Person) -> None:
    person.select("CIRCWASTE")
    view = person.workspace.list.view
    view.setFocus()
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "end" in {action.objectName() for action in menu.actions()}
    menu.close()
