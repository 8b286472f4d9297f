"""An import under review kept on disk as it is decided of: at the latest a second after, and when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hankeapp.domain.errors import FileError
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.message_dialog import Choice, Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hankeapp.ui.import_dialog import ImportDialog

_PAUSE_MS = 1000


class ImportKeeping(QObject):
    """Keeps what a dialog tells of; a disk that takes nothing is told of once, when the dialog is left."""

    def __init__(self, dialog: ImportDialog, keep: Callable[[], None]) -> None:
        super().__init__(dialog)
        self._keep = keep
        self._is_due = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._try)
        dialog.decided.connect(self._wait)

    def finish(self) -> None:
        """Keep what is not kept yet; `FileError`."""
        self._timer.stop()
        if self._is_due:
            self._keep()
            self._is_due = False

    def _wait(self) -> None:
        self._is_due = True
        if not self._timer.isActive():
            self._timer.start()

    def _try(self) -> None:
        try:
            self.finish()
        except FileError:
            self._is_due = True


def ask_discard(parent: QWidget) -> bool:
    """Whether to let go of what was decided of an import: one of the two things that cannot be taken back."""
    keep, drop = Choice("keep", tr("Keep")), Choice("discard", tr("Discard"))
    title = tr("Discard what was decided of this import?")
    sentences = [tr("The register and the source stay as they are.")]
    message = Message(title=title, sentences=sentences, choices=[keep, drop], main="keep")
    return questions.ask(message, parent) == "discard"
