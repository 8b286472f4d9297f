"""Which projects refer to the entries of the office's lists, and how many to each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select, union

from hankeapp.db.reading import batches
from hankeapp.db.tables import PROJECT, ROWS
from hankeapp.domain.kept_lists import Deleted, Uses, targets_of
from hankeapp.domain.records import OWNER, STATE, shared_of
from hankeapp.domain.values import Codes, RowState

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection, Select

    from hankeapp.domain.kept_lists import KeptList
    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query_keys import Target

_LIVE, _TRASH = RowState.LIVE.value, RowState.TRASH.value


def read_uses(connection: Connection, kept: KeptList) -> dict[str, Uses]:
    """How many projects refer to each entry, by what they keep of it; entries of which none does are left out."""
    referring = union(*map(_referring, targets_of(kept))).subquery()
    statement = (
        select(referring.c.key, PROJECT.c[STATE], func.count())
        .join(PROJECT, PROJECT.c.id == referring.c.project)
        .where(PROJECT.c[STATE].in_([_LIVE, _TRASH]))
        .group_by(referring.c.key, PROJECT.c[STATE])
    )
    counts: dict[str, dict[str, int]] = defaultdict(lambda: {_LIVE: 0, _TRASH: 0})
    for value, state, count in connection.execute(statement):
        # Codes come as they were chosen together.
        for key in value.split() if kept.values else (value,):
            counts[key][state] += count
    return {key: Uses(by_state[_LIVE], by_state[_TRASH]) for key, by_state in counts.items()}


def read_users(connection: Connection, kept: KeptList, key: str) -> list[ProjectId]:
    """The live projects that refer to an entry."""
    referring = union(*(_referring(each).where(_is(each, key)) for each in targets_of(kept))).subquery()
    of_project = select(referring.c.project).distinct()
    statement = select(PROJECT.c.id).where(PROJECT.c.id.in_(of_project), PROJECT.c[STATE] == _LIVE)
    return list(connection.execute(statement.order_by(PROJECT.c.id)).scalars())


def read_deleted(connection: Connection, kept: KeptList, keys: Collection[str]) -> list[Deleted]:
    """The entries that were in a list and are no more, of those with the given keys or codes; the last ones last."""
    table = ROWS[kept.table]
    key = table.c["code" if kept.values else "id"]
    statement = select(table).order_by(table.c.id)
    if kept.values:
        statement = statement.where(table.c["list"] == kept.values)
    found = [
        Deleted(shared_of(kept.table, row), RowState(row[STATE]))
        for batch in batches(sorted(keys))
        for row in connection.execute(statement.where(key.in_(batch))).mappings()
    ]
    # A code is free again once its entry is deleted.
    live = {kept.key_of(each.row) for each in found if each.state is RowState.LIVE}
    return [each for each in found if kept.key_of(each.row) not in live]


def _referring(target: Target) -> Select[Any]:
    """What the live rows of a target refer to, with their projects."""
    if target.part is None:
        column = PROJECT.c[target.field.name]
        return select(column.label("key"), PROJECT.c.id.label("project")).where(column.is_not(None), column != "")
    table = ROWS[target.part.table]
    column = table.c[target.field.name]
    project = table.c[OWNER].label("project")
    return select(column.label("key"), project).where(column.is_not(None), table.c[STATE] == _LIVE)


def _is(target: Target, key: str) -> ColumnElement[bool]:
    column = (PROJECT if target.part is None else ROWS[target.part.table]).c[target.field.name]
    if target.field.type is Codes:
        return func.instr(literal(" ").concat(column).concat(" "), f" {key} ") > 0
    return column == key
