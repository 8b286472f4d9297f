"""Our window on a register. Prints its peak memory in kB once its list is painted."""

from __future__ import annotations

import resource
import sys
from typing import TYPE_CHECKING

# First, as in `hankeapp.app`: it loads Qt its own way.
import hankeapp.ui  # noqa: F401

# isort: split
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from hankeapp.services.desk import own_desk
from hankeapp.ui.application import make_window
from hankeapp.ui.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


class FirstPaint(QObject):
    """Leaves once rows of a view have been painted: a view may be painted before its rows are laid out."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__()
        self._view = view
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._view.indexAt(self._view.viewport().rect().center()).isValid():
            QTimer.singleShot(0, leave)
        return False


def leave() -> None:
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")
    sys.stdout.flush()
    QApplication.exit(0)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = make_window(app, own_desk(), Settings(), sys.argv[1:])
    assert window.workspace is not None
    watcher = FirstPaint(window.workspace.list.view)
    window.resize(1440, 900)
    window.show()
    sys.exit(app.exec())
