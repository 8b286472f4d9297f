"""The composition root: puts the parts together once; nothing else is global."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hankeapp.cli import COMMANDS
from hankeapp.services.desk import own_desk
from hankeapp.translation import tr

DEMO = "--demo"
_PRESS = "--set-pages"
"""What `services.press` begins this program with, to have pages set."""
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What tells Qt where to show a window, on Linux."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command of the command line, or open the window; the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given == [_PRESS]:
        from hankeapp.services import press

        return press.answer()
    if _is_for_the_window(given):
        return _open_window(given)
    from hankeapp.cli.commands import run

    return run(given, own_desk())


def _is_for_the_window(given: list[str]) -> bool:
    """Nothing, a register's path, or the example register; a mistyped command is for the command line to explain."""
    if given in ([], [DEMO]):
        return True
    return len(given) == 1 and given[0] not in COMMANDS and not given[0].startswith("-") and _is_path(given[0])


def _is_path(word: str) -> bool:
    """Whether it is a file, or looks like one that is gone: a bare word that is none was meant for a command."""
    return Path(word).name != word or bool(Path(word).suffix) or Path(word).exists()


def _open_window(given: list[str]) -> int:
    if sys.platform == "linux" and not any(map(os.environ.get, _SCREENS)):
        return _refuse_without_a_screen(given)  # Qt would abort the process
    from hankeapp.ui.application import open_window

    return open_window(own_desk(), given)


def _refuse_without_a_screen(given: list[str]) -> int:
    from hankeapp.cli import streams
    from hankeapp.cli.commands import REFUSED

    streams.speak_utf8()
    missing = next((each for each in given if each != DEMO and not Path(each).exists()), None)
    sentences = (
        tr("The window cannot be opened, because there is no screen.")
        if missing is None
        else tr("“{name}” is neither a command nor a file.", name=streams.harmless(missing)),
        tr("Nothing was changed."),
        tr("Use the commands (hankeapp --help), or start the program on a desktop."),
    )
    streams.complain(" ".join(sentences))
    return REFUSED
