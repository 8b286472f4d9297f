"""What the list shows where a search finds nothing: which words and filters are to blame, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hankeapp.domain.query import Query
from hankeapp.services.ways_out import DeadEnd
from hankeapp.translation import tr
from hankeapp.ui.empty_state import EmptyState

if TYPE_CHECKING:
    from hankeapp.services.ways_out import WayOut

_MOST_WAYS = 2


class NothingFound(EmptyState):
    """An empty state that can offer other queries; the quiet button clears the search."""

    query_chosen = Signal(Query)

    def __init__(self) -> None:
        super().__init__()
        self._ways: tuple[WayOut, ...] = ()
        self.acted.connect(self._take_first)
        self.also_acted.connect(self._take_second)

    def show_no_matches(self) -> None:
        """Say that a search finds nothing, while it is looked into why."""
        self.show_dead_end(DeadEnd(""))

    def show_dead_end(self, found: DeadEnd) -> None:
        """Say why a search finds nothing, and offer what finds something."""
        self._ways = found.ways[:_MOST_WAYS]
        first, second, *_ = [*(way.text for way in self._ways), "", ""]
        self.show_case("search", tr("No matches"), found.sentence, first, tr("Clear the search"), also=second)

    def _take_first(self) -> None:
        self.query_chosen.emit(self._ways[0].query)

    def _take_second(self) -> None:
        self.query_chosen.emit(self._ways[1].query)
