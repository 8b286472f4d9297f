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
    """That of a child which keeps its settings in `home`; without a display it draws offscreen."""
    screen = {} if "DISPLAY" in os.environ | more or sys.platform != "linux" else {"QT_QPA_PLATFORM": "offscreen"}
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(home))
    return os.environ | screen | homes | more


def timed(module: str, *arguments: object, home: Path) -> tuple[float, str]:
    """Milliseconds from the start of a module's process to its end, and what it said."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    begin = perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment(home), stdout=subprocess.PIPE, text=True, check=True)
    return (perf_counter() - begin) * 1000, done.stdout.strip()


def answer(module: str, *arguments: object, home: Path) -> Any:
    """What a module's process says, from JSON: in a process of its own, so that none costs the other memory."""
    return json.loads(timed(module, *arguments, home=home)[1])


def peak(process: subprocess.Popen[bytes]) -> float:
    """The most memory that a process has held until now, in MB."""
    told = Path(f"/proc/{process.pid}/status").read_text()
    return int(told.partition("VmHWM:")[2].split()[0]) / MB


def rest(process: subprocess.Popen[bytes], patience: float) -> float:
    """Wait until a process does nothing any more, over two seconds; the seconds that took."""
    begin = perf_counter()
    quiet = 0
    while quiet < 2 and perf_counter() - begin < patience:
        before = _worked(process)
        sleep(1)
        quiet = quiet + 1 if _worked(process) - before < _RESTING else 0
    return perf_counter() - begin - quiet


def _worked(process: subprocess.Popen[bytes]) -> float:
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
