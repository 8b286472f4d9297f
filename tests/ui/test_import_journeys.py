"""Imports of tables as a person makes them: the window answers meanwhile, and stopping leaves nothing behind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from hankeapp.domain.query import View
from hankeapp.translation import tr
from hankeapp.ui.past_dialog import PastDay
from hankeapp.ui.waiting import Waiting
from tests.ui.person import press_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.person import Person

ROWS = 2_000


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


def test_the_window_answers_while_two_thousand_rows_are_read(person: Person, table: Path) -> None:
    beats: list[str] = []
    while_waiting(person, lambda waiting: beats.append(waiting.windowTitle()))
    person.answer(table, lambda dialog: press_in(dialog, "Ctrl+Return"))
    person.choose("take_in")
    assert set(beats) == {tr("Reading “{name}”…", name=table.name), tr("Comparing with the register…")}
    assert person.count(View.ALL) == 30 + ROWS


def test_who_stops_finds_everything_as_it_was(person: Person, table: Path) -> None:
    before = person.workspace.register.journal.undoable
    while_waiting(person, Waiting.reject)
    person.answer(table)
    person.choose("take_in")
    assert person.count(View.ALL) == 30
    assert person.workspace.register.journal.undoable == before
    assert {each.suffix for each in person.folder.iterdir()} <= {".ini", ".csv"}


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


def test_a_file_that_is_dropped_is_imported(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "yksi.csv"
    path.write_text("Hankkeen nimi;Alkaa\r\nUusi uimala;2026", "utf-8")
    assert not drop(person, path, path)
    person.answer(lambda dialog: press_in(dialog, "Ctrl+Return"))
    assert drop(person, path)
    assert person.count(View.ALL) == 31
    person.workspace.past.show(PastDay(date(2022, 6, 30), is_known=False))
    person.settle()
    assert not drop(person, path)
