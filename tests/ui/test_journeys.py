"""Whole ways through the real window, as an office goes them."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.clock import Desk
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.query import View
from hankeapp.domain.status import Status
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.services.opening import open_register
from tests.ui.person import Person, all_projects, button, press_in, take_all_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    yield person
    person.leave()


def test_page_is_taken_in_edited_ended_and_found_again_after_a_restart(person: Person, desk: Desk) -> None:
    register = person.folder / "rekisterit ä 🎉" / "pori.hanke"
    register.parent.mkdir()
    person.answer([EXAMPLE_PAGE], take_all_in, register)
    person.choose("take_in")
    assert person.count(View.ALL) == 30
    assert EXAMPLE_PAGE.name in person.told
    assert person.shown.title == person.listed[0]
    assert person.focus is person.workspace.list.view

    person.search("kiertotalou")
    assert person.listed == ["CIRCWASTE – Kohti kiertotaloutta"]
    person.press("Return")
    person.write("notes", "Loppuraportti puuttuu.")
    assert person.shown.notes == "Loppuraportti puuttuu."

    person.dialog(lambda dialog: press_in(dialog, "Ctrl+Return"))
    person.press("Ctrl+Shift+D")
    assert person.told == "Hanke päätettiin."
    assert person.shown.status is Status.ENDED
    assert person.shown.ended is not None
    assert person.shown.ended.effective == PartialDate(2023)
    person.choose("close")

    again = open_register(register, desk)
    (kept,) = again.projects(again.ids(person_query("kiertotalou")))
    assert (kept.status, kept.notes) == (Status.ENDED, "Loppuraportti puuttuu.")
    again.close()


def person_query(words: str) -> object:
    from hankeapp.domain.query import Query

    return Query(text=words)


def test_passed_ends_are_reviewed_together_and_taken_back(person: Person) -> None:
    person.open_example()
    assert person.count(View.OVERDUE) == 9
    person.press("Ctrl+Shift+O")
    assert person.workspace.review.is_shown
    person.press("Ctrl+Return")
    assert person.count(View.ENDED) == 9
    assert person.count(View.OVERDUE) == 0
    assert person.told == "9 hanketta päätettiin."
    person.press("Ctrl+Z")
    assert person.count(View.ENDED) == 0
    assert person.count(View.OVERDUE) == 9
    person.press("Ctrl+Y")
    assert person.count(View.ENDED) == 9


def test_keyboard_alone_is_enough(person: Person) -> None:
    person.open_example()
    person.press("Ctrl+F")
    person.type("ilpi")
    person.press("Return")
    assert person.focus is person.workspace.list.view
    person.press("Return")
    person.type("Ilmastokestävät pientalot")
    person.press("Tab")
    assert person.shown.name == "Ilmastokestävät pientalot"
    person.press("Ctrl+Z")
    assert person.shown.name == "Ilmastokestävät pientaloalueet"
    person.dialog(lambda dialog: press_in(dialog, "Ctrl+Return"))
    person.press("Ctrl+Shift+D")
    assert person.shown.status is Status.ENDED
    person.dialog(lambda dialog: press_in(dialog, "Ctrl+Return"))
    person.press("Ctrl+Shift+A")
    assert person.shown.status is Status.ACTIVE
    for _ in range(5):
        person.press("F6")
    person.press("Ctrl+2")
    assert person.workspace.list.table.isVisible()


def test_f6_leads_into_the_details_to_what_can_be_done_there(person: Person) -> None:
    person.open_example()
    person.select("ILPI")
    person.workspace.list.view.setFocus()
    person.press("F6")
    assert person.focus is person.workspace.detail.page.head.act
    person.press("F6")
    assert person.focus is person.workspace.toolbar.search.edit
    person.press("Shift+F6")
    person.press("Shift+F6")
    assert person.focus is person.workspace.list.view


def test_an_impossible_date_waits_while_the_rest_is_saved(person: Person) -> None:
    person.open_example()
    person.select("ILPI")
    person.write("end", "31.2.2026")
    assert person.shown.end == PartialDate(2026)
    assert person.workspace.detail.drafts == 1
    assert "1 kenttä odottaa korjausta" in person.workspace.status.text
    person.write("notes", "Kysytty uutta päivää.")
    assert person.shown.notes == "Kysytty uutta päivää."
    person.select("Healint")
    person.select("ILPI")
    assert person.workspace.detail.drafts == 1
    person.write("end", "28.2.2026")
    assert person.shown.end == PartialDate(2026, 2, 28)
    assert person.workspace.detail.drafts == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "on tyhjä tiedosto"),
        (b"ei rekisteri, vaan kirje", "ei ole hankerekisteri"),
        (b"SQLite format 3\0" + bytes(200), "ei ole hankerekisteri"),
    ],
)
def test_a_wrong_file_is_told_and_left_alone(person: Person, content: bytes, sentence: str) -> None:
    person.open_example()
    wrong = person.folder / "väärä.hanke"
    wrong.write_bytes(content)
    person.answer(wrong, "close")
    person.choose("open")
    assert sentence in person.asked[-1]
    assert wrong.read_bytes() == content
    assert person.count(View.ALL) == 30


def test_page_goes_out_as_it_came_in(person: Person) -> None:
    person.open_example()
    page = person.folder / "sivu.txt"
    person.answer(page)
    person.choose("export")
    assert page.read_bytes() == EXAMPLE_PAGE.read_bytes()
    assert hashlib.sha256(page.read_bytes()).hexdigest().startswith("f1336af51bdcbfe0")


def test_change_made_elsewhere_is_not_overwritten(person: Person, desk: Desk) -> None:
    path = person.folder / "r.hanke"
    person.answer(path)
    person.choose("create")
    person.begin("Yhteinen hanke")
    elsewhere = open_register(path, Desk("toinen", desk.clock))
    (project,) = all_projects(person)
    elsewhere.save(project, {"notes": "toisen muistiinpano"})
    person.write("notes", "oma muistiinpano")
    assert person.workspace.detail.drafts == 1
    assert all_projects(person)[0].notes == "toisen muistiinpano"
    person.write("results", "Tulos.")
    assert all_projects(person)[0].results == "Tulos."
    elsewhere.close()


def test_new_register_is_private_and_remembered(person: Person) -> None:
    path = person.folder / "uusi.hanke"
    person.answer(path)
    person.press("Ctrl+Shift+N")
    assert person.count(View.ALL) == 0
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    person.choose("close")
    assert [each.path for each in person.window.settings.recent] == [path]
    person.answer(path, "close")
    person.choose("create")
    assert "on jo tiedosto" in person.asked[-1]


def test_text_without_projects_makes_nothing(person: Person) -> None:
    letter = person.folder / "kirje.txt"
    letter.write_text("Hei\n", "utf-8")
    person.answer([letter], "close")
    person.choose("take_in")
    assert "ei tunnistettu hankkeita" in person.asked[-1]
    assert person.window.workspace is None


def test_many_are_ended_at_once_and_taken_back(person: Person) -> None:
    person.open_example()
    person.view(View.ACTIVE)
    person.workspace.list.view.selectAll()
    person.settle()
    assert len(person.workspace.selected) == 30
    person.dialog(lambda dialog: press_in(dialog, "Escape"))
    person.choose("end")
    assert person.count(View.ENDED) == 0


def test_words_and_colours_change_while_the_window_is_open(person: Person) -> None:
    person.open_example()
    for command in ("dark_theme", "larger", "larger", "light_theme", "normal"):
        person.choose(command)
    assert person.window.settings.text_scale == 1.0
    assert button(person.window, "Uusi hanke").isVisible()


def test_the_example_is_kept_by_a_copy(person: Person) -> None:
    person.open_example()
    person.press("Ctrl+Shift+O")
    person.press("Ctrl+Return")
    kept = person.folder / "pori.hanke"
    person.answer(kept)
    person.press("Ctrl+Shift+S")
    assert person.workspace.register.path == kept
    assert person.count(View.ENDED) == 9
    assert [each.path for each in person.window.settings.recent] == [kept]
    person.answer(kept, "close")
    person.choose("save_copy")
    assert "on jo tiedosto" in person.asked[-1]


@pytest.mark.parametrize("command", ["end", "print", "export", "save_copy"])
def test_a_field_that_waits_is_shown_before_anything_else_is_done(person: Person, command: str) -> None:
    person.open_example()
    person.select("CIRCWASTE")
    person.write("end", "31.2.2026")
    person.workspace.list.view.setFocus()
    person.choose("table")
    person.choose(command)
    assert person.told.startswith("Korjaa ensin tämä kenttä")
    assert person.focus.objectName() == "end"
    assert not person.asked
    person.press("Ctrl+Z")
    assert person.workspace.settle()


def test_the_keyboard_goes_along_into_the_review_and_out_of_it(person: Person) -> None:
    person.open_example()
    assert person.focus is person.workspace.list.view
    person.press("Ctrl+Shift+O")
    assert person.focus is person.workspace.review.view.table
    person.press("Space")
    person.press("Ctrl+Return")
    assert person.count(View.OVERDUE) == 1
    assert person.focus is person.workspace.review.view.table
    person.press("Space")
    person.press("Ctrl+Return")
    assert person.count(View.OVERDUE) == 0
    assert person.focus is person.workspace.sidebar.tree


def test_opening_a_project_from_the_review_leaves_the_keyboard_in_the_list(person: Person) -> None:
    person.open_example()
    person.press("Ctrl+Shift+O")
    opener = button(person.window, "Avaa valittu hanke")
    opener.setFocus()
    opener.click()
    person.settle()
    assert person.shown.title == "Healint"
    assert person.focus is person.workspace.list.view
