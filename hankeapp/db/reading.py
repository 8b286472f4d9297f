"""Reading whole projects and shared rows, a batch at a time."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hankeapp.db.statements import reading_cursor, rows_among
from hankeapp.db.tables import LOOKED_UP, PROJECT, ROWS
from hankeapp.domain.columns import told_fields
from hankeapp.domain.errors import DateError
from hankeapp.domain.records import OWNER, PARTS, POSITION, STATE, project_of, shared_of
from hankeapp.domain.status import Status
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Select

    from hankeapp.domain.project import Project, ProjectId

_BATCH = 500
"""Ids in one statement, well below SQLite's limit of variables."""
_MOST_NAMED = 4000
"""Projects that are asked for one by one."""
_GONE = f"SELECT id, status FROM project INDEXED BY {LOOKED_UP} WHERE true"  # noqa: S608
_LIVE = f"{_GONE} AND state = '{RowState.LIVE.value}'"
_AMONG = " AND id IN (SELECT value FROM json_each(?))"
_STATUSES = {status.value: status for status in Status}


class BrokenValue(Exception):
    """The file holds a value that the program never writes."""


def read_projects(connection: Connection, ids: Sequence[str], *, gone: bool = False) -> list[Project]:
    """The projects of the ids, in their order; those in the trash or undone are left out unless `gone` is wanted."""
    return _projects(connection, ids, dict.fromkeys((PROJECT.name, *PARTS), ()), gone=gone)


def read_listed(connection: Connection, ids: Sequence[str], *, gone: bool = False) -> list[Project]:
    """The same with no more than a list tells of: what else a project has is empty."""
    return _projects(connection, ids, _told_columns(), gone=gone)


@cache
def _told_columns() -> Mapping[str, tuple[str, ...]]:
    beside = {PROJECT.name: ("id", "version", STATE)}
    return {
        table: (*beside.get(table, ("id", STATE, OWNER, POSITION)), *names) for table, names in told_fields().items()
    }


def _projects(
    connection: Connection, ids: Sequence[str], columns: Mapping[str, tuple[str, ...]], *, gone: bool
) -> list[Project]:
    found: dict[str, Project] = {}
    for batch in batches(ids):
        found |= _batch(connection, batch, columns)
    projects = [found[each] for each in ids if each in found]
    return projects if gone else [project for project in projects if project.state is RowState.LIVE]


def read_shared(connection: Connection, table: str) -> list[Any]:
    """The live rows of a shared table."""
    return [shared_of(table, row) for row in connection.execute(_living(table)).mappings()]


@cache
def _living(table: str) -> Select[Any]:
    return select(ROWS[table]).where(ROWS[table].c[STATE] == RowState.LIVE.value)


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in parts that fit one statement."""
    return (ids[first : first + _BATCH] for first in range(0, len(ids), _BATCH))


def read_statuses(connection: Connection, ids: Sequence[ProjectId], *, gone: bool = False) -> dict[ProjectId, Status]:
    """The statuses of the ids, in their order; ids that are gone are left out unless wanted."""
    # Of many it is quicker to read all of them, which stand in an index.
    named = [json.dumps(ids)] if len(ids) <= _MOST_NAMED else []
    statement = f"{_GONE if gone else _LIVE}{_AMONG if named else ''}"
    found = dict(reading_cursor(connection).execute(statement, named).fetchall())
    return {each: _STATUSES[its] for each, its in zip(ids, map(found.get, ids), strict=True) if its}


def _batch(connection: Connection, ids: Sequence[str], columns: Mapping[str, tuple[str, ...]]) -> dict[str, Project]:
    at = reading_cursor(connection)
    parts: dict[str, dict[str, list[Mapping[Any, Any]]]] = {}
    for name in columns.keys() - {PROJECT.name}:
        for row in rows_among(at, name, OWNER, ids, columns[name]):
            parts.setdefault(row[OWNER], {}).setdefault(name, []).append(row)
    rows = rows_among(at, PROJECT.name, "id", ids, columns[PROJECT.name])
    try:
        return {row["id"]: project_of(row, parts.get(row["id"], {}), row["version"]) for row in rows}
    except (ValueError, DateError) as error:
        raise BrokenValue(str(error)) from error
