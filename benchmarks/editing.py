"""Projects opened one after another in a large register: from the selection to the painted form."""

from __future__ import annotations

import json
import random
import sys
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

# First, as in `hankeapp.app`: it loads Qt its own way.
import hankeapp.ui  # noqa: F401

# isort: split
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.generator import made_register
from benchmarks.running import answer
from benchmarks.table import Ratio
from hankeapp.services.desk import own_desk
from hankeapp.ui import tasks
from hankeapp.ui.application import make_window
from hankeapp.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from hankeapp.ui.workspace import Workspace

SIZE = 100_000
FRAMES = 33.3
"""Two frames, in milliseconds."""
_OPENED, _FIRST = 200, 20
"""Projects that are timed, and those before that make the rows of the form."""
_FIGURES: Mapping[str, Callable[[Sequence[float]], float]] = {
    "median": median,
    "p95": lambda times: quantiles(times, n=20)[-1],
}
_BEGUN, _BETWEEN = 2000, 30
"""Milliseconds: what the window does after its start, and what waits until nobody goes on."""


def within_two_frames(registers: Path, home: Path) -> Iterator[Ratio]:
    """The next project by an arrow key, and projects far apart, against two frames."""
    figures: dict[str, list[tuple[float, float]]] = answer("editing", made_register(registers, SIZE), home=home)
    for way, times in figures.items():
        for told, figure in _FIGURES.items():
            wall, own = (figure(each) for each in zip(*times, strict=True))
            what = f"a project opened, {way}, {told}, {SIZE:,}"
            yield Ratio(what, wall, FRAMES, "ms", 1.0, f"two frames; of the CPU's time {own:.1f} ms")


def main(register: str) -> None:
    """Tell of each opening, as JSON, the milliseconds that passed and those that were worked."""
    app = QApplication(sys.argv[:1])
    window = make_window(app, own_desk(), Settings(), [register])
    workspace = window.workspace
    assert workspace is not None
    window.resize(1440, 900)
    window.show()
    QTest.qWait(_BEGUN)
    tasks.finish()
    chance, count = random.Random(1), workspace.list.model.rowCount()
    far = [chance.randrange(count) for _ in range(_OPENED)]
    _opened(workspace, far[:_FIRST])
    sys.stdout.write(json.dumps({"the next": _opened(workspace, range(_OPENED)), "far away": _opened(workspace, far)}))
    sys.stdout.flush()
    workspace.close_register()


def _opened(workspace: Workspace, rows: Iterable[int]) -> list[tuple[float, float]]:
    return [_time(workspace, row) for row in rows]


def _time(workspace: Workspace, row: int) -> tuple[float, float]:
    """Milliseconds that passed, and those that this thread worked: a busy machine stretches the former."""
    view = workspace.list.view
    begin, worked = perf_counter(), thread_time()
    view.setCurrentIndex(view.model().index(row, view.currentIndex().column()))
    QApplication.processEvents()
    spent = (perf_counter() - begin) * 1000, (thread_time() - worked) * 1000
    QTest.qWait(_BETWEEN)
    return spent


if __name__ == "__main__":
    main(sys.argv[1])
