"""A backup of a large register before many projects are changed: made beside the window, which waits for it alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from shiboken6 import isValid

from hankeapp.translation import tr
from hankeapp.ui import questions, tasks

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.errors import KnownError
    from hankeapp.ui.workspace import Workspace


def secured(workspace: Workspace, changed: int) -> bool:
    """Whether so many projects may be changed now; where the backup could not be made, that is told.

    A small register is backed up by the act itself, within a blink.
    """
    register = workspace.register
    if changed <= 1 or register.sums_checked or not register.is_writable:
        return True
    return _Waiting(workspace).is_done()


class _Waiting:
    """One backup that is waited for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._loop = QEventLoop()
        self._error: KnownError | None = None

    def is_done(self) -> bool:
        """Wait, with the window's panes off, until the backup is there."""
        workspace = self._workspace
        workspace.snackbar.show_message(tr("Backing up before the change…"), undo=False)
        window = workspace.window()
        window.setEnabled(False)
        tasks.run(workspace.register.back_up_beside, self._end, self._fail)
        self._loop.exec()
        if not isValid(workspace):  # the window was closed meanwhile
            return False
        window.setEnabled(True)
        workspace.snackbar.dismiss()
        if self._error is not None:
            questions.tell(self._error, workspace)
        return self._error is None

    def _end(self, _: Path | None) -> None:
        self._loop.quit()

    def _fail(self, error: KnownError) -> None:
        self._error = error
        self._loop.quit()
