"""Starts the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hankeapp.ui import look, unhandled
from hankeapp.ui.main_window import MainWindow
from hankeapp.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.clock import Desk


def open_window(desk: Desk, arguments: Sequence[str]) -> int:
    """Open the window on a register, on the example (`--demo`) or on the start screen; the exit code."""
    app = QApplication(sys.argv[:1])
    window = make_window(app, desk, Settings(), arguments)
    window.show()
    with unhandled.told(window):
        return app.exec()


def make_window(app: QApplication, desk: Desk, settings: Settings, arguments: Sequence[str]) -> MainWindow:
    """The window as it opens, not shown yet."""
    look.prepare(app, settings.theme, settings.text_scale)
    window = MainWindow(desk, settings)
    match list(arguments):
        case ["--demo"]:
            window.open_example()
        case [path]:
            window.open_register(Path(path))
    return window
