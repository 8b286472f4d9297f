"""The statements behind lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import false, func, select

from hankeapp.db import orders
from hankeapp.db.tables import PROJECT
from hankeapp.db.views import in_view
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.values import RowState
from hankeapp.language.collation import first_level
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement, Select

    from hankeapp.domain.query import Query

_SEARCHED = tuple(field.name for field in fields_of(Project) if field.type is str)
_LAST = "\U0010ffff"
"""Comes after every character of a key."""


def ids(query: Query, today: date) -> Select[str]:
    """The ids of a query's projects, in its order."""
    statement = select(PROJECT.c.id).where(in_view(query.view, today))
    if words := _folded(query.text):
        statement = statement.where(func.holds(_texts(), words))
    return statement.order_by(*orders.in_order(query))


def beginning_with(text: str) -> Select[str]:
    """The ids of the projects whose title begins so, read off the index of titles."""
    key = first_level(_storable(text))
    if not key:
        return select(PROJECT.c.id).where(false())
    live = PROJECT.c.state == RowState.LIVE.value
    return select(PROJECT.c.id).where(PROJECT.c.title_key.between(key, key + _LAST), live)


def _texts() -> ColumnElement[str]:
    texts: ColumnElement[str] = PROJECT.c[_SEARCHED[0]]
    for name in _SEARCHED[1:]:
        texts = texts.concat("\n").concat(PROJECT.c[name])
    return texts


def _folded(text: str) -> str:
    return fold(_storable(text))


def _storable(text: str) -> str:
    # A broken character (half of a UTF-16 pair) stands in no register and can be given to no database.
    return text.encode(errors="ignore").decode()
