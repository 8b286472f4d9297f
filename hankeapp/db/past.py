"""The register as it was: today's rows with the changes since taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hankeapp.db.log import MOST_CHANGES, changes_after, from_json
from hankeapp.db.tables import CHANGE, ROWS
from hankeapp.domain.naming import Names
from hankeapp.domain.records import OWNER, PARTS, PROJECT, SHARED, STATE, Stored, columns_of, project_of, shared_of
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from hankeapp.domain.project import Project
    from hankeapp.domain.values import Plain

Rows = dict[str, dict[str, dict[str, Any]]]
"""Plain rows by table and id."""


@dataclass(frozen=True)
class Known:
    """What a register held: its live projects in no order, its live shared rows, and the names of all rows."""

    projects: Sequence[Project]
    shared: dict[str, list[Any]]
    names: Names


def known_after(connection: Connection, act: int) -> Known:
    """What the register held after an act."""
    rows = rows_after(connection, act)
    shared = {table: [shared_of(table, row) for row in rows[table].values() if _is_live(row)] for table in SHARED}
    called = (Stored(table, row) for table in (*SHARED, PROJECT) for row in rows[table].values())
    return Known(_projects(rows), shared, Names.of(called))


def value_after(connection: Connection, act: int, row: str, field: str, now: Plain) -> Plain:
    """What a field of a row held after an act; `now` is what it holds."""
    later = (CHANGE.c.row == row) & (CHANGE.c.field == field) & (CHANGE.c.seq >= (act + 1) * MOST_CHANGES)
    found = connection.execute(select(CHANGE.c.old).where(later).order_by(CHANGE.c.seq).limit(1)).one_or_none()
    return now if found is None else from_json(found.old)


def first_values(connection: Connection, fields: Sequence[str], project: str | None) -> dict[str, dict[str, Plain]]:
    """What fields of projects, or of one, held at first, by the project's id and the field."""
    first = CHANGE.c.base.is_(None) & (CHANGE.c.in_table == PROJECT) & CHANGE.c.field.in_(fields)
    if project is not None:
        first &= CHANGE.c.row == project
    values: dict[str, dict[str, Plain]] = {}
    for row in connection.execute(select(CHANGE.c.row, CHANGE.c.field, CHANGE.c.new).where(first)):
        values.setdefault(row.row, {})[row.field] = from_json(row.new)
    return values


def _projects(rows: Rows) -> list[Project]:
    parts: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for table in PARTS:
        for row in rows[table].values():
            parts.setdefault(row[OWNER], {}).setdefault(table, []).append(row)
    return [project_of(row, parts.get(row["id"], {}), 0) for row in rows[PROJECT].values() if _is_live(row)]


def rows_after(connection: Connection, act: int, tables: tuple[str, ...] = tuple(ROWS)) -> Rows:
    """The plain rows of tables after an act; those that began later are not among them."""
    rows: Rows = {}
    for table in tables:
        columns = [ROWS[table].c[name] for name in ("id", *columns_of(table))]
        rows[table] = {row["id"]: dict(row) for row in connection.execute(select(*columns)).mappings()}
    for change in changes_after(connection, act, tables):
        rows[change.table][change.row][change.field] = change.old
    for table in tables:
        rows[table] = {key: row for key, row in rows[table].items() if row[STATE] is not None}
    return rows


def _is_live(row: dict[str, Any]) -> bool:
    return bool(row[STATE] == RowState.LIVE.value)
