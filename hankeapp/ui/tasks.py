"""Long work beside the window: done in another thread, its result handed over in the window's."""

from __future__ import annotations

from enum import Enum
from functools import cache, partial
from threading import Condition
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

from hankeapp.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

_MOST_AT_ONCE = 8
"""More than there are cores: some only wait for another process."""


class Turn(Enum):
    """When work is begun: all threads share Python's lock, and the disk."""

    FIRST = "first"
    """At once; a person waits for it, and what is to come last is not begun before it is done."""
    ANY = "any"
    """At once."""
    LAST = "last"
    """When nothing is done that comes first, one after the other: nobody waits for it."""


def run(
    work: Callable[[], Result],
    then: Callable[[Result], None],
    failed: Callable[[KnownError], None],
    owner: QObject | None = None,
    turn: Turn = Turn.ANY,
) -> None:
    """Do `work` in another thread, then call `then` or `failed` in this one; neither, once `owner` is gone.

    Only a `KnownError` goes to `failed`; any other exception is a bug and rises in this thread's event loop.
    """
    task = _Task(work, then, failed, owner)
    # Functions, not QRunnables: such a one, and all that it refers to, PySide would never let go.
    match turn:
        case Turn.FIRST:
            _calm.change(1)
            _at_once().start(partial(_do_first, task))
        case Turn.ANY:
            _at_once().start(task.work)
        case Turn.LAST:
            _one_by_one().start(partial(_do_last, task))


def finish() -> None:
    """Wait until all work has been done; results are handed over by the event loop that follows."""
    for pool in (_at_once(), _one_by_one()):
        pool.waitForDone()


class _Calm:
    """Holds back what comes last while anything is done that comes first."""

    def __init__(self) -> None:
        self._first = 0
        self._changed = Condition()

    def change(self, by: int) -> None:
        """So much more, or less, is done that comes first."""
        with self._changed:
            self._first += by
            self._changed.notify_all()

    def wait(self) -> None:
        """Return when nothing is."""
        with self._changed:
            self._changed.wait_for(lambda: not self._first)


_calm = _Calm()


def _do_first(task: _Task) -> None:
    try:
        task.work()
    finally:
        _calm.change(-1)


def _do_last(task: _Task) -> None:
    _calm.wait()
    task.work()


def _at_once() -> QThreadPool:
    pool = QThreadPool.globalInstance()
    pool.setMaxThreadCount(_MOST_AT_ONCE)
    return pool


@cache
def _one_by_one() -> QThreadPool:
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    return pool


class _Handing(QObject):
    """Lives in the window's thread; its signal brings the outcomes over."""

    done = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.done.connect(self._hand_over)

    def _hand_over(self, task: _Task, outcome: object) -> None:
        task.hand_over(outcome)


_handing = _Handing()


class _Task:
    """What is to be done, and who is told of it."""

    def __init__(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[KnownError], None],
        owner: QObject | None,
    ) -> None:
        self._work = work
        self._then = then
        self._failed = failed
        self._owner = owner

    def work(self) -> None:
        """Runs in the other thread."""
        try:
            outcome = self._work()
        except BaseException as error:  # noqa: BLE001
            outcome = _Failure(error)
        self._bring_over(outcome)

    def hand_over(self, outcome: object) -> None:
        """Tell in the window's thread what came of it."""
        if self._owner is not None and not isValid(self._owner):
            return
        if not isinstance(outcome, _Failure):
            self._then(outcome)
        elif isinstance(outcome.error, KnownError):
            self._failed(outcome.error)
        else:
            raise outcome.error

    def _bring_over(self, outcome: object) -> None:
        try:
            _handing.done.emit(self, outcome)
        except RuntimeError:
            # Qt takes all objects down with the application: then nobody is left who could be told.
            if isValid(_handing):
                raise


class _Failure:
    """An exception on its way between threads."""

    def __init__(self, error: BaseException) -> None:
        self.error = error
