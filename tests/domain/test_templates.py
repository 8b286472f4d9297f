"""What a copy and a template take over from a project, and what stays its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kinds import CityRole, Kind
from hankeapp.domain.parts import (
    Attachment,
    Contact,
    Deadline,
    DeadlineKind,
    Funding,
    Participation,
    Period,
    PeriodKind,
    Role,
)
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.templates import USUAL, Aspect, Template, aspects_of, copied
from hankeapp.domain.values import NO_CODES, Cents, Codes, Key, Share

END = PartialDate(2026, 6, 30)
SHARE = Funding(
    id="f1",
    funder=Key("o1"),
    fund="EAKR",
    programme="Uudistuva ja osaava Suomi 2021–2027",
    instrument="EU-tuki",
    rate=Share(8000),
    applied=Cents(100),
    granted=Cents(90),
    paid=Cents(80),
    application="300123",
    code="A80001",
    decided=PartialDate(2024, 3, 12),
    words="saa 1 € EAKR-rahaa",
)
BARE = Funding(
    funder=Key("o1"),
    fund="EAKR",
    programme="Uudistuva ja osaava Suomi 2021–2027",
    instrument="EU-tuki",
    rate=Share(8000),
)
PROJECT = Project(
    id=ProjectId("p1"),
    number="H-2024-001",
    name="Hulevedet hallintaan",
    kind=next(iter(Kind)),
    unit=Key("u1"),
    city_role=next(iter(CityRole)),
    themes=Codes(["vesi", "ilmasto"]),
    start=PartialDate(2024),
    end=END,
    budget_whole=Cents(1000),
    objectives="Vähemmän tulvia",
    public_text="Hulevedet: …",
    results="Valmista tuli",
    periods=(Period(id="r1", kind=PeriodKind.PHASE),),
    deadlines=(Deadline(id="d1", kind=DeadlineKind.FINAL_REPORT, due=PartialDate(2026, 10), note="EURA"),),
    fundings=(SHARE,),
    participations=(Participation(id="a1", role=Role.PARTNER, organisation=Key("o2")),),
    contacts=(Contact(id="c1", name="Maija"),),
    attachments=(Attachment(id="l1", name="kuva.png"),),
)


def test_a_copy_takes_over_the_structure_and_nothing_that_happened():
    assert copied(PROJECT, Aspect) == {
        "kind": PROJECT.kind,
        "unit": "u1",
        "city_role": PROJECT.city_role,
        "themes": ("vesi", "ilmasto"),
        "target_groups": NO_CODES,
        "areas": NO_CODES,
        "fundings": (BARE,),
        "participations": (Participation(role=Role.PARTNER, organisation=Key("o2")),),
        "objectives": "Vähemmän tulvia",
        "actions": "",
        "public_text": "Hulevedet: …",
        "contacts": (Contact(name="Maija"),),
    }


def test_paragraph_and_people_are_copied_only_when_asked_for():
    assert not {"public_text", "contacts"} & copied(PROJECT, USUAL).keys()


def test_only_what_there_is_can_be_copied():
    assert aspects_of(Project(id=ProjectId("x"), number="", name="Tyhjä")) == []
    assert aspects_of(replace(PROJECT, participations=())) == [each for each in Aspect if each is not Aspect.PARTNERS]


def test_a_template_gives_what_its_project_had():
    template = Template.of("EAKR", PROJECT)
    assert template.values() == {
        "kind": PROJECT.kind,
        "unit": "u1",
        "city_role": PROJECT.city_role,
        "themes": ("vesi", "ilmasto"),
        "fundings": (BARE,),
    }


@pytest.mark.parametrize(
    ("end", "due"),
    [
        (PartialDate(2029, 12, 31), PartialDate(2030, 4)),
        (PartialDate(2028, 2), PartialDate(2028, 6)),
        (PartialDate(2027), PartialDate(2028, 4)),
    ],
)
def test_deadlines_stand_as_far_from_the_end_as_they_did(end, due):
    given = Template.of("EAKR", PROJECT).values(end)["deadlines"]
    assert given == (Deadline(kind=DeadlineKind.FINAL_REPORT, due=due, note="EURA"),)


def test_without_an_end_nothing_tells_how_far_a_deadline_is():
    template = Template.of("x", replace(PROJECT, end=None))
    assert template.deadlines == ()
    assert template.values(END)["deadlines"] == ()


def test_other_values_in_a_template():
    template = Template.of("EAKR", PROJECT)
    values = template.values() | {"unit": Key("u2"), "fundings": (replace(BARE, funder=None),)}
    changed = template.with_values(values)
    assert changed.values() == values
    assert changed.values(END)["deadlines"] == template.values(END)["deadlines"]
