"""What to say and offer where a query finds nothing: which of its terms are to blame, and what finds something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from hankeapp.domain.query import View
from hankeapp.domain.query_editing import meant_word, with_word, without
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Word
from hankeapp.domain.query_writing import term_text
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query import Found, Query
    from hankeapp.domain.query_terms import Term

_MOST_TERMS = 4
"""Of longer queries not every term is tried alone."""


class Finder(Protocol):
    """What finds projects: the register, or one of its past days."""

    def find(self, query: Query) -> Found:
        """What a query finds: the first page of it, or all."""
        ...

    def ids(self, query: Query) -> Sequence[ProjectId]:
        """All that a query finds."""
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
    terms = parsed.terms[:_MOST_TERMS]
    ways = [_near(source, query), *_fewer(source, query, parsed.filters[:_MOST_TERMS]), _everywhere(source, query)]
    return DeadEnd(_sentence(source, query, terms), tuple(way for way in ways if way is not None))


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
    return ", ".join(tr("“{text}”", text=each) for each in terms)


def _near(source: Finder, query: Query) -> WayOut | None:
    """The near word in the place of one that stands nowhere, and no filters."""
    near = source.find(query).near
    old = meant_word(query.text, near, source.today()) if near else None
    if old is None:
        return None
    text = with_word(query.text, old, Word(near), source.today())
    for term in reversed(parse(text, source.today()).filters):
        text = without(text, term)
    return _way(source, replace(query, text=text), tr("Search: {words}", words=text))


def _fewer(source: Finder, query: Query, filters: Sequence[Term]) -> list[WayOut]:
    """The filter without which most is found."""
    found: list[tuple[int, WayOut]] = []
    for term in filters:
        fewer = replace(query, text=without(query.text, term))
        count = _count(source, fewer)
        if count:
            text = trn("Remove {filter} ({n} project)", "Remove {filter} ({n} projects)", count, filter=term_text(term))
            found.append((count, WayOut(text, fewer)))
    return [max(found, key=lambda each: each[0])[1]] if found else []


def _everywhere(source: Finder, query: Query) -> WayOut | None:
    everywhere = replace(query, view=View.ALL)
    count = _count(source, everywhere) if query.view is not View.ALL else 0
    text = trn("Search all projects ({n} match)", "Search all projects ({n} matches)", count)
    return WayOut(text, everywhere) if count else None


def _count(source: Finder, query: Query) -> int:
    """How many projects a query finds by its own words."""
    found = source.find(query)
    if found.near:
        return 0
    return len(found.ids if found.is_whole else source.ids(query))


def _way(source: Finder, query: Query, text: str) -> WayOut | None:
    return WayOut(text, query) if query.text and _finds(source, query) else None


def _finds(source: Finder, query: Query) -> bool:
    found = source.find(query)
    return bool(found.ids) and not found.near
