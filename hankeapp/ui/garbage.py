"""Python's garbage is collected in the window's thread alone.

By itself Python collects in whichever thread has just made something, and with what it finds there it takes down Qt's
objects of the window: in another thread than theirs that brings the whole process down.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_EVERY = 500
"""Milliseconds between two looks."""


def collect_in_window(application: QObject) -> None:
    """From now on collect in Qt's event loop alone, for as long as the application is there."""
    gc.disable()
    clock = QTimer(application, interval=_EVERY)
    clock.timeout.connect(collect_due)
    clock.start()


def collect_due() -> None:
    """Collect the oldest generation of which as much has come together as Python waits for, if there is one.

    At one generation a look everything is gone through once a minute at the most, which takes longest.
    """
    counts, enough = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (2, 1, 0) if counts[generation] > enough[generation]]
    if due:
        gc.collect(due[0])
