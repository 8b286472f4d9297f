"""Where a project stands in an index: its row id lies between those of the titles before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.db.search.layout import GAP

if TYPE_CHECKING:
    import sqlite3

_PLACES = "SELECT doc.id FROM register.project AS p CROSS JOIN doc ON doc.project = p.id"
_TITLE = "(SELECT title_key FROM register.project WHERE id = :id)"


class NoRoom(Exception):
    """Between two titles there is no row id left."""


def place_of(connection: sqlite3.Connection, project: str) -> int | None:
    """The row id that a project has, or None."""
    row = connection.execute("SELECT id FROM doc WHERE project = ?", (project,)).fetchone()
    return row[0] if row else None


def place_for(connection: sqlite3.Connection, project: str, before: int | None) -> int:
    """A row id between those of the titles before and after; the one that it had where it still fits. `NoRoom`."""
    low, high = (_neighbour(connection, project, *way) for way in (("<", "DESC"), (">", "ASC")))
    if low is None and high is None:
        return before or GAP
    low = high - 2 * GAP if low is None and high is not None else low
    high = low + 2 * GAP if high is None and low is not None else high
    assert low is not None
    assert high is not None
    if before is not None and low < before < high:
        return before
    if high - low < 2:
        raise NoRoom
    return (low + high) // 2


def _neighbour(connection: sqlite3.Connection, project: str, sign: str, direction: str) -> int | None:
    statement = (
        f"{_PLACES} WHERE (p.title_key, p.id) {sign} ({_TITLE}, :id)"
        f" ORDER BY p.title_key {direction}, p.id {direction} LIMIT 1"
    )
    row = connection.execute(statement, {"id": project}).fetchone()
    return row[0] if row else None
