"""Whole ways through the real window: many projects changed, ended, thrown away, and all of it undone in one step."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.fields import field_of
from hankeapp.domain.parts import Funding
from hankeapp.domain.project import Project
from hankeapp.domain.query import Query, View
from hankeapp.domain.revisions import How
from hankeapp.domain.values import Key
from hankeapp.services.opening import open_register
from hankeapp.translation import tr, trn
from hankeapp.ui import bulk_desk
from hankeapp.ui.export_dialog import ExportDialog
from tests.ui.person import Person, all_projects, button, press_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from hankeapp.domain.clock import Desk
    from hankeapp.ui.bulk_dialog import BulkDialog
    from hankeapp.ui.ending_dialog import EndingDialog

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def person(desk: Desk, tmp_path: Path, path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    person.window.open_register(path)
    person.settle()
    yield person
    person.leave()


def select_first(person: Person, count: int) -> None:
    """Select projects from the top of the list by keyboard."""
    person.workspace.list.view.setFocus()
    person.press("Home")
    for _ in range(count - 1):
        person.press("Shift+Down")
    assert len(person.workspace.list.selected()) == count


def choose(dialog: BulkDialog, field: str, how: How | None = None) -> None:
    """Go to a field and a way by what they are called, as a person types in a list of choices."""
    dialog.value.fields.setCurrentText(field)
    if how is not None:
        dialog.value.hows.setCurrentText(how.label)


def write(dialog: BulkDialog, text: str, place: int = -1) -> None:
    """Write into an editor of the dialog, and Enter."""
    line = dialog.value.editors[place].widget
    line.setFocus()
    QTest.keyClicks(line, text)
    press_in(dialog, "Return")


def test_three_get_a_unit_and_undo_takes_it_back(person: Person) -> None:
    unit = person.workspace.register.lists.add_shared("unit", "Sivistystoimiala")
    before = all_projects(person)
    select_first(person, 3)

    def give_unit(dialog: BulkDialog) -> None:
        assert not dialog.main.isEnabled()
        choose(dialog, "Vastuuyksikkö")
        write(dialog, "Sivistystoimiala")
        assert dialog.focusWidget() is dialog.main
        assert dialog.main.text() == trn("Change {n} project", "Change {n} projects", 3)
        press_in(dialog, "Return")

    person.dialog(give_unit)
    person.press("Ctrl+Shift+M")
    assert sum(project.unit == unit for project in all_projects(person)) == 3
    assert "Sivistystoimiala" in person.told
    person.press("Ctrl+Z")
    assert [project.unit for project in all_projects(person)] == [project.unit for project in before]


def test_a_theme_is_added_to_all_found_and_to_the_list_on_the_spot(person: Person) -> None:
    person.search("Satakunta")
    found = len(person.listed)
    assert found > 1
    person.press("Ctrl+A")

    def add_theme(dialog: BulkDialog) -> None:
        choose(dialog, "Teemat", How.ADD)
        line = dialog.value.editors[-1].widget
        line.setFocus()
        QTest.keyClicks(line, "Maakunta")
        press_in(dialog, "Return")
        assert not dialog.main.isEnabled()
        QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert len(dialog.changing) == found
        press_in(dialog, "Return")
        press_in(dialog, "Return")

    person.dialog(add_theme)
    person.choose("change")
    assert sum("maakunta" in project.themes for project in all_projects(person)) == found
    person.choose("undo")
    assert not any(project.themes for project in all_projects(person))


def test_a_funder_is_replaced_by_another(person: Person) -> None:
    lists = person.workspace.register.lists
    eu = next(row.id for row in lists.shared("organisation") if row.name == "Euroopan unioni")
    ely = lists.add_shared("organisation", "ELY-keskus")
    had = [project.id for project in all_projects(person) if any(row.funder == eu for row in project.fundings)]
    person.press("Ctrl+A")

    def swap(dialog: BulkDialog) -> None:
        choose(dialog, "Rahoittaja", How.SWAP)
        write(dialog, "Euroopan unioni", 0)
        assert not dialog.main.isEnabled()
        write(dialog, "ELY-keskus")
        assert [each.before.id for each in dialog.changing] == had
        dialog.table.setFocus()
        press_in(dialog, "Space")
        assert len(dialog.changing) == len(had) - 1
        press_in(dialog, "Space")
        press_in(dialog, "Ctrl+Return")

    person.dialog(swap)
    person.choose("change")
    now = {project.id: project for project in all_projects(person)}
    assert all(any(row.funder == ely for row in now[each].fundings) for each in had)
    assert not any(row.funder == eu for project in now.values() for row in project.fundings)
    person.choose("undo")
    assert [each.id for each in all_projects(person) if any(row.funder == eu for row in each.fundings)] == had


def test_what_cannot_be_is_told_and_one_is_left_out(person: Person) -> None:
    select_first(person, 8)
    starts = [project.start for project in person.workspace.register.projects(person.workspace.list.selected())]
    late = sum(start is not None and start.earliest.year > 2012 for start in starts)
    assert late

    def set_end(dialog: BulkDialog) -> None:
        choose(dialog, "Päättyy")
        write(dialog, "2012")
        assert len(dialog.changing) == 8 - late
        assert dialog.table.model().index(0, 3).data().startswith("Päättyminen on ennen alkua")
        dialog.table.setFocus()
        for _ in range(late):
            press_in(dialog, "Down")
        press_in(dialog, "Space")
        press_in(dialog, "Ctrl+Return")

    person.dialog(set_end)
    person.choose("change")
    assert sum(project.end == PartialDate(2012) for project in all_projects(person)) == 8 - late - 1


def test_escape_changes_nothing(person: Person) -> None:
    before = all_projects(person)
    select_first(person, 2)

    def leave(dialog: BulkDialog) -> None:
        choose(dialog, "Päättyy")
        write(dialog, "2030")
        press_in(dialog, "Escape")

    person.dialog(leave)
    person.choose("change")
    assert all_projects(person) == before


def test_what_was_changed_elsewhere_is_told_and_shown(person: Person, desk: Desk, path: Path) -> None:
    select_first(person, 2)
    first = person.workspace.list.selected()[0]

    def change_elsewhere(dialog: BulkDialog) -> None:
        choose(dialog, "Päättyy")
        write(dialog, "2030")
        other = open_register(path, desk)
        other.save(other.projects([first])[0], {"end": PartialDate(2029)})
        other.close()
        press_in(dialog, "Return")

    def see_and_leave(dialog: BulkDialog) -> None:
        assert "2029" in {dialog.table.model().index(row, 2).data() for row in range(2)}
        press_in(dialog, "Escape")

    person.answer(change_elsewhere, "close", see_and_leave)
    person.choose("change")
    assert [project.end for project in all_projects(person)].count(PartialDate(2030)) == 0


def test_nine_are_ended_seen_before_and_undone_in_one_step(person: Person) -> None:
    select_first(person, 9)

    def end(dialog: EndingDialog) -> None:
        assert dialog.preview is not None
        assert dialog.preview.model().rowCount() == 9
        press_in(dialog, "Tab")
        QTest.keyClicks(dialog.focusWidget(), "2023")
        press_in(dialog, "Return")

    person.dialog(end)
    person.press("Ctrl+Shift+D")
    assert person.count(View.ENDED) == 9
    person.press("Ctrl+Z")
    assert person.count(View.ENDED) == 0


def test_five_are_thrown_away_and_come_back(person: Person) -> None:
    select_first(person, 5)
    person.press("Del")
    assert person.count(View.TRASH) == 5
    person.press("Ctrl+Z")
    assert person.count(View.TRASH) == 0


def test_the_selected_are_written_as_a_table(person: Person, tmp_path: Path) -> None:
    select_first(person, 3)
    target = tmp_path / "hankkeet.csv"

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.format.setCurrentIndex(dialog.format.findData(ExportFormat.CSV))
        person.answer(target)
        press_in(dialog, "Return")
        person.finish_tasks()

    person.dialog(write)
    button(person.workspace.detail.several, tr("Export…")).click()
    with target.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";")
    assert field_of(Project, "number").title in head
    assert len(rows) == 3


def test_too_many_are_refused_with_a_reason(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_desk, "MOST_AT_ONCE", 4)
    select_first(person, 5)
    person.answer("close")
    person.choose("change")
    assert tr("At most {n} projects can be changed at once.", n=4) in person.asked[-1]


def test_a_large_register_is_backed_up_beside_the_window_first(person: Person) -> None:
    register = person.workspace.register
    register._store.sums_checked = False  # as where there are too many rows to check them at once
    select_first(person, 2)
    register.add({"name": "Uusi"})
    assert register.back_up() is not None
    register.add({"name": "Toinen"})
    person.choose("throw_away")
    assert person.count(View.TRASH) == 2
    assert person.workspace.isEnabled()
    register._store.sums_checked = True


def test_a_menu_on_the_list_holds_what_fits(person: Person) -> None:
    select_first(person, 2)
    view = person.workspace.list.view
    view.customContextMenuRequested.emit(view.rect().center())
    names = {action.objectName() for action in person.workspace.list_menu.menu.actions()}
    assert {"change", "end", "copy", "print_selected", "export_selected", "throw_away"} <= names
    assert "put_back" not in names
    person.workspace.list_menu.menu.close()


def test_a_funding_of_the_new_funder_is_begun_where_there_is_none(person: Person) -> None:
    eu = next(row.id for row in person.workspace.register.lists.shared("organisation") if row.short_name == "EU")
    select_first(person, 2)

    def add(dialog: BulkDialog) -> None:
        choose(dialog, "Rahoittaja", How.ADD)
        write(dialog, "Euroopan unioni")
        press_in(dialog, "Return")

    person.dialog(add)
    person.choose("change")
    register = person.workspace.register
    for project in register.projects(person.workspace.list.selected()):
        assert any((row.funder, row.fund) == (Key(eu), "") for row in project.fundings if isinstance(row, Funding))
    assert register.ids(Query()) == register.ids(Query())
