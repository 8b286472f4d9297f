"""The orders of a list and the groups that part it, as keys of a statement that reads projects."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from hankeapp.db.tables import PROJECT, ROWS
from hankeapp.domain.columns import column_of
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.domain.records import OWNER, POSITION, STATE
from hankeapp.domain.values import Codes, Key, RowState
from hankeapp.language.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Table

    from hankeapp.domain.columns import Column
    from hankeapp.domain.fields import Field
    from hankeapp.domain.query import Query, Sort

_TITLES = frozenset({"title", "name"})
_DATE_KEYS = {"start": PROJECT.c.start_first, "end": PROJECT.c.end_last}
_LISTED = ROWS["listed_value"]
_YEAR = 4
"""Digits of a year, with which a partial date begins."""


def in_order(query: Query) -> list[ColumnElement[Any]]:
    """The keys of a query's order: its groups first, then its orders, then the titles."""
    return [*group_order(query), *_sorted(query.sorts)]


def group_order(query: Query) -> list[ColumnElement[Any]]:
    """The order of a query's groups, that without a value last; backwards where the query's orders say so."""
    if not query.group:
        return []
    keys = _keys(column_of(query.group).field, group_key(query.group))
    backwards = any(sort.field == query.group and sort.descending for sort in query.sorts)
    return [_directed(each, descending=backwards).nulls_last() for each in keys]


def group_key(name: str) -> ColumnElement[Any]:
    """The group that a project stands in, as `Column.group_key` tells it."""
    column = column_of(name)
    first = first_value(column)
    return func.substr(first, 1, _YEAR) if column.field.type is PartialDate else first


def _sorted(sorts: Sequence[Sort]) -> list[ColumnElement[Any]]:
    keys = [key for sort in sorts for key in _of_sort(sort)]
    last = sorts[-1].field if sorts else ""
    return keys if last in _TITLES else [*keys, PROJECT.c.title_key, PROJECT.c.id]


def _of_sort(sort: Sort) -> list[ColumnElement[Any]]:
    if sort.field in _TITLES:  # as they stand in the index
        return [_directed(key, descending=sort.descending) for key in (PROJECT.c.title_key, PROJECT.c.id)]
    return [_directed(key, descending=sort.descending).nulls_last() for key in _sort_keys(sort.field)]


def _directed(key: ColumnElement[Any], *, descending: bool) -> ColumnElement[Any]:
    return key.desc() if descending else key.asc()


def _sort_keys(name: str) -> list[ColumnElement[Any]]:
    if name == "number":  # H-2026-1000 comes after H-2026-999
        number = PROJECT.c.number
        return [func.substr(number, 1, len("H-2026-")), func.length(number), number]
    if name == "duration":
        return list(_DATE_KEYS.values())
    if name in _DATE_KEYS:
        return [_DATE_KEYS[name]]
    if name in PROJECT.c:
        field = field_of(Project, name)
        return _keys(field, _first_code(PROJECT.c[name]) if field.type is Codes else PROJECT.c[name])
    column = column_of(name)
    return _keys(column.field, first_value(column))


def _keys(field: Field, value: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    """What puts a field's values in the order of what a reader sees of them."""
    if issubclass(field.type, Enum):
        return [_label_order(value, field.type)]
    if field.type is Codes:
        return [_place(_LISTED.c.label, _LISTED.c.code, value, _LISTED.c.list == field.values), value]
    if field.type is Key:
        names = ROWS[field.refers]
        return [_place(names.c.name, names.c.id, value)]
    if field.type is str:
        return [case((value != "", func.sort_key(value)))]
    return [value]


def first_value(column: Column) -> ColumnElement[Any]:
    """A column's first value; NULL where nothing is known."""
    if column.part is None:
        value = PROJECT.c[column.name]
        return _first_code(value) if column.field.type is Codes else value
    rows: Table = ROWS[column.part.table]
    value = rows.c[column.name]
    first = select(value).where(rows.c[OWNER] == PROJECT.c.id, rows.c[STATE] == RowState.LIVE.value, value != "")
    return first.order_by(rows.c[POSITION], rows.c.id).limit(1).correlate(PROJECT).scalar_subquery()


def _first_code(codes: ColumnElement[str]) -> ColumnElement[Any]:
    return func.nullif(func.substr(codes, 1, func.instr(codes.concat(" "), " ") - 1), "")


def _place(
    name: ColumnElement[str], key: ColumnElement[str], value: ColumnElement[Any], *among: ColumnElement[bool]
) -> ColumnElement[Any]:
    """The place of a row among its fellows in the order of their names: it is found once, not for each project."""
    place = func.row_number().over(order_by=(func.sort_key(name), key)).label("place")
    places = select(key.label("key"), place).where(*among).subquery()
    return select(places.c.place).where(places.c.key == value).limit(1).scalar_subquery()


def _label_order(column: ColumnElement[Any], codes: type[Enum]) -> ColumnElement[Any]:
    """The place of a code among its fellows in the order of their labels, as a reader of the column expects."""
    in_order: list[Any] = list(codes)
    in_order.sort(key=lambda code: sort_key(code.label))
    return case(*((column == code.value, place) for place, code in enumerate(in_order)))
