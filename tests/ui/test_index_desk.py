"""The index of the search is made beside the window, and made anew when it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.clock import Desk
from hankeapp.domain.query import Query
from hankeapp.services.search import SearchState
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.domain.clock import Clock

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "välimuisti"


@pytest.fixture
def person(clock: Clock, tmp_path: Path, cache: Path) -> Iterator[Person]:
    person = Person(Desk("testaaja", clock, cache), tmp_path)
    person.open_example()
    yield person
    person.leave()


def state(person: Person) -> SearchState:
    return person.workspace.register.search.state


def test_the_list_is_searched_anew_with_the_index(person: Person) -> None:
    person.workspace.show_query(Query(text="hulevesiä"))
    person.finish_tasks()
    assert state(person) is SearchState.READY
    assert len(person.listed) == 1


def test_a_broken_index_is_made_anew(person: Person, cache: Path) -> None:
    person.finish_tasks()
    (file,) = cache.glob("*.search")
    file.write_bytes(bytes(100_000))
    person.workspace.show_query(Query(text="mustbe"))
    person.finish_tasks()
    assert len(person.listed) == 1
    person.workspace.index.keep_up()
    person.finish_tasks()
    person.workspace.show_query(Query(text="hulevesiä"))
    assert state(person) is SearchState.READY
    assert len(person.listed) == 1


def test_a_folder_that_is_none_is_not_tried_again(clock: Clock, tmp_path: Path, cache: Path) -> None:
    cache.write_text("no folder")
    person = Person(Desk("testaaja", clock, cache), tmp_path)
    person.open_example()
    person.finish_tasks()
    assert state(person) is SearchState.WITHOUT_INDEX
    person.workspace.show_query(Query(text="mustbe"))
    assert len(person.listed) == 1
    person.leave()


def test_where_no_index_can_be_kept_the_note_says_so_and_not_to_wait(clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "tiedosto").write_text("no folder")
    person = Person(Desk("testaaja", clock, tmp_path / "tiedosto" / "x"), tmp_path)
    person.open_example()
    person.workspace.show_query(Query(text="hulevesi"))
    person.finish_tasks()
    assert person.workspace.list.model.found.doubts == (SearchState.WITHOUT_INDEX.label,)
    person.leave()
