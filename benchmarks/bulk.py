"""A change of the status of 1,000 projects through the services, beside the same rows written by plain sqlite3."""

from __future__ import annotations

import shutil
from contextlib import closing
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.saving import connect_plainly
from hankeapp.db.opening import open_store
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query, View
from hankeapp.domain.status import Ending
from hankeapp.services.register import Register

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

SIZE, MANY = 10_000, 1_000
"""Projects in the register, and of those that change."""
ROUNDS = 5


def seconds(path: Path) -> tuple[float, float]:
    """The medians of ours and of plain sqlite3, taken in turn on a register and on a copy of it.

    Ours without the backup that goes before it: how long that takes follows from the register, not from the act.
    """
    copy = path.with_name("plain.hanke")
    shutil.copyfile(path, copy)
    ours, theirs = [], []
    with (
        closing(Register(open_store(path), Desk("mittaaja", Clock()))) as register,
        closing(connect_plainly(path)) as written,
        closing(connect_plainly(copy)) as plain,
    ):
        ids = register.ids(Query(View.ACTIVE))[:MANY]
        endings = {each: Ending(effective=None) for each in ids}
        for _ in range(ROUNDS):
            acts: tuple[Callable[[], object], ...] = (lambda: register.end(endings), lambda: register.activate(ids))
            for act in acts:
                ours.append(_timed(act))
                theirs.append(_write_plainly(plain, *_last_act(written, ids)))
    copy.unlink()
    return median(ours), median(theirs)


def _timed(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return perf_counter() - begin


Rows = list[tuple[object, ...]]


def _last_act(connection: sqlite3.Connection, ids: Sequence[str]) -> tuple[Rows, dict[str, Rows]]:
    """What the last act made of the projects, and the rows that it added, by their table."""
    marks = ", ".join("?" * len(ids))
    select = f"SELECT status, version, row_sum, id FROM project WHERE id IN ({marks})"
    projects = [tuple(row) for row in connection.execute(select, ids)]
    act = connection.execute("SELECT * FROM act ORDER BY seq DESC LIMIT 1").fetchone()
    changes = [tuple(row) for row in connection.execute("SELECT * FROM change WHERE act = ?", (act["id"],))]
    began = "SELECT row FROM change WHERE act = ? AND in_table = 'status_event'"
    events = connection.execute(f"SELECT * FROM status_event WHERE id IN ({began})", (act["id"],))
    added: dict[str, Rows] = {"act": [tuple(act)], "status_event": [tuple(row) for row in events], "change": changes}
    return projects, added


def _write_plainly(connection: sqlite3.Connection, projects: Rows, added: dict[str, Rows]) -> float:
    """Read what the projects were, and write the same rows as ours in one transaction; the seconds."""
    begin = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for row in projects:
        connection.execute("SELECT status, version FROM project WHERE id = ?", row[-1:]).fetchone()
    connection.executemany("UPDATE project SET status = ?, version = ?, row_sum = ? WHERE id = ?", projects)
    for table, rows in added.items():
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    connection.execute("UPDATE table_sum SET rows = rows + 1, xor = xor + 1")
    connection.execute("COMMIT")
    return perf_counter() - begin
