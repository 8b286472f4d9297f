"""Pages set by a process of their own: it can be stopped at any moment, and the memory that it takes goes with it."""

from __future__ import annotations

import pickle
import shutil
import sys
import traceback
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from hankeapp.domain.causes import cause
from hankeapp.domain.errors import PrintError
from hankeapp.reports.galley import CannotBeSet, Sheets, set_pages
from hankeapp.services.processes import end_with_beginner, started
from hankeapp.translation import tr

if TYPE_CHECKING:
    from typing import Self

    from hankeapp.reports.galley import Galley

COMMAND = "--set-pages"
"""By which this program is begun as a press; `app` knows it too, which loads nothing of this to tell the others."""

_BLINK = 0.1
"""Seconds after which an answer is waited for anew: Windows tells a waiting thread nothing of Ctrl+C."""


class Press:
    """One process for one document: begun at once, so that it is ready by the time the document has been read.

    Used as a context, so that none is left behind. `PrintError` where no process can be had.
    """

    def __init__(self) -> None:
        try:
            self._process = started(COMMAND, is_answering=True)
        except OSError as error:
            raise PrintError(
                tr("The overview could not be printed: {reason}.", reason=cause(error)),
                tr("The register was not changed."),
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def stop(self) -> None:
        """Set no further, from whatever thread: who waits for the pages gets a `PrintError`."""
        self._process.kill()

    def close(self) -> None:
        """End the process, when nobody waits for it any more."""
        process = self._process
        self.stop()
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(OSError):  # of a process that was stopped while it was told what to set
            process.stdin.close()
        process.stdout.close()
        process.wait()

    def set_pages(self, galley: Galley) -> Sheets:
        """What `reports.galley.set_pages` does, there; `CannotBeSet`, and `PrintError` where the process has ended."""
        answer: Future[Sheets | CannotBeSet | _Fault | None] = Future()
        Thread(target=self._ask, args=(galley, answer), daemon=True).start()
        while True:
            with suppress(TimeoutError):
                return _sheets(answer.result(_BLINK))

    def _ask(self, galley: Galley, answer: Future[Sheets | CannotBeSet | _Fault | None]) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            pickle.dump(galley, self._process.stdin)
            self._process.stdin.flush()
            answer.set_result(pickle.load(self._process.stdout))  # noqa: S301 - our own program's
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):  # the process, or who waited, is gone
            answer.set_result(None)
        except BaseException as fault:  # noqa: BLE001 - it rises in the thread that waits
            answer.set_exception(fault)


@dataclass(frozen=True)
class _Fault:
    """A bug in the other process, with where it is."""

    told: str


def answer() -> int:
    """Be a press: set what the beginning process gives, answer, and end with it at the latest."""
    galley: Galley = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own program's
    end_with_beginner(partial(_tidy, galley))
    sys.stdout.buffer.write(pickle.dumps(_answer_to(galley)))
    sys.stdout.buffer.flush()
    return 0


def _answer_to(galley: Galley) -> Sheets | CannotBeSet | _Fault:
    try:
        return set_pages(galley)
    except CannotBeSet as refusal:
        return refusal
    except BaseException:  # noqa: BLE001 - it rises in the process that waits
        return _Fault(traceback.format_exc())


def _tidy(galley: Galley) -> None:
    """Remove the pictures, which nobody is left to remove."""
    if galley.folder is not None:
        shutil.rmtree(galley.folder, ignore_errors=True)


def _sheets(answer: Sheets | CannotBeSet | _Fault | None) -> Sheets:
    match answer:
        case Sheets():
            return answer
        case CannotBeSet():
            raise answer
        case _Fault(told):
            raise RuntimeError(told)
    raise PrintError(
        tr("The pages could not be set: the part of the program that sets them has ended."),
        tr("The register was not changed."),
        tr("Memory may have run out: print fewer projects at a time."),
    )
