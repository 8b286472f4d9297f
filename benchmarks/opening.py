"""From the start of the process to the painted list, against a bare Qt window with a table from `sqlite3`."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.generator import made_register
from benchmarks.running import MB, timed
from benchmarks.table import Ratio

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROUNDS = 7
SIZES = (30, 10_000)


def against_bare(registers: Path, home: Path) -> Iterator[Ratio]:
    """Medians of starts in turn, after one of each to warm up."""
    for size in SIZES:
        register = made_register(registers, size)
        turns = [
            (_start("our_window", register, home), _start("bare_window", register, home)) for _ in range(ROUNDS + 1)
        ]
        ours, theirs = zip(*turns[1:], strict=True)
        for at, (what, unit, aim) in enumerate((("start to the list", "ms", 1.5), ("peak memory, list", "MB", 2.0))):
            figures = (median(each[at] for each in side) for side in (ours, theirs))
            yield Ratio(f"{what} painted, {size:,}", next(figures), next(figures), unit, aim, "bare Qt window")


def _start(module: str, register: Path, home: Path) -> tuple[float, float]:
    """Milliseconds and MB."""
    time, told = timed(module, register, home=home)
    return time, int(told.split()[-1]) / MB
