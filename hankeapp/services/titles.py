"""Projects found by their titles as a person types one, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.matches import Match, MatchedBy
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query
from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hankeapp.db.store import Store
    from hankeapp.domain.project import Project

_MOST = 12
"""Titles that are offered at once."""


class Titles:
    """What is asked of the titles of an open register."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def called(self, name: str) -> list[str]:
        """The ids of the projects with this title, whatever the case and the accents, or this register number."""
        numbered = self._store.id_of(name) if name.isascii() else None
        if numbered is not None:
            return [numbered]
        folded = fold(name)
        found = self._store.listed(self._store.beginning_with(name))
        return [project.id for project in found if fold(project.title) == folded]

    def like(self, text: str) -> list[str]:
        """The titles of some projects: first those that begin so, then those that a search for the words finds."""
        return list(dict.fromkeys(project.title for project in self._found(text)))

    def matches(self, text: str) -> list[Match]:
        """The same projects, and those of a register number, for a person to say that it is one of them."""
        numbered = self._store.id_of(text.strip().upper()) if text.isascii() else None
        found = [*self._store.listed([numbered] if numbered else []), *self._found(text)]
        return list(dict.fromkeys(map(_match, found)))

    def match(self, key: str) -> Match | None:
        """The project of an id, as a person's choice; None where it is gone."""
        return next(map(_match, self._store.listed([ProjectId(key)])), None)

    def _found(self, text: str) -> list[Project]:
        ids: list[ProjectId] = self._store.beginning_with(text)[:_MOST]
        if len(ids) < _MOST:
            ids += self._store.find(Query(text=text), self._today()).ids[:_MOST]
        return self._store.listed(list(dict.fromkeys(ids))[:_MOST])


def _match(project: Project) -> Match:
    return Match(MatchedBy.PERSON, project.id, project.number, project.title)
