"""Checksums of rows: a flipped bit that SQLite does not notice shows in the row's sum, a lost row in its table's."""

# ruff: noqa: S608 – the names in statements are those of a schema that was compared with ours.
from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from orjson import dumps

from hankeapp.db.statements import cursor
from hankeapp.digests import blake2b

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine

SUM = "row_sum"

_UNSUMMED = frozenset({"alembic_version", "content", "table_sum"})
"""What is checked in other ways: a revision by its name, a content by its own SHA-256."""

_BATCH = 1000
"""Rows in one reading: who saves meanwhile does not wait long."""

_KEEP = """
INSERT INTO table_sum (name, rows, xor) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE
SET rows = rows + excluded.rows, xor = (xor | excluded.xor) & ~(xor & excluded.xor)
"""


def row_sum(row: Mapping[str, Any]) -> int:
    """Eight bytes of BLAKE2b over what the row holds as JSON, by the names of its columns, as a signed integer."""
    values = [row[name] for name in _summed(tuple(row))]
    return int.from_bytes(blake2b(dumps(values), digest_size=8).digest(), signed=True)


@lru_cache(maxsize=64)
def _summed(names: tuple[str, ...]) -> list[str]:
    """Those of a row's columns that its sum is over, in order."""
    return sorted(name for name in names if name != SUM)


def together(sums: Iterable[int]) -> int:
    """The exclusive or of sums."""
    result = 0
    for each in sums:
        result ^= each
    return result


def keep(at: sqlite3.Cursor, sums: Mapping[str, tuple[int, int]]) -> None:
    """Add to what is kept of tables: how many rows came, and the exclusive or of the sums that went and that came."""
    at.executemany(_KEEP, [(name, rows, xor) for name, (rows, xor) in sums.items()])


def keep_anew(connection: Connection, table: str) -> None:
    """Count and sum a table whole after rows of it were changed; those with sums of their own get them anew."""
    rows = list(_rows(connection, f'SELECT rowid AS "at", * FROM "{table}"'))
    sums = {row.pop("at"): row_sum(row) for row in rows}
    if rows and SUM in rows[0]:
        anew = [(each, at) for at, each in sums.items()]
        connection.exec_driver_sql(f'UPDATE "{table}" SET {SUM} = ? WHERE rowid = ?', anew)
    connection.exec_driver_sql("DELETE FROM table_sum WHERE name = ?", (table,))
    keep(cursor(connection), {table: (len(rows), together(sums.values()))})


def keep_all_anew(connection: Connection) -> None:
    """Count and sum every table, after a migration."""
    for table in summed_tables(connection):
        keep_anew(connection, table)


def summed_tables(connection: Connection) -> list[str]:
    """The tables that have sums, of whatever version the file is."""
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [row[0] for row in rows if row[0] not in _UNSUMMED]


def summed_rows(connection: Connection) -> int:
    """How many rows the tables are said to have."""
    return int(connection.exec_driver_sql("SELECT coalesce(sum(rows), 0) FROM table_sum").scalar_one())


def unsound(engine: Engine) -> list[str]:
    """The tables and rows whose sums do not agree; empty when all do. Each reading is short, and others may save."""
    with engine.connect() as connection:
        found = unsound_totals(connection)
        ends = {name: _end(connection, name) for name in summed_tables(connection)}
        kept = _kept(connection)
    for name, (end, has_sums) in ends.items():
        total = 0
        for batch in _batches(engine, name, end):
            for row in batch:
                its_sum = row_sum(row)
                total ^= its_sum
                if has_sums and its_sum != row[SUM]:
                    found.append(f"{name} {row['id']}")
        if not has_sums and total != kept.get(name, (0, 0))[1] and not _agrees(engine, name):
            found.append(name)
    return found


def unsound_totals(connection: Connection) -> list[str]:
    """The tables whose rows are more, fewer or others than what is kept of them, by the rows' own sums."""
    kept, found = _kept(connection), []
    for name in summed_tables(connection):
        rows, xor = _total(connection, name)
        its_rows, its_xor = kept.get(name, (0, 0))
        if rows != its_rows or xor not in {None, its_xor}:
            found.append(f"{name}: {rows} rows")
    return found


def _total(connection: Connection, name: str) -> tuple[int, int | None]:
    """How many rows a table has, and their sums together; None where the rows have none. No row is kept meanwhile."""
    _, has_sums = _end(connection, name)
    at = cursor(connection)
    if not has_sums:
        (rows,) = at.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        return rows, None
    rows = xor = 0
    for (its_sum,) in at.execute(f'SELECT {SUM} FROM "{name}"'):
        rows, xor = rows + 1, xor ^ its_sum
    return rows, xor


def _agrees(engine: Engine, name: str) -> bool:
    """Whether a table agrees when it is read whole: it may have been changed between two readings."""
    with engine.connect() as connection:
        kept = _kept(connection)  # first: it begins the transaction
        rows = xor = 0
        for row in _rows(connection, f'SELECT * FROM "{name}"'):
            rows, xor = rows + 1, xor ^ row_sum(row)
        return kept.get(name, (0, 0)) == (rows, xor)


def _batches(engine: Engine, name: str, end: int) -> Iterator[Sequence[dict[str, Any]]]:
    """The rows of a table up to a place, a reading at a time."""
    at = -1
    while at < end:
        with engine.connect() as connection:
            statement = f'SELECT rowid AS "at", * FROM "{name}" WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?'
            rows = list(_rows(connection, statement, (at, end, _BATCH)))
        if not rows:
            return
        at = max(row.pop("at") for row in rows)
        yield rows


def _rows(connection: Connection, statement: str, values: tuple[int, ...] = ()) -> Iterator[dict[str, Any]]:
    found = cursor(connection).execute(statement, values)
    names = [each[0] for each in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)


def _end(connection: Connection, name: str) -> tuple[int, bool]:
    """The last place of a table as it stands, and whether its rows have sums of their own."""
    last = connection.exec_driver_sql(f'SELECT max(rowid) FROM "{name}"').scalar_one()
    columns = connection.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (name,)).scalars().all()
    return (last or 0), SUM in columns


def _kept(connection: Connection) -> dict[str, tuple[int, int]]:
    return {row.name: (row.rows, row.xor) for row in connection.exec_driver_sql("SELECT * FROM table_sum")}
