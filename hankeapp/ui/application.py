"""Starts the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hankeapp.ui import look, tasks, unhandled
from hankeapp.ui.garbage import collect_in_window
from hankeapp.ui.main_window import MainWindow
from hankeapp.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.clock import Desk


def open_window(desk: Desk, arguments: Sequence[str]) -> int:
    """Open the window on a register, on the example (`--demo`) or on the start screen; the exit code."""
    app = QApplication(sys.argv[:1])
    return live(app, make_window(app, desk, Settings(), arguments))


def live(app: QApplication, window: QWidget) -> int:
    """Show the window until it is closed; the exit code, once nothing works beside it any more."""
    window.show()
    with unhandled.told(window):
        code = app.exec()
    # What brings their results over would be gone before the threads are.
    tasks.finish()
    return code


def make_window(app: QApplication, desk: Desk, settings: Settings, arguments: Sequence[str]) -> MainWindow:
    """The window as it opens, not shown yet."""
    look.prepare(app, settings.theme, settings.text_scale)
    collect_in_window(app)
    window = MainWindow(desk, settings)
    match list(arguments):
        case ["--demo"]:
            window.open_example()
        case [path]:
            window.open_register(Path(path))
    return window
