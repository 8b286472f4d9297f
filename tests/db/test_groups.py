"""The groups of a list, and orders by names that stand behind keys and codes."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankeapp.db import stepping
from hankeapp.db.keys import new_key
from hankeapp.domain.changes import of_row
from hankeapp.domain.columns import column_of, columns
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.organisations import THEMES, ListedValue, Organisation, Unit
from hankeapp.domain.parts import Funding
from hankeapp.domain.query import GroupRow, Query, Sort, View
from hankeapp.domain.records import stored_shared
from hankeapp.domain.status import Status
from hankeapp.domain.values import Cents, Codes, Key
from tests.db.samples import DESK, TODAY, add, project
from tests.db.test_queries import fill
from tests.strategies import several_projects

GROUPED = [column.name for column in columns() if column.is_for_groups]


def share(store, table, *rows):
    with store.write() as writing:
        writing.record(
            "Lisättiin", [change for row in rows for change in of_row(None, stored_shared(table, row))], DESK
        )


@pytest.fixture
def filled(store):
    """Two units and two funders that the alphabet turns round, three themes, five projects."""
    share(store, "unit", Unit(id="1" * 32, name="Ympäristö"), Unit(id="2" * 32, name="Elinvoima"))
    share(store, "organisation", Organisation(id="3" * 32, name="ÄYY"), Organisation(id="4" * 32, name="Interreg"))
    themes = (("a", "Vesi"), ("b", "Asuminen"), ("c", "Öljy"))
    share(
        store,
        "listed_value",
        *(ListedValue(id=new_key(), list=THEMES, code=code, label=label) for code, label in themes),
    )
    funders = [Funding(id=new_key(), funder=Key(each * 32)) for each in "343"]
    first = {"unit": Key("1" * 32), "themes": Codes(("c", "a")), "fundings": (funders[0], funders[1])}
    add(
        store,
        project(1, **first, start=PartialDate(2024), budget_whole=Cents(100)),
        project(2, unit=Key("2" * 32), themes=Codes(("a",)), fundings=(funders[2],), start=PartialDate(2024, 5, 1)),
        project(3, unit=Key("2" * 32), themes=Codes(("b",)), start=PartialDate(2023, 5), budget_whole=Cents(50)),
        project(4, fundings=(replace(funders[1], id=new_key()),), status=Status.ENDED, budget_whole=Cents(0)),
        project(5),
    )
    return store


def numbers(store, query):
    return [each.number[-1] for each in store.projects(store.ids(query, TODAY))]


@pytest.mark.parametrize(
    ("field", "order"), [("unit", "23145"), ("themes", "32145"), ("funder", "41235"), ("duration", "31245")]
)
def test_orders_by_what_a_reader_sees(filled, field, order):
    assert numbers(filled, Query(sorts=(Sort(field),))) == list(order)


def test_several_orders_count_one_after_the_other(filled):
    sorts = (Sort("unit", descending=True), Sort("start", descending=True))
    assert numbers(filled, Query(sorts=sorts)) == list("12345")


def test_groups_have_counts_and_what_is_known_of_their_money(filled):
    assert filled.groups(Query(group="unit"), TODAY) == [
        GroupRow("2" * 32, 2, Cents(50), 1),
        GroupRow("1" * 32, 1, Cents(100), 1),
        GroupRow(None, 2, Cents(0), 1),
    ]
    assert [row.key for row in filled.groups(Query(group="start"), TODAY)] == ["2023", "2024", None]
    assert filled.groups(Query(View.ENDED, group="status"), TODAY) == [GroupRow("ended", 1, Cents(0), 1)]


def test_a_project_of_several_themes_or_funders_stands_in_the_group_of_its_first(filled):
    assert [(row.key, row.count) for row in filled.groups(Query(group="themes"), TODAY)] == [
        ("b", 1), ("a", 1), ("c", 1), (None, 2),
    ]  # fmt: skip
    assert [(row.key, row.count) for row in filled.groups(Query(group="funder"), TODAY)] == [
        ("4" * 32, 1), ("3" * 32, 2), (None, 2),
    ]  # fmt: skip


def test_groups_turn_round_with_their_own_order(filled):
    turned = Query(group="start", sorts=(Sort("start", descending=True),))
    assert [row.key for row in filled.groups(turned, TODAY)] == ["2024", "2023", None]
    assert numbers(filled, turned) == list("21345")


@given(projects=several_projects(), group=st.sampled_from(GROUPED), descending=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_the_list_lies_in_its_groups(store, projects, group, descending):
    fill(store, projects)
    query = Query(group=group, sorts=(Sort("number", descending),))
    keys = [column_of(group).group_key(each) for each in store.projects(store.ids(query, TODAY))]
    rows = store.groups(query, TODAY)
    assert keys == [row.key for row in rows for _ in range(row.count)]
    assert Counter(keys) == Counter(column_of(group).group_key(each) for each in projects)


@pytest.mark.parametrize("field", ["funder", "programme"])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("view", [View.ALL, View.PLANNED])
def test_the_first_page_of_a_long_list_is_read_value_after_value(filled, monkeypatch, field, descending, view):
    programmes = ("Äly", "A\u0308ly", "Interreg", "", "Zeta")
    add(
        filled,
        *(
            project(
                n,
                acronym=f"{7 * n % 5}",
                status=(Status.PLANNED, Status.ACTIVE)[n % 3 % 2],
                fundings=(Funding(programme=each), Funding(funder=Key("3" * 32))),
            )
            for n, each in enumerate((*programmes, *programmes), 6)
        ),
    )
    queries = [
        Query(view, sorts=(Sort(field, descending),)),
        Query(view, sorts=(Sort(field, descending), Sort("number", descending=True))),
        Query(view, group=field, sorts=(Sort("end"), Sort(field, descending))),
    ]
    monkeypatch.setattr(stepping, "_LONG", -1)
    for query in queries:
        with filled._engine.connect() as connection:
            every = filled.ids(query, TODAY)
            assert every
            for most in (1, 5, len(every) + 1):
                assert stepping.ids(connection, query, TODAY, most) == every[:most]
        assert filled.find(query, TODAY).ids == every
