"""The tables of an attached index as statements on the register name them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Integer, MetaData, Table, Text, bindparam, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.selectable import Join

from hankeapp.db.tables import LOOKED_UP, PROJECT

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select

_METADATA = MetaData(schema="search")
DOC = Table("doc", _METADATA, Column("id", Integer, primary_key=True), Column("project", Text))
SPELLED = Table("spelled", _METADATA, Column("id", Integer, primary_key=True), Column("words", Text))
HIT = Table("hit", _METADATA, Column("rowid", Integer, primary_key=True), Column("hit", Text))


class _InThisOrder(Join):
    """A join whose left side SQLite reads first: hits stream in the order of the titles.

    A project is looked up in an index that tells its view, and its long row is read only if more is asked of it.
    """

    inherit_cache = True
    __visit_name__ = "in_this_order"


@compiles(_InThisOrder)
def _compiled(join: _InThisOrder, compiler: Any, **more: Any) -> str:
    # No linter of what is joined to what: it follows only SQLAlchemy's own joins.
    more = more | {"asfrom": True, "from_linter": None}
    left, right = (compiler.process(side, **more) for side in (join.left, join.right))
    lookup = f" INDEXED BY {LOOKED_UP}" if join.right is PROJECT else ""
    return f"{left} CROSS JOIN {right}{lookup} ON {compiler.process(join.onclause, from_linter=None)}"


def _in_this_order(left: FromClause, right: FromClause, on: ColumnElement[bool]) -> _InThisOrder:
    return _InThisOrder(left, right, on)


_HITS = _in_this_order(HIT, DOC, DOC.c.id == HIT.c.rowid)
_PROJECTS = _in_this_order(_HITS, PROJECT, PROJECT.c.id == DOC.c.project)


_IS_HIT = HIT.c.hit.bool_op("MATCH")(bindparam("expression", type_=Text()))


def _matches(expression: str) -> ColumnElement[bool]:
    """Whether a hit is one of an expression of FTS5."""
    return HIT.c.hit.bool_op("MATCH")(expression)


@cache
def projects_of_hits() -> Select[Any]:
    """The ids of the projects that an `expression` finds, in the order of their titles, and no more than `most`.

    Both are given when it is carried out: it serves all ranks of a query.
    """
    found = select(PROJECT.c.id).select_from(_PROJECTS).where(_IS_HIT)
    return found.order_by(HIT.c.rowid).limit(bindparam("most", type_=Integer()))


def spelled_so(words: str) -> ColumnElement[bool]:
    """Whether a document has words in this order."""
    its_words = select(SPELLED.c.words).where(SPELLED.c.id == DOC.c.id).correlate(DOC).scalar_subquery()
    return func.instr(its_words, words) > 0


def found_by(expression: str, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a project is one that an expression finds; `more` is asked of its document."""
    found = select(DOC.c.project).select_from(_HITS).where(_matches(expression), *more)
    return PROJECT.c.id.in_(found)
