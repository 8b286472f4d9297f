"""The statement behind the groups of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func

from hankeapp.db import orders, queries
from hankeapp.db.tables import PROJECT
from hankeapp.domain.columns import SUMMED

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from hankeapp.db.search.asking import Asked
    from hankeapp.domain.query import Query


def rows(query: Query, today: date, connection: Connection, asked: Asked) -> list[tuple[Any, ...]]:
    """A row for each group of a query in its order: key, number of projects, their sum, how many have an amount."""
    key = orders.group_key(query.group).label("key")
    money = PROJECT.c[SUMMED]
    told = (key, func.count(), func.sum(money), func.count(money))
    found = queries.ids(query, today, asked.tests(), queries.parsed(query, today).filters).with_only_columns(*told)
    statement = found.order_by(None).group_by(key).order_by(*orders.group_order(query))
    return [tuple(row) for row in connection.execute(statement)]
