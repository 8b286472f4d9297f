"""Lists and counts: which projects, in which order."""

import itertools
import sqlite3
from contextlib import closing
from datetime import timedelta
from enum import Enum
from functools import cmp_to_key

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankeapp.db import log, queries
from hankeapp.domain.attention import is_ending_soon, is_overdue
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import fields_of
from hankeapp.domain.kinds import Kind
from hankeapp.domain.project import Project
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.status import Status
from hankeapp.domain.values import Codes
from hankeapp.language.collation import first_level, sort_key
from hankeapp.language.folding import fold
from tests.db.samples import TODAY, add, insert, project, put_away
from tests.strategies import STORABLE, dates, several_projects

FIELDS = ["title", *(field.name for field in fields_of(Project))]

emptied_each_time = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
"""For tests that begin with `fill`: one register serves all examples."""

NEAR = st.one_of(
    dates(st.integers(2025, 2027)),
    st.integers(-100, 100).map(lambda days: PartialDate.of(TODAY + timedelta(days=days))),
)
"""Dates about today, where the views part."""


def fill(store, projects):
    ids = store.ids(Query(), TODAY)
    with store.write() as writing:
        put_away(writing, ids)
        insert(writing, projects)


def listed(store, query):
    return store.projects(store.ids(query, TODAY))


def belongs(each, view):
    match view:
        case View.ALL:
            return True
        case View.SOON:
            return is_ending_soon(each, TODAY)
        case View.OVERDUE:
            return is_overdue(each, TODAY)
    return each.status is Status(view.value)


@given(projects=several_projects(end=st.none() | NEAR))
@emptied_each_time
def test_views_and_counts_agree_with_the_domain(store, projects):
    fill(store, projects)
    counts = store.counts(TODAY)
    assert list(counts) == list(View)
    for view in set(View) - {View.TRASH}:
        found = {each.id for each in listed(store, Query(view))}
        assert found == {each.id for each in projects if belongs(each, view)}
        assert counts[view] == len(found)


@pytest.mark.parametrize("view", [View.SOON, View.OVERDUE])
@pytest.mark.parametrize("days", [-1, 0, 89, 90, 91])
def test_views_agree_with_the_domain_to_the_day(store, view, days):
    (each,) = add(store, project(1, end=PartialDate.of(TODAY + timedelta(days=days))))
    assert listed(store, Query(view)) == ([each] if belongs(each, view) else [])


def test_an_empty_register_counts_nothing(store):
    assert set(store.counts(TODAY).values()) == {0}
    assert store.ids(Query(text="x"), TODAY) == []


# --- search


TEXTS = tuple(field.name for field in fields_of(Project) if field.type is str)


def searched(each):
    return fold("\n".join(getattr(each, name) for name in TEXTS))


@given(projects=several_projects(), text=st.text("aäå eé1Hh", max_size=4))
@emptied_each_time
def test_every_word_is_found_folded(store, projects, text):
    fill(store, projects)
    words = fold(text).split()
    found = {each.id for each in listed(store, Query(text=text))}
    assert found == {each.id for each in projects if all(word in searched(each) for word in words)}


@pytest.mark.parametrize("field", TEXTS)
def test_each_text_is_searched(store, field):
    fill(store, [project(1, **{field: "Ähtärin KYLÄ"}), project(2)])
    assert [each.id for each in listed(store, Query(text="kyla AHTARI"))] == [project(1).id]


def test_words_may_stand_in_different_texts(store):
    fill(store, [project(1, name="Jokiranta", notes="kesken"), project(2, name="Jokiranta")])
    assert len(store.ids(Query(text="jokiranta"), TODAY)) == 2
    assert len(store.ids(Query(text=" kesken  joki "), TODAY)) == 1


def test_a_search_is_within_the_view(store):
    fill(store, [project(1, name="Joki"), project(2, name="Joki", status=Status.ENDED)])
    assert [each.id for each in listed(store, Query(View.ENDED, "joki"))] == [project(2).id]


@pytest.mark.parametrize("text", ["%", "_", "'", '"', "\\", "\0", "*"])
def test_signs_stand_for_themselves(store, text):
    fill(store, [project(1, name=f"Joki{text}ranta"), project(2, name="Jokiranta")])
    asked = {"'": '"\'"', '"': "'\"'"}.get(text, text)  # a quote alone begins a phrase
    assert [each.id for each in listed(store, Query(text=asked))] == [project(1).id]


def test_half_a_character_is_passed_over(store):
    fill(store, [project(1, name="Jokiranta")])
    assert len(store.ids(Query(text=chr(0xD83D) + "joki"), TODAY)) == 1


# --- order


def value_of(each, name):
    """What decides in the order of a field; None where nothing is known."""
    value = each.title if name in {"title", "name"} else getattr(each, name)
    match value:
        case Codes():
            return value[0] if value else None  # the codes of these samples stand in no list
        case str():
            return sort_key(value) if value else None
        case PartialDate():
            return value.earliest if name == "start" else value.latest
        case Enum():
            return sort_key(value.label)
    return value


def in_order(projects, sort):
    def compare(one, other):
        left, right = value_of(one, sort.field), value_of(other, sort.field)
        if left is None or right is None:
            return (left is None) - (right is None)
        difference = (left > right) - (left < right)
        return -difference if sort.descending else difference

    last = sorted(projects, key=lambda each: (sort_key(each.title), each.id))
    return sorted(last, key=cmp_to_key(compare))


