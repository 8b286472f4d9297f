"""One durable save through the services beside the same rows written in a transaction of plain sqlite3."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from hankeapp.db.keys import new_key
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 200

Values = dict[str, Any]

_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "foreign_keys=ON",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "secure_delete=ON",
)

_SUMMED = "UPDATE table_sum SET rows = rows + ?, xor = xor + ? WHERE name = ?"


def seconds(path: Path) -> tuple[float, float]:
    """The medians of ours and of plain sqlite3, taken in turn on a register and on a copy of it."""
    copy = path.with_name("plain.hanke")
    register = open_register(path, Desk("mittaaja", Clock()))
    (project,) = register.projects(register.ids(Query())[:1])
    project = register.save(project, {"notes": "muistiinpano"})
    shutil.copyfile(path, copy)
    ours, theirs = [], []
    with closing(connect_plainly(copy)) as plain:
        rows = _last_rows(plain, project.id)
        for turn in range(ROUNDS):
            begin = perf_counter()
            project = register.save(project, {"notes": f"muistiinpano {turn}"})
            ours.append(perf_counter() - begin)
            rows = _next_rows(rows, turn)
            theirs.append(_save_plainly(plain, *rows))
    register.close()
    copy.unlink()
    return median(ours), median(theirs)


def _save_plainly(connection: sqlite3.Connection, row: Values, act: Values, change: Values) -> float:
    """Write the rows and columns that ours does: what changes of the project, an act, a change, sums; the seconds."""
    begin = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE project SET notes = :notes, version = :version, row_sum = :row_sum WHERE id = :id", row)
    connection.execute(f"INSERT INTO act VALUES ({', '.join('?' * len(act))})", list(act.values()))
    connection.execute(f"INSERT INTO change VALUES ({', '.join('?' * len(change))})", list(change.values()))
    seq = act["seq"]
    connection.executemany(_SUMMED, [(0, seq, "project"), (1, seq, "act"), (1, seq, "change")])
    connection.execute("COMMIT")
    return perf_counter() - begin


def _last_rows(connection: sqlite3.Connection, key: str) -> tuple[Values, Values, Values]:
    """The row of a project and the last of the two tables of the log."""
    project = connection.execute("SELECT id, notes, version, row_sum FROM project WHERE id = ?", (key,)).fetchone()
    act = connection.execute("SELECT * FROM act ORDER BY seq DESC LIMIT 1").fetchone()
    change = connection.execute("SELECT * FROM change ORDER BY seq DESC LIMIT 1").fetchone()
    return dict(project), dict(act), dict(change)


def _next_rows(rows: tuple[Values, Values, Values], turn: int) -> tuple[Values, Values, Values]:
    """Those of another save: read from none, so that both sides begin after the other's COMMIT and nothing else."""
    row, act, change = rows
    row = row | {"notes": f"muistiinpano {turn}", "version": row["version"] + 1, "row_sum": row["row_sum"] ^ turn}
    act = act | {"id": new_key(), "seq": act["seq"] + 1}
    change = change | {"id": new_key(), "seq": change["seq"] + 1, "act": act["id"], "base": change["id"]}
    return row, act, change


def connect_plainly(path: Path) -> sqlite3.Connection:
    """A connection of plain sqlite3 with the pragmas that a register is written with."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection
