"""Imports of tables as a person makes them: the window answers meanwhile, and stopping leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from hankeapp.domain.query import View
from hankeapp.translation import tr
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
