"""Python's garbage is collected in the window's thread alone.

By itself Python collects in whichever thread has just made something, and with what it finds there it takes down Qt's
objects of the window: in another thread than theirs that brings the whole process down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500
"""Milliseconds between two looks."""


class Collector(QObject):
    """Collects as often as Python would, from Qt's event loop; for as long as there is an application."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY)
        self._clock.timeout.connect(collect_due)
        self._clock.start()


def collect_due() -> None:
    """Collect the oldest generation of which as much has come together as Python waits for."""
    counts, enough = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (2, 1, 0) if counts[generation] > enough[generation]]
    if due:
        gc.collect(due[0])
