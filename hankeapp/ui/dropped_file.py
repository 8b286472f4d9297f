"""Files that are dropped on the start screen or on the list of projects: they are imported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDropEvent
from typing_extensions import override

from hankeapp.ui.carried_files import files_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from hankeapp.ui.main_window import MainWindow


class DroppedFile(QObject):
    """Takes them while the window can import. A project has its own use for files: attachments."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def take_from(self, place: QWidget) -> None:
        """Have files dropped there."""
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):
            return False
        paths = files_in(event.mimeData())
        if not paths or not self._window.commands["take_in"].isEnabled():
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            # The program that the file comes from waits until the drop is over.
            QTimer.singleShot(0, self, partial(self._take_in, paths))
        return True

    def _take_in(self, paths: Sequence[Path]) -> None:
        # What reads prose and tables is not loaded before something is imported.
        from hankeapp.ui.import_desk import take_in

        take_in(self._window, paths)
