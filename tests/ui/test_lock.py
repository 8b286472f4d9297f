"""Who edits a register: one does, another reads; the dead and the long silent give way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hankeapp.domain.clock import Clock, Desk
from hankeapp.ui.lock import SILENT_AFTER, Lock

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MAIJA = Desk("Maija", Clock(lambda: NOON))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "hankkeet ä.hanke"
    path.touch()
    return path


def elsewhere(path, heartbeat):
    """A lock that another machine holds."""
    path.with_name(f".{path.name}.lock").write_text("4711\nhankeapp\nmuualla\n\n\n")
    note = {"who": "Pekka", "machine": "muualla", "process": 4711, "since": NOON.isoformat()}
    path.with_name(f".{path.name}.holder").write_text(json.dumps(note | {"heartbeat": heartbeat.isoformat()}))


def test_one_holds_it_and_another_is_told_who(path):
    first, second = Lock(path, MAIJA), Lock(path, Desk("Pekka", MAIJA.clock))
    assert first.take()
    assert first.take()
    assert not second.take()
    holder = second.holder()
    assert (holder.who, holder.process, holder.since, holder.heartbeat) == ("Maija", os.getpid(), NOON, NOON)
    assert not second.is_silent()
    first.release()
    assert second.take()
    assert second.holder() is None
    second.release()
    assert list(path.parent.iterdir()) == [path]


def test_a_sign_of_life_is_given(path):
    times = iter([NOON, NOON, NOON, NOON + timedelta(minutes=7)])
    lock = Lock(path, Desk("Maija", Clock(lambda: next(times))))
    lock.take()
    lock.beat()
    other = Lock(path, MAIJA)
    assert not other.take()
    assert other.holder().since == NOON
    assert other.holder().heartbeat == NOON + timedelta(minutes=7)
    lock.release()


@pytest.mark.skipif(os.name == "nt", reason="kill −9 is of POSIX")
def test_a_dead_program_of_this_machine_gives_way(path):
    program = f"""
import time
from pathlib import Path
from hankeapp.domain.clock import Clock, Desk
from hankeapp.ui.lock import Lock
lock = Lock(Path({str(path)!r}), Desk("Kuollut", Clock()))
print(lock.take(), flush=True)
input()
"""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout.readline() == "True\n"
        lock = Lock(path, MAIJA)
        assert not lock.take()
        assert lock.holder().who == "Kuollut"
        other.kill()
    assert other.returncode == -signal.SIGKILL
    assert lock.take()
    lock.release()


def test_another_machine_is_not_taken_for_dead(path):
    elsewhere(path, NOON - SILENT_AFTER)
    lock = Lock(path, MAIJA)
    assert not lock.take()
    assert not lock.is_silent()


def test_a_long_silent_machine_gives_way_when_a_person_says_so(path):
    elsewhere(path, NOON - SILENT_AFTER - timedelta(seconds=1))
    lock = Lock(path, MAIJA)
    assert not lock.take()
    assert lock.is_silent()
    assert lock.holder().who == "Pekka"
    assert lock.take_over()
    assert json.loads(path.with_name(f".{path.name}.holder").read_text())["who"] == "Maija"
    lock.release()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"who": 1}', '{"who": "x", "since": "eilen"}'])
def test_a_broken_note_is_nobody(path, note):
    elsewhere(path, NOON)
    path.with_name(f".{path.name}.holder").write_text(note)
    lock = Lock(path, MAIJA)
    assert not lock.take()
    assert lock.holder() is None
    assert not lock.is_silent()


def test_where_no_lock_can_be_made_nobody_holds_it(tmp_path):
    lock = Lock(tmp_path / "poissa" / "r.hanke", MAIJA)
    assert lock.take()
    assert not lock.is_ours
    lock.beat()
    lock.release()
