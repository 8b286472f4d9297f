"""Sets the document of the preview beside the window, and hands over only what fits the newest wishes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hankeapp.domain.errors import KnownError
from hankeapp.reports.typesetting import typeset
from hankeapp.ui import tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.reports.typesetting import Document, Print

    Maker = Callable[[], Document]

DELAY = 300
"""Milliseconds without a new wish before setting begins: it cannot be stopped once begun."""


class Typesetter(QObject):
    """`make` reads what is to be set, in the window's thread, and gives what makes the document of it, in another."""

    finished = Signal(object)
    """The `Print`."""
    failed = Signal(object)
    """The `KnownError` that tells why there is none."""

    def __init__(self, make: Callable[[], Maker], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._is_running = False
        self._is_stale = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(DELAY)
        self._clock.timeout.connect(self.begin)

    @property
    def is_waiting(self) -> bool:
        """Whether a newer print is still to come."""
        return self._is_running or self._clock.isActive()

    def renew(self) -> None:
        """Set again, when no other wish follows at once."""
        self._clock.start()

    def begin(self) -> None:
        """Set now, or as soon as what is being set has been finished."""
        self._clock.stop()
        if self._is_running:
            self._is_stale = True
            return
        self._is_stale = False
        try:
            maker = self._make()
        except KnownError as error:
            self.failed.emit(error)
            return
        self._is_running = True
        tasks.run(partial(_set, maker), self._take, self._tell_failure, self)

    def _take(self, print_: Print) -> None:
        if self._is_newest():
            self.finished.emit(print_)

    def _tell_failure(self, error: KnownError) -> None:
        if self._is_newest():
            self.failed.emit(error)

    def _is_newest(self) -> bool:
        """Whether what was set is still wished for; if not, what is wished for now is set."""
        self._is_running = False
        if self._is_stale:
            self.begin()
            return False
        return not self._clock.isActive()


def _set(maker: Maker) -> Print:
    return typeset(maker())
