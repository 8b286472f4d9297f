"""The search in the window: its filters shown as chips, its ends told, and what was searched before offered again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Unread
from hankeapp.translation import tr
from hankeapp.ui import formatting
from hankeapp.ui.offers import Offer

if TYPE_CHECKING:
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
        self._field.edit.find_filters_by(self._filters)
        self._field.recalled.connect(self._offer_used)
        self._field.popup.chosen.connect(self._take)
        self._field.left.connect(self.finish)
        self._list.notes.text_chosen.connect(self._field.write)
        self._list.nothing.query_chosen.connect(workspace.show_query)
        self._list.counted.connect(self._say_count)

    def finish(self) -> None:
        """The search was used: it is offered again, and what is to be said of it is said."""
        self._list.notes.say_now()
        text = " ".join(self._field.text.split())
        if 0 < len(text) <= LONGEST_KEPT:
            self._settings.remember_search(text)

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
