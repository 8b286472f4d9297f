"""This program in a process of its own, for long work: a thread of Python's would slow the window down."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_GIVING_WAY = 10
"""How much others go first, on Linux and macOS."""
_BEGUN = "HANKEAPP_BEGUN"
"""Set in the environment of a process that `started` began."""


def started(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """A command of this program, begun; `OSError` where no process can be had.

    One that calls `give_way` ends with this process, even where that is killed.
    """
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hankeapp"]
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # only Windows has one
    none = subprocess.DEVNULL
    command = [*program, *map(str, arguments)]
    environment = os.environ | {_BEGUN: "1"}
    # Nothing is ever written into the pipe: it breaks when this process ends, on every system.
    return subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=none, stderr=none, env=environment, creationflags=no_window
    )


def give_way() -> None:
    """Let others go first from now on, and end with the process that began this one: nobody else waits for it."""
    if hasattr(os, "nice"):
        os.nice(_GIVING_WAY)
    if _BEGUN in os.environ:
        Thread(target=_end_with_pipe, daemon=True).start()


def _end_with_pipe() -> None:
    # Not through `sys.stdin`: its lock would hold up the end of this process.
    os.read(0, 1)
    os._exit(1)
