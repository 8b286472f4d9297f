"""What the log alone says that the tables hold, and where they hold something else."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, select

from hankeapp.db.log import change_of
from hankeapp.db.rows import complete
from hankeapp.db.statements import cursor, rows_of
from hankeapp.db.sums import SUM
from hankeapp.db.tables import CHANGE, ROWS
from hankeapp.domain.changes import apply
from hankeapp.domain.errors import DateError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.records import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection

    from hankeapp.domain.records import Row


def differences(connection: Connection) -> list[str]:
    """The changes that do not follow from those before them, and the rows that are not what all changes make.

    Row after row, as an index of the log has them: no more of the register than a row and its changes is in memory.
    """
    changes: list[tuple[int, str]] = []
    rows = [key for table in ROWS for key in _unlogged(connection, table)]
    for logged in _by_row(connection):
        made, astray = _replayed(logged)
        changes += astray
        rows += [(*key, name) for key, row in made.items() for name in _differing(key[0], row, _held(connection, key))]
    places = {table: place for place, table in enumerate(ROWS)}
    rows.sort(key=lambda each: (places[each[0]], each[1]))
    told = [f"{table} {key}: {name}" for table, key, name in rows]
    return [*(f"change {key}" for _, key in sorted(changes)), *told]


def _by_row(connection: Connection) -> Iterator[list[Mapping[Any, Any]]]:
    """The changes of a row in their order, row after row."""
    every = connection.execute(select(CHANGE).order_by(CHANGE.c.row, CHANGE.c.field, CHANGE.c.seq)).mappings()
    for _, several in groupby(every, key=itemgetter("row")):
        yield sorted(several, key=itemgetter("seq"))


def _held(connection: Connection, key: tuple[str, str]) -> Mapping[Any, Any] | None:
    table, row = key
    return rows_of(cursor(connection), table, [row]).get(row)


def _unlogged(connection: Connection, table: str) -> list[tuple[str, str, str]]:
    """The rows of a table that no change brought."""
    its = ROWS[table].c.id
    logged = select(literal(1)).where(CHANGE.c.row == its, CHANGE.c.in_table == table).exists()
    return [(table, str(key), "id") for key in connection.execute(select(its).where(~logged)).scalars()]


def _replayed(several: Iterable[Mapping[Any, Any]]) -> tuple[dict[tuple[str, str], Row], list[tuple[int, str]]]:
    """What changes make of a row, and those of them that do not follow from the others, each by its number and id."""
    rows: dict[tuple[str, str], Row] = {}
    heads: dict[str, str] = {}
    astray: list[tuple[int, str]] = []
    for logged in several:
        try:
            change = change_of(logged)
        except ValueError:
            astray.append((logged["seq"], logged["id"]))
            continue
        head = heads.get(change.field)
        held = rows.get((change.table, change.row), {}).get(change.field)
        came_later = head is None and change.field in _required(change.table)
        if logged["base"] != head or not (came_later or held in {change.old, change.new}):
            astray.append((logged["seq"], logged["id"]))
        apply(rows, [change])
        heads[change.field] = logged["id"]
    return rows, astray


def _differing(table: str, made: Row, stored: Mapping[Any, Any] | None) -> list[str]:
    """The columns in which a row is not what was made of it; its id where it is missing."""
    if stored is None:
        return ["id"]
    whole = made | {name: stored[name] for name in _required(table) if made[name] is None}
    try:
        full = complete(table, whole, stored["version"])
    except (ValueError, DateError):
        full = dict(whole)
    return [name for name, value in stored.items() if name != SUM and (name not in full or full[name] != value)]


@cache
def _required(table: str) -> frozenset[str]:
    """The fields that always have a value: one that no change gave came with a migration."""
    return frozenset(field.name for field in fields_of(TABLES[table]) if not field.optional)
