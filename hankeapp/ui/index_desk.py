"""Keeps the index of the search after the register, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hankeapp.services.search import SearchState
from hankeapp.ui import tasks

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.errors import KnownError
    from hankeapp.ui.workspace import Workspace

_EVERY_MS = 3000
"""How often it is looked whether there is anything to do."""


class IndexDesk(QObject):
    """Has the index made when it is missing, old or broken, and the list searched anew with it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._search = workspace.register.search
        self._is_working = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.keep_up)
        if self._search.state is not SearchState.WITHOUT_INDEX:
            self._timer.start()
            QTimer.singleShot(0, self, self.keep_up)

    def keep_up(self) -> None:
        """Begin to make the index, if that is needed and not begun already."""
        if not self._is_working and self._search.state is SearchState.WAITING:
            self._is_working = True
            tasks.run(self._search.make_beside, self._take, self._leave, self._workspace)

    def _take(self, made: Path | None) -> None:
        self._is_working = False
        is_settled = self._search.take(made) or self._search.state is SearchState.WITHOUT_INDEX
        if is_settled and self._workspace.list.query.text:
            self._workspace.reload()

    def _leave(self, _error: KnownError) -> None:
        """The register cannot be read: whoever shows it says so."""
        self._timer.stop()
