"""A project with everything in it, entered from nothing by the keyboard alone; every key press is counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.parts import Contact, PeriodKind, Role
from hankeapp.translation import tr
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from hankeapp.domain.clock import Desk

pytestmark = pytest.mark.usefixtures("qapp", "look")

MOST_KEYS = 253
"""Key presses for the whole of CIRCWASTE, its long texts apart: there may come to be fewer, never more."""


class Counted(Person):
    """A person whose key presses are counted."""

    keys = 0

    def press(self, keys: str) -> None:
        self.keys += 1
        super().press(keys)

    def strike(self, letter: str) -> None:
        self.keys += 1
        super().strike(letter)

    def press_in(self, dialog: QDialog, keys: str) -> None:
        self.keys += 1
        super().press_in(dialog, keys)

    def tab_to(self, name: str) -> None:
        """Go on with Tab until a field or a button has the focus."""
        for _ in range(40):
            if self.focus.objectName() == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {name}")

    def fill(self, *texts: str) -> None:
        """Write into one field after another."""
        for text in texts:
            self.type(text)
            self.press("Tab")


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Counted]:
    person = Counted(desk, tmp_path)
    person.answer(tmp_path / "pori.hanke")
    person.choose("create")
    yield person
    person.leave()


def test_circwaste_is_entered_with_the_keyboard_alone(person: Counted) -> None:
    person.begin("Kohti kiertotaloutta", "CIRCWASTE")
    person.tab_to("unit")
    person.type("Elinvoima ja ympäristö")
    person.press("Ctrl+Return")
    person.tab_to("city_role")
    person.type("Osat")

    person.press("Ctrl+PgDown")
    person.fill("2016", "2023")
    person.tab_to("add_periods")
    person.press("Space")
    person.fill("Os", "2016", "2021")
    person.press("Tab")
    person.type("Porin ja Prizztechin osahankkeet")
    person.press("Ctrl+Return")
    person.fill("V", "2021", "2023")
    person.press("Tab")
    person.type("Resurssiviisas kiertotalouden tiekartta")
    person.press("Return")
    person.press("Escape")

    person.press("Ctrl+PgDown")
    person.tab_to("add_fundings")
    person.press("Space")
    person.type("Euroopan unioni")
    person.press("Ctrl+Return")
    person.tab_to("programme")
    person.type("LIFE")
    person.press("Escape")

    person.press("Ctrl+PgDown")
    person.press("Space")
    person.fill("Koo")
    person.type("Suomen ympäristökeskus")
    person.press("Ctrl+Return")
    person.press("Ctrl+Return")
    person.fill("Osat")
    person.type("Prizztech Oy")
    person.press("Ctrl+Return")
    person.press("Escape")

    made = person.shown
    assert (made.title, made.start, made.end) == (
        "CIRCWASTE – Kohti kiertotaloutta",
        PartialDate(2016),
        PartialDate(2023),
    )
    assert [(each.kind, each.start, each.end, each.concerns) for each in made.periods] == [
        (PeriodKind.SUBPROJECT, PartialDate(2016), PartialDate(2021), "Porin ja Prizztechin osahankkeet"),
        (PeriodKind.PHASE, PartialDate(2021), PartialDate(2023), "Resurssiviisas kiertotalouden tiekartta"),
    ]
    called = person.workspace.register.lists.name_of
    assert [(called(each.funder or ""), each.programme) for each in made.fundings] == [("Euroopan unioni", "LIFE")]
    assert [(each.role, called(each.organisation or "")) for each in made.participations] == [
        (Role.COORDINATOR, "Suomen ympäristökeskus"),
        (Role.CO_IMPLEMENTER, "Prizztech Oy"),
    ]
    assert called(made.unit or "") == "Elinvoima ja ympäristö"
    assert person.workspace.detail.drafts == 0
    assert person.keys <= MOST_KEYS


def test_a_row_is_removed_with_a_word_and_taken_back(person: Counted) -> None:
    person.begin("Jokiranta")
    person.tab_to("add_contacts")
    person.press("Space")
    person.fill("Maija", "projektipäällikkö")
    person.press("Escape")
    (kept,) = person.shown.contacts
    person.press("Del")
    assert person.shown.contacts == ()
    noun = tr("contact")
    assert person.told == tr("“{name}”: {part} removed.", name="Jokiranta", part=noun)
    assert person.focus.objectName() == "add_contacts"
    person.press("Ctrl+Z")
    assert person.shown.contacts == (kept,)
    assert person.focus.accessibleName().endswith(str(kept.title))
    person.press("Ctrl+Y")
    assert person.shown.contacts == ()


def test_rows_follow_the_project_that_is_shown(person: Counted) -> None:
    first = person.workspace.register.add({"name": "Aamu"})
    person.workspace.register.add({"name": "Ilta"})
    person.select("Aamu")
    person.workspace.detail.edit()
    person.tab_to("add_decisions")
    person.press("Space")
    person.type("PRIDno-2019-1105")
    person.press("Alt+Down")
    assert person.shown.name == "Ilta"
    assert person.focus.objectName() == "add_decisions"
    assert not [item for each in person.workspace.detail.page.form.lists for item in each.items]
    (kept,) = person.workspace.register.projects([first.id])
    assert [replace(each, id="").diary_number for each in kept.decisions] == ["PRIDno-2019-1105"]


def test_a_row_that_waits_is_shown_before_anything_else_is_done(person: Counted) -> None:
    person.workspace.register.add({"name": "Aamu"})
    person.select("Aamu")
    person.workspace.detail.edit("notes")
    person.tab_to("add_links")
    person.press("Space")
    person.type("www.pori.fi")
    person.press("Tab")
    assert person.workspace.detail.drafts == 1
    assert "1 kenttä odottaa korjausta" in person.workspace.status.text
    person.workspace.list.view.setFocus()
    person.choose("end")
    assert person.told.startswith("Korjaa ensin tämä kenttä")
    assert person.focus.objectName() == "address"
    person.type("https://www.pori.fi")
    person.press("Return")
    assert [each.address for each in person.shown.links] == ["https://www.pori.fi"]
    assert person.workspace.detail.drafts == 0


def test_what_is_worth_a_second_look_stands_at_its_row(person: Counted) -> None:
    rows = (Contact(name="Maija", email="maija(at)pori.fi"), Contact(name="Matti", email="matti@pori.fi"))
    person.workspace.register.add({"name": "Aamu", "contacts": rows})
    person.select("Aamu")
    lists = {each.part.name: each for each in person.workspace.detail.page.form.lists}
    first, second = lists["contacts"].items
    assert first.warnings is not None
    assert "maija(at)pori.fi" in first.warnings.text
    assert first.summary.accessibleDescription() == first.warnings.text
    assert second.warnings is None or not second.warnings.text
    first.summary.setFocus()
    person.press("Return")
    person.tab_to("email")
    person.type("maija@pori.fi")
    person.press("Return")
    assert not first.warnings.text
