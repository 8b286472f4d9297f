"""The filters of a query as conditions of a statement over projects; `services.query_matching` says the same of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, false, func, literal, not_, or_, select, union_all

from hankeapp.db.called import named
from hankeapp.db.days import first_day, last_day
from hankeapp.db.distinct import is_indexed
from hankeapp.db.tables import PROJECT, ROWS
from hankeapp.db.views import noticed
from hankeapp.domain.query_keys import filter_keys
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Flagged, Known, Named, Running, Unread
from hankeapp.domain.records import OWNER, STATE
from hankeapp.domain.values import Codes, RowState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Column, ColumnElement, CompoundSelect, Connection, Table

    from hankeapp.domain.fields import Field, Part
    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.domain.query_terms import Condition, Term

    Test = Callable[[Column[Any], Field], ColumnElement[bool]]
    Tests = Mapping[Column[Any], ColumnElement[bool]]

_LIVE = RowState.LIVE.value
_MANY = 6000
"""Rows of a part from which on a first page is full sooner if each project's are looked at in turn."""
_PROJECT_DAYS = {"start": (PROJECT.c.start_first, None), "end": (None, PROJECT.c.end_last)}
"""The first and the last possible day, where they stand in a column of their own."""


def holds(term: Term, today: date, *, every: bool = False) -> ColumnElement[bool]:
    """Whether a term that is no text holds of a project; of what is not known only its negation does.

    If `every` project is wanted, parts are read through at once; else the parts of each project are looked at in turn,
    so that a first page is soon full.
    """
    found = or_(*(_condition(each, today, every) for each in term.any_of))
    return not_(func.coalesce(found, false())) if term.is_negated else found


def _condition(asked: Condition, today: date, every: bool) -> ColumnElement[bool]:
    match asked:
        case Choice(name, code):
            # Likely, so that the order of the titles is followed and not an index on a column with few values.
            return _anywhere(name, lambda column, _: func.likely(column == code), every)
        case Named(name):
            return _anywhere(name, partial(named, asked), every)
        case Dates(name):
            return _anywhere(name, partial(_dated, asked), every)
        case Amounts(name):
            return _anywhere(name, partial(_amount, asked), every)
        case Running():
            return _running(asked)
        case Known(name, is_known):
            return _known(filter_keys()[name], is_known, every)
        case Flagged(view):
            return noticed(view, today)
        case Unread():
            return false()
    raise TypeError(f"{type(asked)} is looked for in the texts")


def _anywhere(name: str, test: Test, every: bool) -> ColumnElement[bool]:
    """Whether a test holds of any field that a filter asks, of the project or of a row of a part."""
    targets = filter_keys()[name].targets
    own = [test(PROJECT.c[each.field.name], each.field) for each in targets if each.part is None]
    parts = dict.fromkeys(each.part for each in targets if each.part is not None)
    return or_(
        *own, *(_in_part(part, [each.field for each in targets if each.part == part], test, every) for part in parts)
    )


def _in_part(part: Part, fields: Sequence[Field], test: Test, every: bool) -> ColumnElement[bool]:
    """Whether a test holds of a field of a part's rows."""
    table = ROWS[part.table]
    tests = {table.c[field.name]: test(table.c[field.name], field) for field in fields}
    if every and test is _is_something:  # of most rows: an index is no help
        return PROJECT.c.id.in_(select(table.c[OWNER]).where(table.c[STATE] == _LIVE, or_(*tests.values())))
    if every:
        return PROJECT.c.id.in_(_owners(table, tests))
    # Within a function, so that the rows are found by their project and not by an index on what is tested.
    tested = func.coalesce(or_(*tests.values()), false())
    mine = table.c[OWNER] == PROJECT.c.id
    return select(literal(1)).where(mine, table.c[STATE] == _LIVE, tested).exists()


def quicker_at_once(connection: Connection, terms: Iterable[Term]) -> list[Term]:
    """The terms whose rows to read at once is quicker for a first page too: those of few rows, as indexes tell.

    Names that no index helps to find are also sought once, and not for each project.
    """
    return [term for term in terms if not term.is_negated and _is_quicker(connection, term)]


