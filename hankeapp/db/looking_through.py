"""Looking through the texts of projects letter by letter: what is done while there is no index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, not_, or_

from hankeapp.db.tables import PROJECT
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.query_terms import Phrase, Word
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from hankeapp.domain.query_terms import Term

_SEARCHED = tuple(field.name for field in fields_of(Project) if field.type is str)


def tests(terms: Iterable[Term]) -> list[ColumnElement[bool]]:
    """Whether a project's own texts hold what text terms ask, as it is written."""
    found = ((term, or_(*map(holds, texts_of(term)))) for term in terms)
    return [not_(test) if term.is_negated else test for term, test in found]


def texts_of(term: Term) -> list[str]:
    """The texts that a text term asks for."""
    return [each.text for each in term.any_of if isinstance(each, Word | Phrase)]


def holds(text: str) -> ColumnElement[bool]:
    """Whether a project's own texts hold a text, whatever the case and the accents."""
    every: ColumnElement[str] = PROJECT.c[_SEARCHED[0]]
    for name in _SEARCHED[1:]:
        every = every.concat("\n").concat(PROJECT.c[name])
    return func.holds(every, fold(text)) != 0
