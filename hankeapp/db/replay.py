"""What the log alone says that the tables hold, and where they hold something else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hankeapp.db.log import change_of
from hankeapp.db.rows import complete
from hankeapp.db.sums import SUM
from hankeapp.db.tables import CHANGE, ROWS
from hankeapp.domain.changes import apply
from hankeapp.domain.errors import DateError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.records import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from hankeapp.domain.records import Row


def differences(connection: Connection) -> list[str]:
    """The changes that do not follow from those before them, and the rows that are not what all changes make."""
    made, found = _replayed(connection)
    for table in ROWS:
        held = connection.execute(select(ROWS[table])).mappings()
        stored = {(table, str(row["id"])): row for row in held}
        for key in sorted(stored.keys() | {each for each in made if each[0] == table}):
            found += [f"{' '.join(key)}: {name}" for name in _differing(table, made.get(key), stored.get(key))]
    return found


def _replayed(connection: Connection) -> tuple[dict[tuple[str, str], Row], list[str]]:
    rows: dict[tuple[str, str], Row] = {}
    heads: dict[tuple[str, str], str] = {}
    found: list[str] = []
    for logged in connection.execute(select(CHANGE).order_by(CHANGE.c.seq)).mappings():
        try:
            change = change_of(logged)
        except ValueError:
            found.append(f"change {logged['id']}")
            continue
        head = heads.get((change.row, change.field))
        held = rows.get((change.table, change.row), {}).get(change.field)
        came_later = head is None and change.field in _required(change.table)
        if logged["base"] != head or not (came_later or held in {change.old, change.new}):
            found.append(f"change {logged['id']}")
        apply(rows, [change])
        heads[change.row, change.field] = logged["id"]
    return rows, found


def _differing(table: str, made: Row | None, stored: Mapping[Any, Any] | None) -> list[str]:
    """The columns in which a row is not what was made of it; its id where one of the two is missing."""
    if made is None or stored is None:
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
