"""The trash in the window: projects are moved there and back, and it is emptied when a person says so twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hankeapp.domain.query import View
from hankeapp.translation import tr, trn
from hankeapp.ui import questions
from hankeapp.ui.message_dialog import Choice, Message
from hankeapp.ui.securing import secured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.project import ProjectId
    from hankeapp.services.memory import Thrown
    from hankeapp.ui.workspace import Workspace


class TrashDesk(QObject):
    """Stands between the open register's trash and its panes."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._register = workspace.register

    @property
    def is_shown(self) -> bool:
        """Whether the list shows the trash."""
        return self._workspace.list.query.view is View.TRASH

    def throw_away(self, ids: Sequence[ProjectId]) -> None:
        """Move projects to the trash; what was typed in them is saved first, or goes."""
        if not ids or self.is_shown or self._workspace.bulk.are_too_many(ids):
            return
        self._workspace.detail.commit()
        if secured(self._workspace, len(ids)):
            with questions.told(self._workspace):
                self._register.throw_away(ids)

    def put_back(self, ids: Sequence[ProjectId]) -> None:
        """Take projects back out of the trash."""
        if ids and self.is_shown and not self._workspace.bulk.are_too_many(ids):
            with questions.told(self._workspace):
                self._register.put_back(ids)

    def empty(self) -> None:
        """Ask, and delete for good what is in the trash."""
        thrown = self._register.in_trash()
        if thrown.sentence and questions.ask(_warning(thrown), self._workspace) == "empty":
            with questions.told(self._workspace):
                told = self._register.empty_trash().sentence
                self._workspace.reload()
                self._workspace.snackbar.show_message(told, undo=False)


def _warning(thrown: Thrown) -> Message:
    n, reports = thrown.projects, thrown.reports
    removed = trn("{n} kept report that was removed goes too.", "{n} kept reports that were removed go too.", reports)
    title = trn("Delete {n} project for good?", "Delete {n} projects for good?", n)
    if not n:
        title = trn("Delete {n} kept report for good?", "Delete {n} kept reports for good?", reports)
    return Message(
        title=title,
        sentences=[
            *([tr("Their fields, attachments and history are deleted from the register.")] if n else []),
            *([removed] if n and reports else []),
            tr("This cannot be undone."),
        ],
        choices=[Choice("cancel", tr("Cancel")), Choice("empty", tr("Empty the trash"))],
        main="cancel",
        grave=True,
    )
