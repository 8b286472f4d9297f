"""Ways through the search of the real window: filters typed, suggested and built, near words, doubts, dead ends."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget

from hankeapp.domain.clock import Desk
from hankeapp.domain.query import Query, View
from hankeapp.services.opening import create_example
from hankeapp.translation import trn
from hankeapp.ui import filter_desk, formatting
from hankeapp.ui.filter_builder import FilterBuilder
from tests.ui.accessible import nameless
from tests.ui.person import Person, press_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from hankeapp.domain.clock import Clock
    from hankeapp.ui.search_field import SearchField

pytestmark = pytest.mark.usefixtures("qapp", "look")

EU_PROJECTS = 5


@pytest.fixture
def person(clock: Clock, tmp_path: Path) -> Iterator[Person]:
    person = Person(Desk("testaaja", clock, tmp_path / "cache"), tmp_path)
    person.open_example()
    person.finish_tasks()
    assert person.workspace.register.search.make_ready()
    yield person
    person.leave()


def field(person: Person) -> SearchField:
    return person.workspace.toolbar.search


def chips(person: Person) -> list[str]:
    edit = field(person).edit
    return [edit.text()[chip.start : chip.end] for chip in edit.chips]


def write(person: Person, text: str) -> None:
    """Type into the field, and stop for a moment."""
    person.type(text)
    field(person)._rest()
    person.settle()


def offered(person: Person) -> list[str]:
    return [row.text for row in field(person).popup.rows if not row.is_heading]


def told(person: Person) -> str:
    """What stands above the list, or in its place, once it has been looked into."""
    person.finish_tasks()
    parts = (person.workspace.list.notes, person.workspace.list.nothing)
    labels = [each for part in parts if part.isVisible() for each in part.findChildren(QLabel)]
    return " ".join(each.text() for each in labels if each.isVisible())


def test_a_filter_that_is_typed_becomes_a_chip_and_stays_text(person: Person) -> None:
    person.press("Ctrl+F")
    write(person, "rahoittaja:Euroopan ")
    assert chips(person) == ["rahoittaja:Euroopan"]
    assert len(person.listed) == EU_PROJECTS
    write(person, "-ohitettu")
    some = len(person.listed)
    assert 0 < some < EU_PROJECTS
    person.press("Return")
    assert chips(person) == ["rahoittaja:Euroopan", "-ohitettu"]
    assert person.focus is person.workspace.list.view
    person.press("Ctrl+F")
    person.press("Ctrl+C")
    assert QApplication.clipboard().text() == "rahoittaja:Euroopan -ohitettu"
    person.press("End")
    person.press("Backspace")
    assert chips(person) == ["rahoittaja:Euroopan"]
    person.press("Ctrl+Z")
    assert field(person).text == "rahoittaja:Euroopan -ohitettu"
    person.press("Escape")
    assert len(person.listed) == person.count(View.ALL)


def test_a_suggestion_is_chosen_by_keyboard(person: Person) -> None:
    person.press("Ctrl+F")
    write(person, "til")
    assert offered(person)[0].startswith("tila")
    person.press("Tab")
    assert field(person).text == "tila:"
    field(person)._rest()
    assert {"aktiivinen", "päättynyt"} <= set(offered(person))
    assert person.focus is field(person).edit
    person.press("Down")
    chosen = field(person).popup.current
    assert chosen is not None
    assert field(person).edit.accessibleDescription().startswith(chosen.text)
    person.press("Return")
    assert field(person).text == f"tila:{chosen.text} "
    assert chips(person) == [f"tila:{chosen.text}"]
    assert not offered(person)


def test_enter_without_a_choice_searches_what_is_written(person: Person) -> None:
    person.press("Ctrl+F")
    write(person, "rahoittaja:Eur")
    assert offered(person)
    person.press("Return")
    assert not offered(person)
    assert person.focus is person.workspace.list.view
    assert field(person).text == "rahoittaja:Eur"


def test_what_is_offered_fits_what_is_written_however_quickly_it_was(person: Person) -> None:
    person.press("Ctrl+F")
    write(person, "til")
    person.type("a:suun")
    person.press("Tab")
    assert field(person).text == "tila:suunnitteilla "


def test_another_filter_goes_behind_the_one_that_is_written(person: Person) -> None:
    person.press("Ctrl+F")
    write(person, "rahoittaja:Eur")
    for _ in range(1 + offered(person).index("tila:")):
        person.press("Down")
    person.press("Return")
    assert field(person).text == "rahoittaja:Eur tila:"


def test_filters_are_built_by_keyboard_alone(person: Person) -> None:
    def build(dialog: QDialog) -> None:
        assert isinstance(dialog, FilterBuilder)
        assert nameless(dialog) == []
        for keys in ("Tab", "Down", "Space"):
            press_in(dialog, keys)
        assert field(person).text == "tila:aktiivinen ympäristö"
        assert str(len(person.listed)) in dialog._show.text()
        press_in(dialog, "Return")

    person.search("ympäristö")
    before = len(person.listed)
    person.dialog(build)
    person.press("Ctrl+Shift+R")
    assert field(person).text == "tila:aktiivinen ympäristö"
    assert len(person.listed) == before


def test_building_filters_can_be_given_up(person: Person) -> None:
    def build(dialog: QDialog) -> None:
        for keys in ("Tab", "Space", "Escape"):
            press_in(dialog, keys)

    person.search("ympäristö päättyy:<2027")
    before = person.listed
    person.dialog(build)
    field(person).build.click()
    assert (field(person).text, person.listed) == ("ympäristö päättyy:<2027", before)


def test_the_builder_counts_what_the_register_holds(person: Person) -> None:
    seen: dict[str, list[str]] = {}

    def build(dialog: QDialog) -> None:
        assert isinstance(dialog, FilterBuilder)
        for name in ("status", "funder", "kind", "missing", "has", "unit", "theme", "role"):
            dialog.choose(name)
            values = dialog.page.fields[0]
            assert isinstance(values, QListWidget)
            seen[name] = [values.item(row).text() for row in range(values.count())]
        press_in(dialog, "Escape")

    person.dialog(build)
    person.press("Ctrl+Shift+R")
    assert f"aktiivinen ({person.count(View.ALL)})" in seen["status"]
    assert f"Euroopan unioni ({EU_PROJECTS})" in seen["funder"]
    assert all(seen[name] for name in ("kind", "missing", "has", "unit", "role"))
    assert seen["theme"] == []


def test_a_near_word_is_told_and_can_be_taken_or_shut_out(person: Person) -> None:
    person.search("kiertotalus")
    assert person.listed == ["CIRCWASTE – Kohti kiertotaloutta"]
    assert "kiertotalous" in told(person)
    person.workspace.list.notes.first_requested.emit()
    assert field(person).text == "kiertotalous"
    assert told(person) == ""
    person.search("kiertotalus")
    person.workspace.list.notes.second_requested.emit()
    assert person.listed == []
    assert "kiertotalus" in told(person)


def test_what_was_not_understood_is_told_and_searched_as_text(person: Person) -> None:
    person.search("tilaa:aktiivinen ympäristö")
    assert "tilaa:" in told(person)
    assert chips(person) == []
    person.search("tila:aktiivinen ympäristö")
    assert told(person) == ""
    assert person.listed


def test_a_search_without_hits_offers_the_ways_out(person: Person) -> None:
    person.search("tila:suunnitteilla ympäristö")
    assert person.listed == []
    assert "tila:suunnitteilla" in told(person)
    person.workspace.list.nothing.acted.emit()
    assert field(person).text == "ympäristö"
    assert person.listed
    person.view(View.ENDED)
    assert person.listed == []
    person.finish_tasks()
    person.workspace.list.nothing.acted.emit()
    assert person.workspace.list.query.view is View.ALL
    assert person.listed
    person.search("perhonen")
    person.workspace.list.nothing.quietly_acted.emit()
    assert field(person).text == ""
    assert len(person.listed) == person.count(View.ALL)


def test_searches_that_were_used_are_offered_again_and_can_be_forgotten(person: Person) -> None:
    person.search("kiertotalous")
    person.search("tila:aktiivinen ilmasto")
    person.press("Ctrl+F")
    person.press("Escape")
    person.press("Down")
    assert offered(person)[:2] == ["tila:aktiivinen ilmasto", "kiertotalous"]
    person.press("Down")
    person.press("Down")
    person.press("Return")
    assert field(person).text == "kiertotalous"
    assert person.listed == ["CIRCWASTE – Kohti kiertotaloutta"]
    assert person.focus is field(person).edit
    person.press("Escape")
    person.press("Down")
    person.press("Up")
    person.press("Return")
    assert person.window.settings.searches == ()
    person.press("Down")
    assert person.workspace.list.view.hasFocus()


def test_nothing_is_offered_between_words_or_of_a_word_that_means_no_filter(person: Person) -> None:
    person.press("Ctrl+F")
    write(person, "kiertotalous ")
    assert offered(person) == []
    write(person, "xyzzy")
    assert offered(person) == []
    person.press("Tab")
    assert person.focus is not field(person).edit


def test_the_mouse_takes_a_chip_away(person: Person) -> None:
    from PySide6.QtTest import QTest

    person.search("rahoittaja:Euroopan ilmasto")
    edit = field(person).edit
    place = edit.close_box(edit.chips[0]).center().toPoint()
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert field(person).text == "ilmasto"


def test_of_a_large_register_suggestions_come_from_beside_the_window(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filter_desk, "LARGE", 1)
    person.press("Ctrl+F")
    write(person, "rahoittaja:Eur")
    assert offered(person) == []
    write(person, "oopan")
    person.finish_tasks()
    person.finish_tasks()
    assert "Euroopan unioni" in offered(person)
    person.press("Down")
    person.press("Return")
    assert field(person).text == 'rahoittaja:"Euroopan unioni" '


def test_the_status_line_tells_how_many_of_how_many_were_found(person: Person) -> None:
    def foot() -> str:
        return person.workspace.status.count_text

    person.press("Ctrl+F")
    write(person, "rahoittaja:Euroopan")
    assert foot() == trn("{n} match among {all} projects", "{n} matches among {all} projects", EU_PROJECTS, all=30)
    person.view(View.OVERDUE)
    found = len(person.listed)
    assert foot() == trn("{n} match among {all} projects", "{n} matches among {all} projects", found, all=9)
    person.view(View.ALL)
    person.workspace.list.select(person.workspace.list.model.id_at(0))
    person.choose("throw_away")
    assert foot() == trn("{n} match among {all} projects", "{n} matches among {all} projects", EU_PROJECTS - 1, all=29)
    field(person).clear_words()
    assert foot().startswith(formatting.count_text(29))


def test_who_found_nothing_writes_on_and_sees_why(person: Person) -> None:
    person.press("Ctrl+F")
    write(person, "perhonen tila:aktiivinen")
    assert offered(person)
    person.press("Return")
    assert not offered(person)
    assert "perhonen" in told(person)
    assert person.focus is field(person).edit
    person.press("Ctrl+A")
    write(person, "kiertotalous")
    assert len(person.listed) == 1
    assert person.focus is field(person).edit
    person.press("Return")
    assert person.focus is person.workspace.list.view


def test_over_what_is_said_of_an_unknown_value_nothing_is_offered(person: Person) -> None:
    person.press("Ctrl+F")
    write(person, "rahoittaja:xyzzy")
    assert not offered(person)
    write(person, " tila:")
    assert offered(person)


def follow(person: Person) -> None:
    """Let the list come after what is typed."""
    for _ in field(person).text:
        person.finish_tasks()


def test_the_list_follows_what_is_typed(person: Person) -> None:
    person.press("Ctrl+F")
    person.type("hulev")
    follow(person)
    assert person.workspace.list.query.text == "hulev"
    assert 0 < len(person.listed) < person.count(View.ALL)
    person.type("xyzzy")
    follow(person)
    assert not person.listed
    person.press("Escape")
    assert person.workspace.list.query.text == ""


def test_an_answer_that_fits_the_window_no_more_is_not_shown(person: Person) -> None:
    person.press("Ctrl+F")
    person.type("hulev")
    person.view(View.ENDED)
    person.press("Escape")
    follow(person)
    person.finish_tasks()
    assert (person.workspace.list.query.view, person.workspace.list.query.text) == (View.ENDED, "")


def test_two_windows_search_one_register_by_one_index(clock: Clock, tmp_path: Path) -> None:
    desk = Desk("testaaja", clock, tmp_path / "cache")
    with closing(create_example(tmp_path / "yhteinen.hanke", desk)):
        pass
    both = []
    for name in ("yksi", "kaksi"):
        (tmp_path / name).mkdir()
        both.append(Person(desk, tmp_path / name))
        both[-1].window.open_register(tmp_path / "yhteinen.hanke")
        assert both[-1].workspace.register.search.make_ready()
    first, second = both
    first.workspace.register.add({"name": "Pölyttäjien niitty"})
    for person in (first, second, first):
        person.workspace.show_query(Query(text="hulevesiä"))
        assert len(person.listed) == 1
        person.workspace.show_query(Query(text="pölyttäjä"))
        assert person.listed == ["Pölyttäjien niitty"]
        assert not person.workspace.list.model.found.doubts
    for person in both:
        person.leave()


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        '"' * 10_001,
        "tila:" * 2_000,
        "!!! ??? ... ,,, ;;;",
        'joki AND (meri OR NOT NEAR("hule" vesi, 2)) ^a* {b}:c',
        "'; DROP TABLE project; --",
        "😀 👨‍👩‍👧 \ud83d",
        "”a “b 'c",
    ],
)
def test_whatever_is_written_the_list_answers(person: Person, text: str) -> None:
    edit = field(person).edit
    person.press("Ctrl+F")
    edit.setText(text)
    field(person)._rest()
    person.press("Return")
    person.finish_tasks()
    assert person.listed or "Ei osumia" in told(person)
    field(person).clear_words()
    assert len(person.listed) == person.count(View.ALL)
