"""Statements of every save and every page of a list, given straight to sqlite3.

What SQLAlchemy adds to each would cost as much as the disk, and as reading the rows.
"""

# ruff: noqa: S608 – the names in statements are those of our own tables.
from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hankeapp.db.connection import driver
from hankeapp.db.tables import ACT, CHANGE, ROWS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Table


def cursor(connection: Connection) -> sqlite3.Cursor:
    """A cursor of sqlite3 within the open transaction; its errors are sqlite3's own."""
    return driver(connection).cursor()


def reading_cursor(connection: Connection) -> sqlite3.Cursor:
    """The same, within a transaction that is begun where none is: what is given straight to sqlite3 begins none."""
    if not connection.in_transaction():
        connection.begin()
    return cursor(connection)


def insert(at: sqlite3.Cursor, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows with every column."""
    at.executemany(_INSERTS[table], rows)


def write(at: sqlite3.Cursor, table: str, key: str, values: Mapping[str, Any]) -> None:
    """Write the named columns of a row, and no others: SQLite rewrites each index over a column that is set."""
    at.execute(_write(table, tuple(values)), (*values.values(), key))


def rows_of(at: sqlite3.Cursor, table: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The rows of a table by id, in plain form with what is worked out."""
    found: dict[str, dict[str, Any]] = {}
    for key in ids:
        row = at.execute(_SELECTS[table], (key,)).fetchone()
        if row is not None:
            found[key] = dict(zip(_COLUMNS[table], row, strict=True))
    return found


def rows_among(
    at: sqlite3.Cursor, table: str, column: str, keys: Sequence[str], names: tuple[str, ...] = ()
) -> Iterator[dict[str, Any]]:
    """The rows of a table that hold one of the keys in an indexed column, in plain form with what is worked out.

    With `names`, no more than these columns of them.
    """
    names = names or _COLUMNS[table]
    statement = _among(table, column, names)
    return (dict(zip(names, row, strict=True)) for row in at.execute(statement, (json.dumps(keys),)))


def _insert(table: Table) -> str:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(f":{column.name}" for column in table.columns)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES ({values})'


@lru_cache(maxsize=256)
def _write(table: str, columns: tuple[str, ...]) -> str:
    assignments = ", ".join(f'"{name}" = ?' for name in columns)
    return f'UPDATE "{table}" SET {assignments} WHERE id = ?'


@lru_cache(maxsize=64)
def _among(table: str, column: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {columns} FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?))'


def _select(table: Table) -> str:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'SELECT {columns} FROM "{table.name}" WHERE id = ?'


_INSERTS = {table.name: _insert(table) for table in (*ROWS.values(), ACT, CHANGE)}
_SELECTS = {table.name: _select(table) for table in ROWS.values()}
_COLUMNS = {table.name: tuple(column.name for column in table.columns) for table in ROWS.values()}
