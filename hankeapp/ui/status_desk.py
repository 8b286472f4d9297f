"""What the status line tells of the open register, and where its count of drafts leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from hankeapp.domain.errors import KnownError
    from hankeapp.ui.workspace import Workspace


class StatusDesk(QObject):
    """Stands between the list and the detail pane and the foot of the window."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._detail = workspace.detail
        workspace.list.counted.connect(self.tell_count)
        self._detail.drafts_changed.connect(self.tell_saved)
        self._detail.drafts_failed.connect(self._tell_unkept)
        workspace.status.drafts_asked.connect(self.lead)
        # Later: the field is being left just then, and others may be too.
        self._detail.conflicted.connect(workspace.catch_up, Qt.ConnectionType.QueuedConnection)

    def tell_saved(self) -> None:
        """Say in the status line whether all is saved."""
        self._workspace.status.show_state(self._detail.drafts, is_writable=self._workspace.register.is_writable)

    def tell_count(self) -> None:
        """Say how many projects the list shows, and how many of them are selected."""
        shown, query, status = self._workspace.list, self._workspace.list.query, self._workspace.status
        found, selected = shown.model.count, len(self._workspace.selected)
        if query.text.strip():
            status.show_hits(found, self._workspace.views.counts.get(query.view, found), selected)
        else:
            status.show_count(found, selected)

    def lead(self) -> None:
        """Go into the first field that waits, in whichever project it is."""
        for project in self._detail.drafted():
            self._workspace.leave_page()
            self._workspace.show_project(project)
            if self._detail.project is not None and self._detail.project.id == project:
                self._workspace.panes.show_details(shown=True)
                self._detail.edit_draft()
                return

    def _tell_unkept(self, error: KnownError) -> None:
        self._workspace.snackbar.show_message(str(error), undo=False)
