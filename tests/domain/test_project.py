"""A project: what it is called, and the registry of its fields."""

from dataclasses import replace

import pytest
from hypothesis import given

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Field, Group, field_of, fields_of
from hankeapp.domain.kinds import Kind
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from tests.strategies import projects

PROJECT = Project(id=ProjectId("1"), number="H-2026-001", name="Jokiranta")


@pytest.mark.parametrize(
    ("acronym", "name", "title"),
    [
        ("", "Jokiranta", "Jokiranta"),
        ("ILPI", "Ilmastokestävät pientaloalueet", "ILPI – Ilmastokestävät pientaloalueet"),
        ("TASSI", "Porin talous- ja asumisneuvontapiste TASSI", "Porin talous- ja asumisneuvontapiste TASSI"),
        ("Aspu", "Aspu-hanke", "Aspu-hanke"),
        ("Maine", "Neuvontapiste (maine)", "Neuvontapiste (maine)"),
        ("Healint", "Healint", "Healint"),
        ("AI", "Kaivopuisto", "AI – Kaivopuisto"),
        ("AI", "Kaivopuiston AI", "Kaivopuiston AI"),
        ("C++", "C++ kouluihin", "C++ kouluihin"),
    ],
)
def test_titles(acronym, name, title):
    assert replace(PROJECT, acronym=acronym, name=name).title == title


@given(projects())
def test_a_title_says_name_and_acronym(project):
    assert project.name in project.title
    assert project.acronym.casefold() in project.title.casefold()


def test_duration():
    project = replace(PROJECT, start=PartialDate(2024), end=PartialDate(2026))
    assert project.duration == "2024–2026"
    assert PROJECT.duration == ""


def test_the_fields_of_a_project_in_their_order():
    assert [field.name for field in fields_of(Project)] == [
        "number", "name", "acronym", "kind", "unit", "city_role", "themes", "target_groups", "areas", "start", "end",
        "time_text", "status", "budget_whole", "budget_city", "budget_own", "objectives", "actions", "public_text",
        "results", "notes", "page_order",
    ]  # fmt: skip


def test_types_and_whether_they_may_be_missing():
    kinds = {field.name: (field.type, field.optional) for field in fields_of(Project)}
    assert kinds["name"] == (str, False)
    assert kinds["kind"] == (Kind, True)
    assert kinds["end"] == (PartialDate, True)
    assert kinds["status"] == (Status, False)
    assert kinds["page_order"] == (int, True)


@pytest.mark.parametrize("field", fields_of(Project), ids=lambda field: field.name)
def test_a_default_is_of_the_declared_type(field):
    value = getattr(PROJECT, field.name)
    assert isinstance(value, field.type) or (value is None and field.optional)


def test_steps_numbers_and_places_are_not_edited():
    assert [field.name for field in fields_of(Project) if not field.editable] == ["number", "status", "page_order"]


def test_a_field_by_its_name():
    field = field_of(Project, "end")
    assert isinstance(field, Field)
    assert (field.title, field.group) == ("Päättyy", Group.SCHEDULE)
    with pytest.raises(KeyError):
        field_of(Project, "events")


def test_fields_of_a_group_stand_together():
    groups = [field.group for field in fields_of(Project)]
    assert groups == sorted(groups, key=list(Group).index)


@pytest.mark.parametrize("codes", [Group, Kind], ids=lambda codes: codes.__name__)
def test_every_code_has_its_label(codes):
    labels = [code.label for code in codes]
    assert len(set(labels)) == len(labels)
    assert all(label[0].isupper() for label in labels)
