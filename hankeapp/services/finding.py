"""What a list asks over one connection: the first page of a query, and why it finds nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hankeapp.db.store import Store
    from hankeapp.domain.query import Found, Query
    from hankeapp.services.filter_values import FilterValues


class Finding:
    """Finds projects in the thread that has the store."""

    def __init__(self, store: Store, values: FilterValues, today: Callable[[], date]) -> None:
        self._store = store
        self._values = values
        self.today = today

    def find(self, query: Query) -> Found:
        """The first page of a query; an empty list is never without a reason."""
        found = self._store.find(query, self.today())
        return found if found.ids else replace(found, doubts=(*found.doubts, *self._values.doubts(query.text)))

    def with_near_names(self, text: str) -> str:
        """A query's text with near names in the place of those that nothing is called by."""
        return self._values.with_near_names(text)
