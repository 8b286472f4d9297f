"""The statements behind the values that a filter offers: which there are, and how many live projects have each."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from hankeapp.db.distinct import distinct_values, is_indexed
from hankeapp.db.filters import holds
from hankeapp.db.tables import ACT, PROJECT, ROWS
from hankeapp.db.views import in_view
from hankeapp.domain.query import View
from hankeapp.domain.records import OWNER, STATE
from hankeapp.domain.values import RowState

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Select

    from hankeapp.domain.query_keys import Target
    from hankeapp.domain.query_terms import Term

LAST_ACT = select(func.coalesce(func.max(ACT.c.seq), 0))

_LIVE = RowState.LIVE.value


def holding(term: Term, today: date) -> Select[int]:
    """The number of live projects of which a filter holds."""
    return select(func.count()).select_from(PROJECT).where(in_view(View.ALL, today), holds(term, today, every=True))


def different(target: Target) -> Select[Any]:
    """The values of a field, each once."""
    table = PROJECT if target.part is None else ROWS[target.part.table]
    column = table.c[target.field.name]
    return select(distinct_values(column)) if is_indexed(column) else select(column).distinct()


def values(target: Target) -> Select[Any]:
    """A row for each value of a field: the value, or the name behind a key, and its number of projects.

    Codes come as they were chosen together, a row for each choice.
    """
    field = target.field
    table = PROJECT if target.part is None else ROWS[target.part.table]
    number = func.count() if target.part is None else func.count(table.c[OWNER].distinct())
    value = table.c[field.name]
    statement = select(value, number).where(table.c[STATE] == _LIVE, value.is_not(None))
    if not issubclass(field.type, Enum):
        statement = statement.where(value != "")
    if target.part is not None:
        gone = select(PROJECT.c.id).where(PROJECT.c[STATE] != _LIVE)
        statement = statement.where(table.c[OWNER].not_in(gone))
    return statement.group_by(value)
