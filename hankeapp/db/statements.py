"""Statements of every save, given straight to sqlite3: what SQLAlchemy adds to each would cost as much as the disk."""

# ruff: noqa: S608 – the names in statements are those of our own tables.
from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from hankeapp.db.tables import ACT, CHANGE, ROWS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table


def cursor(connection: Connection) -> sqlite3.Cursor:
    """A cursor of sqlite3 within the open transaction; its errors are sqlite3's own."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver.cursor()


def insert(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows with every column."""
    cursor(connection).executemany(_INSERTS[table], rows)


def update(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write every column of rows by their ids."""
    cursor(connection).executemany(_UPDATES[table], rows)


def rows_of(connection: Connection, table: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The rows of a table by id, in plain form with what is worked out."""
    reading = cursor(connection)
    names = [column.name for column in ROWS[table].columns]
    found: dict[str, dict[str, Any]] = {}
    for key in ids:
        row = reading.execute(_SELECTS[table], (key,)).fetchone()
        if row is not None:
            found[key] = dict(zip(names, row, strict=True))
    return found


def _insert(table: Table) -> str:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(f":{column.name}" for column in table.columns)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES ({values})'


def _update(table: Table) -> str:
    assignments = ", ".join(f'"{column.name}" = :{column.name}' for column in table.columns if column.name != "id")
    return f'UPDATE "{table.name}" SET {assignments} WHERE id = :id'


def _select(table: Table) -> str:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'SELECT {columns} FROM "{table.name}" WHERE id = ?'


_INSERTS = {table.name: _insert(table) for table in (*ROWS.values(), ACT, CHANGE)}
_UPDATES = {table.name: _update(table) for table in ROWS.values()}
_SELECTS = {table.name: _select(table) for table in ROWS.values()}
