"""The whole window: keys told apart, what its menus and its title say, pictures for eyes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from hankeapp.ui.actions import keys_of, plain_text
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.main_window import MainWindow
from hankeapp.ui.settings import Settings
from hankeapp.ui.start_screen import StartScreen
from scripts.pictures import take_all
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from hankeapp.domain.clock import Desk

pytestmark = pytest.mark.usefixtures("qapp", "look")

PICTURES = Path(__file__).resolve().parents[2] / "out" / "pictures"


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    yield person
    person.leave()


def test_shortcuts_are_told_apart(person: Person) -> None:
    keys = [key for action in person.window.commands for key in keys_of(action).split(", ") if key]
    assert len(keys) == len(set(keys))
    assert "Ctrl+Vaihto+D" in keys


def test_mnemonics_are_told_apart_in_each_menu(person: Person) -> None:
    for menu in person.window.menuBar().actions():
        texts = [action.text() for action in menu.menu().actions() if not action.isSeparator()]
        marks = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(marks) == len(texts), menu.text()
        assert len(marks) == len(set(marks)), (menu.text(), sorted(marks))


def test_the_start_screen_is_made_where_no_register_is_open(person: Person) -> None:
    shown = person.window.findChildren(StartScreen)
    assert [each.isVisible() for each in shown] == [True]
    assert shown[0].isAncestorOf(person.window.focusWidget())


def test_a_window_that_opens_with_a_register_makes_no_start_screen(desk: Desk, tmp_path: Path) -> None:
    window = MainWindow(desk, Settings(tmp_path / "settings.ini"))
    window.open_example()
    window.show()
    assert not window.findChildren(StartScreen)
    window.close()


def test_undo_names_what_it_takes_back(person: Person) -> None:
    person.open_example()
    person.press("Ctrl+Shift+O")
    person.press("Ctrl+Return")
    assert plain_text(person.window.commands["undo"]) == "Kumoa: 9 hanketta päätettiin"


def test_the_title_names_project_and_register(person: Person) -> None:
    person.open_example()
    person.select("ILPI")
    assert person.window.windowTitle() == "ILPI – esimerkki.hanke – Hankerekisteri"


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("size", [QSize(1440, 900), QSize(1280, 800)])
def test_pictures_of_every_screen_are_taken(qapp: QApplication, theme: ThemeChoice, size: QSize) -> None:
    taken = take_all(qapp, PICTURES / f"window-{size.width()}-{theme.value}", theme, size)
    assert len(taken) == 20
    assert all(path.stat().st_size > 5_000 for path in taken)
