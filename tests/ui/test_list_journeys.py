"""A person at the list: columns, orders, groups, copying, and what stays where it is meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.columns import LISTED
from hankeapp.domain.query import Sort, View
from hankeapp.domain.values import Cents
from hankeapp.translation import tr, trn
from hankeapp.ui.list_pane import MOST_COPIED
from tests.ui.person import Person, button

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.ui.list_pane import ListPane


@pytest.fixture
def person(qapp: object, tmp_path: Path) -> Iterator[Person]:
    person = Person(Desk("Maija", Clock.standing(2026, 11, 24)), tmp_path)
    person.open_example()
    yield person
    person.leave()


def pane(person: Person) -> ListPane:
    return person.workspace.list


def columns(person: Person) -> list[str]:
    return [column.name for column in pane(person).table.visible()]


def heads(person: Person) -> list[str]:
    """The names of the groups that are shown, with their counts."""
    model = pane(person).model
    found = (model.group_at(row) for row in range(model.rowCount()))
    return [f"{model.group_text(group)} {group.count}" for group in found if group]


def click_head(person: Person, name: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    table = pane(person).table
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(pane(person).model.column_of(name)) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, keys, place)
    person.settle()


# --- columns


def test_columns_are_chosen_and_moved_by_the_keyboard_alone(person: Person) -> None:
    person.choose("table")
    assert columns(person) == list(LISTED)
    opener = pane(person).head.columns
    opener.setFocus()
    person.press("Space")
    popup = pane(person).findChild(type(pane(person)._columns.popup))
    assert popup.isVisible()
    popup.list.setCurrentRow(4)
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    assert "unit" not in columns(person)
    popup.list.setCurrentRow(2)
    QTest.keyClick(popup.up, Qt.Key.Key_Space)
    assert columns(person) == ["status", "duration", "title", "themes", "funder"]
    assert popup.list.currentRow() == 1
    QTest.keyClick(popup.defaults, Qt.Key.Key_Space)
    assert columns(person) == list(LISTED)
    popup.close()


def test_the_last_column_stays(person: Person) -> None:
    person.choose("table")
    pane(person)._columns.open()
    popup = pane(person)._columns.popup
    for row in range(popup.list.count()):
        popup.list.setCurrentRow(row)
        if popup.list.item(row).checkState() is Qt.CheckState.Checked:
            QTest.keyClick(popup.list, Qt.Key.Key_Space)
    assert columns(person) == [LISTED[-1]]
    popup.close()


def test_each_view_has_its_own_columns_also_after_a_restart(person: Person) -> None:
    person.choose("table")
    person.view(View.ACTIVE)
    pane(person)._columns._choose(["title", "end", "budget_whole"])
    pane(person).table.setColumnWidth(pane(person).model.column_of("end"), 222)
    person.view(View.ALL)
    assert columns(person) == list(LISTED)
    person.choose("close")
    person.open_example()
    assert columns(person) == list(LISTED)
    person.view(View.ACTIVE)
    assert columns(person) == ["title", "end", "budget_whole"]
    assert pane(person).table.columnWidth(pane(person).model.column_of("end")) == 222


# --- orders


def test_heads_order_the_table_and_a_further_one_with_shift(person: Person) -> None:
    person.choose("table")
    person.select("ILPI")
    click_head(person, "funder")
    assert pane(person).query.sorts == (Sort("funder"),)
    assert person.listed[0] == "Energianeuvonta Satakunnassa"
    click_head(person, "duration", Qt.KeyboardModifier.ShiftModifier)
    assert pane(person).query.sorts == (Sort("funder"), Sort("duration"))
    click_head(person, "duration", Qt.KeyboardModifier.ShiftModifier)
    assert pane(person).query.sorts == (Sort("funder"), Sort("duration", descending=True))
    assert person.shown.acronym == "ILPI"
    click_head(person, "duration", Qt.KeyboardModifier.ShiftModifier)
    click_head(person, "funder")
    assert pane(person).query.sorts == (Sort("funder", descending=True),)


def test_the_menu_orders_by_several_without_a_mouse(person: Person) -> None:
    menu = pane(person).head.orders
    menu.first["end"].trigger()
    menu.further["title"].trigger()
    menu.descending.trigger()
    assert pane(person).query.sorts == (Sort("end", descending=True), Sort("title"))
    menu.last_descending.trigger()
    assert pane(person).query.sorts == (Sort("end", descending=True), Sort("title", descending=True))
    assert menu.further["title"].isChecked()
    menu.further["title"].trigger()
    menu.first["title"].trigger()
    assert pane(person).query.sorts == ()
    assert person.listed[0].startswith("Aspu")


def test_hits_come_before_the_order_that_was_chosen_and_it_comes_back_after_them(person: Person) -> None:
    menu = pane(person).head.orders
    menu.first["end"].trigger()
    assert not menu.best.isVisible()
    person.search("porin")
    assert pane(person).query.sorts == ()
    assert menu.best.isVisible()
    assert menu.best.isChecked()
    menu.first["title"].trigger()
    assert person.listed == sorted(person.listed, key=str.casefold)
    person.workspace.toolbar.search.clear_words()
    person.settle()
    assert pane(person).query.sorts == (Sort("end"),)


def test_the_order_is_there_after_a_restart(person: Person) -> None:
    pane(person).head.orders.first["end"].trigger()
    pane(person).head.orders.groups["kind"].trigger()
    person.choose("close")
    person.open_example()
    assert pane(person).query.sorts == (Sort("end"),)
    assert pane(person).query.group == "kind"


# --- groups


def test_projects_are_grouped_counted_and_folded(person: Person) -> None:
    register = person.workspace.register
    person.select("ILPI")
    register.save(person.shown, {"budget_whole": Cents(100_000)})
    pane(person).head.orders.groups["funder"].trigger()
    model = pane(person).model
    assert sum(group.count for group in model.groups) == 30
    union = next(group for group in model.groups if model.group_text(group) == "Euroopan unioni")
    assert (union.count, union.total, union.known) == (5, 100_000, 1)
    assert person.shown.acronym == "ILPI"
    pane(person).view.setFocus()
    head = model.head_row(union.key)
    pane(person).view.setCurrentIndex(model.index(head, 0))
    person.press("Left")
    assert union.key in model.folded
    assert not any(title.startswith("ILPI") for title in person.listed)
    assert len(heads(person)) == len(model.groups)
    person.press("Right")
    assert person.shown.acronym == "ILPI"


def test_what_is_folded_stays_so_after_a_restart_and_is_unfolded_for_a_project(person: Person) -> None:
    pane(person).head.orders.groups["status"].trigger()
    pane(person).head.orders.fold_all[True].trigger()
    assert person.listed == []
    person.choose("close")
    person.open_example()
    assert person.listed == []
    wanted = next(
        each for each in person.workspace.register.projects(person.workspace.register.ids(pane(person).query))
    )
    person.workspace.show_project(wanted.id)
    assert person.shown.id == wanted.id


def test_an_act_moves_projects_between_groups_and_undo_brings_them_back(person: Person) -> None:
    pane(person).head.orders.groups["status"].trigger()
    before = heads(person)
    person.select("ILPI")
    ilpi = person.shown
    person.dialog(lambda dialog: dialog.accept())
    person.choose("end")
    assert heads(person) == [f"{View.ACTIVE.label} 29", f"{View.ENDED.label} 1"]
    assert person.shown.id == ilpi.id
    person.choose("undo")
    assert heads(person) == before
    assert person.shown.id == ilpi.id


# --- copying


def test_projects_are_copied_as_a_table_for_spreadsheets(person: Person) -> None:
    person.select("ILPI")
    person.workspace.register.save(person.shown, {"name": "=HYPERLINK(1)\tja\n@toinen", "acronym": ""})
    pane(person).view.setFocus()
    person.press("Ctrl+A")
    person.press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert lines[0].split("\t")[:3] == ["Tila", "Hanke", "Kesto"]
    assert len(lines) == 31
    assert {len(line.split("\t")) for line in lines} == {len(LISTED)}
    assert any("\t'=HYPERLINK(1) ja @toinen\t2024–2026\t" in line for line in lines)
    assert data.html().count("<tr>") == 31
    assert "<td style=\"mso-number-format:'\\@'\">=HYPERLINK(1) ja @toinen</td>" in data.html()
    assert person.told == trn("{n} project was copied as a table.", "{n} projects were copied as a table.", 30)


def test_texts_are_copied_for_the_web_page(person: Person) -> None:
    pane(person).view.setFocus()
    person.press("Ctrl+A")
    person.choose("copy_for_web")
    data = QGuiApplication.clipboard().mimeData()
    assert data.html().count("<h3>") == 30
    assert data.text().count("\n\n") == 29
    assert person.told == trn("The text of {n} project was copied.", "The texts of {n} projects were copied.", 30)
    register, bar = person.workspace.register, person.workspace.snackbar
    button(bar, tr("Mark as published")).click()
    published = register.web_page.last()
    assert published is not None
    assert len(published.numbers) == 30
    button(bar, tr("Undo")).click()
    assert register.web_page.last() is None
    person.select("ILPI")
    person.choose("copy_for_web")
    assert not bar._next.isVisible(), "one project is not the page"


def test_a_page_of_html_is_exported_and_marked_as_published(person: Person, tmp_path: Path) -> None:
    person.answer(tmp_path / "sivu.html")
    person.choose("export_html")
    assert (tmp_path / "sivu.html").read_text(encoding="utf-8").count("<h3>") == 30
    button(person.workspace.snackbar, tr("Mark as published")).click()
    register = person.workspace.register
    published = register.web_page.last()
    assert published is not None
    assert register.kept_reports.content(published) == (tmp_path / "sivu.html").read_bytes()


def test_a_copy_is_as_long_as_its_reading_takes_no_time(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hankeapp.ui.list_pane.MOST_COPIED", 29)
    QGuiApplication.clipboard().setText("ennen")
    pane(person).view.setFocus()
    person.press("Ctrl+A")
    person.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "ennen"
    assert person.told == tr("At most {n} projects can be copied at once.", n=MOST_COPIED)


def test_a_text_field_still_copies_its_text(person: Person) -> None:
    person.select("ILPI")
    person.workspace.edit()
    person.press("Ctrl+A")
    person.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == person.shown.name


# --- what stays where it is


def test_a_project_that_moves_by_an_edit_is_followed(person: Person) -> None:
    person.select("Aspu")
    person.write("acronym", "Öspu")
    assert person.listed[-1].startswith("Öspu")
    view = pane(person).view
    assert person.shown.acronym == "Öspu"
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_several_stay_selected_over_a_new_order_and_an_undo(person: Person) -> None:
    pane(person).view.setFocus()
    person.press("Home")
    person.press("Shift+Down")
    person.press("Shift+Down")
    chosen = set(pane(person).selected())
    assert len(chosen) == 3
    pane(person).head.orders.first["end"].trigger()
    assert set(pane(person).selected()) == chosen
    pane(person).head.orders.groups["funder"].trigger()
    assert set(pane(person).selected()) == chosen


def test_hits_are_boxed_and_rows_have_a_line_for_them(person: Person) -> None:
    person.search("hulevesi")
    model = pane(person).model
    assert model.hits is not None
    view = pane(person).view
    assert view.visualRect(model.index(0, 0)).height() == 86
    person.workspace.toolbar.search.clear_words()
    person.settle()
    assert view.visualRect(model.index(0, 0)).height() == 62


def test_what_another_program_did_leaves_the_list_where_it_was(person: Person) -> None:
    person.select("Perustaidot")
    view = pane(person).view
    top = view.visualRect(view.currentIndex()).top()
    assert view.verticalScrollBar().value() > 0
    with closing(sqlite3.connect(person.workspace.register.path)) as connection, connection:
        connection.execute("UPDATE project SET name = 'Aamu', title_key = 'aamu' WHERE acronym = 'TASSI'")
    person.choose("reload")
    assert "Aamu" in person.listed[0]
    assert person.shown.title.startswith("Perustaidot")
    assert view.visualRect(view.currentIndex()).top() == top
