"""Which values of a field are called what a person typed, as conditions and as a statement of sqlite3."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import LargeBinary, and_, bindparam, case, cast, false, func, literal, or_, select
from sqlalchemy.dialects import sqlite

from hankeapp.db.distinct import distinct_values, is_indexed
from hankeapp.db.tables import ROWS
from hankeapp.domain.fields import fields_of
from hankeapp.domain.records import STATE, TABLES
from hankeapp.domain.values import Codes, RowState
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Cursor

    from sqlalchemy import Column, ColumnElement, Select

    from hankeapp.domain.fields import Field
    from hankeapp.domain.query_terms import Named

_LISTED = ROWS["listed_value"].c
_NAMES = {"unit": ("name", "division"), "organisation": ("name", "short_name")}
"""The columns by which a row of a shared table is known."""


def storable(text: str) -> str:
    """The text without halves of UTF-16 pairs: they stand in no register and can be given to no database."""
    return text.encode(errors="ignore").decode()


def named(asked: Named, column: Column[Any], field: Field) -> ColumnElement[bool]:
    """Whether a field's value is called so."""
    called = Called.so(asked)
    if field.type is Codes:
        return func.shares_code(column, called.codes(field).scalar_subquery())
    if field.refers or is_indexed(column):
        return column.in_(called.among(column, field))
    return called.holds(column)


def values_called(at: Cursor, asked: Named, table: str, name: str) -> list[str]:
    """The values of a field that are called so: keys of rows, listed codes, or texts that an index tells."""
    statement, values = _statement(table, name)
    return [row[0] for row in at.execute(statement, {**values, **_values_of(asked)})]


class Called(NamedTuple):
    """What was typed of a name: its first word folded, all of it, and whether it is the whole name."""

    first: ColumnElement[str]
    typed: ColumnElement[str]
    whole: ColumnElement[bool]

    @classmethod
    def so(cls, asked: Named) -> Called:
        """As a filter has it."""
        return cls(*map(literal, _values_of(asked).values()))

    def holds(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a text is called so; most of those that are not SQLite passes over by itself, in a tenth of the time.

        That is possible for a text of ASCII: it has as many bytes as characters, and is folded by small letters alone.
        """
        is_ascii = func.length(column) == func.length(cast(column, LargeBinary))
        is_without = or_(column == "", and_(is_ascii, func.instr(func.lower(column), self.first) == 0))
        return case((is_without, false()), else_=func.names(column, self.typed, self.whole))

    def among(self, column: Column[Any], field: Field) -> Select[Any]:
        """The values of a field that are called so."""
        if field.refers:
            rows = ROWS[field.refers].c
            # Found once, however often it is asked for.
            return select(
                select(rows.id).where(or_(*(self.holds(rows[each]) for each in _NAMES[field.refers]))).cte().c.id
            )
        if field.type is Codes:
            return select(_LISTED.code).where(self._is_listed(field))
        each = distinct_values(column)
        return select(each).where(self.holds(each))

    def codes(self, field: Field) -> Select[Any]:
        """The listed codes that are called so, in one text."""
        return select(func.group_concat(_LISTED.code, " ")).where(self._is_listed(field))

    def _is_listed(self, field: Field) -> ColumnElement[bool]:
        called = or_(func.names(_LISTED.label, self.typed, self.whole), func.names(_LISTED.code, self.typed, 1))
        return and_(_LISTED.list == field.values, _LISTED[STATE] == RowState.LIVE.value, called)


def _values_of(asked: Named) -> dict[str, Any]:
    """What `Called` is of a filter, by its names."""
    typed = storable(asked.text)
    first, *_ = fold(typed).split() or [""]
    return {"first": first, "typed": typed, "whole": asked.whole}


@cache
def _statement(table: str, name: str) -> tuple[str, Mapping[str, Any]]:
    """Put together once, with the values that are always the same: that takes longer than carrying it out."""
    field = next(each for each in fields_of(TABLES[table]) if each.name == name)
    values = Called(*map(bindparam, Called._fields)).among(ROWS[table].c[name], field)
    compiled = values.compile(dialect=sqlite.dialect(paramstyle="named"))
    return str(compiled), compiled.params
