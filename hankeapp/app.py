"""The composition root: puts the parts together once; nothing else is global."""

from __future__ import annotations

import sys

from hankeapp.cli import COMMANDS
from hankeapp.services.desk import own_desk

DEMO = "--demo"


def main(arguments: list[str] | None = None) -> int:
    """Run a command of the command line, or open the window; the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if _is_for_the_window(given):
        from hankeapp.ui.application import open_window

        return open_window(own_desk(), given)
    from hankeapp.cli.commands import run

    return run(given, own_desk())


def _is_for_the_window(given: list[str]) -> bool:
    """Nothing, a register's path, or the example register; a mistyped command is for the command line to explain."""
    if given in ([], [DEMO]):
        return True
    return len(given) == 1 and given[0] not in COMMANDS and not given[0].startswith("-")
