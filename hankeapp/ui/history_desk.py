"""The history in the window: that of the project which is shown, and that of the whole register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hankeapp.domain.values import RowState
from hankeapp.services import history_export
from hankeapp.translation import tr
from hankeapp.ui import files, questions
from hankeapp.ui.history_view import RegisterHistory

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from hankeapp.domain.history import Entry
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace


class HistoryDesk(QObject):
    """Stands between the open register's memory and its panes."""

    def __init__(self, workspace: Workspace, pages: QStackedWidget, settings: Settings) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._pages = pages
        self._settings = settings
        self._register = workspace.register
        self.view = RegisterHistory()
        self._detail = workspace.detail
        for view in (self.view.view, self._detail.page.history):
            view.restore_asked.connect(self.restore)
            view.export_asked.connect(self.export)
        self.view.view.open_asked.connect(self._open)
        self.view.left.connect(workspace.leave_page)
        self._detail.history_shown.connect(self._show_of_project)

    @property
    def is_shown(self) -> bool:
        """Whether the history of the register is at hand."""
        return self._pages.currentWidget() is self.view

    def show(self) -> None:
        """Show the history of the whole register, in place of the projects."""
        self._detail.commit()
        with questions.told(self._workspace):
            self._show_all()
            self._pages.setCurrentWidget(self.view)
            self.view.view.rewind()
            self.view.view.take_focus()

    def follow(self) -> None:
        """Something was done: tell it where a history is shown."""
        with questions.told(self._workspace):
            if self.is_shown:
                self._show_all()
            if self._detail.page.is_history:
                self._show_of_project()

    def restore(self, entry: Entry) -> None:
        """Give back what was before an entry; where it is so already, say so."""
        if self._workspace.settle():
            with questions.told(self._workspace):
                if self._register.restore(entry):
                    self._tell_last()
                else:
                    text = tr("What was before is in force already: {label}.", label=entry.label)
                    self._workspace.snackbar.show_message(text, undo=False)

    def export(self) -> None:
        """Ask for a place, and write there what is shown of a history, or all of the register's where none is."""
        self._detail.commit()
        name = self._project_number or self._register.path.stem
        path = files.ask_history(self._settings, self._workspace, name)
        if path is None:
            return
        with questions.told(self._workspace):
            history_export.export(self._wanted(), path)
            self._workspace.snackbar.show_message(tr("“{name}” was written.", name=path.name), undo=False)

    def _tell_last(self) -> None:
        """What came back may have brought an entry of a list along."""
        act = self._register.journal.undoable
        if act is not None:
            self._workspace.snackbar.show_message(act.name)

    @property
    def _project_number(self) -> str:
        """Of the project whose history is shown; nothing where none is."""
        is_shown = self._detail.isVisible() and self._detail.page.is_history
        return self._detail.project.number if self._detail.project is not None and is_shown else ""

    def _wanted(self) -> list[Entry]:
        if self.is_shown:
            return self.view.view.wanted()
        return self._detail.page.history.wanted() if self._project_number else self._register.history()

    def _show_all(self) -> None:
        told = self._register.history()
        self.view.show_entries(told, self._register.today(), can_restore=self._workspace.can_write)

    def _show_of_project(self) -> None:
        project = self._detail.project
        if project is not None:
            told = self._register.history(project.id)
            can_restore = self._workspace.can_write and project.state is RowState.LIVE
            self._detail.page.history.show_entries(told, self._register.today(), can_restore=can_restore)

    def _open(self, entry: Entry) -> None:
        if entry.project is not None:
            self._workspace.leave_page()
            self._workspace.show_project(entry.project)
