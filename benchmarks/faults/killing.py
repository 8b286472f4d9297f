"""Programs that are killed while they save, make a register, or bring one to a new version."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import sys
import time
from contextlib import closing
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from sqlalchemy import Engine, event

from benchmarks.faults import coming, trials
from benchmarks.faults.trials import DESK, Figure
from hankeapp.db.opening import create_store, open_store
from hankeapp.domain.errors import KnownError
from hankeapp.domain.query import Query
from hankeapp.domain.status import Status
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from pathlib import Path

_ONE_REGISTER = 50
"""Kills over one register, before its log grows long."""

_LONGEST_LIFE = 0.03
"""Seconds that a program goes on saving after its first save."""


def saves(folder: Path, count: int) -> Figure:
    """Kill a program at a random moment while it saves; what it said was saved must be there."""
    chance, lost, saved = random.Random(count), 0, 0
    for first in range(0, count, _ONE_REGISTER):
        path = folder / f"tallennus{first}.hanke"
        create_store(path, DESK.clock.now()).close()
        key = trials.one_project(path)
        for _ in range(min(_ONE_REGISTER, count - first)):
            said = _said_before_death(path, key, chance.uniform(0, _LONGEST_LIFE))
            lost += not _is_there(path, key, said)
        with closing(open_store(path)) as store:
            lost += len(trials.disagreements(store))
            (project,) = store.projects([key])  # type: ignore[list-item]
            saved += int(project.notes)
    return Figure("kill -9 while saving: acknowledged edits lost", count, lost, f"{saved} saves")


def creations(folder: Path, count: int) -> Figure:
    """Kill a program after each of the first statements of making a register; half of one must not be there."""
    half_done = 0
    for statement in range(1, count + 1):
        path = folder / "uusi.hanke"
        code, _ = trials.run(partial(_create_and_die, path, statement))
        half_done += code == 1 or not _is_none_or_whole(path)
        for left in folder.glob("uusi.hanke*"):
            left.unlink()
    return Figure("killed while making a register: half done", count, half_done)


def migrations(folder: Path, count: int) -> Figure:
    """Kill a program while it brings a register to a new version: it must stand before it, or after it."""
    old = folder / "vanha.hanke"
    trials.example(old)
    with closing(open_store(old)) as store:
        before = store.projects(store.ids(Query(), DESK.clock.today()))
    half_done, killed = 0, 0
    with coming.revision(folder) as new_schema:
        (statements, longest) = _statements_of_migration(old, folder / "kerran.hanke")
        chance = random.Random(count)
        for turn in range(count):
            path = shutil.copyfile(old, folder / "siirtyvä.hanke")
            at = 1 + turn % statements if turn % 2 else 0
            moment = 0.0 if at else chance.uniform(0, longest)
            killed += _migrate_and_die(path, at, moment) == -signal.SIGKILL
            code, _ = trials.run(partial(_check_migrated, path, before, new_schema))
            half_done += code != 0
            for left in folder.glob("siirtyvä.hanke*"):
                left.unlink()
    return Figure("killed while migrating: half done", count, half_done, f"{killed} died, {statements} statements")


def _said_before_death(path: Path, key: str, life: float) -> int:
    """Let a program save until it is killed; the last round that it said was saved."""
    reading, writing = os.pipe()
    process = trials.child(lambda: _save_on(path, key, writing))
    os.close(writing)
    said = b""
    while said.count(b"\n") < 2:  # the first save
        said += os.read(reading, 65536)
    time.sleep(life)
    trials.kill(process)
    while part := os.read(reading, 65536):
        said += part
    os.close(reading)
    return int(said.split()[-1])


def _is_there(path: Path, key: str, said: int) -> bool:
    """Whether what was said is there, or one more: it may have died between saving and saying. Opening checks all."""
    try:
        with closing(open_store(path)) as store:
            (project,) = store.projects([key])  # type: ignore[list-item]
            projects = len(store.ids(Query(), DESK.clock.today()))
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        return False
    rounds = int(project.notes)
    is_whole = rounds in {said, said + 1} and projects == 1 + rounds // 8  # every eighth round adds one too
    if not is_whole:
        sys.stderr.write(f"said {said}, {rounds} is there, {projects} projects\n")
    return is_whole


def _save_on(path: Path, key: str, said: int) -> None:
    with closing(open_register(path, DESK)) as register:
        (project,) = register.projects([key])  # type: ignore[list-item]
        os.write(said, f"{project.notes}\n".encode())
        for turn in itertools.count(int(project.notes) + 1):
            with register.journal.act("round") as acting:
                (now,) = acting.writing.projects([project.id])
                acting.change([now], [replace(now, notes=str(turn), public_text="x" * (turn % 50 * 100))])
                if turn % 8 == 0:
                    acting.add(register._new(acting, [{"name": f"Lisä {turn}", "status": Status.PLANNED}]))  # noqa: SLF001
            os.write(said, f"{turn}\n".encode())


def _create_and_die(path: Path, statement: int) -> None:
    _die_after(statement)
    create_store(path, DESK.clock.now()).close()


def _die_after(statement: int) -> None:
    done = itertools.count(1)

    def die_in_time(*_: object) -> None:
        if next(done) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "after_cursor_execute", die_in_time)


def _is_none_or_whole(path: Path) -> bool:
    if not path.exists():
        return True
    try:
        with closing(open_store(path)) as store:
            return not trials.disagreements(store)
    except KnownError:
        # Nothing was committed: an empty file, which nobody takes for a register.
        return path.stat().st_size == 0


def _statements_of_migration(old: Path, path: Path) -> tuple[int, float]:
    """How many statements a migration takes, opening included, and its seconds."""
    shutil.copyfile(old, path)
    reading, writing = os.pipe()

    def count() -> None:
        done = [0]

        def one_more(*_: object) -> None:
            done[0] += 1

        event.listen(Engine, "after_cursor_execute", one_more)
        open_store(path).close()
        os.write(writing, str(done[0]).encode())

    begin = perf_counter()
    trials.run(count)
    seconds = perf_counter() - begin
    statements = int(os.read(reading, 100))
    os.close(reading)
    os.close(writing)
    return statements, seconds


def _migrate_and_die(path: Path, statement: int, moment: float) -> int:
    def migrate() -> None:
        if statement:
            _die_after(statement)
        open_store(path).close()

    process = trials.child(migrate)
    if statement:
        return trials.end_of(process)
    time.sleep(moment)
    return trials.kill(process)


def _check_migrated(path: Path, before: object, new_schema: str) -> None:
    """Raise unless the file is of one version whole, and the next opening brings it to the new one with all in it."""
    version = coming.version_and_schema(path)
    assert version in coming.whole(new_schema), "half done"
    with closing(open_store(path)) as store:
        assert store.projects(store.ids(Query(), DESK.clock.today())) == before
        assert store.unsound() == []
        assert store.faults() == []
