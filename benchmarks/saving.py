"""One durable save through the services beside the same row written in a transaction of plain sqlite3."""

from __future__ import annotations

import sqlite3
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 200


def seconds(path: Path) -> tuple[float, float]:
    """The medians of ours and of plain sqlite3, taken in turn on one register."""
    register = open_register(path, Desk("mittaaja", Clock()))
    (project,) = register.projects(register.ids(Query())[:1])
    plain = _plain(path)
    ours, theirs = [], []
    for turn in range(ROUNDS):
        begin = perf_counter()
        project = register.save(project, {"notes": f"muistiinpano {turn}"})
        ours.append(perf_counter() - begin)
        theirs.append(_save_plainly(plain, project.id, f"muistiinpano {turn} toisin"))
        (project,) = register.projects([project.id])
    register.close()
    plain.close()
    return median(ours), median(theirs)


def _save_plainly(connection: sqlite3.Connection, key: str, notes: str) -> float:
    """Write the same row, every column of it, as ours does; the seconds it took."""
    row = connection.execute("SELECT * FROM project WHERE id = ?", (key,)).fetchone()
    values = dict(row) | {"notes": notes, "version": row["version"] + 1}
    columns = [name for name in values if name != "id"]
    assignments = ", ".join(f'"{name}" = ?' for name in columns)
    statement = f"UPDATE project SET {assignments} WHERE id = ? AND version = ?"
    begin = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(statement, [*(values[name] for name in columns), key, row["version"]])
    connection.execute("COMMIT")
    return perf_counter() - begin


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for pragma in ("foreign_keys=ON", "journal_mode=TRUNCATE", "synchronous=EXTRA", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection
