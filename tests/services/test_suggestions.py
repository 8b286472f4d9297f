"""What the search field offers while a query is typed, and what it says of a value that nothing is called by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.parts import Funding, Participation, Role
from hankeapp.domain.query import Query, View
from hankeapp.domain.query_keys import filter_named
from hankeapp.domain.status import Status
from hankeapp.domain.values import Codes, Key
from hankeapp.translation import tr

if TYPE_CHECKING:
    from hankeapp.services.register import Register


@pytest.fixture
def office(register: Register) -> Register:
    """Three projects with funders, units and a theme."""
    lists = register.lists
    baltic, central, eu = (
        Key(lists.add_shared("organisation", name))
        for name in ("Interreg Baltic Sea Region", "Interreg Central Baltic", "EU")
    )
    school = Key(lists.add_shared("unit", "Sivistys"))
    lists.add_shared("unit", "Sivistys ja nuoret")
    water = lists.add_listed("theme", "Vesi")
    register.add({"name": "Hulevesi", "fundings": (Funding(funder=baltic), Funding(funder=baltic))})
    register.add({"name": "Joki", "fundings": (Funding(funder=central, programme="EU"),), "unit": school})
    register.add({"name": "Koulu", "fundings": (Funding(funder=eu, programme="EU"),), "themes": Codes([water])})
    return register


def offered(register, text, view=View.ALL):
    """What is offered at the end of a text, by section."""
    found = register.suggestions.at(Query(view, text), len(text))
    return {section.title: {item.text: item for item in section.items} for section in found.sections}


def taken(register, text, item):
    """The text with a suggestion taken."""
    first, last = register.suggestions.at(Query(text=text), len(text)).span
    return f"{text[:first]}{item.replacement}{text[last:]}"


def titled(key):
    return filter_named(key).title


def test_funders_that_begin_so_with_their_projects(office):
    found = offered(office, "rahoittaja:Inter")[titled("rahoittaja")]
    assert {text: item.count for text, item in found.items()} == {
        "Interreg Baltic Sea Region": 1,
        "Interreg Central Baltic": 1,
        tr("All: {text}…", text="Inter"): 2,
    }


def test_a_chosen_value_finds_as_many_projects_as_it_said(office):
    for key in ("rahoittaja", "yksikkö", "teema", "tila", "kumppani", "ohjelma"):
        for item in offered(office, f"{key}:").get(titled(key), {}).values():
            assert len(office.ids(Query(text=taken(office, f"{key}:", item)))) == item.count, item


def test_a_name_that_begins_another_is_asked_for_whole(office):
    office.add({"name": "Puisto", "unit": Key(office.lists.add_shared("unit", "Sivistys ja nuoret"))})
    found = offered(office, "yksikkö:siv")[titled("yksikkö")]
    assert found["Sivistys"].replacement == "=Sivistys"
    assert found["Sivistys ja nuoret"].replacement == '"Sivistys ja nuoret"'


@pytest.mark.parametrize("before", ["joki ", "tila:aktiivinen -hulevesi ", "-", "rahoittaja:EU ", "tila:päättynyt "])
@pytest.mark.parametrize("view", [View.ALL, View.PLANNED])
def test_counts_are_of_what_the_whole_query_then_finds(office, before, view):
    for text in (f"{before}rahoittaja:Inter", f"{before}tila:", f"{before}Inter"):
        counted = [item for section in offered(office, text, view).values() for item in section.values()]
        for item in (each for each in counted if each.count is not None):
            assert len(office.ids(Query(view, taken(office, text, item)))) == item.count, (text, item)


def test_values_that_the_rest_of_the_query_leaves_come_first(office):
    assert next(iter(offered(office, "joki rahoittaja:Inter")[titled("rahoittaja")])) == "Interreg Central Baltic"


@pytest.mark.parametrize("text", ['"raho', "'raho", 'x "raho', '"', 'rahoittaja:"Inter'])
def test_in_a_quote_no_filters_are_offered(office, text):
    assert not {tr("Filters"), tr("Other filters")} & offered(office, text).keys()


def test_counts_follow_the_acts(office):
    (first,) = office.projects(office.ids(Query(text="hulevesi")))
    assert offered(office, "tila:")[titled("tila")][Status.ENDED.label.lower()].count == 0
    with office.journal.act("Päätettiin") as acting:
        acting.change([first], [replace(first, status=Status.ENDED)])
    assert offered(office, "tila:")[titled("tila")][Status.ENDED.label.lower()].count == 1


def test_an_empty_field_offers_filters(office):
    (items,) = offered(office, "").values()
    assert list(items)[:2] == ["tila:", "päättyy:"]
    assert Status.ACTIVE.label.lower() in items["tila:"].detail


def test_a_word_offers_filters_values_and_projects(office):
    assert "rahoittaja:" in offered(office, "raho")[tr("Filters")]
    assert taken(office, "x siv", offered(office, "x siv")[titled("yksikkö")]["Sivistys"]) == "x yksikkö:Sivistys"
    (project,) = offered(office, "hule")[tr("Projects")].values()
    assert office.ids(Query(text=project.replacement)) == [project.project]


def test_flags_and_times(office):
    assert "pian" in offered(office, "pi")[tr("Filters")]
    assert {"2026", "90pv", "ohitettu"} <= offered(office, "päättyy:")[titled("päättyy")].keys()
    assert list(offered(office, "päättyy:9")[titled("päättyy")]) == ["90pv"]
    assert "rahoittaja" in offered(office, "puuttuu:raho")[titled("puuttuu")]


@pytest.mark.parametrize(
    "text", ['"', "tila:\0", "\ud800", "rahoittaja:\ud800", "%", "'; DROP", "yksikkö:" + "x" * 10_000]
)
def test_anything_may_be_typed(office, text):
    office.suggestions.at(Query(text=text), len(text))
    office.find(Query(text=text))


def test_a_value_that_nothing_is_called_by_is_told_with_what_comes_near(office):
    (doubt,) = office.find(Query(text="rahoittaja:Interrek")).doubts
    assert "Interrek" in doubt
    assert "Interreg" in doubt
    assert "xyzzy" in office.find(Query(text="yksikkö:xyzzy")).doubts[0]


def test_what_comes_near_is_a_name_and_not_far_fetched(office):
    city = office.lists.add_shared("organisation", "Tampereen kaupunki")
    school = office.lists.add_shared("organisation", "Koulu Oy")
    office.add({"name": "Laituri", "participations": (Participation(organisation=Key(city), role=Role.PARTNER),)})
    office.add({"name": "Piha", "participations": (Participation(organisation=Key(school), role=Role.PARTNER),)})
    (doubt,) = office.find(Query(text="kumppani:tanpere")).doubts
    assert doubt.startswith(f"{titled('kumppani')}:")
    assert titled("kumppani").casefold() == "kumppani"
    assert "Tampereen kaupunki" in doubt
    assert "Koulu" not in office.find(Query(text="kumppani:oulu")).doubts[0]


def test_of_a_whole_name_no_word_of_a_longer_one_comes_near(office):
    said = office.find(Query(text="rahoittaja:=Interreg")).doubts
    assert said == (tr("{field}: nothing is called “{value}”.", field=tr("Funder"), value="Interreg"),)
    assert "Interreg Central Baltic" in office.find(Query(text='rahoittaja:="Interreg Central Balti"')).doubts[0]


def test_a_unit_without_a_project_is_known_all_the_same(office):
    assert office.find(Query(text="yksikkö:nuoret")).doubts == ()


def test_a_value_without_a_project_in_this_view_is_no_doubt(office):
    assert office.find(Query(text="teema:vesi yksikkö:sivistys")).doubts == ()
