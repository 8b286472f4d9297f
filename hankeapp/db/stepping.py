"""The first page of a long list in the order of a part's field: read value after value off the index of the field."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hankeapp.db import orders, queries
from hankeapp.db.distinct import distinct_values, is_indexed
from hankeapp.db.tables import PROJECT, ROWS, TABLE_SUM
from hankeapp.domain.columns import column_of
from hankeapp.domain.query import View
from hankeapp.domain.records import OWNER, STATE
from hankeapp.domain.values import RowState
from hankeapp.language.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sqlalchemy import Connection, Select

    from hankeapp.domain.columns import Column
    from hankeapp.domain.query import Query

_LONG = 10_000
"""Rows of a part until which all projects are as soon put in order."""
_WIDE = frozenset({View.ALL, View.PLANNED, View.ACTIVE, View.ENDED})
"""The views of which a page is soon full."""


def ids(connection: Connection, query: Query, today: date, most: int) -> list[str] | None:
    """The first ids of a query in its order; None where it is another order, or as soon read all together."""
    column = _leading(query)
    if column is None or not _is_wide(connection, query, today, column):
        return None
    found: list[str] = []
    for values in (*_in_order(connection, column, descending=_is_descending(query)), []):
        if len(found) < most:
            statement = _having(query, today, column, values).limit(most - len(found))
            found += connection.execute(statement).scalars()
    return found


def _leading(query: Query) -> Column | None:
    """The column of a part that a query's order begins with."""
    name = query.group or next((sort.field for sort in query.sorts), "")
    column = column_of(name) if name and name not in PROJECT.c else None
    return column if column and column.part and is_indexed(ROWS[column.part.table].c[column.name]) else None


def _is_wide(connection: Connection, query: Query, today: date, column: Column) -> bool:
    if query.view not in _WIDE or queries.parsed(query, today).terms:
        return False
    assert column.part is not None
    rows = select(TABLE_SUM.c.rows).where(TABLE_SUM.c.name == column.part.table)
    return int(connection.execute(rows).scalar_one()) > _LONG


def _is_descending(query: Query) -> bool:
    name = query.group or query.sorts[0].field
    return any(sort.field == name and sort.descending for sort in query.sorts)


def _in_order(connection: Connection, column: Column, *, descending: bool) -> Iterator[list[str]]:
    """The values of a column, those together that stand in the same place."""
    assert column.part is not None
    value = distinct_values(ROWS[column.part.table].c[column.name])
    if column.field.refers:
        names = ROWS[column.field.refers].c
        rows = connection.execute(select(names.id, names.name).where(names.id.in_(select(value))))
        places = [((sort_key(name), key), key) for key, name in rows]
    else:
        places = [((sort_key(each), ""), each) for each in connection.execute(select(value)).scalars() if each]
    places.sort(reverse=descending)
    return ([each for _, each in several] for _, several in groupby(places, key=lambda place: place[0]))


def _having(query: Query, today: date, column: Column, values: Sequence[str]) -> Select[Any]:
    """The projects whose first value is one of these, or that have none, in the order of the rest of the query."""
    assert column.part is not None
    rows = ROWS[column.part.table].c
    first = orders.first_value(column)
    statement = queries.ids(query, today, ()).order_by(None).order_by(*orders.in_order(query)[1:])
    if not values:
        return statement.where(first.is_(None))
    having = select(rows[OWNER]).where(rows[column.name].in_(values), rows[STATE] == RowState.LIVE.value)
    return statement.where(PROJECT.c.id.in_(having), first.in_(values))
