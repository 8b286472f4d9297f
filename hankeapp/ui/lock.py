"""Who has a register open for editing: Qt's lock file beside it, and a note of who, where and since when.

The lock is courtesy: it keeps two people from typing into one project. That nothing is overwritten is SQLite's own
lock's care, and that of the fields' conflicts.
"""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.clock import Desk

SILENT_AFTER = timedelta(minutes=10)
"""Without a sign of life for so long, another machine's holder may be gone."""


@dataclass(frozen=True)
class Holder:
    """Who holds a register; `heartbeat` is their last sign of life."""

    who: str
    machine: str
    process: int
    since: datetime
    heartbeat: datetime


class Lock:
    """The lock of one register, free or held by us or by another."""

    def __init__(self, path: Path, desk: Desk) -> None:
        self.path = path.resolve()
        self._clock = desk.clock
        self._file = self.path.with_name(f".{self.path.name}.lock")
        self._note = self.path.with_name(f".{self.path.name}.holder")
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)  # by time alone nobody's lock is taken
        now = self._clock.now()
        self._us = Holder(desk.actor, platform.node(), os.getpid(), now, now)

    @property
    def is_ours(self) -> bool:
        """Whether we hold it."""
        return self._lock.isLocked()

    def take(self) -> bool:
        """Try to hold it; whether nobody else does. A dead program's lock on this machine is taken over.

        Where no lock file can be made (a read-only folder), nobody can hold it.
        """
        if self.is_ours:
            return True
        if not self._lock.tryLock(0):
            return self._lock.error() != QLockFile.LockError.LockFailedError
        self._us = replace(self._us, since=self._clock.now())
        self.beat()
        return True

    def take_over(self) -> bool:
        """Take the lock from a holder that a person says is gone; whether it is ours then."""
        self._file.unlink(missing_ok=True)
        return self.take()

    def beat(self) -> None:
        """Give a sign of life."""
        if not self.is_ours:
            return
        self._us = replace(self._us, heartbeat=self._clock.now())
        note = asdict(self._us) | {name: getattr(self._us, name).isoformat() for name in ("since", "heartbeat")}
        temporary = self._note.with_name(f"{self._note.name}.{os.getpid()}")
        try:
            temporary.write_text(json.dumps(note, ensure_ascii=False), "utf-8")
            temporary.replace(self._note)
        except OSError:
            temporary.unlink(missing_ok=True)  # a full disk: the lock itself stands

    def release(self) -> None:
        """Let go of it, if it is ours."""
        if self.is_ours:
            self._note.unlink(missing_ok=True)
            self._lock.unlock()

    def holder(self) -> Holder | None:
        """Who else holds it; None where nobody does, or nothing is known of them."""
        if self.is_ours:
            return None
        try:
            return _holder(json.loads(self._note.read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def is_silent(self) -> bool:
        """Whether the holder is on another machine and gave no sign of life for long."""
        holder = self.holder()
        if holder is None or holder.machine == self._us.machine:
            return False
        return self._clock.now() - holder.heartbeat > SILENT_AFTER


def _holder(note: dict[str, object]) -> Holder:
    since, heartbeat = (datetime.fromisoformat(str(note[name])).astimezone(UTC) for name in ("since", "heartbeat"))
    return Holder(str(note["who"]), str(note["machine"]), int(str(note["process"])), since, heartbeat)
