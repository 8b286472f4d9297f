"""Sets the document of the preview beside the window, and hands over only what fits the newest wishes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hankeapp.domain.errors import PrintError
from hankeapp.reports.typesetting import typeset
from hankeapp.services.press import Press
from hankeapp.translation import tr
from hankeapp.ui import tasks
from hankeapp.ui.file_reading import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.proposals import Progress
    from hankeapp.reports.typesetting import Print
    from hankeapp.services.printing import Manuscript

    Read = Callable[[Progress], Manuscript]

DELAY = 300
"""Milliseconds without a new wish before setting begins: each key of a word typed would begin anew."""
TICK = 200
"""Milliseconds from one word on how far it is to the next."""


@dataclass(frozen=True)
class Step:
    """How far it is: so many projects read of so many, and all of them once the pages are being set."""

    done: int
    of: int


class Typesetter(QObject):
    """`take` gives, in the window's thread, what reads in another all that is to be set."""

    progressed = Signal(object)
    """The `Step`, while it lasts."""
    finished = Signal(object)
    """The `Print`."""
    failed = Signal(object)
    """The `KnownError` that tells why there is none."""

    def __init__(self, take: Callable[[], Read], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self.manuscript: Manuscript | None = None
        """What the newest print was set from."""
        self._setting: _Setting | None = None
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY)
        self._delay.timeout.connect(self.begin)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._tell_step)

    @property
    def is_waiting(self) -> bool:
        """Whether a newer print is still to come."""
        return self._clock.isActive() or self._delay.isActive()

    def prepare(self) -> _Setting | None:
        """Have a press ready for what will be set soon: its start takes a third of setting thirty projects."""
        if self._setting is None:
            try:
                self._setting = _Setting()
            except PrintError as error:
                self._delay.stop()
                self.failed.emit(error)
        return self._setting

    def renew(self) -> None:
        """Set again, when no other wish follows at once; what is being set is stopped."""
        if self._clock.isActive():
            self.stop()
        self._delay.start()
        self.prepare()

    def stop(self) -> None:
        """End what is being set, and hand over nothing of it."""
        self._delay.stop()
        self._clock.stop()
        if self._setting is not None:
            self._setting.stop()
            self._setting = None

    def begin(self) -> None:
        """Set now."""
        if self._clock.isActive():
            self.stop()
        self._delay.stop()
        setting = self.prepare()
        if setting is not None:
            self._clock.start()
            then, failed = partial(self._hand_over, setting), partial(self._tell_failure, setting)
            tasks.run(setting.begun(self._take()), then, failed, self)

    def _tell_step(self) -> None:
        if self._setting is not None:
            self.progressed.emit(self._setting.step)

    def _hand_over(self, setting: _Setting, done: tuple[Manuscript, Print]) -> None:
        if setting is self._setting:
            self.stop()
            self.manuscript, print_ = done
            self.finished.emit(print_)

    def _tell_failure(self, setting: _Setting, error: KnownError) -> None:
        if setting is self._setting:
            self.stop()
            self.failed.emit(error)


class _Setting:
    """One document on its way: its reading and setting run in another thread, everything else in the window's.

    `PrintError` where no process can be had.
    """

    def __init__(self) -> None:
        self.step = Step(0, 0)
        self._press = Press()
        self._is_begun = False
        self._is_stopped = False

    def begun(self, read: Read) -> Callable[[], tuple[Manuscript, Print]]:
        """What is to be done in another thread."""
        self._is_begun = True
        return partial(self._work, read)

    def stop(self) -> None:
        self._is_stopped = True
        if self._is_begun:
            self._press.stop()
        else:
            self._press.close()

    def _work(self, read: Read) -> tuple[Manuscript, Print]:
        with self._press as press:
            manuscript = read(self._hear)
            self._hear(len(manuscript.projects), len(manuscript.projects))
            document = manuscript()
            self._check()
            return manuscript, typeset(document, press.set_pages)

    def _hear(self, done: int, of: int) -> None:
        self._check()
        self.step = Step(done, of)

    def _check(self) -> None:
        if self._is_stopped:
            raise Stopped(tr("The work was stopped."), tr("Nothing was changed."))
