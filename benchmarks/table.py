"""The rows of the table that a run prints: what it cost us, what it cost beside, and the aim for their ratio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Ratio:
    """One figure of ours against another; `beside` says what the other is of."""

    what: str
    ours: float
    theirs: float
    unit: str
    aim: float
    beside: str

    def __str__(self) -> str:
        ratio = self.ours / self.theirs
        reached = " " if ratio <= self.aim else "!"
        figures = f"{self.ours:>9.1f}{self.theirs:>9.1f} {self.unit:<3}{ratio:>7.2f} {reached} ≤ {self.aim:<5g}"
        return f"{self.what:<50}{figures} {self.beside}"


def told(rows: Iterable[Ratio]) -> str:
    """The table; `!` marks what missed its aim."""
    head = f"{'':<50}{'ours':>9}{'beside':>9}    {'ratio':>7}   {'aim':<7} beside"
    return "".join(f"{line}\n" for line in (head, *map(str, rows)))
