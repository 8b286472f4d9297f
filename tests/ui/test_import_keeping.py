"""An import under review is on disk soon after each decision, and at once when it is left."""

import pytest

from hankeapp.domain.errors import FileError
from hankeapp.services.import_sources import ImportSource
from hankeapp.services.intake import prepare_alone
from hankeapp.ui.import_dialog import ImportDialog
from hankeapp.ui.import_keeping import ImportKeeping

SOURCE = ImportSource("hankkeet.txt", "Aktiiviset hankkeet:\n\nSatama-hanke (2026): Valoja.\n\nJoki: Vettä.".encode())


@pytest.fixture
def dialog(qtbot):
    dialog = ImportDialog(prepare_alone(SOURCE.read()))
    qtbot.addWidget(dialog)
    return dialog


def test_a_decision_is_kept_though_the_window_is_never_left(dialog, qtbot):
    kept = []
    ImportKeeping(dialog, lambda: kept.append([each.verdict for each in dialog.review.entries]))
    dialog.model.accept(0)
    dialog.model.leave_out(1)
    assert kept == []
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [[each.verdict for each in dialog.review.entries]]


def test_what_is_due_is_kept_when_it_is_left_and_a_full_disk_is_told_of_then(dialog):
    full = [True]

    def keep():
        if full:
            raise FileError("Levy on täynnä.")

    keeping = ImportKeeping(dialog, keep)
    keeping.finish()
    dialog.model.accept(0)
    keeping._timer.timeout.emit()
    with pytest.raises(FileError):
        keeping.finish()
    full.clear()
    keeping.finish()
