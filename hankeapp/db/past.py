"""The register as it was: today's rows with the changes since taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hankeapp.db.log import changes_after, last_by
from hankeapp.db.tables import ROWS
from hankeapp.domain.records import OWNER, PARTS, PROJECT, SHARED, STATE, columns_of, project_of, shared_of
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from hankeapp.domain.project import Project

Rows = dict[str, dict[str, dict[str, Any]]]
"""Plain rows by table and id."""


def projects_at(connection: Connection, moment: datetime, now: datetime) -> list[Project]:
    """Every project that was live at a moment, in no order."""
    rows = rows_after(connection, last_by(connection, moment, now), (PROJECT, *PARTS))
    parts: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for table in PARTS:
        for row in rows[table].values():
            parts.setdefault(row[OWNER], {}).setdefault(table, []).append(row)
    return [project_of(row, parts.get(row["id"], {}), 0) for row in rows[PROJECT].values() if _is_live(row)]


def shared_at(connection: Connection, moment: datetime, now: datetime) -> dict[str, list[Any]]:
    """The rows of the shared tables that were live at a moment."""
    rows = rows_after(connection, last_by(connection, moment, now), tuple(SHARED))
    return {table: [shared_of(table, row) for row in rows[table].values() if _is_live(row)] for table in SHARED}


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
