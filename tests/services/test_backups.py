"""Backups: verified, made when something was done, thinned out, and put back without losing what stands there."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from benchmarks.faults import coming
from hankeapp.db.backup import verify
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.errors import DamagedRegister, LockedRegister, MissingRegister, RegisterError
from hankeapp.domain.query import Query
from hankeapp.domain.status import Status
from hankeapp.services.backups import Backups, _files
from hankeapp.services.opening import create, open_register
from hankeapp.services.register import Register
from hankeapp.services.retention import kept

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def backups(tmp_path, clock):
    return Backups(clock, tmp_path / "tallessa" / "backups")


@pytest.fixture
def register(tmp_path, desk, backups):
    folder = tmp_path / "Levy ä"
    folder.mkdir()
    with closing(create(folder / "hankkeet 😀.hanke", desk)) as made:
        yield Register(made._store, desk, backups)


def add(register, name="Jokiranta"):
    return register.add({"name": name, "status": Status.PLANNED})


def names(path, desk):
    with closing(open_register(path, desk)) as register:
        return sorted(each.name for each in register.projects(register.ids(Query())))


def hurt(path):
    """Break pages in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 5] = random.Random(1).randbytes(8192)
    path.write_bytes(data)


def test_a_backup_is_made_when_something_was_done(register, backups):
    assert register.back_up() is None  # an empty register has nothing to lose
    add(register)
    made = register.back_up()
    assert made is not None
    assert register.back_up() is None
    add(register, "Toinen")
    assert register.back_up() != made
    newest, older = backups.of(register.path)
    assert [newest.contents.projects, older.contents.projects] == [2, 1]
    assert newest.contents.act_name == "”Toinen” lisättiin."
    assert newest.contents.changed >= older.contents.changed
    assert {each.path.stat().st_mode & 0o077 for each in (newest, older)} == {0}


def test_a_backup_is_made_before_a_bulk_change(register, backups):
    projects = [add(register, name) for name in ("A", "B")]
    assert backups.of(register.path) == []
    register.activate([each.id for each in projects])
    (before,) = backups.of(register.path)
    assert before.contents.acts == 2


def test_a_backup_is_a_whole_register(register, desk):
    project = add(register)
    made = register.back_up()
    with closing(open_register(made, desk)) as copy:
        assert copy.projects([project.id]) == [project]
    assert [each.name for each in made.parent.iterdir() if each.name != "register.json"] == [made.name]


def test_a_register_is_put_back_and_the_damaged_one_kept(register, desk, backups):
    add(register)
    register.back_up()
    register.close()
    hurt(register.path)
    damaged = register.path.read_bytes()
    with pytest.raises(DamagedRegister):
        open_register(register.path, desk)
    (backup,) = backups.of(register.path)  # found by the path: the id cannot be read
    kept_as = backups.restore(backup, register.path)
    assert kept_as.name == f"{register.path.name}.damaged-2026-11-24T120000Z"
    assert kept_as.read_bytes() == damaged
    assert names(register.path, desk) == ["Jokiranta"]
    assert sorted(register.path.parent.iterdir()) == sorted([kept_as, register.path])


def test_a_second_restore_keeps_both_that_stood_there(register, desk, backups):
    add(register)
    register.back_up()
    register.close()
    (backup,) = backups.of(register.path)
    first = backups.restore(backup, register.path)
    second = backups.restore(backup, register.path)
    assert first != second
    assert len(list(register.path.parent.iterdir())) == 3


def test_a_sound_register_is_backed_up_before_another_takes_its_place(register, desk, backups):
    add(register)
    register.back_up()
    add(register, "Myöhempi")
    register.close()
    older = backups.of(register.path)[-1]
    backups.restore(older, register.path)
    assert names(register.path, desk) == ["Jokiranta"]
    assert names(backups.of(register.path)[0].path, desk) == ["Jokiranta", "Myöhempi"]


def test_what_is_gone_can_be_put_back(register, desk, backups):
    add(register)
    register.back_up()
    register.close()
    register.path.unlink()
    assert backups.restore(backups.of(register.path)[0], register.path) is None
    assert names(register.path, desk) == ["Jokiranta"]


def test_a_damaged_backup_is_not_put_back(register, desk, backups):
    add(register)
    register.back_up()
    register.close()
    (backup,) = backups.of(register.path)
    hurt(backup.path)
    before = register.path.read_bytes()
    with pytest.raises(DamagedRegister):
        backups.restore(backup, register.path)
    assert register.path.read_bytes() == before
    assert list(register.path.parent.iterdir()) == [register.path]


def test_a_register_in_use_is_not_replaced(register, backups):
    add(register)
    register.back_up()
    (backup,) = backups.of(register.path)
    before = register.path.read_bytes()
    with register._store.write(), pytest.raises(LockedRegister):
        backups.restore(backup, register.path)
    assert register.path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows replaces no file that is open")
