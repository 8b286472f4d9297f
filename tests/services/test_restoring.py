"""What comes back may name what was deleted from the lists meanwhile: the entry comes back with it, and it is told."""

from __future__ import annotations

import pytest

from hankeapp.domain.errors import FieldError
from hankeapp.domain.kept_lists import KeptList
from hankeapp.domain.parts import Funding, Participation, Role
from hankeapp.domain.values import Codes, Key
from hankeapp.translation import tr
from tests.services.test_references import added, delete, now

UNITS, ORGANISATIONS, THEMES = KeptList.UNITS, KeptList.ORGANISATIONS, KeptList.THEMES


@pytest.fixture
def project(register):
    return register.add({"name": "Jokiranta"})


def entries(register, kept):
    return {each.name: each.key for each in register.keeping.entries(kept)}


def restored(register, project, field):
    """Restore what was before the newest change of a field, or of rows of a table."""
    entry = next(each for each in register.history(project.id) if each.restorable and field in {each.field, each.table})
    assert register.restore(entry)
    return now(register, project)


def is_told(register, name):
    return tr("“{name}” was put back into its list.", name=name) in register.journal.undoable.name


def is_whole(register, kept, entry):
    """Whether one undoing takes the entry away again, the redoing brings it back, and the register is sound."""
    register.journal.undo()
    was_away = entry not in entries(register, kept)
    register.journal.redo()
    return was_away and entry in entries(register, kept) and register.faults() == []


VALUES = {"unit": (UNITS, Key), "themes": (THEMES, lambda code: Codes((code,)))}


@pytest.mark.parametrize(("field", "kept", "chosen"), [(name, *each) for name, each in VALUES.items()], ids=VALUES)
def test_a_value_brings_back_what_it_names(register, project, field, kept, chosen):
    value = chosen(added(register, kept, "Satama"))
    register.save(register.save(project, {field: value}), {field: None if field == "unit" else Codes()})
    delete(register, kept, entries(register, kept)["Satama"])
    assert getattr(restored(register, project, field), field) == value
    assert entries(register, kept)["Satama"] in str(value)
    assert is_told(register, "Satama")
    assert is_whole(register, kept, "Satama")


def test_a_row_brings_back_all_that_it_names(register, project):
    funder, authority = (Key(added(register, ORGANISATIONS, name)) for name in ("EU", "ELY"))
    project = register.parts.save(project, "fundings", [Funding(funder=funder, authority=authority)])
    project = register.parts.save(project, "fundings", [])
    delete(register, ORGANISATIONS, funder)
    delete(register, ORGANISATIONS, authority)
    (row,) = restored(register, project, "funding").fundings
    assert (row.funder, row.authority) == (funder, authority)
    assert is_told(register, "EU")
    assert is_told(register, "ELY")
    assert is_whole(register, ORGANISATIONS, "ELY")


def test_where_another_bears_the_name_by_now_that_one_is_named(register, project):
    old = Key(added(register, ORGANISATIONS, "Satakunnan liitto"))
    partner = Participation(role=Role.PARTNER, organisation=old)
    project = register.parts.save(register.parts.save(project, "participations", [partner]), "participations", [])
    delete(register, ORGANISATIONS, old)
    new = added(register, ORGANISATIONS, "satakunnan liitto")
    (row,) = restored(register, project, "participation").participations
    assert row.organisation == new != old
    assert list(entries(register, ORGANISATIONS).values()) == [new]
    assert register.faults() == []
    register.journal.undo()
    assert now(register, project).participations == ()


def test_a_project_out_of_the_trash_brings_back_what_was_merged_away_meanwhile(register, project):
    unit, theme, partner = (added(register, kept, "Satama") for kept in (UNITS, THEMES, ORGANISATIONS))
    project = register.save(project, {"unit": Key(unit), "themes": Codes((theme,))})
    rows = [Participation(role=role, organisation=Key(partner)) for role in (Role.PARTNER, Role.LEAD)]
    register.parts.save(project, "participations", rows)
    register.throw_away([project.id])
    for kept in (UNITS, THEMES, ORGANISATIONS):
        added(register, kept, "Ranta")
        away, into = sorted(register.keeping.entries(kept), key=lambda each: each.name == "Ranta")
        register.keeping.merge(away, into)
    register.put_back([project.id])
    back = now(register, project)
    assert (back.unit, back.themes) == (unit, (theme,))
    assert {each.organisation for each in back.participations} == {partner}
    for kept in (UNITS, THEMES, ORGANISATIONS):
        assert list(entries(register, kept)) == ["Ranta", "Satama"]
    assert is_told(register, "Satama")
    assert is_whole(register, UNITS, "Satama")


def test_a_unit_brings_back_the_one_that_succeeds_it(register):
    first, second = (added(register, UNITS, name) for name in ("Satama", "Ranta"))
    entry = next(each for each in register.keeping.entries(UNITS) if each.name == "Satama")
    register.keeping.change(entry, {"successor": Key(second)})
    delete(register, UNITS, first)
    delete(register, UNITS, second)
    removed = next(each for each in register.history() if each.restorable and each.row == first)
    assert register.restore(removed)
    units = {each.name: each.row for each in register.keeping.entries(UNITS)}
    assert units["Satama"].successor == units["Ranta"].id == second
    assert is_told(register, "Ranta")


def test_nothing_is_told_of_what_is_there(register, project):
    unit = Key(added(register, UNITS, "Satama"))
    register.save(register.save(project, {"unit": unit}), {"unit": None})
    restored(register, project, "unit")
    assert not is_told(register, "Satama")


@pytest.mark.parametrize("kept", [UNITS, THEMES])
def test_an_entry_does_not_come_back_beside_another_of_its_name(register, kept):
    added(register, kept, "Satama")
    delete(register, kept, entries(register, kept)["Satama"])
    removed = next(each for each in register.history() if each.restorable)
    added(register, kept, "SATAMA")
    with pytest.raises(FieldError) as refused:
        register.restore(removed)
    assert tr("There is another of this name by now: “{name}”.", name="Satama") in str(refused.value)
    assert list(entries(register, kept)) == ["SATAMA"]


def test_an_entry_is_not_called_again_as_another_is_by_now(register):
    added(register, UNITS, "Satama")
    (entry,) = register.keeping.entries(UNITS)
    register.keeping.change(entry, {"name": "Ranta"})
    renamed = next(each for each in register.history() if each.restorable)
    added(register, UNITS, "Satama")
    with pytest.raises(FieldError):
        register.restore(renamed)
    assert list(entries(register, UNITS)) == ["Ranta", "Satama"]
