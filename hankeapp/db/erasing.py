"""The only true deletions: what was thrown into the trash, and a person's data, out of rows and out of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, or_, select, update

from hankeapp.db.log import from_json, to_json
from hankeapp.db.reading import batches
from hankeapp.db.rows import rewritten
from hankeapp.db.statements import cursor, rows_of, write
from hankeapp.db.sums import SUM, keep, row_sum, together
from hankeapp.db.tables import ACT, CHANGE, CONTENT, ROWS
from hankeapp.domain.fields import fields_of
from hankeapp.domain.records import OWNER, PARTS, PROJECT, TABLES
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select, Table

_PROJECT = ROWS[PROJECT]
_REPORT = ROWS["kept_report"]
_HOLDING = ("attachment", "kept_report", "letterhead")
"""The tables whose rows have bytes among the contents."""

_REFERRING = [
    (table, field.name) for table, kind in TABLES.items() for field in fields_of(kind) if field.refers == PROJECT
]
"""The fields that name a project."""


def delete_trash(connection: Connection) -> None:
    """Delete the projects in the trash with their parts, contents and log.

    Kept reports that were removed go with them.
    """
    trash = select(_PROJECT.c.id).where(_PROJECT.c.state == RowState.TRASH.value)
    projects: list[str] = list(connection.execute(trash).scalars())
    acts: set[str] = set()
    for batch in batches(projects):
        acts |= _delete(connection, batch)
    acts |= _delete_removed_reports(connection)
    for several in batches(sorted(acts)):
        _delete_empty_acts(connection, several)
    _delete_unused_contents(connection)


def erase(connection: Connection, table: str, row: str) -> None:
    """Empty the fields of a row, in the row and in every change of the log."""
    empty: dict[str, Any] = {field.name: None if field.optional else "" for field in fields_of(TABLES[table])}
    _rewrite(connection, table, [row], empty)
    of_row = select(CHANGE).where(CHANGE.c.row == row, CHANGE.c.field.in_(list(empty)))
    # What began from nothing still does: the log must lead to the row.
    _rewrite_log(connection, of_row, lambda field, value: None if value is None else to_json(empty[field]))


def erase_earlier(connection: Connection, table: str, row: str) -> None:
    """Empty in every change of the log what a row does not hold any more; what it holds now stays."""
    names = [field.name for field in fields_of(TABLES[table])]
    now = connection.execute(select(ROWS[table]).where(ROWS[table].c.id == row)).mappings().one()
    optional = {field.name for field in fields_of(TABLES[table]) if field.optional}
    of_row = select(CHANGE).where(CHANGE.c.row == row, CHANGE.c.field.in_(names))

    def kept(field: str, value: str | None) -> str | None:
        if value is None or value == to_json(now[field]):
            return value
        return to_json(None if field in optional else "")

    _rewrite_log(connection, of_row, kept)


def _delete(connection: Connection, projects: Sequence[str]) -> set[str]:
    """Delete projects; the acts that changed them."""
    _forget(connection, projects)
    rows = list(projects)
    for name in PARTS:
        parts = ROWS[name].c[OWNER].in_(projects)
        rows += connection.execute(select(ROWS[name].c.id).where(parts)).scalars()
        _delete_where(connection, ROWS[name], parts)
    _delete_where(connection, _PROJECT, _PROJECT.c.id.in_(projects))
    acts: set[str] = set()
    for batch in batches(rows):
        acts |= set(connection.execute(select(CHANGE.c.act).where(CHANGE.c.row.in_(batch))).scalars())
        _delete_where(connection, CHANGE, CHANGE.c.row.in_(batch))
    return acts


def _delete_removed_reports(connection: Connection) -> set[str]:
    """Delete the kept reports that were removed, or whose keeping was undone; the acts that did so."""
    removed = _REPORT.c.state != RowState.LIVE.value
    acts: set[str] = set()
    for batch in batches(connection.execute(select(_REPORT.c.id).where(removed)).scalars().all()):
        acts |= set(connection.execute(select(CHANGE.c.act).where(CHANGE.c.row.in_(batch))).scalars())
        _delete_where(connection, CHANGE, CHANGE.c.row.in_(batch))
        _delete_where(connection, _REPORT, _REPORT.c.id.in_(batch))
    return acts


def _forget(connection: Connection, projects: Sequence[str]) -> None:
    """Let no row and no change name the projects any more."""
    said = {to_json(project) for project in projects}
    naming = or_(CHANGE.c.old.in_(said), CHANGE.c.new.in_(said))
    for table, name in _REFERRING:
        refers = ROWS[table].c[name].in_(projects)
        ids = connection.execute(select(ROWS[table].c.id).where(refers)).scalars().all()
        _rewrite(connection, table, ids, {name: None})
        of_field = select(CHANGE).where(CHANGE.c.in_table == table, CHANGE.c.field == name, naming)
        _rewrite_log(connection, of_field, lambda _, value: None if value in said else value)


def _rewrite(connection: Connection, table: str, ids: Iterable[str], values: Mapping[str, Any]) -> None:
    at = cursor(connection)
    for key, standing in rows_of(at, table, ids).items():
        changed = rewritten(table, standing, values)
        write(at, table, key, changed)
        keep(at, {table: (0, standing[SUM] ^ changed[SUM])})


def _rewrite_log(connection: Connection, which: Select[Any], value: Callable[[str, str | None], str | None]) -> None:
    """Put other values into changes: `value` is told the field and what stands there, as JSON."""
    old = [dict(row) for row in connection.execute(which).mappings()]
    new = [row | {side: value(row["field"], row[side]) for side in ("old", "new")} for row in old]
    if new:
        connection.execute(_REWRITTEN, [{"its_id": row["id"], "was": row["old"], "is_now": row["new"]} for row in new])
        keep(cursor(connection), {"change": (0, together(map(row_sum, (*old, *new))))})


def _delete_where(connection: Connection, table: Table, which: ColumnElement[bool]) -> None:
    rows = [dict(row) for row in connection.execute(select(table).where(which)).mappings()]
    if rows:
        connection.execute(delete(table).where(which))
        keep(cursor(connection), {table.name: (-len(rows), together(map(row_sum, rows)))})


def _delete_empty_acts(connection: Connection, acts: Sequence[str]) -> None:
    # An act that has lost its changes says nothing but a name, which may be that of a deleted project.
    has_changes = select(CHANGE.c.id).where(CHANGE.c.act == ACT.c.id).exists()
    _delete_where(connection, ACT, and_(ACT.c.id.in_(acts), ~has_changes))


def _delete_unused_contents(connection: Connection) -> None:
    used = {each for name in _HOLDING for each in connection.execute(select(ROWS[name].c.sha256)).scalars()}
    logged = select(CHANGE.c.old, CHANGE.c.new).where(CHANGE.c.in_table.in_(_HOLDING), CHANGE.c.field == "sha256")
    for old, new in connection.execute(logged):
        used |= {from_json(old), from_json(new)}
    unused: Collection[str] = set(connection.execute(select(CONTENT.c.sha256)).scalars()) - used
    for batch in batches(sorted(unused)):
        connection.execute(delete(CONTENT).where(CONTENT.c.sha256.in_(batch)))


_REWRITTEN = (
    update(CHANGE).where(CHANGE.c.id == bindparam("its_id")).values(old=bindparam("was"), new=bindparam("is_now"))
)
