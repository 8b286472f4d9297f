"""The filters of a query as conditions of a statement over projects; `services.query_matching` says the same of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, false, func, literal, not_, or_, select, union

from hankeapp.db.days import first_day, last_day
from hankeapp.db.tables import PROJECT, ROWS
from hankeapp.db.views import noticed
from hankeapp.domain.query_keys import filter_keys
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Flagged, Known, Named, Running
from hankeapp.domain.records import OWNER, STATE
from hankeapp.domain.values import Codes, RowState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, CompoundSelect, Select

    from hankeapp.domain.fields import Field
    from hankeapp.domain.query_keys import FilterKey, Target
    from hankeapp.domain.query_terms import Condition, Term

    Test = Callable[[ColumnElement[Any], Field], ColumnElement[bool]]

_LISTED = ROWS["listed_value"].c
_LIVE = RowState.LIVE.value
_NAMES = {"unit": ("name", "division"), "organisation": ("name", "short_name")}
"""The columns by which a row of a shared table is known."""
_PROJECT_DAYS = {"start": (PROJECT.c.start_first, None), "end": (None, PROJECT.c.end_last)}
"""The first and the last possible day, where they stand in a column of their own."""


def holds(term: Term, today: date) -> ColumnElement[bool]:
    """Whether a term that is no text holds of a project; of what is not known only its negation does."""
    found = or_(*(_condition(each, today) for each in term.any_of))
    return not_(func.coalesce(found, false())) if term.is_negated else found


def _condition(asked: Condition, today: date) -> ColumnElement[bool]:
    match asked:
        case Choice(name, code):
            return _anywhere(name, lambda column, _: column == code)
        case Named(name):
            return _anywhere(name, partial(_named, asked))
        case Dates(name):
            return _anywhere(name, partial(_dated, asked))
        case Amounts(name):
            return _anywhere(name, partial(_amount, asked))
        case Running():
            return _running(asked)
        case Known(name, is_known):
            known = _known(filter_keys()[name])
            return known if is_known else not_(known)
        case Flagged(view):
            return noticed(view, today)
    raise TypeError(f"{type(asked)} is looked for in the texts")


def _anywhere(name: str, test: Test) -> ColumnElement[bool]:
    """Whether a test holds of any field that a filter asks, of the project or of a row of a part."""
    targets = filter_keys()[name].targets
    own = [test(PROJECT.c[target.field.name], target.field) for target in targets if target.part is None]
    rows = [_owners(target, test) for target in targets if target.part is not None]
    return or_(*own, *([PROJECT.c.id.in_(_either(rows))] if rows else []))


def _owners(target: Target, test: Test) -> Select[Any]:
    assert target.part is not None
    table = ROWS[target.part.table].c
    return select(table[OWNER]).where(table[STATE] == _LIVE, test(table[target.field.name], target.field))


def _either(several: Sequence[Select[Any]]) -> Select[Any] | CompoundSelect[Any]:
    return several[0] if len(several) == 1 else union(*several)


def _named(asked: Named, column: ColumnElement[Any], field: Field) -> ColumnElement[bool]:
    typed = storable(asked.text)
    if field.refers:
        table = ROWS[field.refers].c
        meant = or_(*(func.names(table[name], typed, asked.whole) for name in _NAMES[field.refers]))
        return column.in_(select(table.id).where(meant))
    if field.type is Codes:
        label = or_(func.names(_LISTED.label, typed, asked.whole), func.names(_LISTED.code, typed, 1))
        within = func.instr(literal(" ").concat(column).concat(" "), literal(" ").concat(_LISTED.code).concat(" "))
        listed = select(_LISTED.code).where(_LISTED.list == field.values, _LISTED[STATE] == _LIVE, label, within > 0)
        return and_(column != "", listed.exists())
    return and_(column != "", func.names(column, typed, asked.whole))


def _dated(asked: Dates, column: ColumnElement[Any], field: Field) -> ColumnElement[bool]:
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


def _amount(asked: Amounts, column: ColumnElement[Any], _field: Field) -> ColumnElement[bool]:
    sides: list[ColumnElement[bool]] = [column.is_not(None)]
    if asked.least is not None:
        sides.append(column >= asked.least)
    if asked.most is not None:
        sides.append(column <= asked.most)
    return and_(*sides)


def _known(asked: FilterKey) -> ColumnElement[bool]:
    if asked.part is not None:
        table = ROWS[asked.part.table].c
        return PROJECT.c.id.in_(select(table[OWNER]).where(table[STATE] == _LIVE))
    return _anywhere(asked.name, _is_something)


def _is_something(column: ColumnElement[Any], field: Field) -> ColumnElement[bool]:
    return column != "" if issubclass(field.type, str | Codes) and not field.optional else column.is_not(None)


def storable(text: str) -> str:
    """The text without halves of UTF-16 pairs: they stand in no register and can be given to no database."""
    return text.encode(errors="ignore").decode()
