"""Long work beside the window: done in another thread, its result handed over in the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid
from typing_extensions import override

from hankeapp.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

_MOST_AT_ONCE = 8
"""More than there are cores: some only wait for another process."""
_running: set[_Task] = set()
"""Tasks are held here until their result has been handed over: nothing else need keep them."""


def run(
    work: Callable[[], Result],
    then: Callable[[Result], None],
    failed: Callable[[KnownError], None],
    owner: QObject | None = None,
) -> None:
    """Do `work` in another thread, then call `then` or `failed` in this one; neither, once `owner` is gone.

    Only a `KnownError` goes to `failed`; any other exception is a bug and rises in this thread's event loop.
    """
    task = _Task(work, then, failed, owner)
    _running.add(task)
    pool = QThreadPool.globalInstance()
    pool.setMaxThreadCount(_MOST_AT_ONCE)
    pool.start(task.job)


def finish() -> None:
    """Wait until all work has been done; results are handed over by the event loop that follows."""
    QThreadPool.globalInstance().waitForDone()


class _Task(QObject):
    """Lives in the window's thread; the signal brings the outcome over."""

    _done = Signal(object)

    def __init__(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[KnownError], None],
        owner: QObject | None,
    ) -> None:
        super().__init__()
        self._work = work
        self._then = then
        self._failed = failed
        self._owner = owner
        self._done.connect(self._hand_over)
        self.job = _Job(self)

    def work(self) -> None:
        """Runs in the other thread."""
        try:
            outcome: object = self._work()
        except BaseException as error:  # noqa: BLE001
            outcome = _Failure(error)
        self._bring_over(outcome)

    def _bring_over(self, outcome: object) -> None:
        try:
            self._done.emit(outcome)
        except RuntimeError:
            # Qt takes all objects down with the application: then nobody is left who could be told.
            if isValid(self):
                raise

    def _hand_over(self, outcome: object) -> None:
        _running.discard(self)
        if self._owner is not None and not isValid(self._owner):
            return
        if not isinstance(outcome, _Failure):
            self._then(outcome)  # type: ignore[arg-type]
        elif isinstance(outcome.error, KnownError):
            self._failed(outcome.error)
        else:
            raise outcome.error


class _Job(QRunnable):
    """What the thread pool takes; the task owns it."""

    def __init__(self, task: _Task) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._task = task

    @override
    def run(self) -> None:
        self._task.work()


class _Failure:
    """An exception on its way between threads."""

    def __init__(self, error: BaseException) -> None:
        self.error = error
