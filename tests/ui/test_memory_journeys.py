"""Whole ways through the register's memory: history, trash, undo after a restart, past days."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.query import View
from hankeapp.domain.status import Status
from hankeapp.domain.values import Cents
from hankeapp.translation import tr
from hankeapp.ui.past_dialog import PastDay
from hankeapp.ui.print_window import PrintWindow
from tests.ui.person import Person, press_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Desk
    from hankeapp.ui.past_dialog import PastDialog

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def person(desk: Desk, tmp_path: Path, path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    person.window.open_register(path)
    person.settle()
    yield person
    person.leave()


def history(person: Person) -> list[str]:
    """What the history of the shown project says, a text an entry."""
    person.workspace.detail.page.tabs.show_history(shown=True)
    person.settle()
    return [row.text for row in person.workspace.detail.page.history.rows]


def test_a_value_is_found_in_the_history_and_restored(person: Person) -> None:
    person.select("CIRCWASTE")
    person.write("budget_whole", "12 500")
    person.write("end", "2024")
    assert person.shown.budget_whole == Cents(1_250_000)
    told = history(person)
    assert told[0].splitlines()[0] == "Päättyy"
    assert {"2023", "2024"} <= set(told[0].splitlines())
    assert "12\N{NO-BREAK SPACE}500,00\N{NO-BREAK SPACE}€" in told[1]
    assert "tuotiin" in told[-1]
    view = person.workspace.detail.page.history
    view.rows[0].restore.click()
    person.settle()
    assert person.shown.end == PartialDate(2023)
    assert person.told == person.workspace.register.journal.undoable.name
    assert view.rows[0].entry.new == "2023"
    assert person.workspace.detail.page.is_history
    view.rows[1].restore.click()
    person.settle()
    assert person.told == tr("What was before is in force already: {label}.", label="Päättyy")
    person.press("Ctrl+Z")
    assert person.shown.end == PartialDate(2024)


def test_the_history_of_the_register_is_searched_and_leads_to_a_project(person: Person) -> None:
    person.select("Healint")
    person.write("notes", "Hei vaan")
    person.press("Ctrl+H")
    page = person.workspace.history.view
    assert person.workspace.history.is_shown
    person.workspace.sidebar.setFocus(Qt.FocusReason.OtherFocusReason)
    person.press("F6")
    assert person.focus is page.view.words
    assert "Muistiinpanot" in page.view.rows[0].text
    person.type("hei vaan healint")
    assert len(page.view.rows) == 1
    person.workspace.list.select(person.workspace.list.model.id_at(0))
    page.view.rows[0].open.click()
    person.settle()
    assert not person.workspace.history.is_shown
    assert person.shown.name == "Healint"
    person.press("Ctrl+H")
    page.view.words.setText("ei sellaista ole")
    assert page.view.rows == []
    assert page.view.nothing.isVisible()


def table(path: Path) -> list[list[str]]:
    """The lines of an exported history, without the names of the columns."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def test_what_is_shown_of_a_history_is_exported(person: Person) -> None:
    person.select("Healint")
    person.write("notes", "=1+1")
    person.write("end", "2027")
    path = person.folder / "historia.csv"
    history(person)
    view = person.workspace.detail.page.history
    view.words.setText("muistiinpanot")
    person.answer(path)
    view.export.click()
    assert [row[6:] for row in table(path)] == [["Muistiinpanot", "", "'=1+1"]]
    assert person.told == "”historia.csv” kirjoitettiin."
    person.press("Ctrl+H")
    person.answer(path)
    person.workspace.history.view.view.export.click()
    assert len(table(path)) == len(person.workspace.register.history())
    assert person.asked == ["Vie historia", "Vie historia"]


def test_where_no_history_is_shown_all_of_it_is_exported(person: Person) -> None:
    path = person.folder / "historia.csv"
    person.answer(None, path)
    person.choose("export_history")
    assert not path.exists()
    person.choose("export_history")
    assert len(table(path)) == len(person.workspace.register.history())


def test_a_history_is_not_exported_over_the_register(person: Person, path: Path) -> None:
    person.answer(path, "close")
    person.choose("export_history")
    assert "pori.hanke" in person.asked[-1]
    person.select("Healint")


def test_of_no_entries_there_is_nothing_to_export(person: Person) -> None:
    person.press("Ctrl+H")
    view = person.workspace.history.view.view
    assert view.export.isEnabled()
    view.words.setText("ei sellaista ole")
    assert not view.export.isEnabled()


def test_del_in_the_list_throws_away_and_undo_brings_back(person: Person) -> None:
    person.select("Healint")
    row = person.listed.index("Healint")
    person.workspace.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
    person.press("Del")
    assert person.told == "”Healint” siirrettiin roskakoriin."
    assert person.count(View.TRASH) == 1
    assert "Healint" not in person.listed
    assert person.shown.title == person.listed[row]
    person.press("Ctrl+Z")
    assert "Healint" in person.listed
    assert person.count(View.TRASH) == 0


def test_del_in_a_field_edits_its_text(person: Person) -> None:
    person.select("Healint")
    person.workspace.detail.edit("acronym")
    person.press("Del")
    person.workspace.detail.page.form.parts[0].text.setFocus()
    person.press("Del")
    assert person.count(View.TRASH) == 0


def test_the_trash_shows_what_is_in_it_and_gives_it_back(person: Person) -> None:
    person.select("Healint")
    person.choose("throw_away")
    person.view(View.TRASH)
    assert person.listed == ["Healint"]
    assert not person.window.commands["end"].isEnabled()
    assert person.workspace.detail.page.form.editors["name"].widget.isReadOnly()
    assert person.workspace.list.head.empty_trash.isVisible()
    person.search("healint")
    assert person.listed == ["Healint"]
    assert not person.workspace.list.head.empty_trash.isVisible()
    person.workspace.toolbar.search.clear_words()
    bar = person.workspace.detail.page.bar
    assert bar.isVisible()
    bar.first_requested.emit()
    person.settle()
    assert person.listed == []
    person.view(View.ALL)
    person.select("Healint")
    assert not person.workspace.detail.page.form.editors["name"].widget.isReadOnly()


def test_emptying_the_trash_asks_once_and_is_final(person: Person) -> None:
    person.select("Healint")
    person.choose("throw_away")
    person.view(View.TRASH)
    person.answer("cancel", "empty")
    person.choose("empty_trash")
    assert person.listed == ["Healint"]
    person.choose("empty_trash")
    assert person.listed == []
    assert len(person.asked) == 2
    assert person.count(View.TRASH) == 0
    assert not person.window.commands["throw_away"].isEnabled()


def test_undo_goes_on_after_a_restart_and_names_the_act(person: Person, path: Path) -> None:
    person.select("CIRCWASTE")
    person.write("notes", "Loppuraportti puuttuu.")
    person.press("Ctrl+Shift+O")
    person.press("Ctrl+Return")
    person.view(View.ALL)
    person.select("HINKU")
    person.choose("throw_away")
    person.choose("close")
    person.window.open_register(path)
    person.settle()
    undo, redo = person.window.commands["undo"], person.window.commands["redo"]
    assert undo.text().startswith("&Kumoa: ”HINKU")
    person.choose("undo")
    assert undo.text() == "&Kumoa: 9 hanketta päätettiin"
    person.choose("undo")
    assert person.count(View.ENDED) == 0
    person.choose("undo")
    person.select("CIRCWASTE")
    assert person.shown.notes == ""
    assert "CIRCWASTE" in redo.text()
    person.choose("redo")
    assert person.shown.notes == "Loppuraportti puuttuu."
    assert redo.text() == "&Tee uudelleen: 9 hanketta päätettiin"


def test_a_past_day_is_marked_and_cannot_be_changed(person: Person) -> None:
    person.press("Ctrl+Shift+O")
    person.press("Ctrl+Return")
    person.view(View.ALL)

    def choose_day(dialog: PastDialog) -> None:
        dialog.day.setText("31.2.2022")
        press_in(dialog, "Return")
        assert dialog.isVisible()
        dialog.day.setText("30.6.2022")
        press_in(dialog, "Return")

    person.dialog(choose_day)
    person.choose("past")
    bar = person.workspace.past.bar
    assert bar.isVisible()
    assert "30.6.2022" in bar.accessibleName()
    assert person.workspace.source.counts()[View.ENDED] == 1
    person.view(View.ENDED)
    assert person.listed == ["Healint"]
    assert person.shown.status is Status.ENDED
    assert person.workspace.detail.page.form.editors["name"].widget.isReadOnly()
    for command in ("new", "undo", "redo", "end", "reopen", "throw_away", "empty_trash", "take_in", "review"):
        assert not person.window.commands[command].isEnabled(), command
    assert person.workspace.detail.page.head.act.isEnabled() is False
    assert not person.workspace.list.head.offers_to_save
    person.search("healint kumppani:xyzzy")
    assert not person.workspace.list.head.offers_to_save
    assert "xyzzy" in person.workspace.list.model.found.doubts[0]
    person.workspace.toolbar.search.clear_words()
    bar.first_requested.emit()
    person.settle()
    assert not bar.isVisible()
    person.view(View.ENDED)
    assert len(person.listed) == 9
    assert not person.workspace.detail.page.form.editors["name"].widget.isReadOnly()


def test_what_the_register_said_is_another_question(person: Person, desk: Desk) -> None:
    person.workspace.past.show(PastDay(date(2020, 1, 1), is_known=True))
    person.settle()
    assert person.listed == []
    person.choose("present")
    assert len(person.listed) == 30


def test_a_draft_waits_while_a_past_day_is_shown(person: Person) -> None:
    person.select("CIRCWASTE")
    person.write("end", "31.2.2026")
    person.workspace.past.show(PastDay(date(2026, 11, 24), is_known=True))
    person.select("CIRCWASTE")
    editor = person.workspace.detail.page.form.editors["end"]
    assert editor.widget.text() == "2023"
    assert not editor.error
    person.choose("present")
    person.select("CIRCWASTE")
    assert editor.widget.text() == "31.2.2026"
    assert editor.error


def test_a_past_day_is_printed_as_it_was(person: Person) -> None:
    person.press("Ctrl+Shift+O")
    person.press("Ctrl+Return")
    person.view(View.ALL)
    person.workspace.past.show(PastDay(date(2022, 6, 30), is_known=False))
    person.choose("print")
    (window,) = person.window.findChildren(PrintWindow)
    person.finish_tasks()
    assert window._typesetter.manuscript is not None
    assert "30.6.2022" in window._typesetter.manuscript().head.situation
    window.close()


def test_a_new_unit_is_added_from_the_form_and_offered_from_then_on(person: Person) -> None:
    person.select("CIRCWASTE")
    person.workspace.detail.edit("unit")
    person.focus.selectAll()
    person.type("Uusi yksikkö")
    QTest.keyClick(person.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert person.workspace.names.text(person.workspace.detail.page.form.editors["unit"].field, person.shown.unit) == (
        "Uusi yksikkö"
    )
    person.select("Healint")
    person.write("unit", "uusi yksikkö")
    assert person.shown.unit is not None
    assert person.workspace.detail.page.form.editors["unit"].widget.text() == "Uusi yksikkö"


def test_several_projects_go_to_the_trash_and_come_back_together(person: Person) -> None:
    person.workspace.list.view.selectAll()
    person.settle()
    several = person.workspace.detail.several
    assert several.throw_away.isVisible()
    several.throw_away.click()
    person.settle()
    assert person.told == "30 hanketta siirrettiin roskakoriin."
    assert person.listed == []
    person.view(View.TRASH)
    person.workspace.list.view.selectAll()
    person.settle()
    assert several.put_back.isVisible()
    assert not several.throw_away.isVisible()
    several.put_back.click()
    person.settle()
    assert person.count(View.ALL) == 30
    assert person.count(View.TRASH) == 0


def test_the_trash_stands_at_the_foot_of_the_sidebar(person: Person) -> None:
    sidebar = person.workspace.sidebar
    assert sidebar.trash.geometry().bottom() >= sidebar.height() - 12
    assert sidebar.tree.geometry().bottom() < sidebar.trash.geometry().top()
    person.press("F6")
    sidebar.setFocus()
    person.press("End")
    person.press("Down")
    assert person.focus is sidebar.trash
    assert person.workspace.list.query.view is View.TRASH
    person.press("Up")
    assert person.focus is sidebar.tree
    assert person.workspace.list.query.view is not View.TRASH
