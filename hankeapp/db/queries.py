"""The statements behind lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import false, select

from hankeapp.db import filters, orders
from hankeapp.db.called import storable
from hankeapp.db.tables import PROJECT
from hankeapp.db.views import in_view
from hankeapp.domain.query_language import parse
from hankeapp.domain.values import RowState
from hankeapp.language.collation import first_level

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from sqlalchemy import ColumnElement, Select

    from hankeapp.domain.query import Query
    from hankeapp.domain.query_terms import Parsed, Term

_LAST = "\U0010ffff"
"""Comes after every character of a key."""


def ids(
    query: Query,
    today: date,
    texts: Iterable[ColumnElement[bool]],
    at_once: Collection[Term] = (),
    answered: Collection[Term] = (),
) -> Select[str]:
    """The ids of a query's projects, in its order; `texts` are the tests that its words come to.

    The parts that the filters `at_once` ask are read through at once; those `answered` already are not asked.
    """
    return select(PROJECT.c.id).where(*tests(query, today, at_once, answered), *texts).order_by(*orders.in_order(query))


def tests(
    query: Query, today: date, at_once: Collection[Term], answered: Collection[Term]
) -> list[ColumnElement[bool]]:
    """Whether a project belongs to a query's view, and has what its filters ask."""
    asked = [each for each in parsed(query, today).filters if each not in answered]
    return [in_view(query.view, today), *(filters.holds(each, today, every=each in at_once) for each in asked)]


def parsed(query: Query, today: date) -> Parsed:
    """What a query's text asks."""
    return parse(storable(query.text), today)


def beginning_with(text: str) -> Select[str]:
    """The ids of the projects whose title begins so, read off the index of titles."""
    key = first_level(storable(text))
    if not key:
        return select(PROJECT.c.id).where(false())
    live = PROJECT.c.state == RowState.LIVE.value
    return select(PROJECT.c.id).where(PROJECT.c.title_key.between(key, key + _LAST), live)
