"""Finding a project in a list by typing the start of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from hankeapp.ui.project_model import ProjectModel


class TypeAhead:
    """Gathers what is typed quickly, as Qt's own lists do; one letter again and again goes to the next match."""

    def __init__(self) -> None:
        self._typed = ""
        self._since = QElapsedTimer()

    def find(self, model: ProjectModel, letters: str, current: int) -> int | None:
        """The row to go to, or None."""
        pause = QGuiApplication.styleHints().keyboardInputInterval()
        fresh = not self._since.isValid() or self._since.hasExpired(pause)
        self._since.start()
        self._typed = letters if fresh else self._typed + letters
        wanted = letters if set(self._typed) == set(letters) else self._typed
        return model.row_starting_with(wanted, current + 1 if len(wanted) == 1 else max(current, 0))
