"""The statements behind lists and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, literal, select

from hankeapp.db.tables import PROJECT
from hankeapp.domain.attention import SOON
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import View
from hankeapp.domain.status import Status
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement, Executable, Select

    from hankeapp.domain.query import Query, Sort

_SEARCHED = ("number", "acronym", "name", "time_text", "public_text", "results", "notes")
_DATE_KEYS = {"start": PROJECT.c.start_first, "end": PROJECT.c.end_last}


def ids(query: Query, today: date) -> Select[str]:
    """The ids of a query's projects, in its order."""
    statement = select(PROJECT.c.id).where(in_view(query.view, today))
    for word in fold(query.text).split():
        statement = statement.where(func.instr(_folded_texts(), word) > 0)
    return statement.order_by(*_order(query.sort))


def counts(today: date) -> Executable:
    """One row with the number of projects of each view, a column a view."""
    return select(*(func.count(case((in_view(view, today), 1))).label(view.value) for view in View))


def in_view(view: View, today: date) -> ColumnElement[bool]:
    """Whether a project belongs to a view; the same rules as in `domain.attention`."""
    active = PROJECT.c.status == Status.ACTIVE
    match view:
        case View.ALL:
            return literal(1) == 1
        case View.PLANNED:
            return PROJECT.c.status == Status.PLANNED
        case View.ACTIVE:
            return active
        case View.ENDED:
            return PROJECT.c.status == Status.ENDED
        case View.SOON:
            return and_(active, PROJECT.c.end_last.between(today.isoformat(), (today + SOON).isoformat()))
        case View.OVERDUE:
            return and_(active, PROJECT.c.end_last < today.isoformat())


def _folded_texts() -> ColumnElement[str]:
    texts: ColumnElement[str] = PROJECT.c[_SEARCHED[0]]
    for name in _SEARCHED[1:]:
        texts = texts.concat("\n").concat(PROJECT.c[name])
    return func.fold(texts)


def _order(sort: Sort) -> list[ColumnElement[Any]]:
    key = _sort_key(sort.field)
    first = key.desc().nulls_last() if sort.descending else key.asc().nulls_last()
    return [first, PROJECT.c.title_key, PROJECT.c.id]


def _sort_key(name: str) -> ColumnElement[Any]:
    if name in {"title", "name"}:
        return PROJECT.c.title_key
    if name == "number":
        return PROJECT.c.id  # made in the order the numbers were given
    field = field_of(Project, name)
    if field.type is PartialDate:
        return _DATE_KEYS[name]
    column: ColumnElement[Any] = PROJECT.c[name]
    if field.type is str:
        return func.nullif(column, "").collate("finnish")
    return column
