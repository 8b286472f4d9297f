"""What can stand in a project, and what is said of what cannot."""

from dataclasses import replace

import pytest
from hypothesis import given

from hankeapp.domain import rules
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Ending, end
from hankeapp.translation import tr
from tests.strategies import projects

PROJECT = Project(id=ProjectId("1"), number="H-2026-001", name="Jokiranta")
TEXTS = [field for field in fields_of(Project) if field.type is str and field.editable]


def refusal(project):
    with pytest.raises(FieldError) as caught:
        rules.check(project)
    return caught.value


@pytest.mark.parametrize("name", ["", " ", "\u00a0\n"])
def test_a_project_has_a_name(name):
    error = refusal(replace(PROJECT, name=name))
    assert (error.field, error.sentences) == ("name", ("Hankkeella pitää olla nimi.",))


@pytest.mark.parametrize("field", TEXTS, ids=lambda field: field.name)
def test_a_text_has_an_end(field):
    most = 500 if field.lines == 1 else 1_000_000
    rules.check(replace(PROJECT, **{field.name: "x" * most}))
    error = refusal(replace(PROJECT, **{field.name: "x" * (most + 1)}))
    assert error.field == field.name
    assert error.sentences == (
        f"Tekstissä on {most + 1} merkkiä, ja enintään {most} mahtuu.",
        "Lyhennä sitä ja kirjoita loput julkaisutekstiin tai muistiinpanoihin.",
    )


def test_which_texts_are_of_one_line():
    assert [field.name for field in TEXTS if field.lines == 1] == ["name", "acronym", "time_text"]


@pytest.mark.parametrize("field", TEXTS, ids=lambda field: field.name)
@pytest.mark.parametrize("broken", [chr(0xD83D), chr(0xDC00), chr(0xDCE4)], ids=ascii)
def test_half_a_character_cannot_be_stored(field, broken):
    error = refusal(replace(PROJECT, **{field.name: f"Jokir{broken}nta"}))
    assert (error.field, str(error)) == (
        field.name,
        "Tekstin 6. merkki on rikki, eikä sitä voi tallentaa. Poista se tai kirjoita teksti uudelleen.",
    )


def test_half_a_character_in_the_note_of_a_step():
    ended = end(PROJECT, Ending(effective=None, note="\ud83d"), Desk("Maija", Clock()))
    assert "merkki on rikki" in str(refusal(ended))


@pytest.mark.parametrize(
    ("start", "end_", "stands"),
    [
        ("2024", "2024", True),
        ("2024", "2023", False),
        ("2024-06", "2024", True),
        ("2024", "2024-01-01", True),
        ("2024-22", "2024-05", False),
        ("2024-03-02", "2024-03-01", False),
        ("2024", None, True),
        (None, "1999", True),
    ],
)
def test_the_end_is_not_before_the_start(start, end_, stands):
    sides = {"start": start and PartialDate.from_iso(start), "end": end_ and PartialDate.from_iso(end_)}
    project = replace(PROJECT, **sides)
    if stands:
        rules.check(project)
    else:
        error = refusal(project)
        assert error.field == "end"
        assert str(error) == f"Päättyminen on ennen alkua ({project.start}). Tarkista vuodet."


def test_a_project_does_not_end_before_its_start():
    project = replace(PROJECT, start=PartialDate(2024))
    ended = end(project, Ending(effective=PartialDate(2023)), Desk("Maija", Clock()))
    assert str(refusal(ended)) == "Päättyminen on ennen alkua (2024). Tarkista vuodet."


def test_of_several_projects_the_error_names_the_one():
    with pytest.raises(FieldError) as caught:
        rules.check_all([PROJECT, replace(PROJECT, name="Satama", acronym="x" * 501)])
    assert caught.value.sentences[-1].startswith("Hanke: ”xxx")
    assert caught.value.field == "acronym"


def test_of_several_a_nameless_one_is_told_by_its_place():
    with pytest.raises(FieldError) as refused:
        rules.check_all([PROJECT, replace(PROJECT, name="", acronym="")])
    assert refused.value.sentences[-1] == tr("It is project {n} of {of}.", n=2, of=2)


@given(projects())
def test_of_a_storable_project_only_the_order_of_its_dates_can_be_wrong(project):
    ends = [project.end, project.ended.effective if project.ended else None]
    if project.start and any(end and end.latest < project.start.earliest for end in ends):
        assert refusal(project).field == "end"
    else:
        rules.check(project)
