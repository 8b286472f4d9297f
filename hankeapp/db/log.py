"""The change log: what was done, what it changed, and what that was built upon. Rows change only through here."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from hankeapp.db.changing import carry_out
from hankeapp.db.keys import new_key
from hankeapp.db.statements import cursor, insert
from hankeapp.db.sums import keep, row_sum, together
from hankeapp.db.tables import ACT, CHANGE, REGISTER
from hankeapp.domain.changes import Change, taken_back
from hankeapp.domain.records import STATE
from hankeapp.domain.stamps import moments

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.values import Plain

MOST_CHANGES = 1 << 24
"""Changes of one act: a change's `seq` is its act's times this, and its place."""

_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True)
class LoggedAct:
    """A step of work in the log. `undoes` is the act that it took back."""

    id: str
    name: str
    actor: str
    stamp: datetime
    undoes: str | None


def record(
    connection: Connection, name: str, changes: Sequence[Change], desk: Desk, undoes: str | None = None
) -> dict[str, int]:
    """Carry changes out and log them as one act; the versions that the rows of projects then have, by id.

    No changes are no act. `ConflictError` where a field is not any more what a change says it was.
    """
    if not changes:
        return {}
    at = cursor(connection)
    done = carry_out(at, changes)
    if done.made:  # else another program did the same before: the log tells it once, with the day when it came to be
        act = _insert_act(at, name, desk, undoes)
        rows = _rows(at, act, done.made)
        insert(at, "change", rows)
        done.sums |= {"act": (1, row_sum(act)), "change": (len(rows), together(map(row_sum, rows)))}
    keep(at, done.sums)
    return done.versions


def record_act(connection: Connection, name: str, desk: Desk) -> None:
    """Log an act without changes: it only tells what was done, and nothing of it can be taken back."""
    at = cursor(connection)
    keep(at, {"act": (1, row_sum(_insert_act(at, name, desk, None)))})


def _rows(at: sqlite3.Cursor, act: Mapping[str, Any], changes: Sequence[Change]) -> list[dict[str, Any]]:
    bases = _heads(at, changes)
    return [
        {
            "id": f"{act['id']}-{place}",
            "seq": act["seq"] * MOST_CHANGES + place,
            "act": act["id"],
            "in_table": change.table,
            "row": change.row,
            "field": change.field,
            "old": to_json(change.old),
            "new": to_json(change.new),
            "base": bases.get((change.row, change.field)),
        }
        for place, change in enumerate(changes)
    ]


def _insert_act(at: sqlite3.Cursor, name: str, desk: Desk, undoes: str | None) -> dict[str, Any]:
    site, last = at.execute(_LAST).fetchone()
    act = {
        "id": new_key(),
        "seq": 1 + (last or 0),
        "name": name,
        "actor": desk.actor,
        "site": site,
        "stamp": stamp_of(desk.clock.now()),
        "undoes": undoes,
    }
    insert(at, "act", [act])
    return act


def take_back(connection: Connection, act: LoggedAct, desk: Desk) -> list[Change]:
    """Undo an act of the log as an act of its own; the changes made. `ConflictError` where others built upon it."""
    changes = taken_back(changes_of(connection, act.id))
    record(connection, act.name, changes, desk, undoes=act.id)
    return changes


def undoable(connection: Connection) -> LoggedAct | None:
    """The last act that nobody has taken back."""
    reversed_ones: set[str] = set()
    for act, _ in _backwards(connection):
        if act.id in reversed_ones:
            continue
        if act.undoes is None:
            return act
        reversed_ones.add(act.undoes)
    return None


def redoable(connection: Connection) -> LoggedAct | None:
    """The taking back that was done last, unless something else was done after it."""
    reversed_ones: set[str] = set()
    for act, undoes_an_undoing in _backwards(connection):
        if act.id in reversed_ones:
            continue
        if act.undoes is None:
            return None
        if not undoes_an_undoing:
            return act
        reversed_ones.add(act.undoes)
    return None


def changes_of(connection: Connection, act: str) -> list[Change]:
    """The changes of an act, in their order."""
    statement = select(CHANGE).where(CHANGE.c.act == act).order_by(CHANGE.c.seq)
    return [change_of(row) for row in connection.execute(statement).mappings()]


def length_of(connection: Connection, act: str) -> int:
    """How many changes an act made."""
    return connection.execute(select(func.count()).where(CHANGE.c.act == act)).scalar_one()


def last_by(connection: Connection, moment: datetime, now: datetime) -> int:
    """The `seq` of the last act done by a moment; 0 where there was none."""
    created = connection.execute(select(REGISTER.c.created)).scalar_one()
    acts = connection.execute(select(ACT.c.seq, ACT.c.stamp).order_by(ACT.c.seq)).all()
    told = moments([created, *(act.stamp for act in acts)], stamp_of(now))
    done = bisect_right(told, stamp_of(moment)) - 1  # less the making of the register
    return int(acts[done - 1].seq) if done > 0 else 0


def changes_after(connection: Connection, seq: int, tables: Sequence[str]) -> Iterator[Change]:
    """Every change of rows of tables that was logged after an act, the last first."""
    later = CHANGE.c.seq >= (seq + 1) * MOST_CHANGES
    statement = select(CHANGE).where(later, CHANGE.c.in_table.in_(tables)).order_by(CHANGE.c.seq.desc())
    return map(change_of, connection.execute(statement).mappings())


def change_of(row: Any) -> Change:
    """The change of a row of the log."""
    return Change(row["in_table"], row["row"], row["field"], from_json(row["old"]), from_json(row["new"]))


def to_json(plain: Plain) -> str | None:
    """A plain value as the log keeps it."""
    return None if plain is None else _json(plain)


def from_json(text: str | None) -> Plain:
    """The plain value that `to_json` wrote."""
    plain: Plain = None if text is None else json.loads(text)
    return plain


def act_of(row: Any) -> LoggedAct:
    """The act of a row of the log."""
    return LoggedAct(row["id"], row["name"], row["actor"], datetime.fromisoformat(row["stamp"]), row["undoes"])


def _backwards(connection: Connection) -> Iterator[tuple[LoggedAct, bool]]:
    """The acts that changed something, the last first, and whether each undoes a taking back."""
    target = ACT.alias()
    statement = (
        select(ACT, target.c.undoes.isnot(None).label("undoes_an_undoing"))
        .outerjoin(target, target.c.id == ACT.c.undoes)
        .where(select(CHANGE.c.id).where(CHANGE.c.act == ACT.c.id).exists())
        .order_by(ACT.c.seq.desc())
    )
    for row in connection.execute(statement).mappings():
        yield act_of(row), bool(row["undoes_an_undoing"])


def stamp_of(moment: datetime) -> str:
    """A moment as an act is stamped with it: texts that sort as the moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _heads(at: sqlite3.Cursor, changes: Sequence[Change]) -> dict[tuple[str, str], str]:
    """The change before each, of the same field of the same row; a row that begins has none."""
    began = {change.row for change in changes if change.field == STATE and change.old is None}
    heads: dict[tuple[str, str], str] = {}
    for key in {(change.row, change.field) for change in changes if change.row not in began}:
        found = at.execute(_HEAD, key).fetchone()
        if found is not None:
            heads[key] = found[0]
    return heads


# Off the index: a join would be read whole at every save, and the longer the log, the longer.
_LAST = "SELECT site, (SELECT max(seq) FROM act) FROM register"
_HEAD = "SELECT id FROM change WHERE row = ? AND field = ? ORDER BY seq DESC LIMIT 1"
