"""Saved searches through the real window: saved, found again, renamed, moved, pinned, deleted, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu

from hankeapp.domain.query import Query, Sort, View
from hankeapp.translation import tr
from hankeapp.ui.save_search_dialog import SaveSearchDialog, proposed_name, told
from tests.ui.person import press_in

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from hankeapp.ui.sidebar_entries import Entry
    from tests.ui.person import Person

pytestmark = pytest.mark.usefixtures("qapp", "look")


def save_as(name: str | None) -> object:
    """Fills the dialog in: the name that is proposed, or another one, then Enter."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SaveSearchDialog)
        if name is not None:
            dialog.name.setEditText(name)
        press_in(dialog, "Return")

    return fill


def saved(person: Person) -> list[str]:
    """The saved searches in the sidebar, from the top."""
    return [entry.label for entry in person.workspace.sidebar.entries() if entry.search]


def entry(person: Person, name: str) -> Entry:
    return next(each for each in person.workspace.sidebar.entries() if each.label == name)


def keep(person: Person, *names: str) -> None:
    """Have searches saved under these names, each of its own name's words."""
    for name in names:
        person.workspace.register.searches.add(name, Query(text=name.lower()))


def come_to(person: Person, name: str) -> None:
    """Click a saved search in the sidebar."""
    tree = person.workspace.sidebar.tree
    tree.setFocus(Qt.FocusReason.OtherFocusReason)
    place = tree.visualRect(tree.rows.index_of(entry(person, name).key)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    person.settle()


def test_a_search_is_saved_by_the_keyboard_and_found_again_after_a_restart(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "haut.hanke"
    person.answer(path)
    person.choose("save_copy")
    person.window.open_register(path)
    person.view(View.ACTIVE)
    person.search("kiertotalous")
    person.answer(save_as(None))
    person.press("Ctrl+Shift+F")
    name = f"{View.ACTIVE.label}: Kiertotalous"
    assert saved(person) == [name]
    assert person.workspace.sidebar.entry.label == name
    assert person.told == tr("The search “{name}” was saved.", name=name)
    found = person.listed
    person.choose("close")
    person.window.open_register(path)
    assert len(person.listed) == 30
    come_to(person, name)
    assert person.listed == found
    assert person.workspace.toolbar.search.text == "kiertotalous"
    assert person.workspace.list.query.view is View.ACTIVE


def test_the_button_stands_in_the_head_of_the_list_while_something_is_searched(person: Person) -> None:
    save = person.workspace.list.head._save
    assert save.isHidden()
    person.search("kiertotalous")
    # The English words of a register without a translation are longer.
    save.setText("Tallenna haku…")
    person.window.resize(1500, 900)
    person.settle()
    assert save.isVisible()
    person.answer(save_as(None))
    save.click()
    assert saved(person) == ["Kiertotalous"]
    person.press("Ctrl+F")
    person.press("Escape")
    assert save.isHidden()


def test_saving_is_one_act_that_is_undone(person: Person) -> None:
    person.search("kiertotalous")
    person.answer(save_as("Kierto"))
    person.choose("save_search")
    assert saved(person) == ["Kierto"]
    person.choose("undo")
    assert saved(person) == []
    person.choose("redo")
    assert saved(person) == ["Kierto"]


def test_a_name_that_stands_already_is_replaced(person: Person) -> None:
    keep(person, "Porissa")
    person.search("kiertotalous")
    buttons = []

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SaveSearchDialog)
        buttons.append(dialog._save.text())
        dialog.name.setEditText("porissa")
        buttons.append(dialog._save.text())
        press_in(dialog, "Return")

    person.answer(fill)
    person.choose("save_search")
    assert buttons == [tr("Save the search"), tr("Replace the search")]
    assert [(each.name, each.text) for each in person.workspace.register.searches.all()] == [
        ("Porissa", "kiertotalous")
    ]


def test_the_name_that_is_proposed_is_taken_and_no_other_search_is_replaced(person: Person) -> None:
    keep(person, "Kiertoliittymä", "Porissa")
    person.search("kiertotalous")
    person.answer(save_as(None))
    person.choose("save_search")
    assert saved(person) == ["Kiertoliittymä", "Porissa", "Kiertotalous"]
    person.search("kierto")
    person.answer(lambda dialog: (QTest.keyClicks(dialog.focusWidget(), "Kierto"), press_in(dialog, "Return")))
    person.choose("save_search")
    assert saved(person) == ["Kiertoliittymä", "Porissa", "Kiertotalous", "Kierto"]
    assert person.workspace.register.searches.named("Porissa").text == "porissa"


def test_a_search_without_a_name_is_not_saved(person: Person) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SaveSearchDialog)
        dialog.name.setEditText("  ")
        press_in(dialog, "Return")
        assert dialog._row.message == tr("A saved search must have a name.")
        press_in(dialog, "Escape")

    person.answer(fill)
    person.choose("save_search")
    assert saved(person) == []


