"""Projects out of a file into the window's register: read and matched beside the window, reviewed, taken in."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from hankeapp.services.intake import prepare_alone
from hankeapp.services.sources import holds_register, read_file
from hankeapp.translation import tr
from hankeapp.ui import files, questions
from hankeapp.ui.column_dialog import cleared_up
from hankeapp.ui.file_reading import Stopped
from hankeapp.ui.import_dialog import ImportDialog, Leave
from hankeapp.ui.waiting import awaited

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hankeapp.domain.proposals import Progress, Reading
    from hankeapp.services.import_review import Review
    from hankeapp.ui.main_window import MainWindow


def ask_file(window: MainWindow) -> None:
    """Ask for a file and take it in."""
    path = files.ask_text(window.settings, window)
    if path is not None:
        take_in(window, path)


def take_in(window: MainWindow, path: Path) -> None:
    """Show what was read off a file, and put what the person accepts into the register, or into a new one."""
    with suppress(Stopped), questions.told(window, but=Stopped):
        if window.workspace is None and holds_register(path):
            window.create_whole(path)
            return
        review = _reviewed(window, path)
        if review is not None:
            _carry_out(window, review)


def _reviewed(window: MainWindow, path: Path) -> Review | None:
    """What the person decided; None for changed minds."""
    register = window.workspace.register if window.workspace else None

    def read(work: Callable[[Progress], Reading]) -> Reading:
        return awaited(tr("Reading “{name}”…", name=path.name), work, window)

    reading = cleared_up(read(partial(read_file, path)), register.mappings if register else None, window, read)
    if reading is None:
        return None
    prepare = register.intake.prepare_beside if register else prepare_alone
    review = awaited(tr("Comparing with the register…"), partial(prepare, reading), window)
    dialog = ImportDialog(review, register, window)
    questions.run(dialog)
    return review if dialog.left is Leave.ADD else None


def _carry_out(window: MainWindow, review: Review) -> None:
    if window.workspace is None:
        window.create_register()
    if window.workspace is not None:
        window.workspace.register.intake.carry_out(review)
