"""Reading the change log for a history: of one project with its parts, or of the whole register."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hankeapp.db.log import act_of, change_of, from_json
from hankeapp.db.reading import batches
from hankeapp.db.tables import ACT, CHANGE, ROWS
from hankeapp.domain.history import Erasure, Log, Logged
from hankeapp.domain.naming import Names
from hankeapp.domain.records import OWNER, PARTS, PROJECT, SHARED, STATE, Stored, columns_of
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from hankeapp.db.log import LoggedAct


def read_log(connection: Connection, project: str | None = None) -> Log:
    """The log of a project and its parts, or of the whole register, with the rows that it names.

    Of a project that begins or goes there is only that, and nothing of the parts that it begins with: a history tells
    no more, and it is nearly all of a long log.
    """
    rows = [each for table in SHARED for each in _rows(connection, table)]
    own: list[Stored] = []
    if project:
        own = [each for table in PARTS for each in _rows(connection, table, ROWS[table].c[OWNER] == project)]
    logged = list(_logged(connection, [project, *(each.id for each in own)] if project else None))
    if not project:
        own = [each for table in PARTS for each in _rows_told_of(connection, table, logged)]
    rows += _named(connection, project, own, logged) if project else _rows(connection, PROJECT)
    return Log(
        logged,
        {(each.table, each.id): each for each in (*rows, *own)},
        () if project else _erasures(connection),
    )


def _named(connection: Connection, project: str, own: Iterable[Stored], logged: Iterable[Logged]) -> list[Stored]:
    """The projects that the history of one names: itself, and those that it is or was related to."""
    changes = (each.change for each in logged if (each.change.table, each.change.field) == (_RELATION, PROJECT))
    once = chain.from_iterable((each.old, each.new) for each in changes)
    now = (each.row[PROJECT] for each in own if each.table == _RELATION)
    keys = {project, *map(str, filter(None, chain(once, now)))}
    several = (_rows(connection, PROJECT, ROWS[PROJECT].c.id.in_(batch)) for batch in batches(sorted(keys)))
    return list(chain.from_iterable(several))


_RELATION = "relation"
"""A row of it names another project in its field of that name."""
_CALLED = {PROJECT: ("number", "acronym", "name"), "kept_report": ("name",)}
"""Of these only what they are called: their texts are long, and a history is read often."""


def read_names(connection: Connection) -> Names:
    """The names of what rows refer to, also of what is not live any more."""
    return Names.of(each for table in (*SHARED, PROJECT) for each in _rows(connection, table))


def _rows(connection: Connection, table: str, which: ColumnElement[bool] | None = None) -> list[Stored]:
    columns = (ROWS[table].c[name] for name in ("id", *(_CALLED.get(table) or columns_of(table))))
    statement = select(*columns) if which is None else select(*columns).where(which)
    return [Stored(table, dict(row)) for row in connection.execute(statement).mappings()]


def _rows_told_of(connection: Connection, table: str, logged: Sequence[Logged]) -> Iterator[Stored]:
    ids = list({each.change.row for each in logged if each.change.table == table})
    for batch in batches(ids):
        yield from _rows(connection, table, ROWS[table].c.id.in_(batch))


def _logged(connection: Connection, rows: Sequence[str] | None) -> Iterator[Logged]:
    target = ACT.alias()
    told = (
        ACT.c.name,
        ACT.c.actor,
        ACT.c.stamp,
        ACT.c.undoes,
        ACT.c.seq.label("place"),
        target.c.undoes.label("undone"),
    )
    statement = (
        select(CHANGE, *told)
        .select_from(CHANGE.join(ACT, ACT.c.id == CHANGE.c.act).outerjoin(target, target.c.id == ACT.c.undoes))
        .order_by(CHANGE.c.seq)
    )
    of_states = select(CHANGE.c.act, CHANGE.c.row).where(CHANGE.c.in_table == PROJECT, CHANGE.c.field == STATE)
    found: Iterable[Any]
    if rows is None:
        found = connection.execute(statement)
    else:
        of_states = of_states.where(CHANGE.c.row == rows[0])
        several = (row for each in batches(rows) for row in connection.execute(statement.where(CHANGE.c.row.in_(each))))
        found = sorted(several, key=attrgetter("seq"))
    moved = {(row.act, row.row) for row in connection.execute(of_states)}
    acts: dict[str, LoggedAct] = {}
    for (act, _), changes in groupby(found, key=attrgetter("act", "row")):
        for row in _told(list(changes), moved):
            acts[act] = done = acts.get(act) or _act(row)
            change = change_of(row._mapping)  # noqa: SLF001
            yield Logged(row.id, change, act, done.name, done.actor, done.stamp, row.place, bool(done.undoes))


def _told(changes: list[Any], moved: Collection[tuple[str, str]]) -> list[Any]:
    """Those changes of a row in one act that a history tells of."""
    act, row = changes[0].act, changes[0].row
    if (act, row) in moved:
        return [change for change in changes if change.field == STATE]
    owners = (from_json(change.new) for change in changes if change.field == OWNER)
    return [] if any((act, owner) in moved for owner in owners) else changes


def _erasures(connection: Connection) -> list[Erasure]:
    bare = select(ACT).where(~select(CHANGE.c.id).where(CHANGE.c.act == ACT.c.id).exists()).order_by(ACT.c.seq)
    acts = [(act_of(row), row["seq"]) for row in connection.execute(bare).mappings()]
    return [Erasure(act.id, act.name, act.actor, act.stamp, place) for act, place in acts]


def _act(row: Any) -> LoggedAct:
    """The act of a change, named as a history does."""
    act = act_of({"id": row.act, **{name: getattr(row, name) for name in ("name", "actor", "stamp", "undoes")}})
    if not act.undoes:
        return act
    name = tr("Done again: {act}", act=act.name) if row.undone else tr("Undone: {act}", act=act.name)
    return replace(act, name=name)
