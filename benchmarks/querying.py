"""The first page of what a query finds, through the services; run as a module, it prints milliseconds as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks.generator import cache_of, made_register
from benchmarks.queries import QUERIES
from benchmarks.running import answer
from benchmarks.table import Ratio
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query
from hankeapp.services.opening import open_register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.query import Found
    from hankeapp.services.register import Register

SIZE = 100_000
ROUNDS = 2
FRAME = 1000 / 60
"""Milliseconds of a frame."""
_PAGE, _HIT_PAGE = 16, 10
"""Projects on a screen of cards, and of the higher cards with hits."""


def first_page(register: Register, text: str) -> Found:
    """What a text finds, as far as the list shows it at once, read as the list reads it."""
    query = Query(text=text)
    found = register.find(query)
    # A hit may stand in any part.
    read, page = (register.projects, _HIT_PAGE) if register.hits(query) else (register.listed, _PAGE)
    read(found.ids[:page])
    return found


def within_a_frame(registers: Path, home: Path) -> Iterator[Ratio]:
    """The queries' times against a frame; what the slowest were is said beside."""
    answered = answer("querying", made_register(registers, SIZE), cache_of(registers) / "hankeapp", home=home)
    times: dict[str, list[float]] = answered["times"]
    together = [each for several in times.values() for each in several]
    cuts = quantiles(together, n=100)
    slowest = sorted(times, key=lambda text: -min(times[text]))[:3]
    of_core = quantiles(answered["cpu"], n=100)
    figures = {"p95 of CPU alone": of_core[94], "p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "max": max(together)}
    for told, figure in figures.items():
        beside = "a frame"
        if told == "max":
            beside += f"; slowest: {', '.join(slowest)}; first pages cut short: {len(answered['cut'])}"
        aim = 4.0 if told in {"p99", "max"} else 1.0
        yield Ratio(f"first page of {len(times)} queries, {told}, {SIZE:,}", figure, FRAME, "ms", aim, beside)


def _measured(path: Path, index: Path) -> dict[str, object]:
    """The milliseconds of each text, and the texts whose first page was handed over before it was full."""
    register = open_register(path, Desk("mittaaja", Clock.standing(2026, 11, 24), index))
    register.search.make_ready()
    first_page(register, "tila")
    times: dict[str, list[float]] = {text: [] for text in QUERIES}
    cpu: list[float] = []
    cut = set()
    for _ in range(ROUNDS):
        for text in QUERIES:
            begin, worked = perf_counter(), process_time()
            found = first_page(register, text)
            times[text].append((perf_counter() - begin) * 1000)
            cpu.append((process_time() - worked) * 1000)
            if not found.is_whole and len(found.ids) < _PAGE:
                cut.add(text)
    register.close()
    return {"times": times, "cpu": cpu, "cut": sorted(cut)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measured(Path(sys.argv[1]), Path(sys.argv[2]))))
