"""Errors that nobody has caught: a known one is told to the person, anything else is a bug and takes its usual way."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from hankeapp.domain.errors import KnownError
from hankeapp.ui import questions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from PySide6.QtWidgets import QWidget


@contextmanager
def told(window: QWidget) -> Iterator[None]:
    """While this lasts, tell over the window the known errors that arise where Qt calls, and nobody else could."""
    before = sys.excepthook
    sys.excepthook = _Teller(window).take
    try:
        yield
    finally:
        sys.excepthook = before


class _Teller(QObject):
    """Tells one error at a time, and not in the middle of what Qt is doing."""

    _caught = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before = sys.excepthook
        self._is_telling = False
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KnownError):
            self._caught.emit(error)
        else:
            self._before(kind, error, trace)

    def _tell(self, error: KnownError) -> None:
        if self._is_telling:
            return
        self._is_telling = True
        try:
            questions.tell(error, self._window)
        finally:
            self._is_telling = False
