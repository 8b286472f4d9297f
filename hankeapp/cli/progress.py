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


@contextmanager
def progress(words: str, patience: float = PATIENCE) -> Iterator[None]:
    """A bar that moves while the work lasts, if stderr is a terminal; how long it will last is not known."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    done = Event()
    thread = Thread(target=_draw, args=(words, patience, done))
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _draw(words: str, patience: float, done: Event) -> None:
    if done.wait(patience):
        return
    for step in count():
        print(f"\r{words} [{_bar(step)}]", end="", file=sys.stderr, flush=True)
        if done.wait(_TICK):
            break
    print("\r" + " " * (len(words) + _PLACES + 3) + "\r", end="", file=sys.stderr, flush=True)


def _bar(step: int) -> str:
    place = step % _PLACES
    return "·" * place + "■" + "·" * (_PLACES - place - 1)
