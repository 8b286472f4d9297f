"""Carrying changes out on the tables of rows: what changes, with each row's version and sum."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hankeapp.db.rows import complete, rewritten
from hankeapp.db.statements import insert, rows_of, write
from hankeapp.db.sums import SUM
from hankeapp.domain.errors import ConflictError, NotFoundError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.records import OWNER, PARTS, PROJECT, SHARED, STATE, TABLES, columns_of
from hankeapp.domain.values import RowState
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from hankeapp.domain.changes import Change

_ORDER = (*SHARED, PROJECT, *PARTS)
"""Parents before children."""


@dataclass
class CarriedOut:
    """What came of changes: the versions of projects by id, what was not so before, and what is to be added to sums."""

    versions: dict[str, int] = field(default_factory=dict)
    made: Sequence[Change] = ()
    sums: dict[str, tuple[int, int]] = field(default_factory=dict)


def carry_out(at: sqlite3.Cursor, changes: Sequence[Change]) -> CarriedOut:
    """Write changes into their rows.

    `ConflictError` where a field is not what a change says it was, `NotFoundError` where a row or its project is gone.
    """
    gathered: dict[str, dict[str, list[Change]]] = {}
    for change in changes:
        gathered.setdefault(change.table, {}).setdefault(change.row, []).append(change)
    if sum(map(len, gathered.values())) > 1:
        # A row may refer to one that is written after it, in the same table too. Each time it is said, SQLite
        # prepares all statements anew, so that a lone row is written without it.
        at.execute("PRAGMA defer_foreign_keys=ON")
    standing = {table: rows_of(at, table, rows) for table, rows in gathered.items()}
    # A project whose parts alone change has a new version too: so who read it before knows. It must be there.
    owners = _owners(standing, changes) - gathered.get(PROJECT, {}).keys()
    if owners:
        gathered.setdefault(PROJECT, {}).update((owner, []) for owner in owners)
        standing.setdefault(PROJECT, {}).update(rows_of(at, PROJECT, owners))
    done = CarriedOut(made=[change for change in changes if _is_new(change, standing)])
    for table in _ORDER:
        if table in gathered:
            _write(at, done, table, standing[table], gathered[table])
    return done


def _owners(standing: Mapping[str, Mapping[str, Mapping[str, Any]]], changes: Sequence[Change]) -> set[Any]:
    """The projects whose parts are changed."""
    parts = [row for table, rows in standing.items() if table in PARTS for row in rows.values()]
    return {row[OWNER] for row in parts} | {change.new for change in changes if change.field == OWNER}


def _is_new(change: Change, standing: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> bool:
    """Whether a change changes anything that is not so already."""
    row = standing[change.table].get(change.row)
    return change.old != change.new and (row is None or row[change.field] != change.new)


def _write(
    at: sqlite3.Cursor,
    done: CarriedOut,
    table: str,
    standing: Mapping[str, Mapping[str, Any]],
    by_row: Mapping[str, Sequence[Change]],
) -> None:
    added, xor = [], 0
    for key, changes in by_row.items():
        if key in standing:
            row = rewritten(table, standing[key], _values(table, standing[key], changes))
            write(at, table, key, row)
            xor ^= standing[key][SUM]
        else:
            nothing = dict.fromkeys(columns_of(table))
            row = complete(table, {"id": key, **nothing, **_values(table, nothing, changes)}, 1)
            added.append(row)
        xor ^= row[SUM]
        if table == PROJECT:
            done.versions[key] = row["version"]
    if added:
        insert(at, table, added)
    done.sums[table] = len(added), xor


def _values(table: str, row: Mapping[str, Any], changes: Sequence[Change]) -> dict[str, Any]:
    """The fields of a row as changes make them."""
    if row[STATE] != RowState.LIVE.value and all(change.field != STATE for change in changes):
        raise _gone() if table == PROJECT else moved(table, STATE)
    values: dict[str, Any] = {}
    for change in changes:
        if values.get(change.field, row[change.field]) not in {change.old, change.new}:
            raise moved(table, change.field)
        if change.old != change.new:
            values[change.field] = change.new
    return values


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
