"""What to say and offer where a query finds nothing: which of its terms are to blame, and what finds something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from hankeapp.domain.query import View
from hankeapp.domain.query_editing import meant_word, with_near_values, with_word, without
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Word
from hankeapp.domain.query_values import short
from hankeapp.domain.query_writing import term_text
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from hankeapp.domain.query import Found, Query
    from hankeapp.domain.query_terms import Parsed, Term

_MOST_TERMS = 4
"""Of longer queries not every term is tried alone."""
_MANY = 500


class Finder(Protocol):
    """What finds projects: the register, or one of its past days."""

    def find(self, query: Query) -> Found:
        """What a query finds: the first page of it, or all."""
        ...

    def with_near_names(self, text: str) -> str:
        """A query's text with near names in the place of those that nothing is called by."""
        ...

    def today(self) -> date:
        """The day from which a query is read."""
        ...


@dataclass(frozen=True)
class WayOut:
    """Another query that finds something, and what to call it."""

    text: str
    query: Query


@dataclass(frozen=True)
class DeadEnd:
    """Why a query finds nothing, in a sentence, and the ways out of it, the best first."""

    sentence: str
    ways: tuple[WayOut, ...] = ()


def dead_end(source: Finder, query: Query) -> DeadEnd:
    """Looks into a query that has words or filters and finds nothing."""
    parsed = parse(query.text, source.today())
    ways = [
        _near(source, query),
        _meant(source, query),
        _fewer(source, query, _removable(parsed)[:_MOST_TERMS]),
        _everywhere(source, query),
    ]
    sentence = _sentence(source, query, parsed.terms[:_MOST_TERMS])
    return DeadEnd(sentence, tuple(way for way in ways if way is not None))


def _sentence(source: Finder, query: Query, terms: Sequence[Term]) -> str:
    """Names the terms that find nothing by themselves; where each finds something, that none finds all of it."""
    alone = [term_text(term) for term in terms]
    empty = [told for told in alone if not _finds(source, replace(query, text=told))]
    if query.view is not View.ALL:
        if len(empty) == 1:
            return tr("No project in the view “{view}” matches {term}.", view=query.view.label, term=_quoted(empty))
        return tr("No project in the view “{view}” matches the search.", view=query.view.label)
    if len(empty) == 1:
        return tr("No project matches {term}.", term=_quoted(empty))
    if empty:
        return tr("No project matches any of these: {terms}.", terms=_quoted(empty))
    return tr("No project matches all of these at once: {terms}.", terms=_quoted(alone))


def _quoted(terms: Iterable[str]) -> str:
    return ", ".join(tr("“{text}”", text=short(each)) for each in terms)


def _near(source: Finder, query: Query) -> WayOut | None:
    """The near word in the place of one that stands nowhere, and no filters."""
    near = source.find(query).near
    old = meant_word(query.text, near, source.today()) if near else None
    if old is None:
        return None
    text = with_word(query.text, old, Word(near), source.today())
    for term in reversed(parse(text, source.today()).filters):
        text = without(text, term, source.today())
    other = replace(query, text=text)
    return WayOut(tr("Search: {words}", words=short(text)), other) if text and _finds(source, other) else None


def _meant(source: Finder, query: Query) -> WayOut | None:
    """Near values and names in the place of those that no filter can have, and that nothing is called by."""
    text = source.with_near_names(with_near_values(query.text, source.today()))
    other = replace(query, text=text)
    is_other = text != query.text and _finds(source, other)
    return WayOut(tr("Search: {words}", words=short(text)), other) if is_other else None


def _removable(parsed: Parsed) -> list[Term]:
    """The filters, and the words without which something is still asked for."""
    wanted = [term for term in parsed.terms if not term.is_negated]
    return [*parsed.filters, *(term for term in parsed.words if any(other is not term for other in wanted))]


def _fewer(source: Finder, query: Query, terms: Sequence[Term]) -> WayOut | None:
    """The term without which most is found."""
    counts = {term: _finds(source, replace(query, text=without(query.text, term, source.today()))) for term in terms}
    most = max(counts, key=counts.__getitem__, default=None)
    if most is None or not counts[most]:
        return None
    told = short(term_text(most))
    text = trn("Remove {filter} ({n} project)", "Remove {filter} ({n} projects)", counts[most], filter=told)
    fewer = replace(query, text=without(query.text, most, source.today()))
    return WayOut(text if counts[most] < _MANY else tr("Remove {filter}", filter=told), fewer)


def _everywhere(source: Finder, query: Query) -> WayOut | None:
    everywhere = replace(query, view=View.ALL)
    count = _finds(source, everywhere) if query.view is not View.ALL else 0
    text = trn("Search all projects ({n} match)", "Search all projects ({n} matches)", count)
    return WayOut(text if count < _MANY else tr("Search all projects"), everywhere) if count else None


def _finds(source: Finder, query: Query) -> int:
    """How many projects a query finds by its own words; `_MANY` or more of them are not counted."""
    found = source.find(query)
    if found.near or not found.ids:
        return 0
    return len(found.ids) if found.is_whole else max(len(found.ids), _MANY)