@given(
    field=st.sampled_from([name for name in FIELDS if name not in {"title", "name", "number"}]),
    projects=several_projects(start=st.none() | NEAR, end=st.none() | NEAR),
    descending=st.booleans(),
)
@settings(emptied_each_time, max_examples=50)
def test_any_field_orders_the_list(store, field, projects, descending):
    fill(store, projects)
    sort = Sort(field, descending)
    assert [each.id for each in listed(store, Query(sorts=(sort,)))] == [each.id for each in in_order(projects, sort)]


@given(projects=several_projects())
@emptied_each_time
def test_titles_in_the_finnish_order(store, projects):
    fill(store, projects)
    expected = [each.id for each in in_order(projects, Sort("title"))]
    for field in ("title", "name"):
        assert store.ids(Query(sorts=(Sort(field),)), TODAY) == expected
        assert store.ids(Query(sorts=(Sort(field, descending=True),)), TODAY) == expected[::-1]


def test_the_list_is_in_the_finnish_order(store):
    names = ["Aaltoranta", "Vesi", "Walkers", "xylofoni", "Åbo", "Ähtäri", "äiti", "Öljy"]
    fill(store, [project(number, name=name) for number, name in enumerate(reversed(names))])
    assert [each.name for each in listed(store, Query())] == names


@pytest.mark.parametrize("descending", [False, True])
def test_numbers_in_the_order_they_were_given(store, descending):
    numbers = ["H-2025-999", "H-2025-1000", "H-2026-001", "H-2026-010", "H-2026-999", "H-2026-1000"]
    fill(store, [project(9 - place, number=number, name=number[::-1]) for place, number in enumerate(numbers)])
    found = [each.number for each in listed(store, Query(sorts=(Sort("number", descending),)))]
    assert found == (numbers[::-1] if descending else numbers)


@pytest.mark.parametrize(("field", "descending"), list(itertools.product(["kind", "end", "time_text"], [False, True])))
def test_what_is_missing_comes_last(store, field, descending):
    known = {"kind": Kind.PILOT, "end": PartialDate(2026), "time_text": "x"}
    fill(store, [project(1), project(2, **known), project(3)])
    assert listed(store, Query(sorts=(Sort(field, descending),)))[0].number == "H-2026-002"


def test_kinds_in_the_order_of_their_labels(store):
    fill(store, [project(number, kind=kind) for number, kind in enumerate(Kind)])
    labels = [each.kind.label for each in listed(store, Query(sorts=(Sort("kind"),)))]
    assert labels == sorted(labels, key=sort_key)


# --- what SQLite is taught


@given(text=st.text(STORABLE))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sqlite_orders_as_we_do_and_finds_each_word_of_a_text(store, text):
    with store._engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT sort_key(?), holds(?, ?)", (text, text, fold(text))).one()
    assert tuple(row) == (sort_key(text), True)


@pytest.mark.parametrize("descending", [False, True])
def test_the_list_by_title_is_read_off_the_index(store, descending):
    statement = queries.ids(Query(sorts=(Sort("title", descending),)), TODAY, [])
    sql = str(statement.compile(store._engine, compile_kwargs={"literal_binds": True}))
    with store._engine.connect() as connection:
        plan = str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all())
    assert "ix_project_title_key" in plan
    assert "TEMP B-TREE" not in plan


@given(projects=several_projects(), text=st.text(STORABLE, min_size=1, max_size=3))
@emptied_each_time
def test_titles_that_begin_so_are_among_those_found(store, projects, text):
    fill(store, projects)
    begin = first_level(text)
    wanted = {each.id for each in projects if begin and sort_key(each.title).startswith(begin)}
    assert set(store.beginning_with(text)) == wanted


def test_typing_finds_titles_without_case_and_accents(store):
    names = ["Älykäs Pori", "älykkäät kadut", "Alku", "”Älyä!”", "Été", "Katu ja koti", "Katukoti"]
    fill(store, [project(number, name=name, acronym="") for number, name in enumerate(names)])

    def found(text):
        return [each.name for each in store.projects(store.beginning_with(text))]

    assert sorted(found("äly")) == ["Älykäs Pori", "älykkäät kadut", "”Älyä!”"]
    assert found("e") == ["Été"]
    assert found("katu ") == ["Katu ja koti"]
    assert found("!") == found("") == found("\ud800") == []


@pytest.mark.parametrize("others", [1, 5000])
def test_statuses_without_the_projects(store, others):
    fill(store, [project(number, status=status) for number, status in enumerate(Status)])
    ids = store.ids(Query(), TODAY)[::-1]
    asked = [*ids, *(f"{number:032x}" for number in range(16, 16 + others))]
    assert list(store.statuses(asked).items()) == [(each.id, each.status) for each in store.projects(ids)]
    with store.write() as writing:
        put_away(writing, ids[:1])
    assert list(store.statuses(asked)) == ids[1:]
    assert list(store.statuses(asked, gone=True)) == ids


@pytest.mark.parametrize("statement", [log._LAST, log._HEAD])
def test_a_save_reads_the_log_off_an_index_however_long_it_is(store, statement):
    with closing(sqlite3.connect(store.path)) as connection:
        values = ["x"] * statement.count("?")
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert not [step for step in plan if "TEMP B-TREE" in step or ("SCAN act" in step and "INDEX" not in step)]
