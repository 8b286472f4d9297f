"""Our list while it is scrolled: prints, as JSON, what each frame took, and the form of what was painted."""

from __future__ import annotations

import json
import random
import sys
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

# First, as in `hankeapp.app`: it loads Qt its own way.
import hankeapp.ui  # noqa: F401

# isort: split
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from hankeapp.services.desk import own_desk
from hankeapp.ui import tasks
from hankeapp.ui.application import make_window
from hankeapp.ui.formatting import card_details, flag_text
from hankeapp.ui.project_model import ProjectModel
from hankeapp.ui.settings import Settings
from hankeapp.ui.toolbar import ListMode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


PAGES, JUMPS = 200, 100
_BEGUN = 2000
"""Milliseconds of what the window does after its start."""


def frames(view: QAbstractItemView) -> dict[str, list[tuple[float, float]]]:
    """From moving the scroll bar to the painted rows, page by page, then to places far apart.

    Of each the milliseconds that this thread worked, and those that passed: a busy machine stretches the latter.
    """
    bar, chance = view.verticalScrollBar(), random.Random(1)
    bar.setValue(0)
    view.viewport().repaint()
    pages = [at * bar.pageStep() for at in range(1, PAGES + 1)]
    jumps = [chance.randrange(bar.maximum()) for _ in range(JUMPS)]
    return {"page": [_frame(view, at) for at in pages], "jump": [_frame(view, at) for at in jumps]}


def _frame(view: QAbstractItemView, at: int) -> tuple[float, float]:
    begin, worked = perf_counter(), thread_time()
    view.verticalScrollBar().setValue(at)
    view.viewport().repaint()
    return (thread_time() - worked) * 1000, (perf_counter() - begin) * 1000


def _form(view: QAbstractItemView) -> dict[str, object]:
    """What another view must have to paint as much: size, height of a row, columns by width, and the letters."""
    model, index = view.model(), view.indexAt(view.viewport().rect().center())
    form: dict[str, object] = {"size": [view.width(), view.height()], "row": view.visualRect(index).height()}
    if isinstance(view, QTableView):
        header = view.horizontalHeader()
        shown = [at for at in map(header.logicalIndex, range(header.count())) if not header.isSectionHidden(at)]
        form["columns"] = [header.sectionSize(at) for at in shown]
        form["texts"] = [[model.index(row, at).data() or "" for at in shown] for row in range(100)]
    else:
        form["texts"] = [[_card(row, view)] for row in range(100)]
    return form


def _card(row: int, view: QAbstractItemView) -> str:
    """What a card says, in as many lines."""
    model = view.model()
    assert isinstance(model, ProjectModel)
    project = model.project_at(row)
    details = "  ·  ".join([project.status.label, *card_details(project, model.names)])
    return f"{project.title}  {project.duration}\n{details}  {flag_text(project, model.today())}"


def main(register: str, mode: str) -> None:
    """Show a register in a mode, scroll, and print."""
    app = QApplication(sys.argv[:1])
    window = make_window(app, own_desk(), Settings(), [register])
    assert window.workspace is not None
    window.workspace.panes.show_mode(ListMode(mode))
    window.resize(1440, 900)
    window.show()
    QTest.qWait(_BEGUN)
    tasks.finish()
    window.workspace.list.model.read_all()  # the rest of the rows waits for the event loop
    view = window.workspace.list.view
    if not isinstance(view, QTableView):
        view.scrollToBottom()  # lays all rows out, which is not to be counted as scrolling
    sys.stdout.write(json.dumps(frames(view) | _form(view)))
    window.workspace.close_register()
    tasks.finish()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
