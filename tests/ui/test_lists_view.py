"""Organisations, units and value lists tended in the real window, by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.kept_lists import KeptList
from hankeapp.domain.values import Codes
from tests.ui.accessible import nameless
from tests.ui.person import Person, press_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Desk

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    person.open_example()
    person.press("Ctrl+Shift+L")
    yield person
    person.leave()


@pytest.fixture
def view(person):
    assert person.workspace.lists.is_shown
    return person.workspace.lists.view


def shown(view):
    items = [view.picker.list.item(row) for row in range(view.picker.list.count())]
    return [item.text() for item in items]


def go_to(person, view, name):
    person.workspace.lists.view.picker.list.setCurrentRow(shown(view).index(name))
    person.settle()


def names(person, kept):
    return [each.name for each in person.workspace.register.keeping.entries(kept)]


def add_by_keyboard(person, name):
    def fill(dialog):
        dialog.name.setText(name)
        press_in(dialog, "Return")

    person.dialog(fill)
    person.workspace.lists.view.add.click()
    person.settle()


def test_entries_are_shown_with_their_uses_and_found_by_words(person, view):
    assert shown(view)[:2] == ["Cygnaeuksen koulu", "Energiavirasto"]
    assert not nameless(view)
    view.picker.search.setFocus()
    person.type("euro")
    assert shown(view) == ["Euroopan unioni"]
    person.press("Return")
    assert person.focus is view.picker.list
    person.press("Return")
    assert person.focus is view.form.editors["name"].widget
    person.press("Esc")
    assert not person.workspace.lists.is_shown


def test_every_list_is_reached_by_the_keyboard(person, view):
    view.kinds.setFocus()
    person.press("Down")
    assert view.kept is KeptList.UNITS
    assert len(shown(view)) == 1
    for kept in (KeptList.THEMES, KeptList.TARGET_GROUPS, KeptList.AREAS):
        person.press("Down")
        assert view.kept is kept
    assert "Pihlava" in shown(view)


def test_an_entry_is_renamed_and_the_window_follows(person, view):
    go_to(person, view, "Energiavirasto")
    person.press("Return")
    person.press("Ctrl+A")
    person.type("Virasto")
    person.press("Return")
    assert "Virasto" in shown(view)
    assert view.entry.name == "Virasto"
    person.press("Ctrl+Z")
    assert "Energiavirasto" in shown(view)
    assert view.form.editors["name"].content == "Energiavirasto"


def test_a_name_that_is_there_already_stays_as_a_draft_and_leads_to_merging(person, view):
    go_to(person, view, "PSS ry")
    person.press("Return")
    person.press("Ctrl+A")
    person.type("prizztech oy")
    person.press("Return")
    editor = view.form.editors["name"]
    assert "Prizztech Oy" in editor.error
    go_to(person, view, "Energiavirasto")
    go_to(person, view, "PSS ry")
    assert (editor.content, "Prizztech Oy" in editor.error) == ("prizztech oy", True)

    def merge(dialog):
        assert dialog.picker.entry.name == "Prizztech Oy"
        assert "PSS ry" in dialog.preview
        press_in(dialog, "Return")
        press_in(dialog, "Space")

    person.dialog(merge)
    view.form.merge.click()
    person.settle()
    assert "PSS ry" not in shown(view)
    assert (view.entry.name, view.entry.uses.live) == ("Prizztech Oy", 2)
    assert "PSS ry" in person.told
    person.press("Ctrl+Z")
    assert "PSS ry" in shown(view)


def test_a_new_entry_is_added_and_its_fields_are_next(person, view):
    add_by_keyboard(person, "Uusi säätiö")
    assert view.entry.name == "Uusi säätiö"
    assert person.focus is view.form.editors["name"].widget

    def again(dialog):
        dialog.name.setText("uusi Säätiö")
        press_in(dialog, "Return")
        assert "Uusi säätiö" in dialog.row.message
        dialog.reject()

    person.dialog(again)
    view.add.click()
    assert names(person, KeptList.ORGANISATIONS).count("Uusi säätiö") == 1


def test_what_is_in_use_is_not_deleted_and_merging_is_offered(person, view):
    go_to(person, view, "Euroopan unioni")
    person.answer("close")
    view.picker.list.setFocus()
    person.press("Del")
    assert "Euroopan unioni" in shown(view)
    assert "Euroopan unioni" in person.asked[-1]
    add_by_keyboard(person, "Turha")
    view.picker.list.setFocus()
    person.press("Del")
    assert "Turha" not in shown(view)
    person.press("Ctrl+Z")
    assert "Turha" in shown(view)


def test_the_projects_of_an_entry_are_shown(person, view):
    go_to(person, view, "Euroopan unioni")
    (condition, _, count) = person.workspace.register.keeping.found_by(view.entry)[0]
    view.form.show_asked.emit(condition)
    person.settle()
    assert not person.workspace.lists.is_shown
    assert len(person.listed) == count == 5


def test_a_value_that_was_renamed_is_so_in_the_form(person, view):
    register = person.workspace.register
    register.keeping.add(KeptList.THEMES, "Meri")
    (project,) = register.projects([person.workspace.list.selected()[0]])
    code = register.keeping.entries(KeptList.THEMES)[0].key
    register.save(project, {"themes": Codes([code])})
    view.kinds.setCurrentRow(2)
    person.settle()
    view.picker.list.setFocus()
    person.press("Return")
    person.press("Ctrl+A")
    person.type("Itämeri")
    person.press("Esc")
    person.settle()
    assert person.workspace.detail.page.form.editors["themes"].content == "Itämeri"


def test_a_register_for_reading_only_shows_its_lists(person, view):
    view.set_read_only(read_only=True)
    assert view.add.isHidden()
    assert view.form.remove.isHidden()
    assert view.form.editors["name"].widget.isReadOnly()


@pytest.mark.usefixtures("dress")
def test_pictures(person, view, dress):
    from tests.ui.conftest import PICTURES

    go_to(person, view, "Euroopan unioni")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for _ in range(3):
        person.settle()
    assert person.window.grab().save(str(PICTURES / f"lists-{dress}.png"))
