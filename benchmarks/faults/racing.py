"""Two programs that edit the same field of the same project as fast as they can."""

from __future__ import annotations

import os
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

from sqlalchemy import select

from benchmarks.faults import trials
from benchmarks.faults.trials import Figure
from hankeapp.db.log import from_json
from hankeapp.db.opening import create_store, open_store
from hankeapp.db.tables import ACT, CHANGE
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.errors import ConflictError, LockedRegister
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from pathlib import Path


def rounds(folder: Path, count: int) -> Figure:
    """Let two programs save in turn and at once; a save that did not see the one before it must be refused."""
    path = folder / "kaksi.hanke"
    create_store(path, trials.DESK.clock.now()).close()
    key = trials.one_project(path)
    reading, writing = os.pipe()
    processes = [trials.child(lambda who=who: _edit(path, key, who, count, writing)) for who in ("A", "B")]  # type: ignore[misc]
    codes = [trials.end_of(process) for process in processes]
    os.close(writing)
    said = os.fdopen(reading).read().split("\n")[:-1]
    saved = [tuple(line.split("|")[1:]) for line in said if line.startswith("saved|")]
    conflicts = sum(line == "conflict" for line in said)
    with closing(open_store(path)) as store, store._engine.connect() as connection:  # noqa: SLF001
        statement = select(CHANGE.c.old, CHANGE.c.new).join(ACT).where(CHANGE.c.field == "notes")
        logged = connection.execute(statement.order_by(CHANGE.c.seq)).all()
        pairs = [(str(from_json(row.old)), str(from_json(row.new))) for row in logged][1:]
    with closing(open_store(path)) as store:
        broken = len(trials.disagreements(store))
    silent = sum(before[1] != after[0] for before, after in pairwise(pairs))
    lost = len(set(saved) - set(pairs))
    note = f"{len(saved)} saved, {conflicts} conflicts told"
    return Figure("two programs on one field: silent overwrites", count * 2, silent + lost + broken + sum(codes), note)


def _edit(path: Path, key: str, who: str, count: int, said: int) -> None:
    with closing(open_register(path, Desk(who, Clock()))) as register:
        done = 0
        while done < count:
            try:
                (project,) = register.projects([key])  # type: ignore[list-item]
                new = f"{who}{done}"
                register.save(project, {"notes": new})
                line = f"saved|{project.notes}|{new}"
            except ConflictError:
                line = "conflict"
            except LockedRegister:
                continue
            done += 1
            os.write(said, f"{line}\n".encode())
