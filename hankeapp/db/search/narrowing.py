"""Filters that an attached index helps to answer: by the values that it knows, or by the words that texts must hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hankeapp.db.called import values_called
from hankeapp.db.search import expressions
from hankeapp.db.search.layout import VALUE, quoted
from hankeapp.db.search.values import is_value, token
from hankeapp.db.search.vocabulary import IndexedVocabulary
from hankeapp.db.statements import cursor
from hankeapp.db.tables import PROJECT
from hankeapp.domain.query_keys import filter_keys
from hankeapp.domain.query_terms import Named
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Cursor

    from sqlalchemy import Connection

    from hankeapp.db.search.asking import Asked
    from hankeapp.domain.query_keys import Target
    from hankeapp.domain.query_terms import Condition, Term

_MANY = 20_000
"""Projects from which on all rows of a part are sooner read through than those of each project."""
_MOST_VALUES = 500
_RUN = re.compile(r"[^\W_]+")
_SHORTEST = 3
_LONGEST_ENDING = 4
"""Letters that may follow a word after a colon, and then stand in no index."""


class _Run(NamedTuple):
    """Letters and digits that stand together, folded; whether another sign ends them."""

    text: str
    is_ended: bool


def is_for_index(term: Term) -> bool:
    """Whether an index may help to find what a filter asks."""
    return _is_of_values(term) or _is_of_words(term)


def narrowed(connection: Connection, asked: Asked, filters: Sequence[Term]) -> Asked:
    """What is asked, and what the attached index knows of the filters."""
    if asked.is_hopeless:
        return asked
    at = cursor(connection)
    vocabulary = IndexedVocabulary(at)
    answers = {term: _of_values(at, term) for term in filters if _is_of_values(term)}
    wanted = [found for term, found in answers.items() if found and not term.is_negated]
    banned = [found for term, found in answers.items() if found and term.is_negated]
    words = {term: _of_words(term, vocabulary) for term in filters if _is_of_words(term)}
    wanted += [found for found in words.values() if found]
    if not wanted and not banned:
        return asked
    return replace(
        asked,
        ranked=tuple(expressions.narrowed(each, wanted, banned) for each in asked.ranked or ("",)),
        everything=expressions.narrowed(asked.everything, wanted, banned),
        answered=tuple(term for term in answers if answers[term]),
        narrowed=tuple(term for term in words if words[term]),
    )


def _is_of_values(term: Term) -> bool:
    return all(isinstance(each, Named) and all(map(_has_values, _targets(each))) for each in term.any_of)


def _of_values(at: Cursor, term: Term) -> str:
    """What finds, as FTS5 reads it, the projects that have any of the values that are meant; empty if too many are."""
    found = [
        token(_table(target), target.field.name, value)
        for asked in term.any_of
        if isinstance(asked, Named)
        for target in _targets(asked)
        for value in values_called(at, asked, _table(target), target.field.name)
        if value
    ]
    return f"({' OR '.join(map(quoted, found or [VALUE]))})" if len(found) <= _MOST_VALUES else ""


def _is_of_words(term: Term) -> bool:
    return not term.is_negated and all(_runs(each) for each in term.any_of)


def _of_words(term: Term, vocabulary: IndexedVocabulary) -> str:
    """What finds each project of which the filter holds, and others; empty where it finds many."""
    if sum(_most(each, vocabulary) for each in term.any_of) > _MANY:
        return ""
    found = " OR ".join(f"({_of_runs(each, vocabulary)})" for each in term.any_of)
    return f"({found})"


def _most(asked: Condition, vocabulary: IndexedVocabulary) -> int:
    """The projects that hold all of the runs, at most."""
    return min(vocabulary.uses(run.text, whole=run.is_ended) for run in _runs(asked))


def _of_runs(asked: Condition, vocabulary: IndexedVocabulary) -> str:
    return " AND ".join(f"({_holding(run, vocabulary)})" for run in _runs(asked))


def _holding(run: _Run, vocabulary: IndexedVocabulary) -> str:
    """Words that begin so, or go on so after an apostrophe: the pieces between other signs are words of the index."""
    begun = [(run.text, "")] if run.is_ended else expressions.begun(run.text, vocabulary)
    return " OR ".join(
        [*(quoted(each) + more for each, more in begun), *map(quoted, vocabulary.forms_holding(f"'{run.text}"))]
    )


def _runs(asked: Condition) -> list[_Run]:
    """The runs that stand at the beginnings of words wherever a filter's text does."""
    if not isinstance(asked, Named) or not all(map(_is_text, _targets(asked))):
        return []
    typed = fold(asked.text)
    runs = (_Run(each[0], typed[each.end() : each.end() + 1] not in {"", "'"}) for each in _RUN.finditer(typed))
    return [run for run in runs if _is_surely_indexed(run.text)]


def _is_surely_indexed(run: str) -> bool:
    may_be_ending = run.isalpha() and len(run) <= _LONGEST_ENDING
    return run.isascii() and len(run) >= _SHORTEST and not may_be_ending


def _targets(asked: Named) -> Sequence[Target]:
    return filter_keys()[asked.filter].targets


def _has_values(target: Target) -> bool:
    return is_value(_table(target), target.field)


def _is_text(target: Target) -> bool:
    return target.field.type is str and not _has_values(target)


def _table(target: Target) -> str:
    return PROJECT.name if target.part is None else target.part.table
