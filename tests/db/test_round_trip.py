"""What is written is read again as it was."""

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankeapp.db.layouts import from_json, to_json
from hankeapp.db.opening import open_store
from hankeapp.domain import status
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.columns import columns
from hankeapp.domain.errors import ConflictError
from hankeapp.domain.page import PageLayout, PageSection
from hankeapp.domain.parts import Funding, Link
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query, View
from hankeapp.domain.status import Ending, Status
from hankeapp.domain.values import RowState
from tests.db.samples import TODAY, add, insert, project, put_away, update
from tests.strategies import events, names, projects, several_projects, texts

emptied_each_time = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
"""For tests that begin with `empty`: one register serves all examples."""


def empty(store):
    ids = store.ids(Query(), TODAY)
    with store.write() as writing:
        put_away(writing, ids)


@given(written=several_projects())
@emptied_each_time
def test_any_project_is_read_as_it_was_written(store, written):
    empty(store)
    stored = add(store, *written)
    assert stored == [replace(project, version=1) for project in written]
    ids = [project.id for project in written]
    assert store.projects(ids) == stored
    with closing(open_store(store.path)) as other:
        assert other.projects(ids[::-1]) == stored[::-1]
        assert [other.id_of(project.number) for project in stored] == ids


@given(before=projects(), after=projects())
@emptied_each_time
def test_any_project_is_written_over_another(store, before, after):
    empty(store)
    (stored,) = add(store, before)
    with store.write() as writing:
        (again,) = update(writing, [stored], [replace(after, id=stored.id)])
    assert replace(again, version=0) == replace(after, id=stored.id)
    assert store.projects([stored.id]) == [again]


@given(project=projects(), more=st.lists(events(), max_size=3))
@emptied_each_time
def test_steps_are_added_and_dropped_again(store, project, more):
    empty(store)
    (stored,) = add(store, project)
    with store.write() as writing:
        (longer,) = update(writing, [stored], [replace(stored, events=(*stored.events, *more))])
    assert store.projects([stored.id]) == [longer]
    with store.write() as writing:
        (shorter,) = update(writing, [longer], [replace(longer, events=stored.events)])
    assert store.projects([stored.id]) == [shorter]
    assert replace(shorter, version=1) == stored


def test_a_whole_page_of_projects_at_once(store):
    many = [project(number) for number in range(1200)]
    stored = add(store, *many)
    ids = [project.id for project in many]
    assert store.projects(ids) == stored
    with store.write() as writing:
        again = update(writing, stored, [replace(project, notes="x") for project in stored])
        put_away(writing, ids[600:])
    assert store.projects(ids) == again[:600]


def test_a_list_reads_what_its_columns_tell_of(store):
    whole = project(
        1,
        notes="x",
        fundings=(Funding(id="f" * 32, programme="Interreg", fund="EAKR"),),
        links=(Link(id="e" * 32, address="https://a.fi"),),
    )
    (kept,) = add(store, whole)
    (listed,) = store.listed([kept.id])
    assert listed == replace(kept, notes="", fundings=(replace(kept.fundings[0], fund=""),), links=())
    told = [column.values(kept) for column in columns()]
    assert [column.values(listed) for column in columns()] == told


def test_projects_come_in_the_order_of_their_ids_and_the_gone_are_left_out(store):
    one, two, three = add(store, *map(project, (1, 2, 3)))
    with store.write() as writing:
        put_away(writing, [two.id])
        assert writing.projects([one.id, two.id]) == [one]
    assert store.projects([three.id, two.id, one.id, ProjectId("unknown")]) == [three, one]
    assert store.projects([]) == []
    assert store.id_of("H-2026-002") is None


def test_a_project_in_the_trash_keeps_its_steps(store):
    ended = status.end(project(1), Ending(effective=None), Desk("Maija", Clock()))
    (stored,) = add(store, ended)
    with store.write() as writing:
        put_away(writing, [stored.id])
        (again,) = writing.projects([stored.id], gone=True)
    assert again == replace(stored, state=RowState.TRASH, version=2)
    assert store.ids(Query(View.TRASH), TODAY) == [stored.id]
    assert store.ids(Query(), TODAY) == []


def test_an_older_version_does_not_go_over_a_newer_one(store):
    old, other = add(store, project(1), project(2))
    with store.write() as writing:
        (new,) = update(writing, [old], [replace(old, name="Uusi")])
    with (
        pytest.raises(ConflictError, match="Tätä tietoa on sillä välin muutettu muualla: Hankkeen nimi"),
        store.write() as writing,
    ):
        update(writing, [other, old], [replace(other, name="Toinen"), replace(old, name="Vanha")])
    assert store.projects([old.id, other.id]) == [new, other]


def test_a_transaction_that_fails_leaves_nothing(store):
    def failing():
        with store.write() as writing:
            insert(writing, [project(1)])
            assert writing.projects([project(1).id])
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert store.projects([project(1).id]) == []
    assert add(store, project(1))


def test_numbers_are_given_once(store):
    with store.write() as writing:
        assert writing.new_numbers(2026, 2) == ["H-2026-001", "H-2026-002"]
        assert writing.new_numbers(2027, 1) == ["H-2027-001"]
    with store.write() as writing:
        assert writing.new_numbers(2026, 1) == ["H-2026-003"]
        assert writing.new_numbers(2026, 1000)[-1] == "H-2026-1003"
        assert writing.new_numbers(2026, 0) == []


def test_the_numbers_of_a_failed_act_are_given_to_the_next(store):
    def failing():
        with store.write() as writing:
            writing.new_numbers(2026, 5)
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    with store.write() as writing:
        assert writing.new_numbers(2026, 1) == ["H-2026-001"]


def test_the_last_place_on_the_page(store):
    with store.write() as writing:
        assert writing.last_page_order() == 0
        insert(writing, [project(1, page_order=7), project(2), project(3, page_order=3)])
        assert writing.last_page_order() == 7


LAYOUTS = st.builds(
    PageLayout,
    opening=texts(),
    sections=st.lists(
        st.builds(PageSection, heading=names(), status=st.sampled_from(Status), gap=texts(), first=st.integers(1, 100)),
        max_size=3,
    ).map(tuple),
    closing=texts(),
    gap=texts(),
    gaps=st.lists(st.tuples(st.integers(1, 100), texts()), max_size=3).map(tuple),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
)


@given(layout=LAYOUTS)
@emptied_each_time
def test_any_layout_is_read_as_it_was_kept(store, layout):
    assert from_json(to_json(layout)) == layout
    with store.write() as writing:
        writing.keep_layout(layout)
    assert store.layout() == layout


def test_there_is_no_layout_at_first(store):
    assert store.layout() is None


def test_the_paragraphs_that_are_there(store):
    add(store, project(1, public_text="Yksi.\u00a0"), project(2, public_text=""), project(3, public_text="Kaksi."))
    assert set(store.public_texts()) == {"Yksi.\u00a0", "Kaksi."}
