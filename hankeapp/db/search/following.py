"""Which projects the log changed since the index last saw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, literal, select

from hankeapp.db.reading import batches
from hankeapp.db.tables import ACT, CHANGE, PROJECT, ROWS
from hankeapp.domain.fields import fields_of
from hankeapp.domain.records import OWNER, PARTS, SHARED, TABLES
from hankeapp.domain.records import PROJECT as PROJECT_NAME
from hankeapp.domain.values import Codes

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection

    from hankeapp.db.search.reading import Moment

_LISTED = "listed_value"
_NAMED = (PROJECT_NAME, *SHARED)
"""The tables whose rows have names that others are searched by."""
_REFERRING = [
    (table, field.name, field.refers)
    for table, kind in TABLES.items()
    if table not in SHARED
    for field in fields_of(kind)
    if field.refers
]
_CODED = [(field.name, field.values) for field in fields_of(TABLES[PROJECT_NAME]) if field.type is Codes]


def changed_since(connection: Connection, seen: Moment) -> set[str] | None:
    """The ids of the projects whose texts, or the names they refer to, may have changed since a moment.

    None where that cannot be told: the log is another one's or an older one, or something was erased.
    """
    if _is_another_log(connection, seen) or _was_erased(connection, seen):
        return None
    by_table: dict[str, list[str]] = {}
    for table, row in connection.execute(
        select(CHANGE.c.in_table, CHANGE.c.row).join(ACT).where(ACT.c.seq > seen.seq).distinct()
    ):
        by_table.setdefault(table, []).append(row)
    found = set(by_table.get(PROJECT_NAME, ()))
    for table in PARTS:
        found |= _owners(connection, table, ROWS[table].c.id, by_table.get(table, ()))
    for table in _NAMED:
        found |= _referring(connection, table, by_table.get(table, ()))
    return found | _coded(connection, by_table.get(_LISTED, ()))


def _is_another_log(connection: Connection, seen: Moment) -> bool:
    if not seen.seq:
        return False
    act = connection.execute(select(ACT.c.id).where(ACT.c.seq == seen.seq)).scalar()
    return act != seen.act


def _was_erased(connection: Connection, seen: Moment) -> bool:
    """Whether an act left no changes: what it took away stands in no log."""
    changes = select(CHANGE.c.id).where(CHANGE.c.act == ACT.c.id).exists()
    bare = select(ACT.c.id).where(ACT.c.seq > seen.seq, ~changes).limit(1)
    return connection.execute(bare).first() is not None


def _referring(connection: Connection, named: str, rows: Collection[str]) -> set[str]:
    """The projects that refer to rows of a table by their names."""
    found: set[str] = set()
    for table, field, refers in _REFERRING:
        if refers == named:
            found |= _owners(connection, table, ROWS[table].c[field], rows)
    return found


def _owners(connection: Connection, table: str, column: ColumnElement[str], keys: Collection[str]) -> set[str]:
    owner = ROWS[table].c.id if table == PROJECT_NAME else ROWS[table].c[OWNER]
    found: set[str] = set()
    for batch in batches(sorted(keys)):
        found.update(connection.execute(select(owner).where(column.in_(batch))).scalars())
    return found


def _coded(connection: Connection, rows: Collection[str]) -> set[str]:
    """The projects that have a listed value."""
    listed = ROWS[_LISTED].c
    found: set[str] = set()
    for batch in batches(sorted(rows)):
        values = connection.execute(select(listed.list, listed.code).where(listed.id.in_(batch))).all()
        for name, of_list in _CODED:
            for code in (code for its, code in values if its == of_list):
                spaced = literal(" ") + PROJECT.c[name] + " "
                has_it = func.instr(spaced, f" {code} ") > 0
                found.update(connection.execute(select(PROJECT.c.id).where(has_it)).scalars())
    return found
