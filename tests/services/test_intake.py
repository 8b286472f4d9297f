"""Taking in what a page tells beside names and times: organisations, units and listed values by their names."""

import pytest

from hankeapp.domain.kinds import CityRole
from hankeapp.domain.organisations import AREAS, TARGET_GROUPS, Organisation, OrganisationKind
from hankeapp.domain.parts import Participation, PeriodKind, RelationKind, Role
from hankeapp.domain.query import Query, Sort
from hankeapp.domain.values import Named
from hankeapp.exchange.page_reading import read_page
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.services.directory import Directory


@pytest.fixture
def reading():
    return read_page(EXAMPLE_PAGE.read_bytes())


@pytest.fixture
def projects(register, reading):
    register.intake.take_in(reading, reading.proposals)
    return register.projects(register.ids(Query(sorts=(Sort("number"),))))


def shared(register, table):
    with register._store.write() as writing:
        return writing.shared(table)


def names(register, table="organisation"):
    return {row.id: row.name for row in shared(register, table)}


def test_all_that_a_paragraph_tells_is_in_the_register(register, projects):
    circwaste, organisations = projects[15], names(register)
    (funding,) = circwaste.fundings
    assert (organisations[funding.funder], funding.programme, funding.is_partial) == ("Euroopan unioni", "LIFE", 1)
    assert [(organisations[each.organisation], each.role) for each in circwaste.participations] == [
        ("Suomen ympäristökeskus", Role.COORDINATOR),
        ("Prizztech Oy", Role.CO_IMPLEMENTER),
    ]
    assert [(each.kind, each.start.iso, each.end.iso) for each in circwaste.periods] == [
        (PeriodKind.SUBPROJECT, "2016", "2021"),
        (PeriodKind.PHASE, "2021", "2023"),
    ]
    assert circwaste.city_role is CityRole.IMPLEMENTER
    assert names(register, "unit")[circwaste.unit] == "Elinvoima- ja ympäristö -toimiala"


def test_sub_projects_and_parents_are_relations(projects):
    assert [(each.kind, each.name) for each in projects[20].relations] == [
        (RelationKind.SUBPROJECT, "Kulttuuriviritin"),
        (RelationKind.SUBPROJECT, "Viherpolku"),
    ]
    assert [(each.kind, each.name) for each in projects[10].relations] == [
        (RelationKind.PARENT, "perusturvan tuottavuusohjelma")
    ]


def test_groups_and_areas_are_values_of_the_offices_lists(register, projects):
    values = {(each.list, each.code): each.label for each in shared(register, "listed_value")}
    assert [values[TARGET_GROUPS, code] for code in projects[22].target_groups] == ["jokainen lapsi ja nuori"]
    assert [values[AREAS, code] for code in projects[20].areas] == ["Itä-Pori", "Pihlava"]
    assert projects[16].areas == projects[23].areas == projects[29].areas == ("pori",)


def test_one_row_for_an_organisation_however_often_it_is_named(register, projects):
    found = shared(register, "organisation")
    assert [each.kind for each in found if each.name == "Euroopan unioni"] == [OrganisationKind.EU]
    assert len({each.name.casefold() for each in found}) == len(found)
    eu = next(each.id for each in found if each.name == "Euroopan unioni")
    assert {each.number for each in projects if any(part.funder == eu for part in each.fundings)} == {
        f"H-2026-{order:03}" for order in (1, 3, 4, 16, 19)
    }


def test_what_stands_in_the_register_is_found_by_its_name(register, reading):
    with register.journal.act("Lisättiin.") as acting:
        key = acting.add_shared("organisation", Organisation(name="ENERGIAVIRASTO", business_id="0000000-0"))
    (project,) = register.intake.take_in(reading, [reading.proposals[17]])
    assert [each.funder for each in project.fundings] == [key]
    assert len(names(register)) == 1


def test_it_is_one_act_and_undone_whole(register, projects):
    assert len(projects) == 30
    register.journal.undo()
    assert register.ids(Query()) == []
    assert (names(register), names(register, "unit"), shared(register, "listed_value")) == ({}, {}, [])
    register.journal.redo()
    assert register.projects([each.id for each in projects])[15].fundings == projects[15].fundings


def test_taking_in_again_adds_no_name_twice(register, reading, projects):
    before = len(names(register))
    register.intake.take_in(reading, reading.proposals)
    assert len(names(register)) == before


def test_names_off_a_sentence_begin_with_a_capital_letter(register, projects):
    told = [*names(register).values(), *names(register, "unit").values()]
    assert {"Sosiaali- ja terveysministeriö", "Elinvoima- ja ympäristö -toimiala"} <= set(told)
    assert all(name[0].isupper() for name in told)


def test_a_name_that_differs_only_in_case_is_the_one_that_is_there(register, reading):
    unit = register.lists.add_shared("unit", "elinvoima- ja ympäristö -toimiala")
    (project,) = register.intake.take_in(reading, [reading.proposals[15]])
    assert project.unit == unit
    assert names(register, "unit") == {unit: "elinvoima- ja ympäristö -toimiala"}


@pytest.mark.parametrize(
    ("words", "text", "name"),
    [
        ("pikkulintu", "Mukana on ”pikkulintu” ja muita.", "pikkulintu"),
        ("pikkulintu ry", "Mukana on pikkulintu ry.", "Pikkulintu ry"),
        ("eOppiva", "Mukana on eOppiva.", "eOppiva"),
    ],
)
def test_a_brand_in_small_letters_stays_so_in_quotes(register, words, text, name):
    with register.journal.act("Lisättiin.") as acting:
        part = Participation(role=Role.PARTNER, organisation=Named(words))
        Directory(acting).keyed({"name": "Hanke", "participations": (part,)}, text)
    assert list(names(register).values()) == [name]