def test_nobody_writes_between_the_look_and_the_replacing(register, backups, monkeypatch):
    add(register)
    register.back_up()
    (backup,) = backups.of(register.path)
    register._store.close()
    refused, really = [], Path.replace

    def replace(temporary, target):
        if target == register.path:
            with closing(sqlite3.connect(target, timeout=0)) as other, pytest.raises(sqlite3.OperationalError) as error:
                other.execute("BEGIN IMMEDIATE")
            refused.append(str(error.value))
        really(temporary, target)

    monkeypatch.setattr(Path, "replace", replace)
    backups.restore(backup, register.path)
    assert refused == ["database is locked"]


def test_who_had_the_register_open_saves_nothing_into_what_was_replaced(register, desk, backups):
    add(register)
    register.back_up()
    (backup,) = backups.of(register.path)
    with closing(open_register(register.path, desk)) as other:
        kept_as = backups.restore(backup, register.path)
        with pytest.raises(MissingRegister):
            add(other, "Satama")
    assert names(kept_as, desk) == names(register.path, desk) == ["Jokiranta"]


def test_a_damaged_register_makes_no_backup(register, desk, backups):
    add(register)
    good = register.back_up()
    add(register, "Toinen")
    register._store.close()
    hurt(register.path)
    with suppress(RegisterError), closing(open_register(register.path, desk)) as opened:
        backups.make_if_changed(opened._store)
    assert _files(good.parent) == [good]


def test_a_clock_that_jumps_back_does_not_hide_the_newest(register, tmp_path):
    add(register)
    first = Backups(Clock.standing(2026, 11, 24), tmp_path / "b").make(register._store)
    add(register, "Toinen")
    later = Backups(Clock.standing(2020, 1, 1), tmp_path / "b")
    second = later.make(register._store)
    assert later.make_if_changed(register._store) is None
    assert [each.path for each in later.of(register.path)] == [second, first]


def test_an_id_is_never_a_path(register, backups):
    folder = backups._folder("../../../etc")
    assert folder.parent == backups.root
    assert len(folder.name) == 32


def test_what_is_kept():
    """Three years of a backup every half hour in office hours."""
    times = [NOON - timedelta(days=day, minutes=30 * each) for day in range(1100) for each in range(16)]
    stay = kept(times)
    assert set(sorted(times)[-20:]) <= stay
    assert len({made.date() for made in stay if made > NOON - timedelta(days=14)}) == 14
    assert len(stay) <= 20 + 14 + 8 + 12
    assert min(stay) < NOON - timedelta(days=300)
    assert kept(stay) == stay


def test_what_is_kept_of_few():
    times = {NOON, NOON - timedelta(days=400)}
    assert kept(times) == times


def test_backups_hold_together_while_others_write(register, desk, tmp_path):
    project = add(register)
    store = Backups(desk.clock, tmp_path / "b")
    with closing(open_register(register.path, desk)) as other:
        for turn in range(10):
            project = other.save(project, {"notes": f"{turn} " * 2000})
            verify(store.make(register._store))


BEGIN = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0).execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
"""


def test_looking_from_another_thread_lets_go_of_no_lock(register):
    add(register)
    with register._store.write():
        assert not register.soundness.is_broken_beside()
        assert register.back_up_beside() is not None
        command = [sys.executable, "-c", BEGIN, register.path]
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout == "database is locked\n"


def test_an_unwritable_place_for_backups_is_told(register, tmp_path, desk):
    add(register)
    (tmp_path / "file").touch()
    with pytest.raises(RegisterError) as refusal:
        Backups(Clock(), tmp_path / "file").make(register._store)
    assert len(refusal.value.sentences) == 3
    assert isinstance(desk, Desk)


def test_a_backup_is_made_before_a_migration(register, desk, tmp_path):
    add(register)
    register.close()
    before = Backups(desk.clock).of(register.path)
    with coming.revision(tmp_path):
        with closing(open_register(register.path, desk)) as migrated:
            assert [each.name for each in migrated.projects(migrated.ids(Query()))] == ["Jokiranta"]
        (backup,) = set(Backups(desk.clock).of(register.path)) - set(before)
        assert coming.version_and_schema(backup.path)[0] == coming.SCHEMA_VERSION
        assert coming.version_and_schema(register.path)[0] == coming.SCHEMA_VERSION + 1


def test_without_a_backup_there_is_no_migration(register, desk, tmp_path, monkeypatch):
    add(register)
    register.close()
    before = register.path.read_bytes()
    (tmp_path / "este").touch()
    monkeypatch.setattr("hankeapp.services.backups.default_root", lambda: tmp_path / "este")
    with coming.revision(tmp_path), pytest.raises(RegisterError, match="Varmuuskopiota ei voitu"):
        open_register(register.path, desk)
    assert register.path.read_bytes() == before
