"""A field that waits for a correction stands in nobody's way: everything else goes on, and it is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.translation import tr

if TYPE_CHECKING:
    from tests.ui.person import Person

WRONG = "31.2.2026"


def test_pages_and_new_projects_are_open_while_a_field_waits(person: Person) -> None:
    person.select("CIRCWASTE")
    waiting = person.shown.id
    person.write("end", WRONG)
    workspace = person.workspace
    for command, desk in (("lists", workspace.lists), ("quality", workspace.quality), ("history", workspace.history)):
        person.choose(command)
        person.finish_tasks()
        assert desk.is_shown
        assert workspace.detail.drafts == 1
        workspace.leave_page()
    person.begin("Uimala")
    assert person.shown.title == "Uimala"
    workspace.status.lead.click()
    assert person.shown.id == waiting
    assert workspace.detail.page.form.editors["end"].content == WRONG


def test_what_has_to_wait_for_the_field_says_so(person: Person) -> None:
    person.select("CIRCWASTE")
    person.write("notes", "Soita.")
    person.write("end", WRONG)
    first = tr("Correct this field first, or take its change back with Ctrl+Z.")
    (entry, *_) = person.workspace.register.history(person.shown.id)
    for act in (lambda: person.workspace.history.restore(entry), lambda: person.choose("restore")):
        person.workspace.snackbar.dismiss()
        act()
        assert person.told == first
        assert person.focus.objectName() == "end"
