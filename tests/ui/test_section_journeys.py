"""One way through each section of a project, by the keyboard: gone to, written in, read back, taken back."""

from __future__ import annotations

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Group, field_of
from hankeapp.domain.parts import DeadlineKind, Role
from hankeapp.domain.project import Project
from hankeapp.domain.values import Cents, Share
from hankeapp.translation import tr
from tests.ui.person import Person

PROJECT = "Mahanpuruja"


class Reader(Person):
    """Someone who goes through the sections of a project."""

    def go(self, group: Group) -> None:
        """Open a section with Ctrl+PgDown."""
        self.select(PROJECT)
        self.workspace.detail.edit()
        tabs = self.workspace.detail.page.tabs
        names = [each.group for each in self.workspace.detail.page.form.sections]
        for _ in names:
            if names[tabs.currentIndex()] is group:
                return
            self.press("Ctrl+PgDown")
        raise AssertionError(f"Ctrl+PgDown does not reach {group}")

    def tab_to(self, name: str) -> None:
        for _ in range(60):
            if self.focus.objectName() == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {name}")

    def fill(self, **texts: str) -> None:
        """Write into the fields of these names, one after another."""
        for name, text in texts.items():
            self.tab_to(name)
            self.press("Ctrl+A")
            self.type(text)
        self.press("Tab")

    def add(self, part: str) -> None:
        self.tab_to(f"add_{part}")
        self.press("Space")


@pytest.fixture
def person(qapp, look, desk, tmp_path):
    person = Reader(desk, tmp_path)
    person.open_example()
    yield person
    person.leave()


def test_basics(person: Reader) -> None:
    person.go(Group.BASICS)
    person.fill(acronym="MAMU")
    person.tab_to("themes")
    person.type("Muovi")
    person.press("Ctrl+Return")
    person.add("contacts")
    person.fill(name="Maija Meikäläinen", title="projektipäällikkö", email="maija@pori.fi")
    shown = person.shown
    assert shown.title.startswith("MAMU – Mahanpuruja")
    assert person.workspace.names.text(field_of(Project, "themes"), shown.themes) == "Muovi"
    assert [(each.name, each.email) for each in shown.contacts][-1] == ("Maija Meikäläinen", "maija@pori.fi")
    assert person.workspace.detail.page.head.title.text().startswith("MAMU")


def test_duration_and_status(person: Reader) -> None:
    person.go(Group.SCHEDULE)
    before = person.shown.end
    person.fill(start="tammikuu 2022", end="kevät 2027")
    assert (person.shown.start, str(person.shown.end)) == (PartialDate(2022, 1), "kevät 2027")
    person.add("deadlines")
    person.type("Loppu")
    person.press("Tab")
    person.fill(due="30.6.2027")
    assert [(each.kind, each.due) for each in person.shown.deadlines] == [
        (DeadlineKind.FINAL_REPORT, PartialDate(2027, 6, 30))
    ]
    person.press("Escape")
    for _ in range(2):
        person.press("Ctrl+Z")
    assert (person.shown.deadlines, person.shown.end) == ((), before)


def test_funding(person: Reader) -> None:
    person.go(Group.FUNDING)
    person.fill(budget_whole="1 234,5 €", budget_city="50 t€")
    assert (person.shown.budget_whole, person.shown.budget_city) == (Cents(123_450), Cents(5_000_000))
    count = len(person.shown.fundings)
    person.add("fundings")
    person.type("Ympäristöministeriö")
    person.press("Ctrl+Return")
    person.fill(fund="EAKR", rate="80")
    person.press("Escape")
    made = person.shown.fundings[-1]
    assert (len(person.shown.fundings), made.fund, made.rate) == (count + 1, "EAKR", Share(8000))
    person.press("Del")
    assert len(person.shown.fundings) == count


def test_partners(person: Reader) -> None:
    person.go(Group.PARTNERS)
    person.add("participations")
    person.type("Kum")
    person.press("Tab")
    person.type("Satakunnan ammattikorkeakoulu")
    person.press("Ctrl+Return")
    person.press("Escape")
    last = person.shown.participations[-1]
    assert last.role is Role.PARTNER
    assert person.workspace.register.lists.name_of(last.organisation or "") == "Satakunnan ammattikorkeakoulu"


def test_description_and_results(person: Reader) -> None:
    person.go(Group.DESCRIPTION)
    before = person.shown.public_text
    person.fill(objectives="Vähemmän muovia mereen.", results="Kaksi rantaa siivottiin.")
    person.tab_to("public_text")
    person.press("Ctrl+End")
    person.type(" Lisää.")
    person.press("Ctrl+Return")
    shown = person.shown
    assert (shown.objectives, shown.results) == ("Vähemmän muovia mereen.", "Kaksi rantaa siivottiin.")
    assert shown.public_text == f"{before} Lisää."
    desk = person.workspace.page_text
    desk.follow()
    person.press("Tab")
    assert person.focus is desk.button
    seen = []
    person.dialog(lambda dialog: seen.append((dialog.page.toPlainText(), dialog.now.toPlainText())))
    person.press("Space")
    assert seen == [(before, shown.public_text)]


def test_links(person: Reader) -> None:
    person.go(Group.LINKS)
    count = len(person.shown.links)
    person.add("links")
    person.fill(address="https://www.pori.fi/mahanpuruja", caption="Hankkeen sivu")
    person.press("Escape")
    made = person.shown.links[-1]
    assert (made.address, made.caption) == ("https://www.pori.fi/mahanpuruja", "Hankkeen sivu")
    person.press("Ctrl+Z")
    person.press("Ctrl+Z")
    assert len(person.shown.links) == count


def test_history(person: Reader) -> None:
    person.go(Group.FUNDING)
    person.fill(budget_whole="12 500")
    page = person.workspace.detail.page
    page.tabs.setFocus()
    for _ in page.form.sections:
        person.press("Right")
    assert page.is_history
    assert any("12\N{NO-BREAK SPACE}500" in row.text for row in page.history.rows)
    person.press("Ctrl+Z")
    assert person.shown.budget_whole is None
    person.press("Left")
    assert not page.is_history


def test_an_unused_part_is_one_line_and_a_section_goes_where_nothing_can_be_added(person: Reader) -> None:
    person.select(PROJECT)
    page = person.workspace.detail.page
    assert page.tabs.tabText(0) == tr("Basics")
    shown = {section.group for section in page.form.sections if not section.isHidden()}
    assert shown == set(Group)
    assert not any(editor.widget.isHidden() for editor in page.form.editors.values())
    assert all(each.add.isVisibleTo(page.form) and not each.isHidden() for each in page.form.lists if not each.items)
    person.workspace.detail.set_read_only(True)
    person.workspace.detail.show_project(person.shown)
    person.settle()
    unused = {section.group for section in page.form.sections if section.isHidden()}
    assert Group.LINKS in unused
    person.workspace.detail.set_read_only(False)
