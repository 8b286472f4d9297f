"""Where our list and its search field stand on the screen, as JSON: asked beforehand, as it is timed from outside."""

from __future__ import annotations

import json
import sys

# First, as in `hankeapp.app`: it loads Qt its own way.
import hankeapp.ui  # noqa: F401

# isort: split
from PySide6.QtWidgets import QApplication

from hankeapp.services.desk import own_desk
from hankeapp.ui import tasks
from hankeapp.ui.application import make_window
from hankeapp.ui.settings import Settings

if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = make_window(app, own_desk(), Settings(), sys.argv[1:])
    assert window.workspace is not None
    window.show()
    app.processEvents()
    rows = window.workspace.list.view.viewport()
    field = window.workspace.toolbar.search
    corners = (rows.mapToGlobal(rows.rect().topLeft()), rows.mapToGlobal(rows.rect().bottomRight()))
    middle = field.mapToGlobal(field.rect().center())
    told = {"rows": [at for corner in corners for at in corner.toTuple()], "field": middle.toTuple()}
    sys.stdout.write(json.dumps(told))
    tasks.finish()
