"""Python's garbage is collected in the window's thread alone.

By itself Python collects in whichever thread has just made something, and with what it finds there it takes down Qt's
objects of the window: in another thread than theirs that brings the whole process down.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from hankeapp.ui import tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

_EVERY = 500
"""Milliseconds between two looks."""


def collect_in_window(application: QObject) -> None:
    """From now on collect in Qt's event loop alone, for as long as the application is there."""
    gc.disable()
    clock = QTimer(application, interval=_EVERY)
    clock.timeout.connect(collect_due)
    clock.start()


class _Rest:
    """How many are at work whose objects are not to be gone through."""

    depth = 0


@contextmanager
def resting() -> Iterator[None]:
    """Collect nothing meanwhile: what another thread makes by the hundred thousand is no garbage.

    Going through it would hold the window up for tenths of a second, again and again; it is old when it is there.
    """
    _Rest.depth += 1
    try:
        yield
    finally:
        _Rest.depth -= 1
        gc.freeze()
        gc.unfreeze()


@contextmanager
def set_aside() -> Iterator[None]:
    """Go through nothing of what is there now: much that stays for a while is shown."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def let_go(held: list[object]) -> None:
    """Take apart in another thread what is held nowhere else once the event loop has its turn, none of it Qt's.

    Ten thousand projects at once would hold the window up for tenths of a second.
    """
    QTimer.singleShot(0, lambda: tasks.run(lambda: _empty(held), _ignore, _ignore, turn=tasks.Turn.LAST))


def _empty(held: list[object]) -> None:
    while held:
        held.pop()


def _ignore(_outcome: object) -> None:
    """Nobody waits for it."""


def collect_due() -> None:
    """Collect the oldest generation of which as much has come together as Python waits for, if there is one.

    At one generation a look everything is gone through once a minute at the most, which takes longest.
    """
    if _Rest.depth:
        return
    counts, enough = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (2, 1, 0) if counts[generation] > enough[generation]]
    if due:
        gc.collect(due[0])
