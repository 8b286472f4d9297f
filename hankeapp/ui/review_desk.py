"""The review of passed ends in the window: it is worked through in the place of the list, and kept in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hankeapp.domain.query import Query, View
from hankeapp.services.register import OVERDUE
from hankeapp.ui import panes
from hankeapp.ui.overdue_review import OverdueReview

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from hankeapp.ui.workspace import Workspace


class ReviewDesk(QObject):
    """Stands between the open register's passed ends and their review."""

    def __init__(self, workspace: Workspace, pages: QStackedWidget) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._pages = pages
        self.view = OverdueReview()
        self.view.decided.connect(workspace.steps.review)
        self.view.open_requested.connect(workspace.show_project)
        self.view.cancelled.connect(self._leave)

    @property
    def is_shown(self) -> bool:
        """Whether the review is at hand."""
        return self._pages.currentWidget() is self.view

    def start(self) -> None:
        """Go to the review."""
        self._workspace.show_query(Query(View.OVERDUE))
        panes.focus_projects(self._workspace)

    def show(self) -> None:
        """Show what is to be reviewed now."""
        register = self._workspace.register
        self.view.show_projects(register.projects(register.ids(OVERDUE)), register.today())

    def follow(self) -> None:
        """The register has changed."""
        if self.is_shown:
            with panes.keeping_focus(self._workspace):
                self.show()

    def _leave(self) -> None:
        self._workspace.show_view(View.ALL)
        self._workspace.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
