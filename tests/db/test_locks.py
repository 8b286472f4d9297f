"""Two programs on one register: one waits a little, is told, and loses nothing."""

import sqlite3
from contextlib import closing

import pytest

from hankeapp.db.copying import copy_store
from hankeapp.db.opening import open_store
from hankeapp.domain.errors import LockedRegister
from hankeapp.domain.query import Query, View
from tests.db.samples import TODAY, add, project

SOON_MS = 20
LOCKED = (
    "Toinen ohjelma tallentaa rekisteriä ”{name}” juuri nyt."
    " Mitään ei muutettu. Yritä uudelleen, kun toinen ohjelma on valmis."
)


@pytest.fixture
def impatient(store, path):
    """The register with one project, opened anew by who does not wait long."""
    add(store, project(1))
    store.close()
    with closing(open_store(path, busy_ms=SOON_MS)) as opened:
        yield opened


@pytest.fixture
def other(impatient):
    """Another program's connection to the same file."""
    with closing(sqlite3.connect(impatient.path, isolation_level=None, timeout=0)) as connection:
        yield connection


def is_told(refusal, path):
    return str(refusal.value) == LOCKED.format(name=path.name)


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_save_while_another_saves(impatient, other, lock):
    other.execute(f"BEGIN {lock}")
    with pytest.raises(LockedRegister) as refusal:
        add(impatient, project(2))
    assert is_told(refusal, impatient.path)
    other.execute("ROLLBACK")
    add(impatient, project(2))
    assert impatient.counts(TODAY)[View.ALL] == 2


def test_a_copy_while_another_writes_the_file(impatient, other, tmp_path):
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LockedRegister) as refusal:
        copy_store(impatient, tmp_path / "kopio.hanke")
    assert is_told(refusal, impatient.path)
    assert not (tmp_path / "kopio.hanke").exists()


def test_reading_goes_on_while_another_is_about_to_save(impatient, other):
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE project SET notes = 'x'")
    assert impatient.projects(impatient.ids(Query(), TODAY))[0].notes == ""
    other.execute("COMMIT")
    assert impatient.projects(impatient.ids(Query(), TODAY))[0].notes == "x"


def test_reading_while_another_writes_the_file(impatient, other):
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LockedRegister) as refusal:
        impatient.ids(Query(), TODAY)
    assert is_told(refusal, impatient.path)
    other.execute("ROLLBACK")
    assert len(impatient.ids(Query(), TODAY)) == 1


def test_a_save_while_another_reads_is_kept_whole_or_not_at_all(impatient, other):
    other.execute("BEGIN")
    other.execute("SELECT * FROM project").fetchall()
    with pytest.raises(LockedRegister) as refusal:
        add(impatient, project(2))
    assert is_told(refusal, impatient.path)
    assert impatient.counts(TODAY)[View.ALL] == 1
    other.execute("COMMIT")
    add(impatient, project(2))
    assert impatient.counts(TODAY)[View.ALL] == 2


def test_opening_while_another_writes_the_file(impatient, other):
    path = impatient.path
    other.execute("BEGIN EXCLUSIVE")
    before = path.read_bytes()
    with pytest.raises(LockedRegister) as refusal:
        open_store(path, busy_ms=SOON_MS)
    assert is_told(refusal, path)
    assert path.read_bytes() == before
    other.execute("ROLLBACK")
    open_store(path, busy_ms=SOON_MS).close()


def test_opening_while_another_is_about_to_save(impatient, other):
    other.execute("BEGIN IMMEDIATE")
    with closing(open_store(impatient.path, busy_ms=SOON_MS)) as third:
        assert third.counts(TODAY)[View.ALL] == 1


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_closing_while_another_saves_leaves_its_journal(impatient, other, lock):
    other.execute(f"BEGIN {lock}")
    other.execute("UPDATE project SET notes = 'x'")
    impatient.close()
    other.execute("COMMIT")
    with closing(sqlite3.connect(impatient.path)) as again:
        assert again.execute("SELECT notes FROM project").fetchall() == [("x",)]


def test_two_windows_write_in_turn(impatient):
    with closing(open_store(impatient.path)) as second:
        for place in range(2, 6):
            add((impatient, second)[place % 2], project(place))
        impatient.close()
        add(second, project(6))
        assert second.counts(TODAY)[View.ALL] == 6
    assert list(impatient.path.parent.iterdir()) == [impatient.path]
