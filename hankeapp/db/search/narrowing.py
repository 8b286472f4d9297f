"""Filters of texts narrowed to the projects that an attached index knows to hold what was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hankeapp.db.search import expressions
from hankeapp.db.search.layout import quoted
from hankeapp.domain.query_keys import filter_keys
from hankeapp.domain.query_terms import Named
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from hankeapp.db.search.vocabulary import IndexedVocabulary
    from hankeapp.domain.query_terms import Condition, Term

_MANY = 20_000
"""Projects from which on all rows of a part are sooner read through than those of each project."""
_RUN = re.compile(r"[^\W_]+")
_SHORTEST = 3
_LONGEST_ENDING = 4
"""Letters that may follow a word after a colon, and then stand in no index."""


class _Run(NamedTuple):
    """Letters and digits that stand together, folded; whether another sign ends them."""

    text: str
    is_ended: bool


def is_narrowed(term: Term) -> bool:
    """Whether an index may help to find what a filter asks: words of texts, and not what is listed elsewhere."""
    return not term.is_negated and all(_runs(each) for each in term.any_of)


def expression(term: Term, vocabulary: IndexedVocabulary) -> str:
    """What finds, as FTS5 reads it, each project of which the filter holds, and others; empty where it finds many."""
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
    begun = [quoted(run.text)] if run.is_ended else expressions.begun("", run.text, vocabulary)
    return " OR ".join([*begun, *map(quoted, vocabulary.forms_holding(f"'{run.text}"))])


def _runs(asked: Condition) -> list[_Run]:
    """The runs that stand at the beginnings of words wherever a filter's text does."""
    if not isinstance(asked, Named) or not all(_is_text(asked.filter)):
        return []
    typed = fold(asked.text)
    runs = (_Run(each[0], typed[each.end() : each.end() + 1] not in {"", "'"}) for each in _RUN.finditer(typed))
    return [run for run in runs if _is_surely_indexed(run.text)]


def _is_text(name: str) -> list[bool]:
    return [each.field.type is str and not each.field.refers for each in filter_keys()[name].targets]


def _is_surely_indexed(run: str) -> bool:
    may_be_ending = run.isalpha() and len(run) <= _LONGEST_ENDING
    return run.isascii() and len(run) >= _SHORTEST and not may_be_ending
