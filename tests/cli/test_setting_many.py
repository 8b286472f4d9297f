"""`set` on many projects: by number or by query, tried first with --dry-run, one act."""

from __future__ import annotations

from contextlib import closing

import pytest

from hankeapp.services.opening import open_register
from hankeapp.translation import tr

THREE = ("H-2026-001", "H-2026-002", "H-2026-003")


def field(say, register, name, numbers=THREE):
    return [say("show", register, number, "--json").document[name] for number in numbers]


def themes(say, register):
    return [[theme["label"] for theme in each] for each in field(say, register, "themes")]


@pytest.fixture
def themed(register, desk):
    """A register with two themes and a unit in its lists."""
    with closing(open_register(register, desk)) as opened:
        for label in ("Meri", "Ilma ja vesi"):
            opened.lists.add_listed("theme", label)
        opened.lists.add_shared("unit", "Sivistystoimiala")
    return register


def test_many_are_changed_and_undone_in_one_step(say, register):
    say("set", register, *THREE, "kind=pilot")
    assert field(say, register, "kind") == ["pilot"] * 3
    say("undo", register)
    assert "pilot" not in field(say, register, "kind")


def test_a_trial_tells_what_would_be_and_changes_nothing(say, register):
    before = field(say, register, "kind")
    said = say("set", register, *THREE, "kind=pilot", "--dry-run")
    assert all(number in said.out for number in THREE)
    assert tr("Pilot") in said.out
    document = say("set", register, *THREE, "kind=pilot", "--dry-run", "--json").document
    assert (document["dry_run"], document["changed"]) == (True, ["kind"])
    assert [(each["number"], each["field"], each["new"]) for each in document["changes"]] == [
        (number, "kind", tr("Pilot")) for number in THREE
    ]
    assert field(say, register, "kind") == before


def test_a_query_says_which(say, register):
    found = [project["number"] for project in say("list", register, "--query", "Satakunta", "--json").document]
    assert len(found) > 1
    said = say("set", register, "--query", "Satakunta", "city_role=partner", "--json").document
    assert [project["number"] for project in said["projects"]] == found
    assert field(say, register, "city_role", found) == ["partner"] * len(found)


def test_names_of_lists_are_found_whatever_the_case(say, themed):
    say("set", themed, *THREE, "unit=sivistystoimiala", "themes+=MERI; ilma ja vesi")
    assert themes(say, themed) == [["Meri", "Ilma ja vesi"]] * 3
    say("set", themed, *THREE[:2], "themes-=meri")
    assert themes(say, themed) == [["Ilma ja vesi"], ["Ilma ja vesi"], ["Meri", "Ilma ja vesi"]]
    say("set", themed, *THREE, "themes:Ilma ja vesi=Meri")
    assert themes(say, themed) == [["Meri"]] * 3
    say("set", themed, *THREE, "themes=", "Vastuuyksikkö=")
    assert (themes(say, themed), field(say, themed, "unit")) == ([[]] * 3, [None] * 3)


def test_a_funder_is_added_and_swapped(say, register):
    funders = field(say, register, "fundings")
    say("set", register, *THREE, "funder+=EU")
    added = field(say, register, "fundings")
    assert all(any(row["funder"] == "Euroopan unioni" for row in rows) for rows in added)
    say("undo", register)
    assert field(say, register, "fundings") == funders


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("kind=juhla",), "”juhla” ei ole luettelossa"),
        (("name=Sama",), tr("This can be set for one project at a time.")),
        (("kind+=pilot",), tr("This cannot be done to the field.")),
        (("funder=EU",), tr("This cannot be done to the field.")),
        (("themes+=",), tr("The value is missing.")),
        (("themes+=Tuntematon",), "”Tuntematon” ei ole luettelossa"),
        (("end=1990",), "Päättyminen on ennen alkua"),
    ],
)
def test_what_cannot_be_is_refused_of_all(say, register, words, refusal):
    say("set", register, THREE[1], "start=2020")
    before = field(say, register, "end"), field(say, register, "name")
    assert refusal in say("set", register, *THREE, *words).refusal
    assert (field(say, register, "end"), field(say, register, "name")) == before


@pytest.mark.parametrize("words", [("kind=pilot",), ("H-2026-001", "kind=pilot", "--query", "Pori")])
def test_it_must_be_said_once_which_projects(say, register, words):
    assert tr("say which projects: their numbers, or --query") in say("set", register, *words).misuse


def test_other_kinds_of_values_are_read_too(say, register):
    assert say("set", register, "H-2026-001", "budget_whole=12 500,50", "--json").document["changed"] == [
        "budget_whole"
    ]
    assert "rahamäärä" in say("set", register, "H-2026-001", "budget_whole=paljon").refusal
