"""The saved searches of an open register: everyone who opens it has them, and each change of one is an act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain import rules
from hankeapp.domain.errors import FieldError, NotFoundError
from hankeapp.domain.saved_searches import SavedSearch, in_order
from hankeapp.services.acts import short
from hankeapp.services.named_rows import called
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.db.store import Store
    from hankeapp.domain.query import Query
    from hankeapp.services.acts import Acting, Journal

TABLE = "saved_search"


class SavedSearches:
    """Every method that changes is one act. `FieldError` for a name or a query that cannot stand."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> list[SavedSearch]:
        """The saved searches in their order."""
        return in_order(self._store.shared(TABLE))

    def named(self, name: str) -> SavedSearch:
        """The saved search of a name, whatever the case; `NotFoundError` where there is none."""
        found = called(self.all(), name)
        if found is None:
            raise NotFoundError(
                tr("There is no saved search “{name}” in the register.", name=name),
                tr("Nothing was changed."),
                tr("The saved searches are: {names}", names=", ".join(each.name for each in self.all()) or "–"),
            )
        return found

    def add(self, name: str, query: Query) -> SavedSearch:
        """Save a query under a name, after the others."""
        with self._journal.act(tr("The search “{name}” was saved.", name=short(name))) as acting:
            others = _standing(acting)
            last = max((each.position or 0 for each in others), default=0)
            new = SavedSearch(name=name.strip(), position=last + 1).asking(query)
            _check(new, others)
            return replace(new, id=acting.add_shared(TABLE, new))

    def rename(self, search: SavedSearch, name: str) -> None:
        """Give it another name."""
        text = tr("The saved search “{old}” is now called “{name}”.", old=short(search.name), name=short(name))
        self._change(text, search, replace(search, name=name.strip()))

    def ask(self, search: SavedSearch, query: Query) -> None:
        """Give it another query."""
        text = tr("The saved search “{name}” was given other terms.", name=short(search.name))
        self._change(text, search, search.asking(query))

    def pin(self, search: SavedSearch, *, is_pinned: bool) -> None:
        """Let it stand before those that are not pinned, or take it back among them."""
        text = tr("The saved search “{name}” was pinned.", name=short(search.name))
        if not is_pinned:
            text = tr("The saved search “{name}” is not pinned any more.", name=short(search.name))
        self._change(text, search, replace(search, is_pinned=int(is_pinned)))

    def move(self, search: SavedSearch, by: int) -> None:
        """Let it change places with the one before or after it; nothing where there is none of its like."""
        with self._journal.act(tr("The saved search “{name}” was moved.", name=short(search.name))) as acting:
            now = _now(acting, search)
            alike = [each for each in _standing(acting) if each.is_pinned == now.is_pinned]
            at = alike.index(now)
            if 0 <= at + by < len(alike):
                alike[at], alike[at + by] = alike[at + by], alike[at]
            # Places that two programs gave at once may be alike: all are given anew.
            for position, each in zip(sorted(_places(alike)), alike, strict=True):
                acting.change_shared(each, replace(each, position=position))

    def remove(self, search: SavedSearch) -> None:
        """Delete it, so that undoing brings it back."""
        with self._journal.act(tr("The saved search “{name}” was deleted.", name=short(search.name))) as acting:
            acting.put_away_shared(TABLE, _now(acting, search).id)

    def _change(self, act: str, search: SavedSearch, new: SavedSearch) -> None:
        """What others changed of it meanwhile stays."""
        changed = {name: value for name, value in vars(new).items() if value != getattr(search, name)}
        with self._journal.act(act) as acting:
            now = _now(acting, search)
            new = replace(now, **changed)
            _check(new, [each for each in _standing(acting) if each.id != now.id])
            acting.change_shared(now, new)


def _standing(acting: Acting) -> list[SavedSearch]:
    return in_order(acting.writing.shared(TABLE))


def _now(acting: Acting, search: SavedSearch) -> SavedSearch:
    now: SavedSearch | None = acting.writing.shared_row(TABLE, search.id)
    if now is None:
        raise NotFoundError(
            tr("The saved search “{name}” is not in the register any more.", name=search.name),
            tr("Nothing was changed."),
        )
    return now


def _check(search: SavedSearch, others: Sequence[SavedSearch]) -> None:
    if not search.name:
        raise FieldError("name", tr("A saved search must have a name."))
    rules.check_text("name", search.name, rules.LONGEST_LINE)
    rules.check_text("text", search.text, rules.LONGEST_TEXT)
    if called(others, search.name):
        raise FieldError(
            "name",
            tr("There is a saved search of this name already."),
            tr("Give another name, or change the search that there is."),
        )


def _places(searches: Sequence[SavedSearch]) -> list[int]:
    """As many places as there are searches, the ones they have where those differ."""
    places = [each.position or 0 for each in searches]
    return places if len(set(places)) == len(places) else list(range(1, len(places) + 1))
