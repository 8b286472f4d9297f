"""A window that stays open while another program writes into its register, and the way to what waits in it."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton

from hankeapp.domain.clock import Desk
from hankeapp.domain.parts import Contact
from hankeapp.domain.query import View
from hankeapp.services.opening import open_register
from hankeapp.translation import tr
from tests.ui.accessible import nameless
from tests.ui.person import Person, press_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from hankeapp.domain.project import ProjectId
    from hankeapp.services.register import Register
    from hankeapp.ui.editor import Editor

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def person(path: Path, desk: Desk, tmp_path: Path) -> Iterator[Person]:
    """A person with CIRCWASTE in front of them."""
    person = Person(desk, tmp_path)
    person.window.open_register(path)
    person.select("CIRCWASTE")
    yield person
    person.leave()


@pytest.fixture
def other(path: Path, person: Person, desk: Desk) -> Iterator[Register]:
    """The same register, written by Pekka."""
    with closing(open_register(path, Desk("Pekka", desk.clock))) as register:
        yield register


def save(other: Register, project: ProjectId, **values: object) -> None:
    (read,) = other.projects([project])
    other.save(read, values)


def follow(person: Person) -> None:
    """What the window does every other second."""
    person.window.safety.follow()
    person.settle()


def editor(person: Person, field: str) -> Editor:
    return person.workspace.detail.page.form.editors[field]


def test_what_a_program_beside_writes_is_shown(person: Person, path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from hankeapp.domain.clock import *;"
        "from hankeapp.services.opening import open_register; from hankeapp.domain.project import ProjectId;"
        "register = open_register(Path(sys.argv[1]), Desk('ajo', Clock.standing(2026, 11, 24)));"
        "register.save(*register.projects([ProjectId(sys.argv[2])]), {'acronym': 'KIERTO'});"
        "register.add({'name': 'Uusi yöllinen'}); register.close()"
    )
    before = person.count(View.ALL)
    subprocess.run([sys.executable, "-c", script, str(path), person.shown.id], check=True)
    follow(person)
    assert editor(person, "acronym").content == "KIERTO"
    assert "KIERTO" in person.window.windowTitle()
    assert "Uusi yöllinen" in person.listed
    assert person.count(View.ALL) == before + 1


def test_what_is_being_typed_stays_and_is_not_saved(person: Person, other: Register) -> None:
    project = person.shown
    person.workspace.detail.edit("notes")
    person.type("kesken")
    save(other, project.id, acronym="KIERTO")
    follow(person)
    assert editor(person, "acronym").content == "KIERTO"
    assert editor(person, "notes").content.endswith("kesken")
    assert QApplication.focusWidget() is editor(person, "notes").widget
    assert other.projects([project.id])[0].notes == project.notes
    person.press("Tab")
    (now,) = other.projects([project.id])
    assert (now.acronym, now.notes) == ("KIERTO", editor(person, "notes").content)
    assert person.workspace.detail.drafts == 0


def test_own_changes_are_no_news(person: Person) -> None:
    follow(person)
    person.write("notes", "oma")
    read = []
    person.workspace.changed.connect(lambda: read.append(1))
    follow(person)
    assert read == []


def test_only_the_touched_field_is_a_conflict(person: Person, other: Register) -> None:
    person.workspace.detail.edit("acronym")
    person.type("OMA")
    save(other, person.shown.id, acronym="MUU", notes="Pekan")
    follow(person)
    assert person.workspace.detail.drafts == 0
    person.press("Tab")
    assert person.workspace.detail.drafts == 1
    assert "MUU" in editor(person, "acronym").error
    assert editor(person, "notes").content == "Pekan"
    assert other.projects([person.shown.id])[0].acronym == "MUU"
    person.workspace.detail.edit("acronym")
    person.press("Ctrl+Return")
    assert other.projects([person.shown.id])[0].acronym == "OMA"


def test_the_status_line_leads_to_what_waits(person: Person) -> None:
    waiting = person.shown.id
    person.write("end", "31.2.2026")
    person.select("ILPI")
    lead = person.workspace.status.lead
    assert isinstance(lead, QPushButton)
    assert lead.isVisible()
    lead.setFocus()
    person.press("Space")
    assert person.shown.id == waiting
    assert QApplication.focusWidget() is editor(person, "end").widget
    person.press("Ctrl+Z")
    assert person.workspace.detail.drafts == 0
    assert not lead.isVisible()


def test_it_leads_there_from_a_view_that_does_not_show_the_project(person: Person) -> None:
    waiting = person.shown.id
    person.write("end", "31.2.2026")
    person.view(View.PLANNED)
    person.workspace.status.lead.click()
    assert person.shown.id == waiting
    assert QApplication.focusWidget() is editor(person, "end").widget


def test_what_was_being_typed_in_a_project_that_others_throw_away_is_found_in_the_trash(
    person: Person, other: Register
) -> None:
    gone = person.shown.id
    person.workspace.detail.edit("notes")
    person.type("kesken")
    other.throw_away([gone])
    follow(person)
    assert person.shown.id != gone
    assert person.workspace.detail.drafts == 1
    person.workspace.status.lead.click()
    assert person.shown.id == gone
    assert editor(person, "notes").content.endswith("kesken")


def test_what_was_being_typed_comes_back_with_the_project_out_of_the_trash(person: Person) -> None:
    shown = person.shown.id
    person.write("end", "31.2.2026")
    person.workspace.list.view.setFocus()
    person.press("Del")
    assert person.shown.id != shown
    assert person.workspace.detail.drafts == 1
    person.press("Ctrl+Z")
    person.workspace.show_project(shown)
    assert editor(person, "end").content == "31.2.2026"
    assert editor(person, "end").error


def test_what_was_being_typed_in_a_project_that_others_delete_for_good_is_told_once(
    person: Person, other: Register
) -> None:
    gone = person.shown.id
    person.write("end", "31.2.2026")
    editor(person, "name").hold("Kirja " * 20_000, "Liian pitkä.")
    other.throw_away([gone])
    other.empty_trash()
    person.answer("close")
    follow(person)
    (told,) = person.asked
    assert f"{tr('Ends')}: 31.2.2026" in told
    assert len(told) < 1_000
    assert person.workspace.detail.drafts == 0
    assert not list(person.folder.glob("drafts/*/*"))
    person.press("F5")
    assert person.asked == [told]


def test_it_is_told_at_the_next_opening_where_the_register_was_closed_meanwhile(
    person: Person, other: Register, desk: Desk
) -> None:
    gone = person.shown.id
    person.write("end", "31.2.2026")
    person.window.close()
    other.throw_away([gone])
    other.empty_trash()
    person.answer("close")
    again = Person(desk, person.folder)
    again.window.open_register(other.path)
    again.settle()
    assert len(person.asked) == 1
    assert again.workspace.detail.drafts == 0
    again.leave()


# Choosing between two versions


def both_write(person: Person, other: Register) -> None:
    """The acronym and the notes are written here and by Pekka; the results by Pekka alone."""
    save(other, person.shown.id, acronym="MUU", results="Pekan tulos")
    person.write("acronym", "OMA")
    save(other, person.shown.id, notes="Pekan")
    person.write("notes", "oma")


def choose(*keys: str) -> object:
    """Press keys in the dialog."""

    def press(dialog: QDialog) -> None:
        assert nameless(dialog) == []
        for each in keys:
            press_in(dialog, each)

    return press


def decide(person: Person, *keys: str) -> None:
    """The button of the bar, and keys in the dialog that it opens."""
    person.answer(choose(*keys))
    bar = person.workspace.detail.page.conflict
    assert bar.isVisible()
    bar.findChildren(QPushButton)[0].setFocus()
    person.press("Space")


def test_the_person_chooses_field_by_field_with_the_keyboard(person: Person, other: Register) -> None:
    both_write(person, other)
    assert person.workspace.detail.drafts == 2
    assert editor(person, "results").content == "Pekan tulos"
    decide(person, "Right", "Ctrl+Return")
    (now,) = other.projects([person.shown.id])
    assert (now.acronym, now.notes, now.results) == ("MUU", "oma", "Pekan tulos")
    assert person.workspace.detail.drafts == 0
    assert not person.workspace.detail.page.conflict.isVisible()
    assert QApplication.focusWidget() is editor(person, "acronym").widget


def test_the_version_that_is_not_chosen_comes_back_with_undo(person: Person, other: Register) -> None:
    both_write(person, other)
    decide(person, "Right", "Ctrl+Return")
    told = [each.new for each in other.history(person.shown.id) if each.field == "acronym"]
    assert told[:3] == ["MUU", "OMA", "MUU"]
    person.choose("undo")
    assert person.shown.notes == "Pekan"
    person.choose("undo")
    assert person.shown.acronym == "OMA"


def test_deciding_later_leaves_all_as_it_was(person: Person, other: Register) -> None:
    both_write(person, other)
    decide(person, "Escape")
    (now,) = other.projects([person.shown.id])
    assert (now.acronym, now.notes) == ("MUU", "Pekan")
    assert editor(person, "acronym").content == "OMA"
    assert person.workspace.detail.drafts == 2
    person.select("ILPI")
    assert not person.workspace.detail.page.conflict.isVisible()
    person.workspace.status.lead.click()
    assert person.workspace.detail.page.conflict.isVisible()


def test_the_dialog_tells_what_who_and_when(person: Person, other: Register) -> None:
    both_write(person, other)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.extend(each.accessibleName() for each in dialog.findChildren(QRadioButton))
        press_in(dialog, "Escape")

    person.answer(look)
    person.workspace.foot.decide()
    title = editor(person, "acronym").field.title
    assert seen[0].startswith(f"{title}, ")
    assert seen[0].endswith(": OMA")
    assert seen[1] == f"{title}, Pekka: MUU"
    assert len(seen) == 4


def test_what_changes_again_while_one_chooses_is_not_overwritten(person: Person, other: Register) -> None:
    both_write(person, other)

    def choose_too_late(dialog: QDialog) -> None:
        save(other, person.shown.id, acronym="TAAS")
        follow(person)
        press_in(dialog, "Ctrl+Return")

    person.answer(choose_too_late)
    person.workspace.foot.decide()
    person.settle()
    (now,) = other.projects([person.shown.id])
    assert (now.acronym, now.notes) == ("TAAS", "oma")
    assert "TAAS" in editor(person, "acronym").error


def test_a_row_is_decided_as_a_field_is(person: Person, other: Register) -> None:
    person.workspace.register.parts.save(person.shown, "contacts", [Contact(name="Ada", email="ada@pori.fi")])
    shown = next(each for each in person.workspace.detail.page.form.lists if each.part.name == "contacts")
    shown.items[0].enter()
    mail = shown.items[0].editors["email"]
    mail.widget.setFocus()
    person.press("Ctrl+A")
    person.type("oma@pori.fi")
    (read,) = other.projects([person.shown.id])
    other.parts.save(read, "contacts", [replace(read.contacts[0], email="muu@pori.fi")])
    person.press("Tab")
    assert "muu@pori.fi" in mail.error
    decide(person, "Ctrl+Return")
    assert other.projects([person.shown.id])[0].contacts[0].email == "oma@pori.fi"
    assert person.workspace.detail.drafts == 0
