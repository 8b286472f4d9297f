"""Bits that flip in a file at rest: what is shown is right, or the file is refused."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from benchmarks.faults import trials
from benchmarks.faults.trials import Figure
from hankeapp.domain.errors import KnownError

if TYPE_CHECKING:
    from pathlib import Path


def flips(folder: Path, count: int) -> Figure:
    """Flip a bit anywhere in a register; nothing that differs may be shown."""
    path = folder / "bitti.hanke"
    trials.example(path)
    good, right = path.read_bytes(), trials.everything(path)
    wrong, refused = 0, 0
    chance = random.Random(count)
    for _ in range(count):
        data = bytearray(good)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        try:
            wrong += trials.everything(path) != right
        except KnownError:
            refused += 1
    return Figure("flipped bits: wrong values shown", count, wrong, f"{refused} refused, the others show nothing else")
