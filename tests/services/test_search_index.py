"""The index of the search follows the log, and whatever befalls its file, the list answers."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankeapp.db.search.layout import FORMAT
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.parts import Contact, Funding
from hankeapp.domain.query import Query
from hankeapp.domain.values import Key
from hankeapp.services import dictionary
from hankeapp.services.opening import create, create_example, open_register
from hankeapp.services.search import SearchState
from hankeapp.translation import tr
from tests.rights import ordinary_rights
from tests.services.index_contents import contents, index_file
from tests.services.test_laws import ACTS, Office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hankeapp.domain.project import Project
    from hankeapp.services.register import Register

NOT_READY = tr("The index is not ready yet: words are found only as they are written.")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "Välimuisti 1"


@pytest.fixture
def indexing(cache: Path) -> Desk:
    """A desk with a cache folder."""
    return Desk("testaaja", Clock.standing(2026, 11, 24), cache)


@pytest.fixture
def example(tmp_path: Path, indexing: Desk) -> Iterator[Register]:
    with closing(create_example(tmp_path / "hankkeet.hanke", indexing)) as register:
        yield register


def titles(register: Register, text: str) -> list[str]:
    return [each.title for each in register.projects(register.find(Query(text=text)).ids)]


def found(register: Register, text: str) -> int:
    return len(register.ids(Query(text=text)))


def change(register: Register, project: Project, **values: object) -> None:
    with register.journal.act("Muokattiin") as acting:
        acting.change([project], [replace(project, **values)])


def made_anew(register: Register, folder: Path) -> dict[str, object]:
    """What an index of the register holds that is made from nothing."""
    desk = replace(register._desk, cache=folder)
    with closing(open_register(register.path, desk, reading=True)) as other:
        assert other.search.make_ready()
    return contents(folder)


class TestFollowing:
    @given(steps=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 5)), max_size=12))
    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_it_comes_to_hold_what_one_made_anew_holds(
        self, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
    ) -> None:
        folder = tmp_path_factory.mktemp("laki")
        office = Office(folder / "hankkeet.hanke")
        office.desk = replace(office.desk, cache=folder / "a")
        office.reopen()
        office.register.add({"name": "Hulevesien hallinta"})
        assert office.register.search.make_ready()
        for act, place in steps:
            office.do(act, place)
            assert office.register.search.make_ready()
        assert contents(folder / "a") == made_anew(office.register, folder / "b")
        office.register.close()

    def test_undone_and_done_again(self, example: Register) -> None:
        assert example.search.make_ready()
        (project,) = example.projects(example.ids(Query(text="mustbe")))
        example.save(project, {"notes": "Kissanpäivät"})
        assert titles(example, "kissanpäivillä") == [project.title]
        example.journal.undo()
        assert titles(example, "kissanpäivillä") == []
        example.journal.redo()
        assert titles(example, "kissanpäivillä") == [project.title]

    def test_a_new_name_of_an_organisation_and_a_value(self, example: Register, cache: Path) -> None:
        assert example.search.make_ready()
        (funder,) = (each for each in example.lists.shared("organisation") if each.name == "Energiavirasto")
        (area,) = (each for each in example.lists.shared("listed_value") if each.label == "Itämeren alue")
        assert found(example, "rahoittaja:Energiavirasto energiavirasto") == 1
        with example.journal.act("Nimettiin") as acting:
            acting.change_shared(funder, replace(funder, name="Sähkölaitos"))
            acting.change_shared(area, replace(area, label="Pohjoisnapa"))
        assert len(titles(example, "sähkölaitoksen")) == 1
        assert len(titles(example, "pohjoisnavalla")) == 1
        assert contents(cache) == made_anew(example, cache.parent / "toinen")

    def test_what_another_program_did(self, example: Register, indexing: Desk) -> None:
        assert example.search.make_ready()
        with closing(open_register(example.path, indexing)) as other:
            other.add({"name": "Majakan kunnostus"})
        assert titles(example, "majakat") == ["Majakan kunnostus"]

    def test_a_new_index_of_another_program_takes_the_place_of_the_open_one(
        self, example: Register, indexing: Desk
    ) -> None:
        assert example.search.make_ready()
        assert example.find_beside(Query(text="hulevesi")).ids
        with closing(open_register(example.path, indexing)) as other:
            other._store.searching.index.throw_away()
            other.add({"name": "Majakan kunnostus"})
            assert other.search.make_ready()
        assert len(example.find_beside(Query(text="majakat")).ids) == 1
        assert titles(example, "majakat") == ["Majakan kunnostus"]

    def test_a_log_that_is_another_one(self, tmp_path: Path, example: Register, indexing: Desk) -> None:
        copy = tmp_path / "kopio.hanke"
        example.copy_to(copy)
        example.add({"name": "Majakan kunnostus"})
        assert example.search.make_ready()
        with closing(open_register(copy, indexing)) as other:
            other.add({"name": "Sillan maalaus"})
            assert titles(other, "siltoja") == []
            assert other.search.state is SearchState.WAITING
            assert other.search.make_ready()
            assert titles(other, "siltoja") == ["Sillan maalaus"]

    def test_erased_data_leave_the_folder(self, example: Register, cache: Path) -> None:
        person = Contact(name="Aatu Zyskowicz-Testinen", email="aatu.zyskowicz@example.org")
        project = example.projects(example.ids(Query()))[0]
        change(example, project, contacts=(person,))
        assert example.search.make_ready()
        assert titles(example, "zyskowicz") == [project.title]
        example.erase_named("Aatu Zyskowicz-Testinen")
        assert titles(example, "zyskowicz") == []
        assert not any(b"zyskowicz" in each.read_bytes() for each in cache.iterdir())
        assert example.search.make_ready()
        assert not any(b"zyskowicz" in each.read_bytes() for each in cache.iterdir())
        assert found(example, "hulevesi") == 1

    def test_the_trash_is_found_in_the_trash_only(self, example: Register) -> None:
        assert example.search.make_ready()
        example.throw_away(example.ids(Query(text="mustbe")))
        assert titles(example, "hulevesi") == []
        assert len(example.trash()) == 1
        example.empty_trash()
        assert example.search.make_ready()
        assert titles(example, "hulevesi") == []

    def test_many_titles_at_one_place_find_room(self, example: Register, cache: Path) -> None:
        assert example.search.make_ready()
        for place in range(40):
            example.add({"name": f"Keskelle {place:02}"})
            example.search.make_ready()
        assert contents(cache) == made_anew(example, cache.parent / "toinen")
        assert titles(example, "keskelle") == [f"Keskelle {place:02}" for place in range(40)]

    def test_more_than_at_once_wait_for_another_thread(self, example: Register) -> None:
        assert example.search.make_ready()
        every = example.projects(example.ids(Query()))
        with example.journal.act("Lisättiin") as acting:
            acting.add(example._new(acting, [{"name": f"Majakka {place}"} for place in range(60)]))
        assert len(every) + 60 == found(example, "")
        assert example.find(Query(text="majakat")).doubts == (NOT_READY,)
        assert example.search.take(example.search.make_beside())
        assert found(example, "majakat") == 60


def _garbage(path: Path) -> None:
    path.write_bytes(os.urandom(4096))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _holes(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    path.write_bytes(content)


def _other_format(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meta SET value = 'x' WHERE key = 'format'")


def _other_register(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meta SET value = 'x' WHERE key = 'register'")


def _no_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE hit")
        connection.execute("DROP TABLE doc")


def _nonsense_in_meta(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meta SET value = 'x' WHERE key = 'seq'")


HARMS: list[Callable[[Path], None]] = [
    _garbage, _empty, _cut, _holes, _other_format, _other_register, _no_tables, _nonsense_in_meta,
]  # fmt: skip


class TestHarm:
    @pytest.mark.parametrize("harm", HARMS)
    def test_a_file_that_is_no_good_is_made_anew(
        self, example: Register, indexing: Desk, cache: Path, harm: Callable[[Path], None]
    ) -> None:
        assert example.search.make_ready()
        path = example.path
        before = path.read_bytes()
        example.close()
        harm(index_file(cache))
        with closing(open_register(path, indexing)) as register:
            for text in ("mustbe", "itämere", "-hanke", '"central baltic"', "hulev"):
                assert register.ids(Query(text=text)), text
            assert register.search.make_ready()
            assert found(register, "hulevesiä") == 1
        assert path.read_bytes() == before

    def test_a_file_that_breaks_while_it_is_used(self, example: Register, cache: Path) -> None:
        assert example.search.make_ready()
        assert found(example, "hulevesiä") == 1
        _holes(index_file(cache))
        for text in ("itämere", "verkosto", "hanke", "mustbe"):
            assert example.ids(Query(text=text)), text
        assert example.search.make_ready()
        assert found(example, "hulevesiä") == 1

    def test_a_file_that_another_program_writes(self, example: Register, cache: Path) -> None:
        assert example.search.make_ready()
        (project,) = example.projects(example.ids(Query(text="hulevesiä")))
        with closing(sqlite3.connect(index_file(cache), isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            example.save(project, {"notes": "Majakka"})
            assert found(example, "majakka") == 1
            other.execute("ROLLBACK")
        example.search.take(None)
        assert found(example, "majakat") == 1

    def test_a_broken_index_is_no_fault_of_the_register(self, example: Register, cache: Path) -> None:
        assert example.search.make_ready()
        assert found(example, "hulevesiä") == 1
        _holes(index_file(cache))
        assert example.faults() == []

    def test_a_file_that_goes(self, example: Register, cache: Path) -> None:
        assert example.search.make_ready()
        index_file(cache).unlink()
        assert example.ids(Query(text="mustbe"))
        example.close()
        with closing(open_register(example.path, example._desk)) as register:
            assert register.search.state is SearchState.WAITING

    def test_a_folder_that_cannot_be_written(self, example: Register, cache: Path) -> None:
        cache.mkdir(mode=0o500)
        with ordinary_rights():
            assert not example.search.take(example.search.make_beside())
            assert example.search.state is SearchState.WITHOUT_INDEX
            assert found(example, "mustbe") == 1
        cache.chmod(0o700)

    def test_a_file_where_the_folder_should_be(self, example: Register, cache: Path) -> None:
        cache.unlink(missing_ok=True)
        cache.write_text("no folder")
        assert not example.search.take(example.search.make_beside())
        assert example.search.state is SearchState.WITHOUT_INDEX
        assert found(example, "mustbe") == 1

    def test_no_folder_at_all(self, tmp_path: Path, desk: Desk) -> None:
        with closing(create_example(tmp_path / "hankkeet.hanke", desk)) as register:
            assert register.search.state is SearchState.WITHOUT_INDEX
            assert found(register, "mustbe") == 1
            assert register.find(Query(text="mustbe")).doubts == ()

    def test_without_a_dictionary_words_are_found_as_they_begin(
        self, example: Register, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(dictionary, "DICTIONARY", tmp_path / "missing")
        monkeypatch.setattr("hankeapp.language.morphology.DICTIONARY", tmp_path / "missing")
        assert example.search.make_ready()
        assert example.search.state is SearchState.WITHOUT_DICTIONARY
        assert [found(example, text) for text in ("hulev", "hulevesien", "evesie", "hulevesiä")] == [1, 1, 1, 1]
        assert example.find(Query(text="livability")).near == "liveability"


class TestMaking:
    def test_beside_and_taken(self, example: Register) -> None:
        assert example.search.state is SearchState.WAITING
        assert example.find(Query(text="hulevesiä")).doubts == (NOT_READY,)
        assert example.search.take(example.search.make_beside())
        assert found(example, "hulevesiä") == 1

    def test_in_another_process(self, example: Register, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("hankeapp.services.search.MADE_HERE", 10)
        assert example.search.take(example.search.make_beside())
        assert found(example, "hulevesiä") == 1
        assert [each.suffix for each in cache.iterdir() if each.suffix == ".new"] == []

    def test_an_empty_register(self, tmp_path: Path, indexing: Desk) -> None:
        with closing(create(tmp_path / "tyhjä.hanke", indexing)) as register:
            assert register.search.make_ready()
            assert register.find(Query(text='hulevesi "a b" -c livability')).ids == []
            register.add({"name": "Hulevedet"})
            assert titles(register, "hulevesi") == ["Hulevedet"]

    def test_a_closed_register_leaves_off(self, example: Register, cache: Path) -> None:
        example.search.stop()
        assert example.search.make_beside() is None
        assert list(cache.glob("*.search*")) == []

    def test_names_of_funders_are_found(self, example: Register) -> None:
        project = example.add({"name": "Puisto"})
        key = example.lists.add_shared("organisation", "Zetasäätiö")
        change(example, project, fundings=(Funding(funder=Key(key), programme="Kvarkki 2040"),))
        assert example.search.make_ready()
        assert titles(example, "zetasäätiön") == titles(example, "kvarkki") == ["Puisto"]
        assert FORMAT
