"""What a person waits for is done beside the window, and can be stopped."""

from __future__ import annotations

from threading import Event, get_ident
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hankeapp.domain.errors import FileError
from hankeapp.ui.file_reading import Stopped
from hankeapp.ui.waiting import Waiting, awaited

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hankeapp.domain.proposals import Progress


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def when_told(window: QWidget, act: Callable[[Waiting], None]) -> None:
    """Do something with the dialog once it is up and has heard of progress."""

    def look() -> None:
        shown = [each for each in window.findChildren(Waiting) if each.isVisible() and each.bar.value() > 0]
        if shown:
            act(shown[0])
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_what_is_done_in_another_thread_is_the_answer(window: QWidget) -> None:
    assert awaited("Luetaan", lambda _progress: get_ident(), window) != get_ident()


def test_errors_and_bugs_rise_where_the_answer_was_awaited(window: QWidget) -> None:
    for error in (FileError("Näin kävi."), ZeroDivisionError()):

        def fail(_progress: Progress, error: Exception = error) -> None:
            raise error

        with pytest.raises(type(error)):
            awaited("Luetaan", fail, window)


def test_progress_is_shown_and_escape_stops(window: QWidget) -> None:
    stopped = Event()
    seen = []

    def work(progress: Progress) -> None:
        progress(1, 3)
        stopped.wait()
        progress(2, 3)
        raise AssertionError("it was not stopped")

    def stop(waiting: Waiting) -> None:
        seen.append((waiting.bar.value(), waiting.bar.maximum()))
        QTest.keyClick(waiting, Qt.Key.Key_Escape)
        assert waiting.isVisible()
        assert not waiting.cancel.isEnabled()
        stopped.set()

    when_told(window, stop)
    with pytest.raises(Stopped):
        awaited("Luetaan", work, window)
    assert seen == [(1, 3)]
    assert not [each for each in window.findChildren(Waiting) if each.isVisible()]
