"""An entry of a list that another window deleted while this one offers it: told at the field, and nothing is lost."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import QTimer

from hankeapp.domain.kept_lists import KeptList
from hankeapp.services.opening import open_register
from hankeapp.translation import tr

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def elsewhere(person, desk):
    """The same file in another window."""
    with closing(open_register(person.workspace.register.path, desk)) as other:
        yield other


def offer(person, elsewhere, kept, name):
    """A new entry that the window knows and nobody has chosen, deleted elsewhere afterwards."""
    elsewhere.keeping.add(kept, name)
    person.press("F5")
    # Every other second the window follows what others did: a laden machine takes as long to write a word.
    for timer in person.window.safety.findChildren(QTimer):
        timer.stop()
    names = person.workspace.names
    field = next(each.field for each in person.workspace.detail.page.form.editors.values() if _is_of(each.field, kept))
    assert name in names.choices(field).values()
    elsewhere.keeping.remove(next(each for each in elsewhere.keeping.entries(kept) if each.name == name))


def _is_of(field, kept):
    return field.values == kept.values if kept.values else field.refers == kept.table


@pytest.mark.parametrize(("kept", "field"), [(KeptList.UNITS, "unit"), (KeptList.THEMES, "themes")])
def test_what_was_chosen_waits_and_is_added_again_by_the_keyboard(person, elsewhere, kept, field):
    person.select("CIRCWASTE")
    before = getattr(person.shown, field)
    offer(person, elsewhere, kept, "Satamalaitos")
    editor = person.workspace.detail.page.form.editors[field]

    person.write(field, "Satamalaitos")
    assert tr("“{name}” was deleted from the list meanwhile.", name="Satamalaitos") in editor.error
    assert editor.widget.text() == "Satamalaitos"
    assert getattr(elsewhere.projects([person.shown.id])[0], field) == before
    assert person.workspace.detail.drafts == 1

    person.write("notes", "Soita.")
    assert elsewhere.projects([person.shown.id])[0].notes == "Soita."
    assert editor.error

    person.workspace.detail.edit(field)
    person.press("Ctrl+Return")
    assert not editor.error
    (entry,) = (each for each in elsewhere.keeping.entries(kept) if each.name == "Satamalaitos")
    assert entry.key in str(getattr(elsewhere.projects([person.shown.id])[0], field))
    assert person.workspace.detail.drafts == 0
