"""Whether a large register's pages and rows are sound, found out by a process of its own while it is shown."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hankeapp.db.opening import open_beside
from hankeapp.services.processes import started

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

_UNSOUND = 1
"""What the command answers of a damaged register: it refuses."""


class Soundness:
    """Looks through one register, which another thread asks for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_stopped = False
        self._process: subprocess.Popen[bytes] | None = None

    def is_broken_beside(self) -> bool:
        """Whether pages or rows are broken; False as well once it was stopped. `RegisterError`."""
        if self._is_stopped:
            return False
        try:
            self._process = started("check", self._path, "--quick")
        except OSError:  # no other process can be had
            with closing(open_beside(self._path)) as store:
                return bool(store.unsound())
        with self._process as process:
            return process.wait() == _UNSOUND

    def stop(self) -> None:
        """Leave off: nobody waits any more."""
        self._is_stopped = True
        if self._process is not None:
            self._process.terminate()
