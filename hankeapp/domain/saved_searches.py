"""Saved searches: queries that the office keeps under names of its own, in an order of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from hankeapp.domain.fields import Field, Group
from hankeapp.domain.query import Query, Sort, View
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, kw_only=True)
class SavedSearch:
    """A query with a name. `sorts` are field names, the first order first, a minus before what runs downwards.

    Pinned searches stand before the others; among their like they stand by their `position`.
    """

    id: str = ""
    name: Annotated[str, Field(label=mark("Name"), group=Group.BASICS, required=True)]
    view: Annotated[View, Field(label=mark("Searched view"), group=Group.BASICS)] = View.ALL
    text: Annotated[str, Field(label=mark("Searched words"), group=Group.BASICS)] = ""
    sorts: Annotated[str, Field(label=mark("Sorted by"), group=Group.BASICS)] = ""
    group: Annotated[str, Field(label=mark("Grouped by"), group=Group.BASICS)] = ""
    position: Annotated[int | None, Field(label=mark("Place in the list"), group=Group.BASICS, editable=False)] = None
    is_pinned: Annotated[int, Field(label=mark("Pinned"), group=Group.BASICS)] = 0

    @property
    def query(self) -> Query:
        """What it finds."""
        sorts = tuple(Sort(each.removeprefix("-"), each.startswith("-")) for each in self.sorts.split())
        return Query(self.view, self.text, sorts, self.group)

    def asking(self, query: Query) -> SavedSearch:
        """The same with another query."""
        sorts = " ".join(f"-{sort.field}" if sort.descending else sort.field for sort in query.sorts)
        return replace(self, view=query.view, text=query.text.strip(), sorts=sorts, group=query.group)


def in_order(searches: Iterable[SavedSearch]) -> list[SavedSearch]:
    """The pinned ones first, each by its place."""
    return sorted(searches, key=_place)


def _place(search: SavedSearch) -> tuple[bool, int, str]:
    return not search.is_pinned, search.position or 0, search.id
