"""The sidebar in the window: what is chosen in it is listed, and it counts what the register holds after each act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hankeapp.domain.query import View
from hankeapp.domain.tally import Tally
from hankeapp.ui import tasks
from hankeapp.ui.sidebar_entries import groups
from hankeapp.ui.tasks import Turn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hankeapp.domain.errors import KnownError
    from hankeapp.ui.sidebar_entries import Entry
    from hankeapp.ui.workspace import Workspace

LARGE = 1000
"""Projects from which on all but the views is counted beside the window."""

_PAUSE_MS = 1000
"""After the last act: who counts keeps others from saving meanwhile."""


class SidebarDesk(QObject):
    """Stands between the open register and the sidebar."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._register = workspace.register
        self._sidebar = workspace.sidebar
        self._tally = Tally({})
        self._is_counting = False
        self._orders = workspace.list.query
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.count_beside)
        self._sidebar.chosen.connect(self._list)

    @property
    def counts(self) -> Mapping[View, int]:
        """How many projects each view holds."""
        return self._tally.views

    def follow(self) -> None:
        """The register, or what is shown of it, has changed: count anew."""
        source = self._workspace.source
        if source is self._register and self._is_large(views := source.counts()):
            self._show(replace(self._tally, views=views))
            self._pause.start()
        else:
            self._pause.stop()
            self._show(source.tally())

    def count_beside(self) -> None:
        """Count all of a large register in another thread; what is changed meanwhile is counted afterwards."""
        if self._is_counting:
            self._pause.start()
            return
        self._is_counting = True
        tasks.run(self._register.tally_beside, self._take, self._give_up, self, Turn.LAST)

    def _take(self, tally: Tally) -> None:
        self._is_counting = False
        if self._workspace.source is self._register:
            self._show(replace(tally, views=self._register.counts()))

    def _give_up(self, _error: KnownError) -> None:
        # Another program held the file all the while: the counts stay as they were until the next act. What is wrong
        # with the file itself is told where it is read for the list.
        self._is_counting = False

    def _show(self, tally: Tally) -> None:
        self._tally = tally
        self._sidebar.show_tally(tally, groups(tally, self._register.searches.all(), self._workspace.names))
        self._sidebar.show_query(self._workspace.list.query, comes=False)

    def _list(self, entry: Entry, before: Entry) -> None:
        """List what was chosen; the order and the groups of a saved search go with it."""
        shown = self._workspace.list.query
        query = entry.asked_after(before, shown)
        if entry.search is not None and before.search is None:
            self._orders = shown
        elif entry.search is None and before.search is not None:
            query = replace(query, sorts=self._orders.sorts, group=self._orders.group)
        self._workspace.show_query(query)

    def _is_large(self, views: dict[View, int]) -> bool:
        return views[View.ALL] >= LARGE
