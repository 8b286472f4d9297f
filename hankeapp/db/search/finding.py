"""Finding the projects of a query over a connection that an index is attached to, or without one."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, func, select
from sqlalchemy.exc import OperationalError

from hankeapp.db import filters, looking_through, queries, stepping
from hankeapp.db.connection import driver
from hankeapp.db.search import narrowing
from hankeapp.db.search.asking import Asked, Asking
from hankeapp.db.search.tables import projects_of_hits
from hankeapp.db.search.vocabulary import IndexedVocabulary
from hankeapp.db.statements import cursor
from hankeapp.domain.packed_ids import PackedIds
from hankeapp.language.folding import fold
from hankeapp.language.sought import Sought

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from datetime import date

    from sqlalchemy import Connection, Select

    from hankeapp.domain.query import Query
    from hankeapp.domain.query_terms import Parsed, Term
    from hankeapp.language.lemmas import Lemmas

_STEPS = 5000
"""Instructions of SQLite between two questions whether to go on."""


def asked_of_index(connection: Connection, parsed: Parsed, lemmas: Lemmas) -> Asked:
    """What a query's text terms ask of the attached index, and what it knows of its filters."""
    asked = Asking(IndexedVocabulary(cursor(connection)), lemmas).asked(parsed.words)
    return narrowing.narrowed(connection, asked, parsed.filters)


def asked_of_texts(parsed: Parsed) -> Asked:
    """What they ask where there is no index: the letters as they are written."""
    tests = tuple(looking_through.tests(parsed.words))
    wanted = (text for term in parsed.words if not term.is_negated for text in looking_through.texts_of(term))
    words = tuple(Sought(text, fold(text), infix=fold(text)) for text in wanted)
    return Asked(conditions=tests, words=words, is_looking_through=bool(tests))


def ids(connection: Connection, query: Query, asked: Asked, today: date, most: int) -> list[str]:
    """The first ids of a query's projects in its order, no more than `most`.

    Where the query has no order of its own the best hits come first, a rank after the other, each in the order of the
    titles, as the index has them: nothing is sorted, and a page is read no further than it goes.
    """
    stepped = stepping.ids(connection, query, today, most)
    if stepped is not None:
        return stepped
    at_once = _quicker_at_once(connection, _unknown(query, asked, today))
    found: list[str] = []
    for statement, values in _statements(query, asked, today, at_once):
        if len(found) < most:
            found += _read(connection, statement, {**values, "most": most - len(found)})
    return found


def every(connection: Connection, query: Query, asked: Asked, today: date) -> PackedIds:
    """All of them."""
    statements = _statements(query, asked, today, _unknown(query, asked, today))
    return PackedIds(b"".join(_packed(connection, statement, values) for statement, values in statements))


def _statements(
    query: Query, asked: Asked, today: date, at_once: Collection[Term]
) -> Iterator[tuple[Select[str], dict[str, object]]]:
    """What finds the ids, one after the other, each no more than `most`, with its values."""
    if not asked.ranked or query.sorts or query.group:
        statement = queries.ids(query, today, asked.tests(), at_once, asked.answered)
        yield statement.limit(bindparam("most", type_=Integer())), {}
        return
    tests = queries.tests(query, today, at_once, asked.answered)
    statement = projects_of_hits().where(*tests, *asked.conditions, *asked.phrases)
    for expression in asked.ranked:
        yield statement, {"expression": expression}


def _unknown(query: Query, asked: Asked, today: date) -> list[Term]:
    """The filters that the index has not answered."""
    known = asked.answered + asked.narrowed
    return [each for each in queries.parsed(query, today).filters if each not in known]


@contextmanager
def stopping(connection: Connection, stop: Callable[[], bool]) -> Iterator[None]:
    """Break off what is read within when `stop` says so: then those that were found by then are all."""
    driver(connection).set_progress_handler(stop, _STEPS)
    try:
        yield
    finally:
        driver(connection).set_progress_handler(None, 0)


def _quicker_at_once(connection: Connection, terms: Sequence[Term]) -> Sequence[Term]:
    try:
        return filters.quicker_at_once(connection, terms)
    except OperationalError as error:
        _refuse_all_but_stops(error)
        return ()


def _refuse_all_but_stops(error: OperationalError) -> None:
    if getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
        raise error


def _packed(connection: Connection, statement: Select[str], values: dict[str, object]) -> bytes:
    """All ids, or none if stopped: as one text, while whose making other threads of Python need not wait."""
    # SQLite keeps the order of what `group_concat` is made from.
    joined = select(func.ifnull(func.group_concat(statement.subquery().c.id, ""), ""))
    return bytes.fromhex("".join(_read(connection, joined, {**values, "most": sys.maxsize})))


def _read(connection: Connection, statement: Select[str], values: dict[str, object]) -> list[str]:
    found: list[str] = []
    try:
        found.extend(connection.execute(statement, values).scalars())
    except OperationalError as error:
        _refuse_all_but_stops(error)
    return found
