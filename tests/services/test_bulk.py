"""Many projects changed alike: what was foreseen happens, as one act, all of it or nothing, and goes back whole."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankeapp.db.opening import open_store
from hankeapp.domain.columns import column_of
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import ConflictError, NotFoundError
from hankeapp.domain.kinds import CityRole, Kind
from hankeapp.domain.parts import Funding
from hankeapp.domain.query import Query
from hankeapp.domain.revisions import How, Revision, revisable, ways
from hankeapp.domain.values import Cents, Codes, Key
from hankeapp.services.bulk import foresee, values_told
from hankeapp.services.opening import create
from hankeapp.services.register import Register
from hankeapp.translation import tr, trn
from tests.db.samples import DESK
from tests.strategies import dates, names

UNIT, THEMES, FUNDER, END = (column_of(name) for name in ("unit", "themes", "funder", "end"))


def three(register, **values):
    return [register.add({"name": f"Hanke {number}", **values}) for number in (1, 2, 3)]


def now(register):
    return register.projects(sorted(register.ids(Query())))


def do(register, projects, *revisions):
    return register.bulk.carry_out(foresee(projects, revisions), revisions)


def test_what_may_be_changed_follows_from_the_declarations():
    assert {column.name for column in revisable()} == {
        "themes", "unit", "funder", "kind", "city_role", "target_groups", "areas", "start", "end",
    }  # fmt: skip
    assert ways(UNIT) == (How.SET, How.CLEAR)
    assert ways(THEMES) == (How.ADD, How.REMOVE, How.SWAP, How.SET, How.CLEAR)
    assert ways(FUNDER) == (How.ADD, How.SWAP)


def test_a_unit_is_given_to_many_as_one_act(register, told):
    three(register)
    unit = Key(register.lists.add_shared("unit", "Sivistystoimiala"))
    told.clear()
    assert do(register, now(register), Revision(UNIT, How.SET, unit)) == 3
    assert [project.unit for project in now(register)] == [unit] * 3
    (act,) = told
    text = trn(
        "“{field}” was changed in {n} project: {value}.",
        "“{field}” was changed in {n} projects: {value}.",
        3,
        field=UNIT.title,
        value="Sivistystoimiala",
    )
    assert act.name == text
    register.journal.undo()
    assert [project.unit for project in now(register)] == [None] * 3


def test_looking_ahead_changes_nothing(register, told):
    three(register)
    before = now(register)
    told.clear()
    foreseen = foresee(before, [Revision(THEMES, How.ADD, Codes(["meri"]))])
    assert [each.after.themes for each in foreseen] == [("meri",)] * 3
    assert (now(register), told) == (before, [])


@pytest.mark.parametrize(
    ("old", "revision", "new"),
    [
        ((), Revision(THEMES, How.ADD, Codes("b")), ("b",)),
        (("a", "b"), Revision(THEMES, How.ADD, Codes("bc")), ("a", "b", "c")),
        (("a", "b"), Revision(THEMES, How.REMOVE, Codes("bx")), ("a",)),
        (("a", "b"), Revision(THEMES, How.SWAP, Codes("c"), Codes("a")), ("c", "b")),
        (("a", "b"), Revision(THEMES, How.SWAP, Codes("b"), Codes("a")), ("b",)),
        (("b",), Revision(THEMES, How.SWAP, Codes("c"), Codes("a")), ("b",)),
        (("a", "b"), Revision(THEMES, How.SET, Codes("c")), ("c",)),
        (("a", "b"), Revision(THEMES, How.CLEAR), ()),
    ],
)
def test_values_of_a_list(register, old, revision, new):
    project = register.add({"name": "Hanke", "themes": Codes(old)})
    assert do(register, [project], revision) == (old != new)
    assert now(register)[0].themes == new


def test_a_funder_is_added_where_there_is_none_and_swapped_where_there_is(register):
    eu, ely = (Key(register.lists.add_shared("organisation", name)) for name in ("EU", "ELY"))
    funded = register.add({"name": "A", "fundings": (Funding(funder=eu, granted=Cents(500)), Funding(fund="EAKR"))})
    bare = register.add({"name": "B"})
    assert do(register, [funded, bare], Revision(FUNDER, How.ADD, eu)) == 1
    funded, bare = now(register)
    assert [row.funder for row in bare.fundings] == [eu]
    assert do(register, [funded, bare], Revision(FUNDER, How.SWAP, ely, eu)) == 2
    funded, bare = now(register)
    assert [(row.funder, row.granted, row.fund) for row in funded.fundings] == [(ely, 500, ""), (None, None, "EAKR")]
    assert values_told(Revision(FUNDER, How.ADD, eu), funded, register.names()) == "ELY"


def test_what_cannot_stand_is_told_and_passed_over(register):
    first, second, third = three(register)
    second = register.save(second, {"start": PartialDate(2028)})
    foreseen = foresee([first, second, third], [Revision(END, How.SET, PartialDate(2027))])
    assert [each.is_change for each in foreseen] == [True, False, True]
    assert "2028" in str(foreseen[1].refusal)
    assert register.bulk.carry_out(foreseen, [Revision(END, How.SET, PartialDate(2027))]) == 2
    assert [project.end for project in now(register)] == [PartialDate(2027), None, PartialDate(2027)]


def test_other_changes_from_elsewhere_stay(register, elsewhere):
    three(register)
    seen = now(register)
    elsewhere.save(elsewhere.projects([seen[1].id])[0], {"notes": "Muualla"})
    do(register, seen, Revision(END, How.SET, PartialDate(2027)))
    assert (now(register)[1].notes, now(register)[1].end) == ("Muualla", PartialDate(2027))


def test_the_same_field_changed_elsewhere_stops_all_of_it(register, elsewhere):
    three(register)
    seen = now(register)
    elsewhere.save(elsewhere.projects([seen[1].id])[0], {"end": PartialDate(2030)})
    with pytest.raises(ConflictError) as raised:
        do(register, seen, Revision(END, How.SET, PartialDate(2027)))
    assert tr("Projects: {names}.", names=tr("“{text}”", text="Hanke 2")) in raised.value.sentences
    assert [project.end for project in now(register)] == [None, PartialDate(2030), None]


def test_a_project_thrown_away_elsewhere_stops_all_of_it(register, elsewhere):
    three(register)
    seen = now(register)
    elsewhere.throw_away([seen[1].id])
    for revision in (Revision(END, How.SET, PartialDate(2027)), Revision(FUNDER, How.ADD, None)):
        with pytest.raises(NotFoundError):
            do(register, seen, revision)
    assert [project.end for project in now(register)] == [None, None]


def test_several_fields_are_one_act(register, told):
    three(register)
    told.clear()
    do(register, now(register), Revision(END, How.SET, PartialDate(2027)), Revision(THEMES, How.ADD, Codes(["meri"])))
    assert len(told) == 1
    register.journal.undo()
    assert {(project.end, project.themes) for project in now(register)} == {(None, ())}


def test_no_change_is_no_act(register, told):
    three(register, end=PartialDate(2027))
    told.clear()
    assert do(register, now(register), Revision(END, How.SET, PartialDate(2027))) == 0
    assert told == []


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A register that makes no backups: each example would wait for one."""
    path = tmp_path_factory.mktemp("bulk") / "kaikki.hanke"
    create(path, DESK).close()
    with closing(Register(open_store(path), DESK)) as register:
        yield register


