"""One durable save through the services beside the same rows written in a transaction of plain sqlite3."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 200

_SUMMED = "UPDATE table_sum SET rows = rows + ?, xor = xor + ? WHERE name = ?"


def seconds(path: Path) -> tuple[float, float]:
    """The medians of ours and of plain sqlite3, taken in turn on a register and on a copy of it."""
    copy = path.with_name("plain.hanke")
    shutil.copyfile(path, copy)
    register = open_register(path, Desk("mittaaja", Clock()))
    (project,) = register.projects(register.ids(Query())[:1])
    ours, theirs = [], []
    with closing(_plain(copy)) as plain:
        for turn in range(ROUNDS):
            begin = perf_counter()
            project = register.save(project, {"notes": f"muistiinpano {turn}"})
            ours.append(perf_counter() - begin)
            theirs.append(_save_plainly(plain, project.id, turn))
    register.close()
    copy.unlink()
    return median(ours), median(theirs)


def _save_plainly(connection: sqlite3.Connection, key: str, turn: int) -> float:
    """Write the rows and columns that ours does: what changes of the project, an act, a change, sums; the seconds."""
    version, row_sum = connection.execute("SELECT version, row_sum FROM project WHERE id = ?", (key,)).fetchone()
    act = _another(connection, "act", turn)
    change = _another(connection, "change", turn) | {"act": act["id"]}
    row = (f"muistiinpano {turn}", version + 1, row_sum ^ turn, key)
    begin = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE project SET notes = ?, version = ?, row_sum = ? WHERE id = ?", row)
    connection.execute(f"INSERT INTO act VALUES ({', '.join('?' * len(act))})", list(act.values()))
    connection.execute(f"INSERT INTO change VALUES ({', '.join('?' * len(change))})", list(change.values()))
    connection.executemany(_SUMMED, [(0, turn, "project"), (1, turn, "act"), (1, turn, "change")])
    connection.execute("COMMIT")
    return perf_counter() - begin


def _another(connection: sqlite3.Connection, table: str, turn: int) -> dict[str, Any]:
    """A row like the last one of the log, with an id and a place of its own."""
    last = dict(connection.execute(f"SELECT * FROM {table} ORDER BY seq DESC LIMIT 1").fetchone())
    return last | {"id": f"{turn:032}", "seq": last["seq"] + 1}


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for pragma in ("foreign_keys=ON", "journal_mode=TRUNCATE", "synchronous=EXTRA", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection
