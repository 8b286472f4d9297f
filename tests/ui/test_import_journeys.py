"""Imports as a person makes them: decided by keyboard, left half-way, stopped; the window answers meanwhile."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.query import View
from hankeapp.translation import tr
from hankeapp.ui.column_dialog import ColumnDialog
from hankeapp.ui.import_dialog import ImportDialog
from hankeapp.ui.past_dialog import PastDay
from hankeapp.ui.waiting import Waiting
from tests.ui.person import all_projects, press_in, strike, take_all_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from tests.ui.person import Person

ROWS = 400


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "hankkeet.csv"
    rows = [f"Hanke numero {at};{2020 + at % 9}" for at in range(ROWS)]
    path.write_text("\r\n".join(["Hankkeen nimi;Alkaa", *rows]), "utf-8")
    return path


def while_waiting(person: Person, act: Callable[[Waiting], None]) -> None:
    """Do something whenever the window's thread is free during a wait."""
    timer = QTimer(person.window)

    def beat() -> None:
        for each in person.window.findChildren(Waiting):
            if not each.is_over:
                act(each)

    timer.timeout.connect(beat)
    timer.start(0)


def test_the_window_answers_while_many_rows_are_read_and_written(person: Person, table: Path) -> None:
    beats: dict[str, bool] = {}

    def beat(waiting: Waiting) -> None:
        beats[waiting.windowTitle()] = any(timer.isActive() for timer in person.window.safety.reading)

    while_waiting(person, beat)
    person.answer([table], take_all_in)
    person.choose("take_in")
    reading, writing = tr("Reading “{name}”…", name=table.name), tr("Adding to the register…")
    # What is written last is locked, and the window would wait for it.
    assert beats == {reading: True, tr("Comparing with the register…"): True, writing: False}
    assert person.count(View.ALL) == 30 + ROWS
    person.press("Ctrl+Z")
    assert (beats[tr("Undoing…")], person.count(View.ALL)) == (False, 30)
    assert person.told.startswith(tr("Undone: {act}", act=""))
    person.press("Ctrl+Shift+Z")
    assert person.count(View.ALL) == 30 + ROWS


def test_who_stops_finds_everything_as_it_was(person: Person, table: Path) -> None:
    before = person.workspace.register.journal.undoable
    stops = [tr("Adding to the register…")]

    def stop(waiting: Waiting) -> None:
        if waiting.windowTitle() in stops:
            waiting.reject()

    while_waiting(person, stop)
    # Who stops the writing is asked again.
    person.answer([table], take_all_in, lambda dialog: press_in(dialog, "Escape"))
    person.choose("take_in")
    assert (person.count(View.ALL), person.workspace.register.journal.undoable) == (30, before)
    stops.append(tr("Reading “{name}”…", name=table.name))
    person.answer(lambda dialog: press_in(dialog, "Return"))
    person.choose("take_in")
    assert (person.count(View.ALL), person.workspace.register.journal.undoable) == (30, before)
    assert {each.suffix for each in person.folder.iterdir() if each.is_file()} <= {".ini", ".csv"}


PAGE = """Aktiiviset hankkeet:

Uimala-hanke (2026-2028): Uusi uimala rannalle.

LUMO – Luontoa kaupunkiin 2016-2023: LUMO lisää luontoa. Se toteuttaa osahankkeita vuosina 2016–2021. Vuosina \
2021-2023 tehdään tiekartta.

Valopolku-hanke (2025): Valaisee polun.

Siltatori-hanke (2026): Korjaa torin.
"""


def tab_to(dialog: QDialog, name: str) -> None:
    """Press Tab until the keyboard is in the field or on the button of this name."""
    for _ in range(80):
        press_in(dialog, "Tab")
        focus = dialog.focusWidget()
        if focus is not None and name in (focus.objectName(), focus.accessibleName().partition(",")[0]):
            return
    raise AssertionError(f"Tab does not reach {name}")


def test_an_import_is_left_half_way_gone_on_with_and_undone_by_keyboard_alone(person: Person, tmp_path: Path) -> None:
    page = tmp_path / "sivu.txt"
    page.write_text(PAGE, "utf-8")

    def begin(dialog: QDialog) -> None:
        tab_to(dialog, "name")
        press_in(dialog, "Ctrl+A")
        for letter in "Uusi uimala":
            strike(person.focus, letter)
        press_in(dialog, "Ctrl+Return")
        tab_to(dialog, f"{tr('Duration')}: 2016–2021")
        press_in(dialog, "Space")
        press_in(dialog, "Ctrl+Return")
        press_in(dialog, "Escape")

    def go_on(dialog: QDialog) -> None:
        press_in(dialog, "Del")
        press_in(dialog, "Ctrl+Return")
        press_in(dialog, "Space")

    person.answer([page], begin)
    person.press("Ctrl+I")
    assert person.count(View.ALL) == 30
    person.answer(lambda dialog: press_in(dialog, "Return"), go_on)
    person.press("Ctrl+I")
    assert person.count(View.ALL) == 33
    lumo, *_ = (each for each in all_projects(person) if each.acronym == "LUMO")
    assert (str(lumo.start), str(lumo.end)) == ("2016", "2021")
    names = {each.name for each in all_projects(person)}
    new = {"LUMO – Luontoa kaupunkiin", "Siltatori", "Uusi uimala"}
    assert person.shown.title == next(each for each in person.listed if each in new)
    assert names >= {"Uusi uimala", "Siltatori"}
    assert "Valopolku" not in names
    person.press("Ctrl+Z")
    assert person.count(View.ALL) == 30

    def add_one(dialog: QDialog) -> None:
        press_in(dialog, "Ctrl+Return")
        press_in(dialog, "Ctrl+Shift+Return")

    def see_the_rest(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        assert (dialog.row, dialog.review.settled) == (1, 1)
        dialog.discard.click()

    person.answer([page], add_one, lambda dialog: press_in(dialog, "Return"), see_the_rest, "discard", [])
    person.press("Ctrl+I")
    assert person.count(View.ALL) == 31
    person.press("Ctrl+I")
    person.press("Ctrl+I")


def drop(person: Person, *paths: Path) -> bool:
    """Drop files on the list; whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    like = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), *like)
    entering.ignore()
    QApplication.sendEvent(person.workspace.list.view, entering)
    if entering.isAccepted():
        QApplication.sendEvent(person.workspace.list.view, QDropEvent(QPointF(5, 5), *like))
        person.settle()
    return entering.isAccepted()


def paste(person: Person) -> None:
    """Cells of a table; while they are reviewed, another field for a column, and then a text in their place."""
    QApplication.clipboard().setText("Hankkeen nimi\tAlkaa\r\nUusi halli\t2026\r\n")

    def take_column_for_end(dialog: QDialog) -> None:
        assert isinstance(dialog, ColumnDialog)
        dialog.fields["Alkaa"].setCurrentIndex(dialog.fields["Alkaa"].findData("end"))
        press_in(dialog, "Return")

    def ask_for_columns(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        assert dialog.model.candidate(0).duration == "2026–"
        dialog.columns.click()

    def paste_another(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        assert dialog.model.candidate(0).duration == "–2026"
        QApplication.clipboard().setText("Aktiiviset hankkeet:\n\nSatamatie (2026): Uusi tie.\n")
        press_in(dialog, "Ctrl+V")

    person.answer(ask_for_columns, take_column_for_end, paste_another, take_all_in)
    person.press("Ctrl+Shift+V")
    assert person.count(View.ALL) == 32
    QApplication.clipboard().clear()
    person.answer("close")
    person.press("Ctrl+Shift+V")


def update_what_others_change(person: Person, path: Path) -> None:
    """Between the review and the adding: that is told, and what was decided stands beside the register as it is now."""
    path.write_text("Hankkeen nimi;Alkaa\r\nUusi uimala;2027", "utf-8")

    def others_are_quicker(dialog: QDialog) -> None:
        register = person.workspace.register
        (project,) = (each for each in all_projects(person) if each.name == "Uusi uimala")
        register.save(project, {"start": PartialDate(2028)})
        take_all_in(dialog)

    def see_it_anew(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        (change,) = dialog.review.entries[0].changes
        assert (change.old, change.value) == (PartialDate(2028), PartialDate(2027))
        assert dialog.review.accepted == []
        take_all_in(dialog)

    person.answer(others_are_quicker, "close", see_it_anew)
    assert drop(person, path)
    assert "Uusi uimala" in person.asked[-2]
    (project,) = (each for each in all_projects(person) if each.name == "Uusi uimala")
    assert project.start == PartialDate(2027)


def test_a_file_that_is_dropped_and_what_is_pasted_is_imported(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "yksi.csv"
    path.write_text("Hankkeen nimi;Alkaa\r\nUusi uimala;2026", "utf-8")
    person.answer(take_all_in)
    assert drop(person, path)
    assert person.count(View.ALL) == 31
    update_what_others_change(person, path)
    paste(person)
    person.workspace.past.show(PastDay(date(2022, 6, 30), is_known=False))
    person.settle()
    assert not drop(person, path)
