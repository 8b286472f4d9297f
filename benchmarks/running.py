"""Programs of a run: started with homes of their own, and asked what they cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
MB = 1024
"""What Linux counts memory in, in one MB."""
_RESTING = 0.02
"""Less of a core than this, over a second, is rest: timers, a blinking cursor."""


def environment(home: Path, **more: str) -> Mapping[str, str]:
    """That of a child which keeps its settings in `home`; without a display it draws offscreen.

    Python keeps its bytecode there too, as where a program is installed, whatever the shell says of that.
    """
    screen = {} if "DISPLAY" in os.environ | more or sys.platform != "linux" else {"QT_QPA_PLATFORM": "offscreen"}
    folders = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("config", "data", "state", "cache")}
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "bytecode")}
    return plain | screen | own | folders | more


def timed(module: str, *arguments: object, home: Path) -> tuple[float, str]:
    """Milliseconds from the start of a module's process to its end, and what it said."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    begin = perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment(home), stdout=subprocess.PIPE, text=True, check=True)
    return (perf_counter() - begin) * 1000, done.stdout.strip()


def answer(module: str, *arguments: object, home: Path) -> Any:
    """What a module's process says, from JSON: in a process of its own, so that none costs the other memory."""
    return json.loads(timed(module, *arguments, home=home)[1])


class Watched:
    """A process and those that it starts, while they work."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._own = process.pid
        self._helper = 0.0

    @property
    def peak(self) -> float:
        """The most memory that the process has held until now, in MB."""
        return peak_of(self._own)

    @property
    def peak_with_helper(self) -> float:
        """The same with the most that a helper of it was seen to hold."""
        return self.peak + self._helper

    def rest(self, patience: float) -> None:
        """Wait until it and its helpers do nothing any more, over two seconds."""
        begin = perf_counter()
        quiet = 0
        while quiet < 2 and perf_counter() - begin < patience:
            before = self._worked()
            sleep(1)
            quiet = quiet + 1 if abs(self._worked() - before) < _RESTING else 0

    def _worked(self) -> float:
        """Seconds of a core until now; less, where a helper has ended."""
        helpers = _helpers(self._own)
        self._helper = max([self._helper, *map(peak_of, helpers)])
        return sum(map(_worked, (self._own, *helpers)))


def _helpers(pid: int) -> list[int]:
    """The processes that one has started, and those that they have."""
    own = [int(each) for told in Path(f"/proc/{pid}/task").glob("*/children") for each in _told(told).split()]
    return own + [each for child in own for each in _helpers(child)]


def peak_of(pid: int) -> float:
    """The most memory that a process has held since its program began, in MB: `ru_maxrss` may be that of its parent."""
    told = _told(Path(f"/proc/{pid}/status")).partition("VmHWM:")[2].split()
    return int(told[0]) / MB if told else 0.0


def _worked(pid: int) -> float:
    fields = _told(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def _told(path: Path) -> str:
    """What the system tells of a process; nothing, where it has ended meanwhile."""
    try:
        return path.read_text()
    except OSError:
        return ""
