"""Tries what must not go wrong as often as asked: `python -m benchmarks.faults`, or `… saves=20 flips=100`."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.faults import bombs, filling, flipping, hostile, killing, mangling, power, racing

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.faults.trials import Figure

_COUNTS = {
    "saves": 1000,
    "creations": 200,
    "migrations": 200,
    "flips": 1000,
    "files": 1000,
    "rounds": 500,
    "disks": 100,
    "full": 50,
    "cuts": 1000,
    "bombs": 100,
    **dict.fromkeys(mangling.FILES, 10_000),
}
_TRIALS: dict[str, Callable[[Path, int], Figure | list[Figure] | None]] = {
    "saves": killing.saves,
    "creations": killing.creations,
    "migrations": killing.migrations,
    "flips": flipping.flips,
    "files": hostile.files,
    "crashes": partial(hostile.files, longest=inf),
    "rounds": racing.rounds,
    "disks": filling.disks,
    "full": filling.real_disks,
    "cuts": power.cuts,
    "bombs": bombs.files,
    **mangling.FILES,
}


def main(arguments: list[str]) -> int:
    """Print a line for each figure; 1 if anything came about that must not."""
    asked = {name: int(count) for name, _, count in (each.partition("=") for each in arguments)} or _COUNTS
    sys.stdout.write(f"{'':<48}{'tried':>7}{'bad':>7}\n")
    bad = 0
    for name, count in asked.items():
        with tempfile.TemporaryDirectory(prefix="hankeapp-faults-") as folder:
            found = _TRIALS[name](Path(folder), count)
        figures = found if isinstance(found, list) else [found] if found else []
        if not figures:
            sys.stdout.write(f"{name}: cannot be tried on this machine\n")
        for figure in figures:
            sys.stdout.write(f"{figure}\n")
            bad += figure.bad
        sys.stdout.flush()
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
