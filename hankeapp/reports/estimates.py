"""How long a document and its setting will be, before it is set: measured over registers of 1,000 projects."""

from __future__ import annotations

from dataclasses import dataclass

LONG_SECONDS = 5
"""From so many on a person is asked first."""


@dataclass(frozen=True)
class Estimate:
    """About how many pages some projects take, and seconds of setting them on an ordinary computer."""

    projects: int
    pages: int
    seconds: int

    @property
    def is_long(self) -> bool:
        return self.seconds >= LONG_SECONDS


@dataclass(frozen=True)
class Pace:
    """What a project takes of a document."""

    pages: float
    seconds: float

    def estimate(self, projects: int) -> Estimate:
        """Of a document of so many projects."""
        return Estimate(projects, max(1, round(projects * self.pages)), round(projects * self.seconds))


OVERVIEW = Pace(0.2, 0.008)
TABLE = Pace(0.041, 0.0015)
CARDS = Pace(1.0, 0.006)
