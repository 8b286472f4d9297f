"""Nothing is cut off, pressed together or covered, whatever the size of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hankeapp.domain.query import Query
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.stacking import Foot
from tests.ui.fitting import misfits
from tests.ui.offices import equip
from tests.ui.person import activate
from tests.ui.test_accessibility import DIALOGS, SCREENS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from hankeapp.ui.look import Look
    from tests.ui.person import Person

SCALES = (1.5, 2.0)
SMALL_SCREEN = 1.35
"""Dialogs at this scale on the 800 px of the screen that tests have: as at 200 % on 1,185 px."""


class Fit:
    """Looks at the dialog that it is the answer to."""

    def __init__(self) -> None:
        self.found: list[str] | None = None

    def __call__(self, dialog: QDialog) -> None:
        activate(dialog)
        settle()
        self.found = misfits(dialog)


def settle() -> None:
    """Layouts of wrapped texts settle in several rounds of events."""
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("screen", SCREENS)
def test_all_is_seen_on_a_screen_at_every_size(person: Person, look: Look, screen: str) -> None:
    equip(person.workspace.register)
    person.workspace.register.searches.add("Interreg", Query(text="rahoittaja:Interreg"))
    person.window.resize(1280, 800)
    SCREENS[screen](person)
    found = []
    for scale in SCALES:
        look.wear(ThemeChoice.LIGHT, scale)
        settle()
        found += [f"{scale}: {each}" for each in misfits(person.window)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", DIALOGS)
def test_all_is_seen_in_a_dialog(person: Person, look: Look, name: str) -> None:
    equip(person.workspace.register)
    prepare, command = DIALOGS[name]
    prepare(person)
    look.wear(ThemeChoice.LIGHT, SMALL_SCREEN)
    fit = Fit()
    person.answer(fit)
    person.choose(command)
    assert fit.found == [], "\n".join(fit.found or [])


@pytest.mark.parametrize("width", [300, 420, 900])
def test_a_foot_shows_its_words_and_buttons_whole(qtbot: QtBot, width: int) -> None:
    words = QLabel("Voit palauttaa hankkeen aktiiviseksi milloin tahansa.")
    words.setWordWrap(True)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch()
    column.addWidget(Foot((QPushButton("Peruuta"), QPushButton("Merkitse")), words))
    window.resize(width, 200)
    window.show()
    settle()
    assert window.width() == width
    assert not misfits(window)
    assert words.height() < 4 * words.fontMetrics().height(), "a column of single words"


def test_what_is_cut_or_covered_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    cut, whole = QLabel("Nimi on pitkä ja jää kesken"), QLabel("Lyhyt")
    cut.setFixedWidth(20)
    for each in (cut, whole):
        row.addWidget(each)
    window.show()
    settle()
    assert [each.split(" in ")[0] for each in misfits(window)] == ["cut: QLabel '' 'Nimi on pitkä ja jää kesken'"]
    cut.setFixedWidth(300)
    settle()
    whole.move(cut.pos())
    assert {each.split(":")[0] for each in misfits(window)} == {"covered"}
