"""A sign of life on stderr for what takes a while."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from itertools import count
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 0.4
"""Seconds after which a person wonders."""

_TICK = 0.1
_PLACES = 16


class Line:
    """What is being done now, and how far it is where that is known."""

    def __init__(self, words: str) -> None:
        self.tell(words)

    def tell(self, words: str) -> None:
        """Something else is being done from now on; nobody knows how long it takes."""
        self._words = words
        self._share: float | None = None

    def hear(self, done: int, of: int) -> None:
        """So much is done of so much."""
        self._share = done / of

    def drawn(self, step: int) -> str:
        """The line at a step of its drawing."""
        return f"{self._words} [{_moving(step) if self._share is None else _filled(self._share)}]"


@contextmanager
def progress(words: str, patience: float = PATIENCE) -> Iterator[Line]:
    """A bar that moves while the work lasts, if stderr is a terminal; it fills where the line is told how far it is."""
    line = Line(words)
    if sys.stderr is None or not sys.stderr.isatty():
        yield line
        return
    done = Event()
    thread = Thread(target=_draw, args=(line, patience, done))
    thread.start()
    try:
        yield line
    finally:
        done.set()
        thread.join()


def _draw(line: Line, patience: float, done: Event) -> None:
    if done.wait(patience):
        return
    widest = 0
    for step in count():
        drawn = line.drawn(step)
        widest = max(widest, len(drawn))
        print(f"\r{drawn:{widest}}", end="", file=sys.stderr, flush=True)
        if done.wait(_TICK):
            break
    print("\r" + " " * widest + "\r", end="", file=sys.stderr, flush=True)


def _moving(step: int) -> str:
    place = step % _PLACES
    return "·" * place + "■" + "·" * (_PLACES - place - 1)


def _filled(share: float) -> str:
    full = round(share * _PLACES)
    return "■" * full + "·" * (_PLACES - full)
