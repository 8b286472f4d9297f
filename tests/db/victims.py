"""Programs that are killed in the middle of their work: `python -m tests.db.victims WHAT PATH [STATEMENT]`."""

from __future__ import annotations

import itertools
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine, event

from hankeapp.db.opening import create_store, open_store
from tests.db.samples import CREATED, insert, project, update


def save(path: Path) -> None:
    """Edit one project and add another, over and over; say each number once it is saved."""
    store = open_store(path)
    for count in itertools.count(1):
        with store.write() as writing:
            (edited,) = writing.projects([project(0).id])
            round_ = int(edited.notes or 0) + 1
            update(writing, [edited], [replace(edited, notes=str(round_))])
            insert(writing, [project(round_, notes="x" * (count * 100))])
        print(round_, flush=True)


def create(path: Path, statement: int) -> None:
    """Make a register, and die after a statement of its making; say the number of statements where there are fewer."""
    done = itertools.count(1)

    def die_in_time(*_: object) -> None:
        if next(done) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "after_cursor_execute", die_in_time)
    create_store(path, CREATED)
    print(next(done), flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case "save", name:
            save(Path(name))
        case "create", name, count:
            create(Path(name), int(count))
