"""The statements behind lists and counts."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, false, func, literal, select

from hankeapp.db.tables import PROJECT
from hankeapp.domain.attention import SOON
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import field_of, fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import View
from hankeapp.domain.status import Status
from hankeapp.domain.values import Codes, RowState
from hankeapp.language.collation import first_level, sort_key
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Executable, Select

    from hankeapp.domain.query import Query, Sort

_SEARCHED = tuple(field.name for field in fields_of(Project) if field.type is str)
_LAST = "\U0010ffff"
"""Comes after every character of a key."""
_TITLES = frozenset({"title", "name"})
_DATE_KEYS = {"start": PROJECT.c.start_first, "end": PROJECT.c.end_last}


def ids(query: Query, today: date) -> Select[str]:
    """The ids of a query's projects, in its order."""
    statement = select(PROJECT.c.id).where(in_view(query.view, today))
    if words := _folded(query.text):
        statement = statement.where(func.holds(_texts(), words))
    return statement.order_by(*_order(query.sorts))


def beginning_with(text: str) -> Select[str]:
    """The ids of the projects whose title begins so, read off the index of titles."""
    key = first_level(_storable(text))
    if not key:
        return select(PROJECT.c.id).where(false())
    live = PROJECT.c.state == RowState.LIVE.value
    return select(PROJECT.c.id).where(PROJECT.c.title_key.between(key, key + _LAST), live)


def counts(today: date) -> Executable:
    """One row with the number of projects of each view, a column a view."""
    return select(*(func.count(case((in_view(view, today), 1))).label(view.value) for view in View))


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


def _order(sorts: Sequence[Sort]) -> list[ColumnElement[Any]]:
    keys = [key for sort in sorts for key in _directed(sort)]
    last = sorts[-1].field if sorts else ""
    return keys if last in _TITLES else [*keys, PROJECT.c.title_key, PROJECT.c.id]


def _directed(sort: Sort) -> list[ColumnElement[Any]]:
    def directed(key: ColumnElement[Any]) -> ColumnElement[Any]:
        return key.desc() if sort.descending else key.asc()

    if sort.field in _TITLES:
        return [directed(PROJECT.c.title_key), directed(PROJECT.c.id)]  # as they stand in the index
    return [directed(key).nulls_last() for key in _sort_keys(sort.field)]


def _sort_keys(name: str) -> list[ColumnElement[Any]]:
    field = field_of(Project, name)
    column: ColumnElement[Any] = PROJECT.c[name]
    if name == "number":  # H-2026-1000 comes after H-2026-999
        return [func.substr(column, 1, len("H-2026-")), func.length(column), column]
    if field.type is PartialDate:
        return [_DATE_KEYS[name]]
    if issubclass(field.type, Enum):
        return [_label_order(column, field.type)]
    if field.type is str:
        return [case((column != "", func.sort_key(column)))]
    if field.type is Codes:
        return [case((column != "", column))]
    return [column]


def _label_order(column: ColumnElement[Any], codes: type[Enum]) -> ColumnElement[Any]:
    """The place of a code among its fellows in the order of their labels, as a reader of the column expects."""
    in_order: list[Any] = list(codes)
    in_order.sort(key=lambda code: sort_key(code.label))
    return case(*((column == code.value, place) for place, code in enumerate(in_order)))
