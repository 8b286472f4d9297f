"""How long a document and its setting will be, before it is set: measured over registers of 1,000 projects."""

from __future__ import annotations

from dataclasses import dataclass

LONG_SECONDS = 5
"""From so many on a person is asked first."""
MOST_CHARACTERS = 3_000_000
"""Characters of one document, with what each project costs beside: the memory of the typesetter grows with them."""


@dataclass(frozen=True)
class Estimate:
    """About how many pages some projects take, and seconds of setting them on an ordinary computer."""

    projects: int
    pages: int
    seconds: int
    is_too_large: bool = False
    """Whatever is told of the projects."""

    @property
    def is_long(self) -> bool:
        return self.seconds >= LONG_SECONDS


@dataclass(frozen=True)
class Pace:
    """What a project takes of a document; `characters` is how many its setting costs beside its texts."""

    pages: float
    seconds: float
    characters: int

    def estimate(self, projects: int) -> Estimate:
        """Of a document of so many projects."""
        pages, seconds = max(1, round(projects * self.pages)), round(projects * self.seconds)
        return Estimate(projects, pages, seconds, self.is_too_large(projects))

    def is_too_large(self, projects: int, letters: int = 0) -> bool:
        """Whether so many projects, with texts of so many letters in all, cannot be set."""
        return projects * self.characters + letters > MOST_CHARACTERS


OVERVIEW = Pace(0.2, 0.008, 1_000)
TABLE = Pace(0.041, 0.0015, 150)
CARDS = Pace(1.0, 0.006, 1_000)
