"""The search in the window: its filters shown as chips, its ends told, and what was searched before offered again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from hankeapp.domain.query import View
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Unread
from hankeapp.translation import tr
from hankeapp.ui import formatting, tasks
from hankeapp.ui.offers import Offer
from hankeapp.ui.tasks import Turn

if TYPE_CHECKING:
    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.query import Found, Query
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace

LONGEST_KEPT = 300
"""Characters: a longer query is a text that was pasted in, and is not offered again."""


@dataclass(frozen=True)
class _Used:
    """A query that was used before; without a text, all of them are forgotten."""

    text: str = ""


class SearchDesk(QObject):
    """Stands between the search field and the list."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._settings = settings
        self._field = workspace.toolbar.search
        self._list = workspace.list
        self._is_asking = False
        self._is_left = False
        self._field.edit.find_filters_by(self._filters)
        self._field.searched.connect(self._search)
        self._field.typed.connect(self._ask)
        self._field.recalled.connect(self._offer_used)
        self._field.popup.chosen.connect(self._take)
        self._field.left.connect(self.finish)
        self._list.notes.text_chosen.connect(self._field.write)
        self._list.nothing.query_chosen.connect(workspace.show_query)
        self._list.counted.connect(self._say_count)

    def leave(self) -> None:
        """Ask nothing more of the register."""
        self._is_left = True

    def finish(self) -> None:
        """The search was used: it is offered again, and what is to be said of it is said."""
        self._list.notes.say_now()
        text = " ".join(self._field.text.split())
        if 0 < len(text) <= LONGEST_KEPT:
            self._settings.remember_search(text)

    def _search(self, words: str) -> None:
        """List what was written, at once."""
        query = self._query(words)
        if query != self._list.query or (words and self._workspace.history.is_shown):
            self._workspace.show_query(query)

    def _query(self, words: str) -> Query:
        query = replace(self._list.query, text=words)
        return replace(query, view=View.ALL) if words and self._workspace.review.is_shown else query

    def _ask(self, words: str) -> None:
        """Have the first page of what is being written found beside the window; while an answer is awaited, later."""
        if self._is_left:
            return
        query = self._query(words)
        if query == self._list.query or self._workspace.is_past:  # which is in memory
            self._search(words)
        elif not self._is_asking:
            self._is_asking = True
            work = partial(self._workspace.register.find_beside, self._list.asked(query))
            tasks.run(work, partial(self._take_found, query), self._give_up, self, Turn.FIRST)

    def _take_found(self, query: Query, found: Found) -> None:
        """List what came from beside the window; what fits the window no more is asked for anew."""
        self._is_asking = False
        if not (self._is_left or self._workspace.is_past) and query == self._query(self._field.text):
            self._workspace.show_query(query, found)
        else:
            self._ask(self._field.text)

    def _give_up(self, _error: KnownError) -> None:
        """Ask in the window, where it is told what is wrong."""
        self._is_asking = False
        if not self._is_left:
            self._search(self._field.text)

    def _filters(self, text: str) -> list[tuple[int, int]]:
        filters = parse(text, self._workspace.source.today()).filters
        return [term.span for term in filters if not isinstance(term.any_of[0], Unread)]

    def _offer_used(self) -> None:
        used = self._settings.searches
        if used:
            rows = [Offer(tr("Recent searches")), *(Offer(text, _Used(text), "clock") for text in used)]
            self._field.popup.show_rows([*rows, Offer(tr("Forget the recent searches"), _Used(), "trash-2")])

    def _take(self, chosen: object) -> None:
        match chosen:
            case _Used(""):
                self._settings.searches = ()
            case _Used(text):
                self._field.write(text)

    def _say_count(self) -> None:
        """Tell screen readers how much was found while a person searches."""
        if self._field.edit.hasFocus():
            said = formatting.count_text(self._list.model.count)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field.edit, said))
