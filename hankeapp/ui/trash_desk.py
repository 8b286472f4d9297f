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
        count = self._register.counts()[View.TRASH]
        if count and questions.ask(_warning(count), self._workspace) == "empty":
            with questions.told(self._workspace):
                self._register.empty_trash()
                self._workspace.reload()
                text = trn("{n} project was deleted for good.", "{n} projects were deleted for good.", count)
                self._workspace.snackbar.show_message(text, undo=False)


def _warning(count: int) -> Message:
    return Message(
        title=trn("Delete {n} project for good?", "Delete {n} projects for good?", count),
        sentences=[
            tr("Their fields, attachments and history are deleted from the register."),
            tr("This cannot be undone."),
        ],
        choices=[Choice("cancel", tr("Cancel")), Choice("empty", tr("Empty the trash"))],
        main="cancel",
        grave=True,
    )
