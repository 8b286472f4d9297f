"""What a person does to the register: asked for what is needed, done by the register, told what stopped it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.status import Status
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.securing import secured

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hankeapp.domain.project import ProjectId
    from hankeapp.services.review import Decision
    from hankeapp.ui.workspace import Workspace


class Steps:
    """Begins projects, takes them from status to status, and takes acts back: the keyboard goes where it must."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._register = workspace.register

    def begin(self) -> None:
        """Put a new project into the register and go to its name."""
        with questions.told(self._workspace):
            project = self._register.add({"name": tr("New project"), "status": Status.PLANNED})
            self._workspace.show_project(project.id)
            self._workspace.edit()

    def end(self, ids: Sequence[ProjectId]) -> None:
        """Ask how projects ended, and end those that have not."""
        from hankeapp.ui.ending_dialog import ask_endings

        if not self._workspace.settle():
            return
        if self._workspace.bulk.are_too_many(ids):
            return
        open_ones = [each for each in self._register.projects(ids) if each.status is not Status.ENDED]
        endings = ask_endings(open_ones, self._register.today(), self._workspace) if open_ones else None
        if endings and secured(self._workspace, len(endings)):
            with questions.told(self._workspace):
                self._register.end(endings)

    def activate(self, ids: Sequence[ProjectId]) -> None:
        """Take what is not active to active; where one of them has ended, ask for a new end and a comment."""
        from hankeapp.ui.reopening_dialog import Reopening, ask_reopening

        if not self._workspace.settle():
            return
        if self._workspace.bulk.are_too_many(ids):
            return
        others = [each for each in self._register.projects(ids) if each.status is not Status.ACTIVE]
        ended = any(project.status is Status.ENDED for project in others)
        answer = ask_reopening(others, self._register.today(), self._workspace) if ended else Reopening(None, "")
        if others and answer is not None and secured(self._workspace, len(others)):
            with questions.told(self._workspace):
                self._register.activate([project.id for project in others], note=answer.note, end=answer.end)

    def review(self, decisions: Mapping[ProjectId, Decision]) -> None:
        """Carry out what was decided of passed ends, and tell of it even where it only corrected a date."""
        if secured(self._workspace, len(decisions)):
            with questions.told(self._workspace):
                before = self._register.journal.undoable
                self._register.review(decisions)
                act = self._register.journal.undoable
                if act is not None and act != before:
                    self._workspace.snackbar.show_message(act.name)

    def undo(self) -> None:
        """Take the last act back."""
        self._workspace.detail.commit()
        with questions.told(self._workspace):
            act = self._register.journal.undo()
            if act is not None:
                self._workspace.snackbar.show_message(tr("Undone: {act}", act=act.name), undo=False)

    def redo(self) -> None:
        """Do again what was taken back last."""
        with questions.told(self._workspace):
            act = self._register.journal.redo()
            if act is not None:
                self._workspace.snackbar.show_message(act.name)
