"""This program in a process of its own, for long work: a thread of Python's would slow the window down."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_GIVING_WAY = 10
"""How much others go first, on Linux and macOS."""


def started(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """A command of this program, begun; `OSError` where no process can be had."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hankeapp"]
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # only Windows has one
    none = subprocess.DEVNULL
    command = [*program, *map(str, arguments)]
    return subprocess.Popen(command, stdin=none, stdout=none, stderr=none, creationflags=no_window)  # noqa: S603


def give_way() -> None:
    """Let others go first from now on: nobody waits for this process."""
    if hasattr(os, "nice"):
        os.nice(_GIVING_WAY)
