"""The different values of an indexed column, found by leaps from one to the next and not by reading every row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement


def is_indexed(column: Column[Any]) -> bool:
    """Whether an index begins with a column."""
    assert column.table is not None
    return any(column is next(iter(index.columns)) for index in column.table.indexes)


def distinct_values(column: Column[Any]) -> ColumnElement[Any]:
    """The column of a table that holds each value once, but for NULL and the empty text."""
    least = select(func.min(column).label("value")).where(column > "")
    found = least.cte(recursive=True)
    following = select(func.min(column)).where(column > found.c.value).scalar_subquery()
    found = found.union_all(select(following).where(found.c.value.is_not(None)))
    return found.c.value
