"""The composition root: puts the parts together once; nothing else is global."""

from __future__ import annotations

import sys

from hankeapp.cli.commands import COMMANDS, run


def main(arguments: list[str] | None = None) -> int:
    """Run a command of the command line, or open the window; the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and (given[0] in COMMANDS or given[0].startswith("-")):
        return run(given)
    from hankeapp.ui.application import open_window

    return open_window(given)
