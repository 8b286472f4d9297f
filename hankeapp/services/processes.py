"""This program in a process of its own, for long work: a thread of Python's would slow the window down."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_GIVING_WAY = 10
"""How much others go first, on Linux and macOS."""
_BEGUN = "HANKEAPP_BEGUN"
"""Set in the environment of a process that `started` began."""
_WHERE = "PYTHONPATH"
_HOME = str(Path(__file__).parents[2])
"""Where this program lies: one that is begun is the same, whatever folder it is begun in."""


def started(*arguments: str | Path, is_answering: bool = False) -> subprocess.Popen[bytes]:
    """A command of this program, begun; `OSError` where no process can be had.

    One that calls `give_way` or `end_with_beginner` ends with this process, even where that is killed. What it answers
    is read from its `stdout`, if it is answering.
    """
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "hankeapp"]
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # only Windows has one
    none = subprocess.DEVNULL
    command = [*program, *map(str, arguments)]
    environment = os.environ | {_BEGUN: "1", _WHERE: os.pathsep.join([_HOME, *filter(None, [os.environ.get(_WHERE)])])}
    # The pipe into it breaks when this process ends, on every system.
    return subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE if is_answering else none,
        stderr=none,
        env=environment,
        creationflags=no_window,
    )


def give_way() -> None:
    """Let others go first from now on, and end with the process that began this one: nobody else waits for it."""
    if hasattr(os, "nice"):
        os.nice(_GIVING_WAY)
    if _BEGUN in os.environ:
        end_with_beginner()


def end_with_beginner(farewell: Callable[[], None] | None = None) -> None:
    """End when the process does that began this one, after a farewell; nothing more is read from it."""
    Thread(target=_end_with_pipe, args=(farewell,), daemon=True).start()


def _end_with_pipe(farewell: Callable[[], None] | None) -> None:
    # Not through `sys.stdin`: its lock would hold up the end of this process.
    os.read(0, 1)
    if farewell is not None:
        farewell()
    os._exit(1)
