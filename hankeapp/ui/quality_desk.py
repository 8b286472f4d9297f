"""The quality of the data in the window: the view of all problems, and the warnings of the project that is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import View
from hankeapp.domain.values import RowState
from hankeapp.ui import questions, tasks
from hankeapp.ui.quality_notes import QualityNotes
from hankeapp.ui.quality_view import QualityView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStackedWidget

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.problems import Problem
    from hankeapp.services.quality import Finding, Found
    from hankeapp.ui.workspace import Workspace


class QualityDesk(QObject):
    """Stands between the open register's quality and its panes."""

    def __init__(self, workspace: Workspace, pages: QStackedWidget) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._pages = pages
        self._register = workspace.register
        self._is_looking = self._is_stale = self._is_left = False
        self.view = QualityView()
        self.notes = QualityNotes(
            workspace.detail.page.form, self._register.quality, read_only=not self._register.is_writable
        )
        self.view.open_requested.connect(self._open)
        self.view.asked_for_data.connect(self._ask_for_data)
        self.view.left.connect(self._leave_view)
        workspace.toolbar.search.searched.connect(self._leave_for)
        workspace.sidebar.clicked.connect(self._leave_for_view)
        self.notes.open_requested.connect(self._show_other)
        self.notes.told_apart.connect(self._tell_apart)

    @property
    def is_shown(self) -> bool:
        """Whether the view of all problems is at hand."""
        return self._pages.currentWidget() is self.view

    def show(self) -> None:
        """Show all problems of the register, in place of the projects."""
        self._workspace.detail.commit()
        self._pages.setCurrentWidget(self.view)
        self._look()
        self.view.take_focus()

    def follow(self) -> None:
        """The register or the selection has changed: warn of what is shown now."""
        project = self._workspace.detail.project
        is_now = project is not None and project.state is RowState.LIVE and not self._workspace.is_past
        self.notes.show_project(project if is_now else None)
        if self.is_shown:
            self._look()

    def leave(self) -> None:
        """Ask nothing more of the register."""
        self._is_left = True
        self.notes.leave()

    def _look(self) -> None:
        """Look for the problems in another thread; what is changed meanwhile is looked at afterwards."""
        if self._is_looking:
            self._is_stale = True
            return
        self._is_looking, self._is_stale = True, False
        self.view.tell_looking()
        beside = partial(self._register.quality.findings_beside, lambda: self._is_left)
        tasks.run(beside, self._take, self._give_up, self)

    def _take(self, findings: Sequence[Finding]) -> None:
        self._is_looking = False
        if self.is_shown and not self._is_left:
            self.view.show_findings(findings)
            if self._is_stale:
                self._look()

    def _give_up(self, error: KnownError) -> None:
        self._is_looking = False
        if self.is_shown and not self._is_left:
            self.view.tell_failure()
            questions.tell(error, self._workspace)

    def _open(self, found: Found) -> None:
        """Show a project, with the keyboard at the place of its problem."""
        self._workspace.show_view(View.ALL)
        self._workspace.show_project(found.id)
        self._workspace.panes.show_details(shown=True)
        project = self._workspace.detail.project
        if project is not None and project.id == found.id:  # or it has gone since it was found
            self._go_to(found.problem)

    def _go_to(self, problem: Problem) -> None:
        form, place = self._workspace.detail.page.form, problem.place
        if place in form.editors and form.editors[place].field.editable:
            self._workspace.detail.edit(place)
            return
        rows = next((each for each in form.lists if each.part.name == place), None)
        there = rows.spot_at(problem.row) if rows is not None else form.first_of(form.sections[0])
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_for_data(self, projects: Sequence[ProjectId]) -> None:
        self._workspace.bulk.request(projects)

    def _show_other(self, project: str) -> None:
        self._workspace.show_project(ProjectId(project))

    def _tell_apart(self, project: str, other: str) -> None:
        with questions.told(self._workspace):
            self._register.quality.tell_apart(ProjectId(project), ProjectId(other))

    def _leave_for(self, words: str) -> None:
        """A search shows the projects again."""
        if self.is_shown and words:
            self._workspace.show_view(self._workspace.list.query.view)

    def _leave_for_view(self) -> None:
        """The view that is chosen already is wanted: the sidebar tells of another one only."""
        if self.is_shown:
            self._leave_view()

    def _leave_view(self) -> None:
        self._workspace.show_view(self._workspace.list.query.view)
        self._workspace.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
