"""The sidebar through the real window: its groups, its counts, and what is listed when something is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from hankeapp.domain.query import Query, View
from hankeapp.domain.tally import Tally
from hankeapp.ui import sidebar_desk
from hankeapp.ui.sidebar_entries import Entry, EntryGroup
from hankeapp.ui.sidebar_model import AT_FIRST, SidebarModel
from tests.ui.offices import THEMES, equip
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.ui.sidebar_tree import SidebarTree

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    person.open_example()
    equip(person.workspace.register)
    person.settle()
    yield person
    person.leave()


def spoken(tree: SidebarTree) -> list[str]:
    """The rows that are to be seen, as a screen reader says them."""
    index = tree.rows.index(0, 0)
    rows = []
    while index.isValid():
        rows.append(index.data(Qt.ItemDataRole.AccessibleTextRole))
        index = tree.indexBelow(index)
    return rows


def asked(person: Person) -> tuple[View, str]:
    """What the list shows."""
    query = person.workspace.list.query
    return query.view, query.text


def press_to(person: Person, row: str) -> None:
    """From the top of the sidebar, ↓ to a row."""
    tree = person.workspace.sidebar.tree
    person.workspace.sidebar.tree.setFocus(Qt.FocusReason.OtherFocusReason)
    person.press("Home")
    for _ in range(60):
        if tree.currentIndex().data() == row:
            return
        person.press("Down")
    raise AssertionError(f"{row} cannot be reached")


def test_groups_count_the_live_projects(person: Person) -> None:
    rows = spoken(person.workspace.sidebar.tree)
    assert "Teemat, Hyvinvointi ja terveys, 10 hanketta" in rows
    assert any(row.endswith("Sivistys, 15 hanketta") for row in rows)
    person.search("teema:Elinvoima")
    person.workspace.register.throw_away([person.workspace.list.model.id_at(0)])
    now = spoken(person.workspace.sidebar.tree)
    assert [row for row in now if row.startswith("Teemat, ") and row not in rows] == ["Teemat, Elinvoima, 9 hanketta"]
    person.press("Ctrl+Z")
    assert rows == spoken(person.workspace.sidebar.tree)


def test_a_group_with_one_value_is_not_shown(person: Person) -> None:
    assert "Teemat" in spoken(person.workspace.sidebar.tree)
    person.choose("close")
    person.open_example()
    equip(person.workspace.register, ["Elinvoima"])
    assert "Teemat" not in spoken(person.workspace.sidebar.tree)


def test_a_theme_is_chosen_by_the_keyboard_and_stands_in_the_search_field(person: Person) -> None:
    press_to(person, "Hyvinvointi ja terveys")
    workspace = person.workspace
    assert workspace.toolbar.search.text == 'teema:"Hyvinvointi ja terveys"'
    assert asked(person) == (View.ALL, 'teema:"Hyvinvointi ja terveys"')
    assert len(person.listed) == 10
    assert workspace.sidebar.entry.label == "Hyvinvointi ja terveys"
    person.press("Up")
    assert workspace.toolbar.search.text == "teema:Elinvoima"
    person.view(View.ACTIVE)
    assert asked(person) == (View.ACTIVE, "")
    assert workspace.toolbar.search.text == ""


def test_words_that_were_typed_stay_when_something_else_is_chosen(person: Person) -> None:
    person.search("porissa")
    press_to(person, "Elinvoima")
    workspace = person.workspace
    assert asked(person) == (View.ALL, "teema:Elinvoima porissa")
    assert workspace.sidebar.entry.label == "Elinvoima"
    press_to(person, "Hyvinvointi ja terveys")
    assert asked(person) == (View.ALL, 'teema:"Hyvinvointi ja terveys" porissa')
    person.view(View.ACTIVE)
    assert asked(person) == (View.ACTIVE, "porissa")


def test_a_filter_that_is_typed_is_marked_and_its_end_leads_back_to_the_view(person: Person) -> None:
    person.search("teema:Elinvoima")
    sidebar = person.workspace.sidebar
    assert sidebar.entry.label == "Elinvoima"
    person.press("Ctrl+F")
    person.press("Escape")
    assert sidebar.view is View.ALL
    assert len(person.listed) == 30


def test_groups_are_folded_and_stay_so(person: Person) -> None:
    tree = person.workspace.sidebar.tree
    press_to(person, "Teemat")
    assert person.workspace.sidebar.view is View.OVERDUE
    person.press("Left")
    assert not any("Elinvoima" in row for row in spoken(tree))
    person.press("Right")
    assert any("Elinvoima" in row for row in spoken(tree))
    person.press("Space")
    person.workspace.register.add({"name": "Uusi"})
    assert not any("Elinvoima" in row for row in spoken(tree))
    person.choose("close")
    person.open_example()
    equip(person.workspace.register)
    assert not any("Elinvoima" in row for row in spoken(person.workspace.sidebar.tree))
    QTest.mouseClick(
        tree := person.workspace.sidebar.tree.viewport(),
        Qt.MouseButton.LeftButton,
        pos=person.workspace.sidebar.tree.visualRect(person.workspace.sidebar.tree.rows.index_of("themes")).center(),
    )
    assert tree
    assert any("Elinvoima" in row for row in spoken(person.workspace.sidebar.tree))


def test_a_long_group_is_shortened_until_all_of_it_is_wanted(desk: Desk, tmp_path: Path) -> None:
    person = Person(desk, tmp_path)
    person.open_example()
    equip(person.workspace.register, [f"Teema {number:02}" for number in range(1, 21)])
    tree = person.workspace.sidebar.tree
    rows = spoken(tree)
    assert sum(row.startswith("Teemat, Teema") for row in rows) == AT_FIRST
    more = next(row for row in rows if "20" in row and row.endswith("…"))
    press_to(person, more.removeprefix("Teemat, "))
    person.press("Return")
    rows = spoken(tree)
    assert sum(row.startswith("Teemat, Teema") for row in rows) == 20
    assert tree.currentIndex().parent().data() == "Teemat"
    person.leave()


def test_the_trash_stays_in_sight_in_a_low_window(person: Person) -> None:
    person.window.resize(1280, 640)
    person.settle()
    sidebar = person.workspace.sidebar
    assert sidebar.tree.verticalScrollBar().maximum() > 0
    assert sidebar.trash.geometry().bottom() <= sidebar.height()
    place = sidebar.trash.visualRect(sidebar.trash.rows.index(0, 0)).center()
    QTest.mouseClick(sidebar.trash.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert person.workspace.list.query.view is View.TRASH
    assert not sidebar.tree.selectionModel().hasSelection()


def test_a_large_register_is_counted_beside_the_window(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sidebar_desk, "LARGE", 1)
    workspace = person.workspace
    person.search("teema:Elinvoima")
    workspace.register.add({"name": "Uusi", "themes": person.shown.themes})
    rows = spoken(workspace.sidebar.tree)
    assert f"{View.ALL.label}, 31 hanketta" in rows
    assert "Teemat, Elinvoima, 10 hanketta" in rows
    workspace.views.count_beside()
    person.finish_tasks()
    assert "Teemat, Elinvoima, 11 hanketta" in spoken(workspace.sidebar.tree)


def test_what_a_past_day_held_is_counted(person: Person) -> None:
    person.choose("close")
    person.open_example()
    workspace = person.workspace
    workspace.show_source(workspace.register.past(on=workspace.register.today()))
    assert workspace.sidebar.tree.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith(View.ALL.label)


def test_the_rows_hold_together() -> None:
    model = SidebarModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    entries = tuple(Entry(f"themes:{at}", f"Teema {at}", Query(), at) for at in range(20))
    units = tuple(Entry(f"unit:{at}", f"Yksikkö {at}", Query(), at) for at in range(3))
    view = Entry("view:all", "Kaikki", Query(), 3, view=View.ALL)
    model.show((view, EntryGroup("themes", entries), EntryGroup("unit", units)), "themes:0")
    parent = model.index_of("themes")
    assert model.rowCount(parent) == AT_FIRST + 1
    assert model.index_of("themes:0").isValid()
    assert model.index_of("themes:19").parent() == parent
    assert not model.index_of("themes:1").isValid()
    model.show_whole(EntryGroup("themes", entries))
    assert model.rowCount(parent) == 20
    model.show((view,))
    assert model.rowCount(QModelIndex()) == 1


def test_an_empty_register_has_views_alone(person: Person) -> None:
    tree = person.workspace.sidebar.tree
    person.workspace.sidebar.show_tally(Tally({}), ())
    assert len(spoken(tree)) == len(View) - 1


def test_a_name_that_another_one_holds_is_asked_for_whole(person: Person) -> None:
    register = person.workspace.register
    (each,) = [row for row in register.lists.shared("listed_value") if row.label == THEMES[0]]
    with register.journal.act("Teema") as acting:
        acting.change_shared(each, replace(each, label="Ympäristö"))
    press_to(person, "Ympäristö")
    assert person.workspace.list.query.text == "teema:=Ympäristö"
    assert len(person.listed) == 10
