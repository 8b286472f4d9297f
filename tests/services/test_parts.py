"""The rows of a part are put in, changed, moved and taken away as acts of their own."""

from contextlib import closing
from dataclasses import replace

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import ConflictError, FieldError, NotFoundError
from hankeapp.domain.fields import parts_of
from hankeapp.domain.parts import Contact, Funding, Link, Period, PeriodKind
from hankeapp.domain.project import Project
from hankeapp.domain.values import Cents
from hankeapp.services.opening import open_register
from hankeapp.translation import tr


def now(register, project):
    return register.projects([project.id])[0]


@pytest.fixture
def project(register):
    project = register.add({"name": "Jokiranta"})
    return register.parts.save(project, "periods", [Period(kind=PeriodKind.PHASE), Period(kind=PeriodKind.GOAL)])


def noun(name):
    return next(part for part in parts_of(Project) if part.name == name).noun


def test_a_new_row_gets_a_key_and_its_act_a_name(register, project, told):
    kept = register.parts.save(project, "fundings", [Funding(fund="EAKR")])
    assert kept == now(register, project)
    assert kept.fundings[0].id
    assert kept.version == project.version + 1
    assert told[-1].name == tr("“{name}”: {part} added.", name="Jokiranta", part=noun("fundings"))
    assert not told[-1].is_step


def test_a_change_names_its_fields(register, project, told):
    first, second = project.periods
    changed = replace(first, start=PartialDate(2021))
    kept = register.parts.save(project, "periods", [changed, second])
    assert kept.periods == (changed, second)
    assert told[-1].name == tr(
        "“{name}”: {part} changed: {fields}.", name="Jokiranta", part=noun("periods"), fields="Alkaa"
    )
    register.journal.undo()
    assert now(register, project).periods == project.periods


def test_rows_are_moved_and_moved_back(register, project, told):
    first, second = project.periods
    kept = register.parts.save(project, "periods", [second, first])
    assert kept.periods == (second, first) == now(register, project).periods
    assert told[-1].name == tr("“{name}”: {part} moved.", name="Jokiranta", part=noun("periods"))
    register.journal.undo()
    assert now(register, project).periods == (first, second)


def test_a_row_that_is_taken_away_is_told_and_comes_back(register, project, told):
    first, second = project.periods
    assert register.parts.save(project, "periods", [second]).periods == (second,)
    assert told[-1].name == tr("“{name}”: {part} removed.", name="Jokiranta", part=noun("periods"))
    assert told[-1].is_step
    register.journal.undo()
    assert now(register, project).periods == (first, second)
    register.journal.redo()
    assert now(register, project).periods == (second,)


def test_the_same_rows_are_no_act(register, project, told):
    assert register.parts.save(project, "periods", project.periods) == project
    assert not told


def test_a_row_that_cannot_stand_changes_nothing(register, project, told):
    with pytest.raises(FieldError):
        register.parts.save(project, "links", [Link(address="www.pori.fi")])
    assert not told
    assert now(register, project) == project


def test_an_old_row_that_could_not_be_written_today_stands_beside_a_new_one(register):
    (old,) = register.add({"name": "Vanha", "links": (Link(address="pori.fi"),)}).links
    (project,) = register.projects([register.numbered(["H-2026-001"])[0].id])
    kept = register.parts.save(project, "links", [old, Link(address="https://pori.fi")])
    assert [link.address for link in kept.links] == ["pori.fi", "https://pori.fi"]


def test_different_rows_are_changed_from_two_places_and_one_is_not(register, project, desk):
    first, second = project.periods
    with closing(open_register(register.path, desk)) as elsewhere:
        (seen,) = elsewhere.projects([project.id])
        elsewhere.parts.save(seen, "periods", [replace(first, words="toisen"), second])
        elsewhere.parts.save(now(elsewhere, project), "contacts", [Contact(name="Maija")])
    kept = register.parts.save(project, "periods", [first, replace(second, words="oma")])
    assert [each.words for each in kept.periods] == ["toisen", "oma"]
    assert [each.name for each in kept.contacts] == ["Maija"]
    with pytest.raises(ConflictError):
        register.parts.save(project, "periods", [replace(first, words="oma"), second])


def test_amounts_and_dates_are_kept_as_they_are(register, project):
    money = Funding(granted=Cents(5_000_000), decided=PartialDate(2024, 3), is_partial=1)
    kept = register.parts.save(project, "fundings", [money])
    assert replace(kept.fundings[0], id="") == money


def test_rows_of_a_project_that_is_gone_are_refused(register, project):
    register.throw_away([project.id])
    with pytest.raises(NotFoundError):
        register.parts.save(project, "contacts", [Contact(name="Maija")])
