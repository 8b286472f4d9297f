"""Work that a person waits for: done beside the window, with progress and a way to stop where it takes a while."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons, garbage, tasks
from hankeapp.ui.file_reading import SHOWN_AFTER_MS, Stopped
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot, bare_column, dialog_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.proposals import Progress

Result = TypeVar("Result")

_WIDTH = 460
"""Px at 100 % text."""


def awaited(words: str, work: Callable[[Progress], Result], parent: QWidget | None) -> Result:
    """What `work` gives or raises, done in another thread while the window is painted but takes no orders.

    `Stopped` where the person would not wait; the work has ended then too.
    """
    future: Future[Result] = Future()
    waiting = Waiting(words, parent)

    def fulfil() -> None:
        try:
            future.set_result(work(waiting.hear))
        except BaseException as error:  # noqa: BLE001
            future.set_exception(error)

    tasks.run(fulfil, waiting.end, waiting.end)
    with garbage.resting():
        waiting.wait()
    waiting.deleteLater()
    waiting.check()
    return future.result()


class Waiting(QDialog):
    """Comes up when the work takes a while, and goes when it has ended."""

    _heard = Signal(int, int)
    _ended = Signal()

    def __init__(self, words: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self.setWindowTitle(words)
        self._words = label(words, "dialog", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(words)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.cancel = buttons.ordinary(tr("Cancel"))
        self._stopped = Event()
        self.is_over = False
        self._heard.connect(self._show_progress)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self.setFixedWidth(look().fonts.px(_WIDTH))

    def hear(self, done: int, of: int) -> None:
        """Runs in the other thread: so much is done of so much."""
        self.check()
        self._heard.emit(done, of)

    def check(self) -> None:
        """`Stopped` where the person would not wait."""
        if self._stopped.is_set():
            raise Stopped(tr("The work was stopped."), tr("Nothing was changed."))

    def wait(self) -> None:
        """Return when the work has ended."""
        first = QEventLoop()
        self._ended.connect(first.quit)
        QTimer.singleShot(SHOWN_AFTER_MS, first, first.quit)
        # What is pressed meanwhile waits, and goes to this dialog if it comes up.
        first.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not self.is_over:
            self.exec()

    def end(self, _outcome: object) -> None:
        """The work has ended."""
        self.is_over = True
        self._ended.emit()
        self.accept()

    @override
    def reject(self) -> None:
        """Stop; the dialog goes when the work has heard of it."""
        self._stopped.set()
        self.cancel.setEnabled(False)
        self.bar.setRange(0, 0)
        self._words.setText(tr("Stopping…"))

    def _show_progress(self, done: int, of: int) -> None:
        if not self._stopped.is_set():
            # Of what comes after the last of them nobody knows how long it takes.
            self.bar.setRange(0, of if done < of else 0)
            self.bar.setValue(done)

    def _lay_out(self) -> None:
        body, words = dialog_body()
        words.addWidget(self._words)
        words.addWidget(self.bar)
        column = bare_column(self)
        column.addWidget(body, 1)
        column.addWidget(Foot((self.cancel,)))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
