"""What was said to be saved is there, whatever happens to the program."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hankeapp.db.opening import create_store, open_store
from hankeapp.domain.errors import NotARegister, RegisterExists
from hankeapp.domain.query import Query, View
from tests.db.samples import CREATED, TODAY, add, project

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill −9 is of POSIX")


def start(*arguments):
    command = [sys.executable, "-m", "tests.db.victims", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_what_was_saved_survives_the_death_of_the_program(store, path):
    add(store, project(0))
    store.close()
    chance = random.Random(2026)
    for _ in range(5):
        with start("save", path) as program:
            said = [program.stdout.readline() for _ in range(chance.randint(1, 12))]
            program.kill()
            said += program.stdout.readlines()
        assert program.returncode == -signal.SIGKILL
        last = int(said[-1])
        with closing(open_store(path)) as again:
            rounds = int(again.projects([project(0).id])[0].notes)
            assert rounds in (last, last + 1)  # it may have died between saving and saying
            assert len(again.ids(Query(), TODAY)) == rounds + 1
            assert again.faults() == []
        assert list(path.parent.iterdir()) == [path]


def test_a_making_that_died_leaves_no_register(path):
    with start("create", path, 0) as program:
        statements = int(program.stdout.read()) - 1
    path.unlink()
    for statement in sorted({1, 2, statements // 3, statements // 2, statements - 1, statements}):
        with start("create", path, statement) as program:
            pass
        assert program.returncode == -signal.SIGKILL
        with pytest.raises(NotARegister, match="on tyhjä tiedosto"):
            open_store(path)
        with pytest.raises(RegisterExists):
            create_store(path, CREATED)
        for left in path.parent.iterdir():
            left.unlink()


def copy_as_if_killed(path, target, script):
    """A copy of a register in the middle of a transaction that has begun to write the file, with its journal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as program:
        for statement in ("PRAGMA journal_mode=TRUNCATE", "PRAGMA cache_size=1", "BEGIN EXCLUSIVE", *script):
            program.execute(statement)
        for each in (path, journal_of(path)):
            each.with_name(each.name.replace(path.name, target.name)).write_bytes(each.read_bytes())
        program.execute("ROLLBACK")
    assert target.read_bytes() != path.read_bytes()
    assert journal_of(target).stat().st_size > 0


def journal_of(path):
    return path.with_name(f"{path.name}-journal")


def test_what_was_half_saved_is_undone(store, path):
    add(store, *(project(place, notes="vanha" * 500) for place in range(50)))
    store.close()
    copy = path.with_name("Kopio.hanke")
    copy_as_if_killed(path, copy, ["UPDATE project SET notes = 'uusi', name = 'x' || name"])
    with closing(open_store(copy)) as again, closing(open_store(path)) as whole:
        ids = whole.ids(Query(), TODAY)
        assert again.projects(ids) == whole.projects(ids)
    assert not journal_of(copy).exists()


def test_what_was_half_made_is_no_register(store, path):
    store.close()
    header = path.read_bytes()[:100]
    empty, copy = path.with_name("Tyhjä.hanke"), path.with_name("Kopio.hanke")
    empty.touch()
    copy_as_if_killed(empty, copy, ["CREATE TABLE t (x)", *["INSERT INTO t VALUES (hex(randomblob(5000)))"] * 20])
    with copy.open("r+b") as file:
        file.write(header)
    with pytest.raises(NotARegister, match="on tyhjä tiedosto"):
        open_store(copy)


def test_a_making_that_fails_leaves_nothing(path, monkeypatch):
    monkeypatch.setattr("hankeapp.db.migrating.SCHEMA", path.parent / "nowhere")
    with pytest.raises(Exception, match="nowhere"):
        create_store(path, CREATED)
    assert list(path.parent.iterdir()) == []
    monkeypatch.undo()
    with closing(create_store(path, CREATED)) as store:
        assert store.counts(TODAY)[View.ALL] == 0
