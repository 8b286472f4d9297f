"""What another window deleted from the lists meanwhile is not saved as a reference; what names it already stays."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hankeapp.domain.errors import FieldError
from hankeapp.domain.kept_lists import KeptList
from hankeapp.domain.organisations import Unit
from hankeapp.domain.parts import Funding, Participation, Role
from hankeapp.domain.proposals import Suggestion
from hankeapp.domain.values import Codes, Key, Named
from hankeapp.translation import tr
from tests.services.test_acts import page

UNITS, ORGANISATIONS, THEMES, AREAS = KeptList.UNITS, KeptList.ORGANISATIONS, KeptList.THEMES, KeptList.AREAS

_LISTS = re.compile(r"FROM (unit|organisation|listed_value)\b")


@pytest.fixture
def project(register):
    return register.add({"name": "Jokiranta"})


def added(register, kept, name):
    """The key of a new entry."""
    row = register.keeping.add(kept, name)
    return next(each.key for each in register.keeping.entries(kept) if each.row.id == row)


def delete(register, kept, key):
    register.keeping.remove(next(each for each in register.keeping.entries(kept) if each.key == key))


def now(register, project):
    return register.projects([project.id])[0]


def told(name):
    return tr("“{name}” was deleted from the list meanwhile.", name=name)


CHOICES = {
    "unit": (UNITS, "unit", Key),
    "theme": (THEMES, "themes", lambda code: Codes((code,))),
}


@pytest.mark.parametrize(("kept", "field", "chosen"), CHOICES.values(), ids=CHOICES)
def test_what_was_deleted_elsewhere_is_not_chosen(register, elsewhere, project, kept, field, chosen):
    key = added(register, kept, "Satama")
    delete(elsewhere, kept, key)
    done = register.journal.undoable
    with pytest.raises(FieldError) as refused:
        register.save(project, {field: chosen(key)})
    assert refused.value.field == field
    assert told("Satama") in str(refused.value)
    assert now(register, project) == project
    assert register.journal.undoable == done
    again = added(register, kept, "Satama")
    assert getattr(register.save(project, {field: chosen(again)}), field) == chosen(again)


ROWS = {
    "partner": ("participations", "organisation", lambda key: Participation(role=Role.PARTNER, organisation=key)),
    "funder": ("fundings", "funder", lambda key: Funding(funder=key)),
    "authority": ("fundings", "authority", lambda key: Funding(authority=key)),
}


@pytest.mark.parametrize(("part", "field", "row"), ROWS.values(), ids=ROWS)
def test_no_row_names_what_was_deleted_elsewhere(register, elsewhere, project, part, field, row):
    kept, gone = (added(register, ORGANISATIONS, name) for name in ("Turku", "Rauma"))
    project = register.parts.save(project, part, [row(Key(kept))])
    delete(elsewhere, ORGANISATIONS, gone)
    (there,) = getattr(project, part)
    for rows in ([there, row(Key(gone))], [replace(there, **{field: Key(gone)})]):
        with pytest.raises(FieldError) as refused:
            register.parts.save(project, part, rows)
        assert refused.value.field == field
        assert told("Rauma") in str(refused.value)
    assert now(register, project) == project


def test_a_new_project_names_nothing_that_was_deleted(register, elsewhere):
    unit = added(register, UNITS, "Satama")
    delete(elsewhere, UNITS, unit)
    with pytest.raises(FieldError) as refused:
        register.add({"name": "Jokiranta", "unit": Key(unit)})
    assert refused.value.field == "unit"
    assert register.journal.undoable.name == tr("“{name}” was deleted from the list.", name="Satama")


def test_only_a_code_that_is_put_in_is_looked_at(register, elsewhere, project):
    kept, gone = (added(register, THEMES, name) for name in ("Meri", "Jokivarret"))
    project = register.save(project, {"themes": Codes((kept,))})
    delete(elsewhere, THEMES, gone)
    with pytest.raises(FieldError, match="Jokivarret"):
        register.save(project, {"themes": Codes((kept, gone))})
    assert register.save(project, {"themes": Codes()}).themes == ()


def test_a_value_of_the_same_code_in_another_list_does_not_count(register, elsewhere, project):
    theme, area = added(register, THEMES, "Satama"), added(register, AREAS, "Satama")
    assert theme == area
    delete(elsewhere, THEMES, theme)
    assert register.save(project, {"areas": Codes((area,))}).areas == (area,)
    with pytest.raises(FieldError, match="Satama"):
        register.save(project, {"themes": Codes((theme,))})


def test_undo_and_redo_go_over_a_deletion(register, elsewhere, project):
    unit = added(register, UNITS, "Satama")
    register.save(project, {"unit": Key(unit)})
    register.save(now(register, project), {"unit": None})
    delete(elsewhere, UNITS, unit)
    for _ in range(2):
        register.journal.undo()
    assert now(register, project).unit == unit
    for _ in range(2):
        register.journal.redo()
    assert now(register, project).unit is None
    with pytest.raises(FieldError):
        register.save(now(register, project), {"unit": Key(unit)})


def test_what_is_added_by_the_same_act_may_be_named(register, project):
    with register.journal.act("Tuotiin") as acting:
        unit = acting.add_shared("unit", Unit(name="Satama"))
        acting.change([project], [replace(project, unit=Key(unit))])
    assert now(register, project).unit == unit


def test_a_page_names_anew_what_was_deleted(register, elsewhere):
    gone = added(register, UNITS, "Satama")
    delete(elsewhere, UNITS, gone)
    reading = page("Jokiranta")
    (proposal,) = reading.proposals
    named = Suggestion(field="unit", value=Named("Satama"), span=(0, 1))
    proposal = replace(proposal, suggestions=(*proposal.suggestions, named))
    (project,) = register.intake.take_in(replace(reading, proposals=(proposal,)), [proposal])
    assert project.unit not in {None, gone}
    assert project.unit in {each.key for each in elsewhere.keeping.entries(UNITS)}


def test_a_save_that_names_nothing_reads_nothing_of_the_lists(register, project):
    project = register.save(project, {"unit": Key(added(register, UNITS, "Satama"))})
    asked = []
    with register._store._engine.connect() as connection:
        connection.connection.driver_connection.set_trace_callback(asked.append)
    project = register.save(project, {"notes": "Soita."})
    project = register.parts.save(project, "participations", [Participation(role=Role.PARTNER, words="Turku")])
    register.save(project, {"unit": None})
    assert asked
    assert not [each for each in asked if _LISTS.search(each)]
    register.save(now(register, project), {"unit": Key(added(register, UNITS, "Tekniikka"))})
    assert [each for each in asked if _LISTS.search(each)]
