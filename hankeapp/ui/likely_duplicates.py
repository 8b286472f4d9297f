"""Which projects of the register a new one may be, told while its name is typed; nothing of it stands in the way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hankeapp.domain.project import Project, ProjectId
from hankeapp.ui import tasks
from hankeapp.ui.quality_notes import DuplicateWarning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.errors import KnownError
    from hankeapp.services.duplicates import Duplicate
    from hankeapp.services.quality import Quality

_PAUSE, _LONG_PAUSE = 150, 600
"""Ms after a key before names are compared; of very many they are compared less often."""
_SHORTEST = 3
"""Letters of a name from which on others can be like it."""
_MOST = 3
"""Projects that are told."""


class LikelyDuplicates(QWidget):
    """Hidden while there is none."""

    open_requested = Signal(str)

    def __init__(self, quality: Quality, after: QWidget) -> None:
        """`after` is the field from which Tab comes to them."""
        super().__init__()
        self._quality, self._after = quality, after
        self._project: Project | None = None
        self.warnings: list[DuplicateWarning] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE if quality.compares_quickly else _LONG_PAUSE)
        self._pause.timeout.connect(self._begin)
        self.hide()

    def compare(self, name: str, acronym: str) -> None:
        """Tell of the projects that have a name or a code like these, after a pause."""
        self._project = Project(id=ProjectId(""), number="", name=name.strip(), acronym=acronym.strip())
        if len(name.strip()) < _SHORTEST and not acronym.strip():
            self._pause.stop()
            self._show(())
        else:
            self._pause.start()

    def _begin(self) -> None:
        project = self._project
        assert project is not None
        compare = partial(self._quality.duplicates_beside, project)
        tasks.run(compare, partial(self._take, project), self._give_up, self)

    def _take(self, project: Project, duplicates: Sequence[Duplicate]) -> None:
        if project is self._project:
            self._show(duplicates[:_MOST])

    def _give_up(self, _error: KnownError) -> None:
        """Another program held the file all the while: the project is compared again once it is in the register."""

    def _show(self, duplicates: Sequence[Duplicate]) -> None:
        for old in self.warnings:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.warnings = [DuplicateWarning(each, read_only=True) for each in duplicates]
        before = self._after
        for warning, each in zip(self.warnings, duplicates, strict=True):
            warning.opened.connect(partial(self.open_requested.emit, each.id))
            self._column.addWidget(warning)
            # What is made last would be the last that Tab reaches.
            self.setTabOrder(before, warning.open)
            before = warning.open
        self.setVisible(bool(duplicates))
