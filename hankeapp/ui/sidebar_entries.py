"""What the sidebar offers: the views, the saved searches, and the values that projects have, each as a query."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.domain.columns import column_of
from hankeapp.domain.query import Query, View
from hankeapp.domain.query_terms import Named, Term
from hankeapp.domain.query_writing import text_of
from hankeapp.domain.tally import TALLIED
from hankeapp.language.folding import fold
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hankeapp.domain.saved_searches import SavedSearch
    from hankeapp.domain.tally import Tally
    from hankeapp.ui.names import Names

SAVED = "saved"
_TITLES = {
    SAVED: mark("Saved searches"),
    "themes": mark("Themes"),
    "unit": mark("Units"),
    "funder": mark("Funders"),
}
_VIEW_ICONS = {View.ALL: "layers", View.TRASH: "trash-2"}
_ICONS = {"themes": "tag", "unit": "building-2", "funder": "landmark"}


@dataclass(frozen=True)
class Entry:
    """What can be chosen; `key` tells it from all others, `view` is set of a view, `search` of a saved search."""

    key: str
    label: str
    query: Query
    count: int = 0
    icon: str = ""
    view: View | None = None
    search: SavedSearch | None = None

    def fits(self, query: Query) -> bool:
        """Whether a list's query is this one's, more words or not."""
        if query.view is not self.query.view:
            return False
        if self.search is not None:
            return query.text == self.query.text
        return query.text == self.query.text or query.text.startswith(f"{self.query.text} ")

    def is_asked_by(self, query: Query) -> bool:
        """Whether a query that was typed is this one's; of views and orders alone nothing is typed."""
        if self.search is not None:
            return bool(query.text) and query == self.query
        return self.view is None and self.fits(query)

    def words_beside(self, text: str) -> str:
        """What of a text in the search field is not this entry's own."""
        return text.removeprefix(self.query.text).strip()

    def asked_after(self, before: Entry | None, query: Query) -> Query:
        """What the list shows when this is chosen: words that a person typed stay, unless it is a saved search."""
        if self.search is not None:
            return self.query
        words = before.words_beside(query.text) if before and before.fits(query) else query.text
        return replace(query, view=self.query.view, text=f"{self.query.text} {words}".strip())


@dataclass(frozen=True)
class EntryGroup:
    """Entries under a heading, that can be folded."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def title(self) -> str:
        return tr(_TITLES[self.name])


def views(tally: Tally, which: Iterable[View]) -> tuple[Entry, ...]:
    """The entries of views."""
    return tuple(_of_view(view, tally.views.get(view, 0)) for view in which)


def groups(tally: Tally, searches: Sequence[SavedSearch], names: Names) -> tuple[EntryGroup, ...]:
    """The groups that have something to choose from: of values, two or more."""
    saved = tuple(_of_search(each, tally.searches.get(each.id, 0)) for each in searches)
    found = [EntryGroup(SAVED, saved)] if saved else []
    for name in TALLIED:
        entries = _of_values(name, tally.values.get(name, {}), names)
        if len(entries) > 1:
            found.append(EntryGroup(name, entries))
    return tuple(found)


def _of_view(view: View, count: int) -> Entry:
    return Entry(f"view:{view.value}", view.label, Query(view), count, _VIEW_ICONS.get(view, ""), view)


def _of_search(search: SavedSearch, count: int) -> Entry:
    icon = "pin" if search.is_pinned else "search"
    return Entry(f"{SAVED}:{search.id}", search.name, search.query, count, icon, search=search)


def _of_values(name: str, counts: Mapping[str, int], names: Names) -> tuple[Entry, ...]:
    column = column_of(name)
    labels = names.choices(column.field)
    asked = column.field.keys[0].english
    every = "\n".join(map(fold, labels.values()))
    return tuple(
        Entry(f"{name}:{key}", label, Query(text=_text(asked, label, every)), counts[key], _ICONS[name])
        for key, label in labels.items()
        if counts.get(key)
    )


def _text(asked: str, label: str, every: str) -> str:
    """The filter as a person types it; where another of `every` name, folded, holds this one, it is asked for whole."""
    is_in_other = every.count(fold(label)) > 1
    return text_of([Term((0, 0), is_negated=False, any_of=(Named(asked, label, whole=is_in_other),))])
