"""What all trials share: figures, children that die, a register to try on, and whether one holds together."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from hankeapp.db.log import change_of, last_by
from hankeapp.db.opening import open_store
from hankeapp.db.past import rows_after
from hankeapp.db.tables import CHANGE
from hankeapp.domain import changes
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.errors import KnownError
from hankeapp.domain.query import Query
from hankeapp.domain.records import SHARED
from hankeapp.domain.status import Status
from hankeapp.services.opening import create_example, open_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hankeapp.db.store import Store

DESK = Desk("koe", Clock())
REFUSED = 3
"""The exit code of a child that was refused with a known error."""


@dataclass(frozen=True)
class Figure:
    """What a trial came to: how often it was tried, and how often that must not be came about."""

    what: str
    tried: int
    bad: int
    note: str = ""

    def __str__(self) -> str:
        return f"{self.what:<48}{self.tried:>7}{self.bad:>7}   {self.note}".rstrip()


def example(path: Path) -> None:
    """A register with the example, an attachment and some history."""
    register = create_example(path, DESK)
    with closing(register):
        ids = register.ids(Query())
        (project,) = register.projects(ids[:1])
        file = path.with_name("liite.bin")
        file.write_bytes(bytes(range(256)) * 20)
        project = register.attach(project, file)
        file.unlink()
        for turn in range(5):
            project = register.save(project, {"notes": f"muistiinpano {turn}"})
        register.journal.undo()


def one_project(path: Path) -> str:
    """Put one project, whose notes are `0`, into a register; its id."""
    with closing(open_register(path, DESK)) as register:
        return register.add({"name": "Koe", "status": Status.PLANNED, "notes": "0"}).id


def everything(path: Path) -> object:
    """All that a register shows, read in every way. `KnownError` where it is refused."""
    with closing(open_register(path, DESK)) as register:
        if not register.sums_checked and register.unsound():
            raise KnownError("sums")
        projects = register.projects(register.ids(Query()))
        attached = [register.attached(each) for project in projects for each in project.attachments if each.sha256]
        store = register._store  # noqa: SLF001
        shared = [store.shared(table) for table in SHARED]
        with store._engine.connect() as connection:  # noqa: SLF001
            log = [tuple(row) for name in ("act", "change") for row in connection.exec_driver_sql(_LOG[name])]
        undoable = register.journal.undoable, register.journal.redoable
        return projects, attached, shared, log, register.page_layout(), register.counts(), undoable


_LOG = {name: f'SELECT * FROM "{name}" ORDER BY seq' for name in ("act", "change")}


def disagreements(store: Store) -> list[str]:
    """Where the register is not what its log makes of it, or its sums or pages do not hold together."""
    found = store.faults() + store.unsound()
    with store._engine.connect() as connection:  # noqa: SLF001
        logged = [change_of(row) for row in connection.execute(select(CHANGE).order_by(CHANGE.c.seq)).mappings()]
        now = DESK.clock.now()
        standing = rows_after(connection, last_by(connection, now, now))
    made: dict[tuple[str, str], dict[str, object]] = {}
    changes.apply(made, logged)  # type: ignore[arg-type]
    for table, rows in standing.items():
        for key, row in rows.items():
            remade = made.pop((table, key), {})
            found += [f"{table} {key} {name}" for name, value in row.items() if remade.get(name) != value]
    return found + [f"{table} {key} is only in the log" for table, key in made]


def child(work: Callable[[], object]) -> int:
    """Do work in a child process; its id. It ends with 0, with `REFUSED` for a known error, with 1 for another."""
    process = os.fork()
    if process:
        return process
    try:
        work()
        code = 0
    except KnownError:
        code = REFUSED
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
        code = 1
    sys.stderr.flush()
    os._exit(code)


def end_of(process: int) -> int:
    """Wait for a child; its exit code, or the signal that killed it, negative."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def run(work: Callable[[], object]) -> tuple[int, float]:
    """Do work in a child and wait for it; its exit code, and the seconds it took of a processor: machines are laden."""
    _, status, used = os.wait4(child(work), 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


def kill(process: int) -> int:
    """Kill a child as `kill -9` does; how it ended."""
    os.kill(process, signal.SIGKILL)
    return end_of(process)


def opened(path: Path) -> Store:
    """A register's file as the services would open it."""
    return open_store(path)
