"""The statements behind lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, false, func, literal, select

from hankeapp.db import orders
from hankeapp.db.tables import PROJECT
from hankeapp.domain.attention import SOON
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import View
from hankeapp.domain.status import Status
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


def in_view(view: View, today: date) -> ColumnElement[bool]:
    """Whether a project belongs to a view; the same rules as in `domain.attention`."""
    if view is View.TRASH:
        return PROJECT.c.state == RowState.TRASH.value
    return and_(PROJECT.c.state == RowState.LIVE.value, _of_living(view, today))


def _of_living(view: View, today: date) -> ColumnElement[bool]:
    active = PROJECT.c.status == Status.ACTIVE.value
    match view:
        case View.PLANNED:
            return PROJECT.c.status == Status.PLANNED.value
        case View.ACTIVE:
            return active
        case View.ENDED:
            return PROJECT.c.status == Status.ENDED.value
        case View.SOON:
            return and_(active, PROJECT.c.end_last.between(today.isoformat(), (today + SOON).isoformat()))
        case View.OVERDUE:
            return and_(active, PROJECT.c.end_last < today.isoformat())
    return literal(1) == 1


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
