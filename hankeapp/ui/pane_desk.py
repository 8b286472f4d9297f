"""Which of the open register's panes are shown: cards or table, the sidebar, the detail pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from hankeapp.ui import panes
from hankeapp.ui.toolbar import ListMode

if TYPE_CHECKING:
    from hankeapp.ui.actions import Actions
    from hankeapp.ui.columns import Columns
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace

_WIDTH_EVENTS = frozenset({QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class PaneDesk(QObject):
    """Stands between the commands and the columns of panes; what is being written is saved before a pane goes."""

    def __init__(self, workspace: Workspace, columns: Columns, actions: Actions, settings: Settings) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._columns = columns
        self._actions = actions
        self._settings = settings
        workspace.toolbar.mode_chosen.connect(self.show_mode)
        workspace.detail.left.connect(self._return_to_list)
        workspace.sidebar.installEventFilter(self)
        columns.arranged.connect(self._tell)

    def show_mode(self, mode: ListMode) -> None:
        """Cards beside the detail pane, or the table, which takes its room unless the pane is asked for."""
        self._workspace.list.show_mode(mode)
        self._workspace.toolbar.modes.choose(mode)
        self._settings.list_mode = mode.value
        self._workspace.detail.commit()
        self._columns.want_details(wanted=mode is ListMode.CARDS)

    def show_details(self, *, shown: bool) -> None:
        """Show the detail pane, or give its room to the list."""
        self._workspace.detail.commit()
        with panes.keeping_focus(self._workspace):
            self._columns.show_details(shown=shown)
        self._tell()

    def show_sidebar(self, *, shown: bool) -> None:
        """Show the sidebar, or give its room to the list."""
        with panes.keeping_focus(self._workspace):
            self._columns.show_sidebar(shown=shown)
        self._tell()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The search field begins where the list begins."""
        sidebar = self._workspace.sidebar
        if watched is sidebar and event.type() in _WIDTH_EVENTS:
            self._workspace.toolbar.align_search(0 if sidebar.isHidden() else sidebar.width())
        return super().eventFilter(watched, event)

    def _return_to_list(self) -> None:
        """Esc in the detail pane: the keyboard goes back to the list, which may stand behind it."""
        self._columns.return_to_list()
        panes.focus_projects(self._workspace)

    def _tell(self) -> None:
        for name, pane in (("sidebar", self._workspace.sidebar), ("details", self._workspace.detail)):
            self._actions[name].setChecked(not pane.isHidden())
