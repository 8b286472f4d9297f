"""Frames while the list is scrolled, against Qt's own views over a model in C++, with the same rows and columns."""

from __future__ import annotations

import json
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from benchmarks.generator import made_register
from benchmarks.running import answer
from benchmarks.table import Ratio

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SIZE = 100_000
AIM = 1.5
_FORM = ("size", "row", "columns", "texts")


def against_cpp(registers: Path, home: Path) -> Iterator[Ratio]:
    """Table and cards, page by page and in far jumps."""
    register = made_register(registers, SIZE)
    for mode, name in (("table", "QTableView"), ("cards", "QListView")):
        ours: dict[str, Any] = answer("our_scrolling", register, mode, home=home)
        form = json.dumps({part: ours[part] for part in _FORM if part in ours})
        theirs: dict[str, Any] = answer("bare_scrolling", form, SIZE, home=home)
        for way in ("page", "jump"):
            for told, figure in (("median", median), ("p95", p95)):
                what = f"scroll frame, {mode}, {way}, {told}, {SIZE:,}"
                (worked, passed), (their_work, their_time) = (
                    [figure(times) for times in zip(*each[way], strict=True)] for each in (ours, theirs)
                )
                beside = f"{name}, C++ model; by the clock {passed:.1f} and {their_time:.1f} ms"
                yield Ratio(what, worked, their_work, "ms", AIM, beside)


def p95(times: Sequence[float]) -> float:
    """What 95 of a hundred are not above."""
    return quantiles(times, n=20)[-1]