CODES = st.lists(st.sampled_from("abc"), max_size=3, unique=True).map(Codes)
SOME_CODES = CODES.filter(bool)


@st.composite
def revisions(draw, keys):
    column = draw(st.sampled_from(revisable()))
    how = draw(st.sampled_from(ways(column)))
    if how is How.CLEAR:
        return Revision(column, how)
    if column.field.type is Codes:
        return Revision(column, how, draw(SOME_CODES), draw(SOME_CODES) if how is How.SWAP else None)
    if column.field.type is Key:
        some = keys[column.field.refers]
        return Revision(column, how, draw(st.sampled_from(some)), draw(st.sampled_from(some)))
    if issubclass(column.field.type, Enum):
        return Revision(column, how, draw(st.sampled_from(list(column.field.type))))
    return Revision(column, how, draw(dates(st.integers(2020, 2024))))


@settings(max_examples=40)
@given(data=st.data())
def test_what_was_foreseen_happens_and_undo_gives_everything_back(office, data):
    keys = {
        table: [Key(office.lists.add_shared(table, name)) for name in ("Yksi", "Kaksi")]
        for table in ("unit", "organisation")
    }
    added = []
    for _ in range(data.draw(st.integers(1, 4))):
        funders = data.draw(st.lists(st.none() | st.sampled_from(keys["organisation"]), max_size=2))
        year = data.draw(st.none() | st.integers(2020, 2023))
        project = office.add(
            {
                "name": data.draw(names()),
                "kind": data.draw(st.none() | st.sampled_from(Kind)),
                "city_role": data.draw(st.none() | st.sampled_from(CityRole)),
                "unit": data.draw(st.none() | st.sampled_from(keys["unit"])),
                "themes": data.draw(CODES),
                "start": year and PartialDate(year),
                "fundings": tuple(Funding(funder=funder) for funder in funders),
            }
        )
        added.append(project.id)
    asked = data.draw(st.lists(revisions(keys), min_size=1, max_size=3))
    before = office.projects(added)
    foreseen = foresee(before, asked)
    assert office.bulk.carry_out(foreseen, asked) == sum(each.is_change for each in foreseen)
    expected = [_bare(each.after if each.is_change else each.before) for each in foreseen]
    assert [_bare(project) for project in office.projects(added)] == expected
    if any(each.is_change for each in foreseen):
        office.journal.undo()
        assert [replace(each, version=0) for each in office.projects(added)] == [
            replace(each, version=0) for each in before
        ]


def _bare(project):
    """Without its version and the ids of its rows: a row that is new gets its own when it is written."""
    return replace(project, version=0, fundings=tuple(replace(row, id="") for row in project.fundings))
