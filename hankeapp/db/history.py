"""Reading the change log for a history: of one project with its parts, or of the whole register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hankeapp.db.log import act_of, change_of
from hankeapp.db.reading import batches
from hankeapp.db.tables import ACT, CHANGE, ROWS
from hankeapp.domain.history import Erasure, Log, Logged
from hankeapp.domain.naming import Names
from hankeapp.domain.records import OWNER, PARTS, PROJECT, SHARED, Stored, columns_of
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection


def read_log(connection: Connection, project: str | None = None) -> Log:
    """The log of a project and its parts, or of the whole register, with the rows that it names."""
    rows = [each for table in (*SHARED, PROJECT) for each in _rows(connection, table)]
    own = []
    for table in PARTS:
        own += _rows(connection, table, ROWS[table].c[OWNER] == project if project else None)
    ids = [project, *(each.id for each in own)] if project else None
    return Log(
        _logged(connection, ids),
        {(each.table, each.id): each for each in (*rows, *own)},
        () if project else _erasures(connection),
    )


def read_names(connection: Connection) -> Names:
    """The names of what rows refer to, also of what is not live any more."""
    return Names.of(each for table in (*SHARED, PROJECT) for each in _rows(connection, table))


def _rows(connection: Connection, table: str, which: ColumnElement[bool] | None = None) -> list[Stored]:
    # Of projects only what they are called: a register's texts are long, and a history of one is read often.
    names = ("number", "acronym", "name") if table == PROJECT else columns_of(table)
    columns = (ROWS[table].c[name] for name in ("id", *names))
    statement = select(*columns) if which is None else select(*columns).where(which)
    return [Stored(table, dict(row)) for row in connection.execute(statement).mappings()]


_TOLD = (ACT.c.name, ACT.c.actor, ACT.c.stamp, ACT.c.undoes, ACT.c.seq.label("place"))


def _logged(connection: Connection, rows: Sequence[str] | None) -> list[Logged]:
    target = ACT.alias()
    statement = (
        select(CHANGE, *_TOLD, target.c.undoes.label("undone"))
        .select_from(CHANGE.join(ACT, ACT.c.id == CHANGE.c.act).outerjoin(target, target.c.id == ACT.c.undoes))
        .order_by(CHANGE.c.seq)
    )
    if rows is None:
        return [_of_row(row) for row in connection.execute(statement).mappings()]
    found = [
        row
        for batch in batches(rows)
        for row in connection.execute(statement.where(CHANGE.c.row.in_(batch))).mappings()
    ]
    return [_of_row(row) for row in sorted(found, key=lambda row: row["seq"])]


def _erasures(connection: Connection) -> list[Erasure]:
    bare = select(ACT).where(~select(CHANGE.c.id).where(CHANGE.c.act == ACT.c.id).exists()).order_by(ACT.c.seq)
    acts = [(act_of(row), row["seq"]) for row in connection.execute(bare).mappings()]
    return [Erasure(act.id, act.name, act.actor, act.stamp, place) for act, place in acts]


def _of_row(row: Any) -> Logged:
    act = act_of({"id": row["act"], **{name: row[name] for name in ("name", "actor", "stamp", "undoes")}})
    name = act.name
    if act.undoes:
        name = tr("Done again: {act}", act=name) if row["undone"] else tr("Undone: {act}", act=name)
    return Logged(row["id"], change_of(row), act.id, name, act.actor, act.stamp, row["place"], bool(act.undoes))
