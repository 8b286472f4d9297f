"""The walk over every screen and dialog: names, roles, rows, errors told, and the way of the Tab key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableWidget, QVBoxLayout, QWidget

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.query import Query, View
from hankeapp.domain.status import Ending
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.ui.labels import mark_invalid
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.message_dialog import Choice, Message, MessageDialog
from hankeapp.ui.past_dialog import PastDay
from hankeapp.ui.published_window import PublishedWindow
from hankeapp.ui.quick_search import QuickSearch
from hankeapp.ui.reports_window import ReportsWindow
from tests.ui.accessible import (
    faults,
    keyboard_faults,
    nameless,
    silent_rows,
    unnamed_lists,
    untold_errors,
    without_role,
)
from tests.ui.fitting import misfits, settle
from tests.ui.offices import equip
from tests.ui.person import Person, activate
from tests.ui.printer import keep_report, opened, preview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from hankeapp.domain.clock import Desk

    Act = Callable[[Person], None]

pytestmark = pytest.mark.usefixtures("qapp", "look")

SMALL_SCREEN = 1.35
"""The text's scale in dialogs, on the 800 px of the screen that tests have: as at 200 % on 1,185 px."""


def choosing(*commands: str) -> Act:
    """Choose commands after a project was selected."""

    def act(person: Person) -> None:
        person.select("CIRCWASTE")
        for command in commands:
            person.choose(command)

    return act


def viewing(view: View) -> Act:
    return lambda person: person.view(view)


def _nothing(_person: Person) -> None:
    """The window as it opens."""


def _trash(person: Person) -> None:
    person.select("Healint")
    person.choose("throw_away")
    person.view(View.TRASH)


def _several(person: Person) -> None:
    person.workspace.list.view.selectAll()
    person.settle()


def _wrong(person: Person) -> None:
    person.select("CIRCWASTE")
    person.write("end", "31.2.2026")


def _project_history(person: Person) -> None:
    person.select("CIRCWASTE")
    person.write("name", "Kiertotalous")
    person.workspace.detail.page.tabs.show_history(shown=True)
    person.settle()


def _history(person: Person) -> None:
    person.select("CIRCWASTE")
    person.write("name", "Kiertotalous")
    person.choose("history")


def _quality(person: Person) -> None:
    person.choose("quality")
    person.finish_tasks()


def _past(person: Person) -> None:
    person.workspace.past.show(PastDay(person.workspace.register.today(), is_known=True))
    person.settle()


def _part_rows(person: Person) -> None:
    person.select("CIRCWASTE")
    for shown in person.workspace.detail.page.form.lists:
        form = shown.begin().form
        assert form is not None
        if form.more.isVisible():
            form.more.click()
    person.settle()


def _searching(person: Person) -> None:
    person.search("tila:aktiivinen ympäristö")


def _nothing_found(person: Person) -> None:
    person.search("perhonen")


def _ended(person: Person) -> None:
    person.workspace.register.end({person.workspace.list.selected()[0]: Ending()})
    person.settle()


class Walk:
    """Goes through the dialog that it is the answer to; `found` is what would be missed or not seen there."""

    def __init__(self) -> None:
        self.found: list[str] | None = None

    def __call__(self, dialog: QDialog) -> None:
        activate(dialog)
        settle()
        self.found = faults(dialog) + misfits(dialog)


@pytest.fixture
def walk() -> Walk:
    return Walk()


SCREENS: dict[str, Act] = {
    "cards": _nothing,
    "project": choosing(),
    "project with rows of parts": _part_rows,
    "wrong field": _wrong,
    "several": _several,
    "table": choosing("table"),
    "table with details": choosing("table", "details"),
    "search": _searching,
    "nothing found": _nothing_found,
    "planned, none": viewing(View.PLANNED),
    "trash": _trash,
    "review": viewing(View.OVERDUE),
    "project's history": _project_history,
    "history": _history,
    "past day": _past,
    "quality": _quality,
    "lists": choosing("lists"),
    "new project": lambda person: person.begin("Uimala"),
}


def visit(person: Person) -> Iterator[str]:
    """Go to every screen in one window, one after another; the name of each."""
    equip(person.workspace.register)
    person.workspace.register.searches.add("Interreg", Query(text="rahoittaja:Interreg"))
    person.settle()
    for name, go in SCREENS.items():
        go(person)
        yield name
        person.workspace.past.leave()
        person.workspace.toolbar.search.edit.clear()
        person.choose("cards")
        person.view(View.ALL)
        person.finish_tasks()


def test_nothing_is_missed_on_any_screen(person: Person) -> None:
    found = [f"{name}: {each}" for name in visit(person) for each in faults(person.window)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("worn", [(ThemeChoice.LIGHT, 1.5), (ThemeChoice.LIGHT, 2.0)], indirect=True, ids=str)
def test_all_is_seen_on_every_screen_in_large_text(person: Person) -> None:
    person.window.resize(1280, 800)
    found = []
    for name in visit(person):
        settle()
        found += [f"{name}: {each}" for each in misfits(person.window)]
    assert not found, "\n".join(found)


def test_nothing_is_missed_on_the_start_screen(desk: Desk, tmp_path) -> None:
    person = Person(desk, tmp_path)
    found = faults(person.window)
    assert not found, "\n".join(found)
    person.leave()


def _ended_project(person: Person) -> None:
    person.select("CIRCWASTE")
    person.workspace.register.end({person.shown.id: Ending(effective=PartialDate(2023))})
    person.settle()


def _planned_project(person: Person) -> None:
    person.begin("Uimala")


def _text_to_take_in(person: Person) -> None:
    text = person.folder / "hankkeet.txt"
    text.write_text(EXAMPLE_PAGE.read_text("utf-8"), "utf-8")
    person.choose("close")
    person.answer([text])


def _table_to_take_in(person: Person) -> None:
    table = person.folder / "hankkeet.csv"
    table.write_text("Otsake;Alkaa\r\nUusi uimala;2026\r\n", "utf-8")
    person.answer([table])


def _backups(person: Person) -> None:
    path = person.folder / "r.hanke"
    person.answer(path)
    person.choose("save_copy")
    person.window.open_register(path)
    person.select("CIRCWASTE")
    person.write("notes", "Väärin.")


DIALOGS: dict[str, tuple[Act, str]] = {
    "end": (choosing(), "end"),
    "end several": (_several, "end"),
    "extend": (choosing(), "extend"),
    "discontinue": (choosing(), "discontinue"),
    "cancel": (choosing(), "cancel"),
    "not funded": (_planned_project, "not_funded"),
    "reactivate": (_ended_project, "reopen"),
    "plan again": (_ended_project, "plan"),
    "change several": (_several, "change"),
    "save search": (_nothing, "save_search"),
    "filters": (_nothing, "filters"),
    "day": (_nothing, "past"),
    "shortcuts": (_nothing, "keys"),
    "new project": (_nothing, "new"),
    "copy of a project": (choosing(), "duplicate"),
    "template": (choosing(), "keep_template"),
    "import": (_text_to_take_in, "take_in"),
    "columns of a table": (_table_to_take_in, "take_in"),
    "export": (_several, "export_data"),
    "requests": (_several, "request"),
    "restore": (_backups, "restore"),
}


@pytest.mark.parametrize("worn", [(ThemeChoice.LIGHT, SMALL_SCREEN)], indirect=True, ids=str)
@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_missed_in_a_dialog(person: Person, walk: Walk, name: str) -> None:
    equip(person.workspace.register)
    prepare, command = DIALOGS[name]
    prepare(person)
    person.answer(walk)
    person.choose(command)
    assert walk.found is not None
    assert not walk.found, "\n".join(walk.found)


def test_nothing_is_missed_in_the_dialogs_of_the_lists(person: Person, walk: Walk) -> None:
    person.choose("lists")
    view = person.workspace.lists.view
    for button in (view.add, view.form.merge):
        person.answer(walk)
        button.click()
        assert not walk.found, "\n".join(walk.found)


def test_nothing_is_missed_in_a_message(qtbot: QtBot) -> None:
    message = Message(title="Näin kävi.", sentences=["Tee näin."], choices=[Choice("close", "Sulje")], details="tarkat")
    dialog = MessageDialog(message)
    qtbot.addWidget(dialog)
    dialog.show()
    activate(dialog)
    found = faults(dialog)
    assert not found, "\n".join(found)


def test_nothing_is_missed_in_the_preview_and_what_it_asks(person: Person, walk: Walk, qtbot: QtBot) -> None:
    window = preview(person, qtbot)
    found = faults(window)
    person.answer(walk)
    window.keep_button.click()
    window.close()
    assert not found, "\n".join(found)
    assert walk.found is not None
    assert not walk.found, "\n".join(walk.found)


def test_nothing_is_missed_among_the_kept_reports(person: Person, qtbot: QtBot) -> None:
    keep_report(person, qtbot, "Hallitukselle")
    person.select("CIRCWASTE")
    person.write("name", "Kiertotalous")
    window = opened(person, "reports", ReportsWindow)
    found = faults(window)
    window.aspect.choose("changes")
    person.finish_tasks()
    activate(window)
    found += faults(window)
    window.words.setText("perhonen")
    found += faults(window)
    window.close()
    assert not found, "\n".join(found)


def test_nothing_is_missed_beside_the_web_page(person: Person) -> None:
    window = opened(person, "published", PublishedWindow)
    person.finish_tasks()
    found = faults(window)
    window.mark()
    person.finish_tasks()
    found += faults(window)
    window.close()
    assert not found, "\n".join(found)


def test_nothing_is_missed_in_the_quick_search(person: Person) -> None:
    person.press("Ctrl+K")
    person.type("kier")
    search = person.focus.window().findChild(QuickSearch)
    assert search is not None
    assert search.isAncestorOf(person.focus)
    found = [*nameless(search), *silent_rows(search), *without_role(search)]
    assert not found, "\n".join(found)


def _columns(person: Person) -> None:
    person.choose("table")
    person.workspace.list.head.columns.click()


def _calendar(person: Person) -> None:
    person.select("CIRCWASTE")
    person.workspace.detail.edit("end")
    person.press("F4")


def _finder(person: Person) -> None:
    person.select("CIRCWASTE")
    person.workspace.detail.edit("public_text")
    person.press("Ctrl+Shift+G")


POPUPS: dict[str, Act] = {"columns": _columns, "calendar": _calendar, "finder": _finder}


@pytest.mark.parametrize("name", POPUPS)
def test_nothing_is_missed_in_a_popup(person: Person, name: str) -> None:
    POPUPS[name](person)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    found = faults(popup)
    assert not found, "\n".join(found)
    popup.close()


def test_the_walk_finds_what_is_missed(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    nothing, wrong, by_mouse = QLineEdit(), QLineEdit(), QPushButton("Tallenna")
    wrong.setAccessibleName("Päättyy")
    mark_invalid(wrong, wrong=True)
    box = QWidget()
    box.setFixedSize(0, 0)
    hidden = QLineEdit(box)
    for each in (nothing, wrong, by_mouse, box):
        column.addWidget(each)
    hidden.setAccessibleName("Piilossa")
    qtbot.addWidget(window)
    window.show()
    activate(window)
    assert len(nameless(window)) == 1
    assert len(untold_errors(window)) == 1
    assert [each.split(":")[0] for each in keyboard_faults(window)] == ["unseen"]
    trap = QTableWidget(2, 2)
    trap.setAccessibleName("Ansa")
    column.insertWidget(0, trap)
    trap.setCurrentCell(0, 0)
    trap.setFocus()
    QApplication.processEvents()
    assert "unreachable" in {each.split(":")[0] for each in keyboard_faults(window)}
    assert len(silent_rows(window)) >= 1
    column.insertWidget(0, QComboBox())
    QApplication.processEvents()
    assert len(unnamed_lists(window)) == 1
