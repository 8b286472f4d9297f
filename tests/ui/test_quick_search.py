"""The quick search through the real window, by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hankeapp.domain.query import Query, View
from hankeapp.domain.status import Status
from hankeapp.language.folding import fold
from hankeapp.translation import tr
from hankeapp.ui.actions import keys_of
from hankeapp.ui.quick_hits import MOST, Asked, Hit, Scope, places, remoteness
from tests.ui.offices import equip
from tests.ui.person import press_in

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.ui.quick_search import QuickSearch
    from tests.ui.person import Person

pytestmark = pytest.mark.usefixtures("qapp", "look")


def quick(person: Person) -> QuickSearch:
    search = person.workspace.quick._search
    assert search is not None
    return search


def ask(person: Person, words: str) -> list[str]:
    """Ctrl+K and the words; what is offered, headings with a colon."""
    person.press("Ctrl+K")
    person.type(words)
    quick(person).ask()
    return rows(person)


def rows(person: Person) -> list[str]:
    return [f"{row.text}:" if row.is_heading else row.text for row in quick(person).rows.rows]


def is_open(person: Person) -> bool:
    return person.workspace.quick._search is not None and quick(person).isVisible()


def test_a_project_is_found_and_shown(person: Person) -> None:
    person.view(View.ENDED)
    assert person.listed == []
    found = ask(person, "kierto")
    assert found[:2] == [f"{tr('Projects')}:", "CIRCWASTE – Kohti kiertotaloutta"]
    person.press("Return")
    assert not is_open(person)
    assert person.shown.acronym == "CIRCWASTE"
    assert person.focus is person.workspace.list.view


def test_words_in_the_title_come_before_words_in_the_text(person: Person) -> None:
    found = ask(person, "liik")
    assert found[1].startswith("Jokaisella on oikeus liikkua")
    hits = [row for row in quick(person).rows.rows if isinstance(row, Hit)]
    assert hits[0].spans
    assert any("liik" in hit.detail.lower() for hit in hits[1:])


def test_a_view_is_chosen(person: Person) -> None:
    equip(person.workspace.register)
    person.search("porissa")
    person.press("Ctrl+K")
    person.type("hyvinv")
    quick(person).ask()
    assert "Hyvinvointi ja terveys" in rows(person)
    while quick(person).current is None or quick(person).current.text != "Hyvinvointi ja terveys":
        person.press("Down")
    person.press("Return")
    assert person.workspace.list.query.text == 'teema:"Hyvinvointi ja terveys"'
    assert person.workspace.sidebar.entry.label == "Hyvinvointi ja terveys"


def test_views_alone_and_commands_alone_are_asked_for_by_a_sign(person: Person) -> None:
    assert ask(person, "#pää")[0] == f"{tr('Views')}:"
    assert set(rows(person)[1:]) == {View.ENDED.label, View.SOON.label, View.OVERDUE.label}
    person.press("Escape")
    commands = ask(person, ">")
    assert commands[0] == f"{tr('Commands')}:"
    assert len(commands) > MOST
    assert tr("&Quick search…").replace("&", "") not in commands


def test_what_begins_with_the_words_comes_before_what_has_them_inside(person: Person) -> None:
    found = ask(person, ">taul")
    assert found[1] == "Taulukko"
    assert len(found) > 2
    texts = ("Haku", "Haku ja muuta", "Uusi haku", "Tallenna hakuja", "Pikahaku")
    assert [remoteness(text, "haku") for text in texts] == [0, 1, 2, 3, 4]


def test_the_selected_project_is_ended_from_it(person: Person) -> None:
    person.select("CIRCWASTE")
    ask(person, "päätä")
    hit = next(row for row in quick(person).rows.rows if isinstance(row, Hit) and row.text.startswith("Päätä"))
    assert hit.detail == "CIRCWASTE – Kohti kiertotaloutta"
    assert hit.aside == keys_of(person.window.commands["end"])
    while quick(person).current is not hit:
        person.press("Down")
    person.dialog(lambda dialog: press_in(dialog, "Ctrl+Return"))
    person.press("Return")
    assert person.shown.status is Status.ENDED


def test_what_is_not_at_hand_is_not_offered(person: Person) -> None:
    back = tr("&Back to the present").replace("&", "")
    assert back not in ask(person, ">")


def test_recent_projects_and_pinned_searches_are_offered_before_anything_is_typed(person: Person) -> None:
    register = person.workspace.register
    register.searches.pin(register.searches.add("Vedet", Query(text="vesi")), is_pinned=True)
    person.select("Healint")
    person.select("CIRCWASTE")
    person.press("Ctrl+K")
    offered = rows(person)
    assert offered[:2] == [f"{tr('Seen last')}:", "Healint"]
    assert "CIRCWASTE – Kohti kiertotaloutta" not in offered
    assert offered[-2:] == [f"{tr('Pinned searches')}:", "Vedet"]
    person.press("Return")
    assert person.shown.name == "Healint"


def test_what_was_seen_last_is_offered_after_a_restart_too(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "pori.hanke"
    person.answer(path)
    person.choose("save_copy")
    person.window.open_register(path)
    person.select("Healint")
    person.choose("close")
    person.open_example()
    person.press("Ctrl+K")
    assert "Healint" not in rows(person)
    person.press("Escape")
    person.window.open_register(path)
    person.settle()
    person.press("Ctrl+K")
    assert rows(person)[1] == "Healint"
    person.press("Escape")


def test_it_goes_by_its_keys_and_by_a_click_beside_it_and_the_keyboard_returns(person: Person) -> None:
    person.press("Ctrl+F")
    before = person.focus
    for leave in ("Escape", "Ctrl+K"):
        person.press("Ctrl+K")
        assert is_open(person)
        person.press(leave)
        assert not is_open(person)
        assert person.focus is before
    person.press("Ctrl+K")
    QTest.mouseClick(quick(person), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not is_open(person)
    assert person.focus is before


def test_nothing_under_it_is_reached_meanwhile(person: Person) -> None:
    count = person.count(View.ALL)
    person.press("Ctrl+K")
    for keys in ("Ctrl+N", "Tab", "F6", "Ctrl+2", "Alt+Down"):
        person.press(keys)
        assert person.focus is quick(person).field
    assert person.count(View.ALL) == count


def test_it_is_spoken(person: Person) -> None:
    ask(person, "healint")
    field = QAccessible.queryAccessibleInterface(quick(person).field)
    assert field.text(QAccessible.Text.Name) == tr("Quick search")
    person.press("Down")
    assert quick(person).current is not None
    assert field.text(QAccessible.Text.Description) == quick(person).current.spoken


def test_without_matches_it_says_so_and_enter_does_nothing(person: Person) -> None:
    assert ask(person, "xyzzyqwerty") == []
    assert quick(person)._nothing.isVisible()
    person.press("Down")
    person.press("Return")
    assert is_open(person)
    person.press("Escape")


@pytest.mark.parametrize(
    "text", ["'\"((", "a" * 10_000, "🎉", "\ud800", 'teema:"', "-", "#", "> >", "DROP TABLE project"]
)
def test_any_text_is_answered(person: Person, text: str) -> None:
    assert isinstance(person.workspace.quick.found(text), list)


def test_it_goes_with_the_register(person: Person) -> None:
    person.press("Ctrl+K")
    person.press("Escape")
    person.choose("close")
    assert not person.window.commands["quick"].isEnabled()
    person.open_example()
    assert len(ask(person, "healint")) >= 2
    person.press("Escape")


@given(st.text(), st.text(max_size=20))
def test_the_words_stand_where_they_are_said_to(text: str, words: str) -> None:
    found = places(text, words)
    if found is None:
        assert any(word not in fold(text) for word in fold(words).split())
    for begin, end in found or ():
        assert fold(text[begin:end]) in fold(words).split()


def test_a_sign_asks_for_a_scope() -> None:
    assert Asked.of(" > tulosta ") == Asked(Scope.COMMANDS, "tulosta")
    assert Asked.of("#teema") == Asked(Scope.VIEWS, "teema")
    assert Asked.of("a # b") == Asked(Scope.ALL, "a # b")
