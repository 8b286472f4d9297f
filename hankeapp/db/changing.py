"""Carrying changes out on the tables of rows: each row whole, with its version and sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hankeapp.db.rows import complete
from hankeapp.db.statements import cursor, insert, rows_of, update
from hankeapp.db.sums import SUM, keep, together
from hankeapp.domain.errors import ConflictError, NotFoundError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.records import OWNER, PARTS, PROJECT, SHARED, STATE, TABLES, columns_of
from hankeapp.domain.values import RowState
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from hankeapp.domain.changes import Change

_ORDER = (*SHARED, PROJECT, *PARTS)
"""Parents before children."""


def carry_out(connection: Connection, changes: Sequence[Change]) -> tuple[dict[str, int], list[Change]]:
    """Write changes into their rows; the versions that projects then have, and the changes that were not made before.

    `ConflictError` where a field is not what a change says it was, `NotFoundError` where a row or its project is gone.
    """
    gathered: dict[str, dict[str, list[Change]]] = {}
    for change in changes:
        gathered.setdefault(change.table, {}).setdefault(change.row, []).append(change)
    if sum(map(len, gathered.values())) > 1:
        # A row may refer to one that is written after it, in the same table too. Each time it is said, SQLite
        # prepares all statements anew, so that a lone row is written without it.
        cursor(connection).execute("PRAGMA defer_foreign_keys=ON")
    versions: dict[str, int] = {}
    made_before: set[Change] = set()
    for table in _ORDER:
        if table in gathered:
            standing = rows_of(connection, table, list(gathered[table]))
            made_before |= {
                change
                for key, row in standing.items()
                for change in gathered[table][key]
                if row[change.field] == change.new != change.old
            }
            if table in PARTS:
                _require_owners(connection, standing, gathered)
            written = _write(connection, table, standing, gathered[table])
            versions |= written if table == PROJECT else {}
    return versions, [change for change in changes if change not in made_before]


def _require_owners(
    connection: Connection, parts: Mapping[str, Mapping[str, Any]], gathered: Mapping[str, Mapping[str, Any]]
) -> None:
    """`NotFoundError` where a project whose parts alone are changed is gone: nobody would see what was saved."""
    owners = {row[OWNER] for row in parts.values()}
    owners |= {
        change.new
        for table in PARTS
        for changes in gathered.get(table, {}).values()
        for change in changes
        if change.field == OWNER
    }
    owners -= gathered.get(PROJECT, {}).keys()
    if any(row[STATE] != RowState.LIVE.value for row in rows_of(connection, PROJECT, list(owners)).values()):
        raise _gone()


def _write(
    connection: Connection,
    table: str,
    standing: Mapping[str, Mapping[str, Any]],
    by_row: Mapping[str, Sequence[Change]],
) -> dict[str, int]:
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    for key, changes in by_row.items():
        old = standing.get(key)
        row = complete(table, _changed(table, key, old, changes), old["version"] + 1 if old else 1)
        (changed if old else new).append(row)
    insert(connection, table, new)
    update(connection, table, changed)
    keep(connection, {table: (len(new), together(row[SUM] for row in (*standing.values(), *new, *changed)))})
    return {row["id"]: row["version"] for row in (*new, *changed)}


def _changed(table: str, key: str, old: Mapping[str, Any] | None, changes: Sequence[Change]) -> dict[str, Any]:
    columns = columns_of(table)
    row = {"id": key} | {name: old[name] if old else None for name in columns}
    if row[STATE] != RowState.LIVE.value and all(change.field != STATE for change in changes):
        raise _gone()
    for change in changes:
        if row[change.field] not in {change.old, change.new}:
            raise moved(table, change.field)
        row[change.field] = change.new
    return row


def _gone() -> NotFoundError:
    return NotFoundError(
        trn("{n} project is not in the register any more.", "{n} projects are not in the register any more.", 1),
        tr("Nothing was changed."),
        tr("Read the register again (F5)."),
    )


def moved(table: str, name: str) -> ConflictError:
    """The error of a field that is not what it was when it was read."""
    declared = {field.name: field.title for field in fields_of(TABLES[table])}
    return ConflictError(
        tr("This was changed elsewhere meanwhile: {field}.", field=declared.get(name, tr("the state"))),
        tr("Nothing was overwritten."),
        tr("Read the register again (F5) and make the change again."),
    )
