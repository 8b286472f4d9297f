"""Sets the document of the preview beside the window, and hands over only what fits the newest wishes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hankeapp.reports.typesetting import typeset
from hankeapp.ui import tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.domain.errors import KnownError
    from hankeapp.reports.typesetting import Print
    from hankeapp.services.printing import Manuscript

DELAY = 300
"""Milliseconds without a new wish before setting begins: it cannot be stopped once begun."""


class Typesetter(QObject):
    """`take` gives, in the window's thread, what reads in another all that is to be set."""

    finished = Signal(object)
    """The `Print`."""
    failed = Signal(object)
    """The `KnownError` that tells why there is none."""

    def __init__(self, take: Callable[[], Callable[[], Manuscript]], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self.manuscript: Manuscript | None = None
        """What the newest print was set from."""
        self._is_running = False
        self._is_stale = False
        self._is_left = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(DELAY)
        self._clock.timeout.connect(self.begin)

    @property
    def is_waiting(self) -> bool:
        """Whether a newer print is still to come."""
        return (self._is_running and (self._is_stale or not self._is_left)) or self._clock.isActive()

    def renew(self) -> None:
        """Set again, when no other wish follows at once."""
        self._clock.start()

    def leave(self) -> None:
        """Hand over nothing of what is being set: setting cannot be stopped, only left to its end."""
        self._clock.stop()
        self._is_stale = False
        self._is_left = self._is_running

    def begin(self) -> None:
        """Set now, or as soon as what is being set has been finished."""
        self._clock.stop()
        if self._is_running:
            self._is_stale = True
            return
        self._is_stale = False
        self._is_running = True
        tasks.run(partial(_set, self._take()), self._hand_over, self._tell_failure, self)

    def _hand_over(self, done: tuple[Manuscript, Print]) -> None:
        if self._is_newest():
            self.manuscript, print_ = done
            self.finished.emit(print_)

    def _tell_failure(self, error: KnownError) -> None:
        if self._is_newest():
            self.failed.emit(error)

    def _is_newest(self) -> bool:
        """Whether what was set is still wished for; if not, what is wished for now is set."""
        is_left, self._is_running, self._is_left = self._is_left, False, False
        if self._is_stale:
            self.begin()
            return False
        return not (is_left or self._clock.isActive())


def _set(read: Callable[[], Manuscript]) -> tuple[Manuscript, Print]:
    manuscript = read()
    return manuscript, typeset(manuscript())