def test_a_saved_search_is_renamed_in_its_place(person: Person) -> None:
    keep(person, "Porissa", "Kierto")
    come_to(person, "Porissa")
    person.press("F2")
    person.type("Porin kaupunki")
    person.press("Return")
    person.settle()
    assert saved(person) == ["Porin kaupunki", "Kierto"]
    assert person.focus is person.workspace.sidebar.tree
    person.press("F2")
    person.type("Jokin")
    person.press("Escape")
    assert saved(person) == ["Porin kaupunki", "Kierto"]
    person.answer("close")
    person.press("F2")
    person.type("kierto")
    person.press("Return")
    person.settle()
    assert saved(person) == ["Porin kaupunki", "Kierto"]


def test_a_saved_search_is_moved_and_pinned(person: Person) -> None:
    keep(person, "A", "B", "C")
    come_to(person, "C")
    shown = person.shown.id if person.workspace.detail.project else None
    person.press("Alt+Up")
    assert saved(person) == ["A", "C", "B"]
    assert person.workspace.sidebar.entry.label == "C"
    person.press("Alt+Up")
    person.press("Alt+Down")
    assert saved(person) == ["A", "C", "B"]
    assert (person.shown.id if person.workspace.detail.project else None) == shown
    _choose_in_menu(person, "B", tr("Pin to the top"))
    assert saved(person) == ["B", "A", "C"]
    _choose_in_menu(person, "B", tr("Take off the pin"))
    assert saved(person) == ["A", "C", "B"]


def test_a_deleted_search_comes_back_and_the_keyboard_stays_near(person: Person) -> None:
    keep(person, "A", "B", "C")
    come_to(person, "B")
    projects = person.count(View.ALL)
    person.press("Delete")
    assert saved(person) == ["A", "C"]
    assert person.told == tr("The saved search “{name}” was deleted.", name="B")
    assert person.workspace.sidebar.tree.currentIndex().data() == "C"
    assert person.workspace.sidebar.view is View.ALL
    assert person.count(View.ALL) == projects
    person.press("Ctrl+Z")
    assert saved(person) == ["A", "B", "C"]


def test_what_is_shown_takes_the_place_of_a_saved_search(person: Person) -> None:
    keep(person, "Porissa")
    person.search("kiertotalous")
    _choose_in_menu(person, "Porissa", tr("Replace with the present search"))
    assert person.workspace.register.searches.named("Porissa").text == "kiertotalous"
    assert person.workspace.sidebar.entry.label == "Porissa"


def test_the_menu_opens_by_its_key_and_chooses_nothing(person: Person) -> None:
    keep(person, "A", "B")
    come_to(person, "A")
    tree = person.workspace.sidebar.tree
    QApplication.sendEvent(tree, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == tr("Rename")
    menu.close()
    place = tree.visualRect(tree.rows.index_of(entry(person, "B").key)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert person.workspace.sidebar.entry.label == "A"


def test_order_and_groups_come_and_go_with_a_saved_search(person: Person) -> None:
    query = Query(View.ALL, "", (Sort("end", descending=True),), "status")
    person.workspace.register.searches.add("Päättyvät", query)
    before = person.workspace.list.query
    come_to(person, "Päättyvät")
    assert person.workspace.list.query == query
    person.view(View.ACTIVE)
    now = person.workspace.list.query
    assert (now.sorts, now.group) == (before.sorts, before.group)


def test_a_name_is_proposed_and_the_search_is_told(person: Person) -> None:
    today = person.workspace.register.today()
    assert proposed_name(Query(), today) == View.ALL.label
    assert proposed_name(Query(text='teema:="Vesi ja ilma" hule'), today) == "Vesi ja ilma, hule"
    assert len(proposed_name(Query(text="a" * 10_000), today)) == 60
    query = Query(View.ENDED, "x", (Sort("title"), Sort("end")), "status")
    assert told(query).startswith(f"{View.ENDED.label} · x · ")


def test_a_past_day_lets_saved_searches_be(person: Person) -> None:
    keep(person, "A", "B")
    register = person.workspace.register
    person.workspace.show_source(register.past(on=register.today()), "Mennyt päivä.")
    come_to(person, "A")
    tree = person.workspace.sidebar.tree
    for keys in ("F2", "Delete", "Alt+Down"):
        person.press(keys)
    assert tree.state() is not QAbstractItemView.State.EditingState
    assert saved(person) == ["A", "B"]
    assert not person.window.commands["save_search"].isEnabled()
    menu = person.workspace.saved.menu(entry(person, "A"))
    assert not any(action.isEnabled() for action in menu.actions())
    menu.close()


def test_nothing_is_saved_in_a_register_that_is_read_only(person: Person, tmp_path: Path) -> None:
    keep(person, "A")
    path = tmp_path / "vain-luku.hanke"
    person.answer(path)
    person.choose("save_copy")
    person.choose("close")
    path.chmod(0o444)
    person.window.open_register(path)
    if person.workspace.register.is_writable:
        pytest.skip("the superuser may write everything")
    assert not person.window.commands["save_search"].isEnabled()
    come_to(person, "A")
    person.press("Delete")
    assert saved(person) == ["A"]
    menu = person.workspace.saved.menu(entry(person, "A"))
    assert not any(action.isEnabled() for action in menu.actions())
    menu.close()


def _choose_in_menu(person: Person, name: str, act: str) -> None:
    menu = person.workspace.saved.menu(entry(person, name))
    next(action for action in menu.actions() if action.text() == act).trigger()
    menu.close()
    person.settle()
