"""Measures this program against the bare thing, in turn and in one run, and prints a table of ratios.

Machines are noisy: the ratios count, not the times. Each figure is the median of its rounds after one warm-up.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import saving

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 7
SIZES = (30, 10_000)


@dataclass(frozen=True)
class Ratio:
    """One row of the table."""

    what: str
    ours: float
    theirs: float
    unit: str
    aim: float

    def __str__(self) -> str:
        ratio = self.ours / self.theirs
        return f"{self.what:<44}{self.ours:>9.1f}{self.theirs:>9.1f} {self.unit:<3}{ratio:>7.2f}   (aim ≤ {self.aim})"


def main() -> None:
    """Print the table; on a virtual screen where there is none."""
    if sys.platform == "linux" and "DISPLAY" not in os.environ and shutil.which("xvfb-run"):
        os.execvp("xvfb-run", ["xvfb-run", "-a", sys.executable, "-m", "benchmarks"])
    with tempfile.TemporaryDirectory() as folder:
        rows = [row for size in SIZES for row in _opening(Path(folder), size)]
        rows.append(_saving(Path(folder) / f"{SIZES[0]}.hanke"))
    sys.stdout.write(f"{'':<44}{'ours':>9}{'bare':>9}    {'ratio':>7}\n" + "".join(f"{row}\n" for row in rows))


def _opening(folder: Path, size: int) -> list[Ratio]:
    path = folder / f"{size}.hanke"
    # In a process of its own: one that is started from a large one counts that one's memory as its own.
    subprocess.run([sys.executable, "-m", "benchmarks.generator", str(path), str(size)], cwd=ROOT, check=True)
    ours, theirs = [], []
    for turn in range(ROUNDS + 1):
        pair = _run("our_window", path, folder), _run("bare_window", path, folder)
        if turn:
            ours.append(pair[0])
            theirs.append(pair[1])
    times, memories = ([[each[at] for each in side] for side in (ours, theirs)] for at in (0, 1))
    return [
        Ratio(f"start to the list shown, {size} projects", *map(median, times), "ms", 2.5),
        Ratio(f"peak memory, {size} projects", *map(median, memories), "MB", 2.0),
    ]


def _saving(path: Path) -> Ratio:
    ours, theirs = saving.seconds(path)
    return Ratio("one durable save against plain sqlite3", ours * 1000, theirs * 1000, "ms", 1.25)


def _run(module: str, path: Path, home: Path) -> tuple[float, float]:
    """Milliseconds from the start of the process to its end, and its peak memory in MB."""
    screen = {} if "DISPLAY" in os.environ or sys.platform != "linux" else {"QT_QPA_PLATFORM": "offscreen"}
    environment = os.environ | screen | {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    command = [sys.executable, "-m", f"benchmarks.{module}", str(path)]
    begin = perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return (perf_counter() - begin) * 1000, int(done.stdout.split()[-1]) / 1024


if __name__ == "__main__":
    main()
