"""The saved searches in the window: saved under a name, and renamed, moved, pinned and deleted in the sidebar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.save_search_dialog import ask_search

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from hankeapp.domain.saved_searches import SavedSearch
    from hankeapp.ui.sidebar_entries import Entry
    from hankeapp.ui.workspace import Workspace


class SavedDesk(QObject):
    """Stands between the open register's saved searches and the window."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._searches = workspace.register.searches
        workspace.list.head.save_requested.connect(self.save)
        tree = workspace.sidebar.tree
        tree.rows.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        tree.rename_asked.connect(self._begin_renaming)
        tree.removed.connect(self.remove)
        tree.moved.connect(self.move)
        tree.menu_asked.connect(self._open_menu)

    def save(self) -> None:
        """Ask for a name, and save under it what the list shows."""
        with questions.told(self._workspace):
            query = self._workspace.list.query
            if ask_search(self._searches, query, self._workspace.register.today(), self._workspace):
                self._workspace.sidebar.show_query(query)
                self._tell()

    def remove(self, entry: Entry) -> None:
        """Delete a saved search; the message offers to take that back."""
        search = _search(entry)
        if self._can_write and self._do(lambda: self._searches.remove(search)):
            self._tell()

    def move(self, entry: Entry, by: int) -> None:
        """Move a saved search up or down among its like."""
        if self._can_write:
            self._do(lambda: self._searches.move(_search(entry), by))

    def menu(self, entry: Entry) -> QMenu:
        """What can be done with a saved search."""
        search = _search(entry)
        menu = QMenu(self._workspace)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        searches, query = self._searches, self._workspace.list.query
        pin = tr("Take off the pin") if search.is_pinned else tr("Pin to the top")
        acts: list[tuple[str, str, Callable[[], object]]] = [
            (tr("Rename"), "F2", partial(self._begin_renaming, entry)),
            (tr("Replace with the present search"), "", partial(self._do, partial(searches.ask, search, query))),
            (pin, "", partial(self._do, partial(searches.pin, search, is_pinned=not search.is_pinned))),
            (tr("Move up"), "Alt+Up", partial(self.move, entry, -1)),
            (tr("Move down"), "Alt+Down", partial(self.move, entry, 1)),
            (tr("Delete"), "Del", partial(self.remove, entry)),
        ]
        for text, keys, act in acts:
            action = menu.addAction(text)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(self._can_write)
            action.triggered.connect(act)
        return menu

    @property
    def _can_write(self) -> bool:
        return self._workspace.can_write

    def _open_menu(self, entry: Entry, place: QPoint) -> None:
        self.menu(entry).popup(place)

    def _begin_renaming(self, entry: Entry) -> None:
        if self._can_write:
            self._workspace.sidebar.tree.rename(entry.key)

    def _rename(self, entry: Entry, name: str) -> None:
        self._do(lambda: self._searches.rename(_search(entry), name))

    def _do(self, act: Callable[[], None]) -> bool:
        """Whether an act could be done; what stopped it is told."""
        was = self._workspace.register.journal.undoable
        with questions.told(self._workspace):
            act()
        return self._workspace.register.journal.undoable != was

    def _tell(self) -> None:
        act = self._workspace.register.journal.undoable
        if act is not None:
            self._workspace.snackbar.show_message(act.name)


def _search(entry: Entry) -> SavedSearch:
    assert entry.search is not None
    return entry.search