def _is_quicker(connection: Connection, term: Term) -> bool:
    rows = [each for asked in term.any_of for each in _named_rows(asked)]
    if not rows or not all(map(_named_rows, term.any_of)):
        return False
    if not all(is_indexed(column) for _, tests in rows for column in tests):
        return True
    several = union_all(*(select(_owners(*each).subquery()) for each in rows)).limit(_MANY).subquery()
    return int(connection.execute(select(func.count()).select_from(several)).scalar_one()) < _MANY


def _named_rows(asked: Condition) -> list[tuple[Table, Tests]]:
    """The tables of the parts whose rows are called so, with the tests; nothing where the project itself is asked."""
    if not isinstance(asked, Named):
        return []
    tests: dict[Table, dict[Column[Any], ColumnElement[bool]]] = {}
    for target in filter_keys()[asked.filter].targets:
        if target.part is None:
            return []
        table = ROWS[target.part.table]
        column = table.c[target.field.name]
        tests.setdefault(table, {})[column] = named(asked, column, target.field)
    return list(tests.items())


def _owners(table: Table, tests: Tests) -> CompoundSelect[Any]:
    """The projects of a part's live rows of which any test holds: by each index, and in one reading for the others."""
    live = table.c[STATE] == _LIVE
    by_index = [test for column, test in tests.items() if is_indexed(column)]
    others = [test for column, test in tests.items() if not is_indexed(column)]
    each = [*by_index, or_(*others)] if others else by_index
    return union_all(*(select(table.c[OWNER]).where(live, test) for test in each))


def _dated(asked: Dates, column: Column[Any], field: Field) -> ColumnElement[bool]:
    own_first, own_last = _PROJECT_DAYS.get(field.name, (None, None)) if column.table is PROJECT else (None, None)
    first = first_day(column) if own_first is None else own_first
    last = last_day(column) if own_last is None else own_last
    sides: list[ColumnElement[bool]] = [column.is_not(None)]
    if asked.first is not None:
        sides.append(first >= asked.first.earliest.isoformat())
    if asked.last is not None:
        sides.append(last <= asked.last.latest.isoformat())
    return and_(*sides)


def _running(asked: Running) -> ColumnElement[bool]:
    sides: list[ColumnElement[bool]] = [or_(PROJECT.c.start.is_not(None), PROJECT.c.end.is_not(None))]
    if asked.last is not None:
        sides.append(or_(PROJECT.c.start_first.is_(None), PROJECT.c.start_first <= asked.last.latest.isoformat()))
    if asked.first is not None:
        sides.append(or_(PROJECT.c.end_last.is_(None), PROJECT.c.end_last >= asked.first.earliest.isoformat()))
    return and_(*sides)


def _amount(asked: Amounts, column: Column[Any], _field: Field) -> ColumnElement[bool]:
    sides: list[ColumnElement[bool]] = [column.is_not(None)]
    if asked.least is not None:
        sides.append(column >= asked.least)
    if asked.most is not None:
        sides.append(column <= asked.most)
    return and_(*sides)


def _known(asked: FilterKey, is_known: bool, every: bool) -> ColumnElement[bool]:
    if asked.part is None:
        known = _anywhere(asked.name, _is_something, every)
        return known if is_known else not_(known)
    table = ROWS[asked.part.table].c
    live = table[STATE] == _LIVE
    if asked.endings:
        live &= or_(*(table.name.like(f"%{ending}") for ending in asked.endings))
    if is_known or every:
        owners = PROJECT.c.id.in_(select(table[OWNER]).where(live))
        return owners if is_known else not_(owners)
    return ~select(literal(1)).where(table[OWNER] == PROJECT.c.id, live).exists()


def _is_something(column: Column[Any], field: Field) -> ColumnElement[bool]:
    return column != "" if issubclass(field.type, str | Codes) and not field.optional else column.is_not(None)
