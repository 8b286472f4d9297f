"""The list from outside: a process is started on a virtual screen, keys are pressed, and the picture is watched.

A list is shown when its rows on the screen changed for the last time before they stood still; nothing is asked of the
program. What the programs do for themselves counts too, such as the pause after a key before they search.
"""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from benchmarks.generator import cache_of, made_register
from benchmarks.peers import Ours, peer
from benchmarks.running import ROOT, Watched, environment
from benchmarks.table import Ratio

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.peers import DbBrowser
    from benchmarks.screen import Screen

STARTS = 3
STILL = 1.0
"""Seconds without a change after which the rows count as shown."""
PATIENCE = 3600
"""Seconds at most that a program may go on working after its start: the first one makes the index of the search."""
WORDS = (("ko", "u"), ("ran", "t"), ("saa", "r"), ("kir", "j"), ("suu", "n"))
"""What stands in the field, and the key that narrows it: other rows come on top."""


@dataclass(frozen=True)
class Seen:
    """Milliseconds and MB, as seen from outside.

    `memory` is the most until the end, with that of a helper process; `shown_memory` the process's own until then.
    """

    shown: float
    filtered: float
    shown_memory: float
    memory: float


@dataclass(frozen=True)
class Stage:
    """Where programs are shown, and their homes and registers."""

    screen: Screen
    home: Path
    registers: Path

    @cached_property
    def ours(self) -> Ours:
        """This program; its parts stand in the same places with any register."""
        return Ours(made_register(self.registers, 1000), self.home)

    def seen(self, *shows: tuple[Ours | DbBrowser, int]) -> list[Seen]:
        """How programs do with so many projects each: starts in turn, then a session of each with words typed."""
        told = [(show, show.prepare(made_register(self.registers, size), self.home)) for show, size in shows]
        turns = [[self._start(*each) for each in told] for _ in range(STARTS + 1)][1:]
        return [
            self._session(*each, median(starts)) for each, starts in zip(told, zip(*turns, strict=True), strict=True)
        ]

    def _session(self, program: Ours | DbBrowser, command: list[str], shown: float) -> Seen:
        with self._process(command) as process:
            self.screen.settled(program.rows, perf_counter(), STILL)
            watched = Watched(process)
            shown_memory = watched.peak
            watched.rest(PATIENCE)
            filtered = [self._filter(program, *word) for word in WORDS]
            return Seen(shown * 1000, median(filtered) * 1000, shown_memory, watched.peak_with_helper)

    def _start(self, program: Ours | DbBrowser, command: list[str]) -> float:
        begin = perf_counter()
        with self._process(command):
            return self.screen.settled(program.rows, begin, STILL)

    def _filter(self, program: Ours | DbBrowser, typed: str, last: str) -> float:
        self.screen.click(*program.field)
        self.screen.press("ctrl+a")
        for key in typed:
            self.screen.press(key)
        self.screen.settled(program.uncovered, perf_counter(), STILL)
        sleep(STILL)
        return self.screen.pressed(last, program.uncovered, STILL)

    @contextmanager
    def _process(self, command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
        shown_on = environment(self.home, DISPLAY=self.screen.display, XDG_CACHE_HOME=str(cache_of(self.registers)))
        process = subprocess.Popen(command, cwd=ROOT, env=shown_on)
        try:
            yield process
        finally:
            process.kill()
            process.wait()
            for left in self.registers.glob(".*.hanke.*"):
                left.unlink()


def against_peer(stage: Stage) -> Iterator[Ratio]:
    """Start, filter and memory at 10,000 and 100,000 against DB Browser; nothing where that is not installed."""
    other = peer()
    if other is None:
        return
    for size, of_start, of_memory in ((10_000, 0.6, 0.85), (100_000, 1.0, 0.65)):
        ours, theirs = stage.seen((stage.ours, size), (other, size))
        yield Ratio(f"start to the list shown, {size:,}", ours.shown, theirs.shown, "ms", of_start, other.name)
        yield Ratio(f"key press to the filtered list, {size:,}", ours.filtered, theirs.filtered, "ms", 0.25, other.name)
        yield Ratio(
            f"peak memory, list shown, {size:,}", ours.shown_memory, theirs.shown_memory, "MB", of_memory, other.name
        )
        yield Ratio(f"peak memory, after filters, {size:,}", ours.memory, theirs.memory, "MB", of_memory, other.name)


def growth(stage: Stage) -> Iterator[Ratio]:
    """What a hundred times as many projects cost."""
    small, large = stage.seen((stage.ours, 1000), (stage.ours, 100_000))
    name = "ours at 1,000"
    yield Ratio("growth to 100,000: start", large.shown, small.shown, "ms", 1.3, name)
    yield Ratio("growth to 100,000: filter", large.filtered, small.filtered, "ms", 2, name)
    yield Ratio("growth to 100,000: peak memory", large.memory, small.memory, "MB", 1.1, name)
