"""The whole window: names for screen readers, the way of the Tab key, Finnish words everywhere, pictures for eyes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from hankeapp.domain.query import View
from hankeapp.ui.actions import keys_of, plain_text
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.past_dialog import PastDay
from scripts.pictures import take_all
from tests.ui.accessible import controls, nameless
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.clock import Desk

pytestmark = pytest.mark.usefixtures("qapp", "look")

PICTURES = Path(__file__).resolve().parents[2] / "out" / "pictures"


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    yield person
    person.leave()


def test_every_control_of_every_screen_has_a_name(person: Person) -> None:
    assert nameless(person.window) == []
    person.open_example()
    person.choose("throw_away")
    for view in (View.ALL, View.OVERDUE, View.PLANNED, View.TRASH):
        person.view(view)
        assert nameless(person.window) == []
    person.view(View.ALL)
    person.workspace.detail.page.tabs.show_history(shown=True)
    assert nameless(person.window) == []
    person.choose("history")
    assert nameless(person.window) == []
    person.workspace.past.show(PastDay(person.workspace.register.today(), is_known=True))
    assert nameless(person.window) == []
    person.choose("present")
    person.view(View.ALL)
    person.choose("table")
    assert nameless(person.window) == []


def test_tab_reaches_every_pane(person: Person) -> None:
    person.open_example()
    reached = set()
    for _ in range(60):
        person.press("Tab")
        reached.add(QApplication.focusWidget())
    workspace = person.workspace
    for pane in (workspace.toolbar, workspace.sidebar, workspace.list, workspace.detail):
        assert any(each is pane or pane.isAncestorOf(each) for each in reached if each is not None), pane
    # A text to copy from takes the focus of a click only.
    focusable = {each.object() for each in controls(workspace.detail) if each.role() != QAccessible.Role.StaticText}
    assert focusable <= reached | {None}


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
    assert len(taken) == 19
    assert all(path.stat().st_size > 5_000 for path in taken)
