"""The timeline of an overview: a bar a project along an axis of years, soft where a side is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hankeapp.domain.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.project import Project

MOST_LABELS = 12
"""Year labels that stand beside one another without touching."""

MOST_ON_TIMELINE = 200
"""Projects of which a timeline is drawn: six pages."""

_STEPS = (1, 2, 5, 10, 20, 50)
_YEAR = timedelta(days=365)
_DAY = timedelta(days=1)
_ORDER = tuple(Status)


@dataclass(frozen=True)
class Bar:
    """Where a duration lies, in fractions of the axis; a soft side is one whose day is not known."""

    left: float
    right: float
    soft_left: bool = False
    soft_right: bool = False


@dataclass(frozen=True)
class Year:
    """The line at the beginning of a year; the label is empty where no room is left beside it."""

    label: str
    left: float


@dataclass(frozen=True)
class Axis:
    """Whole years, of which the first begins at 0 and the last ends at 1."""

    first: int
    last: int

    @classmethod
    def of(cls, projects: Iterable[Project], today: date) -> Axis:
        """The years that the bars and today need."""
        days = [today]
        for project in projects:
            first, after = _span(project, today)
            days += [first, after - _DAY]
        return cls(min(days).year, max(days).year)

    def at(self, day: date) -> float:
        """The fraction at the beginning of a day."""
        start, end = date(self.first, 1, 1), date(self.last + 1, 1, 1)
        return round((day - start) / (end - start), 5)

    def years(self) -> tuple[Year, ...]:
        """At most twelve lines, at years that the distance between them divides."""
        count = self.last - self.first + 1
        step = next(step for step in _STEPS if count <= step * MOST_LABELS)
        first = -(-self.first // step) * step
        return tuple(self._year(year) for year in range(first, self.last + 1, step))

    def bar(self, project: Project, today: date) -> Bar:
        """The bar of a project whose start or end is known."""
        left, right = _span(project, today)
        return Bar(self.at(left), self.at(right), soft_left=project.start is None, soft_right=project.end is None)

    def _year(self, year: int) -> Year:
        left = self.at(date(year, 1, 1))
        return Year(str(year) if left <= 1 - 0.8 / MOST_LABELS else "", left)


def is_on_timeline(project: Project) -> bool:
    """Whether anything is known of the duration."""
    return project.start is not None or project.end is not None


def place(project: Project) -> tuple[int, bool, date, date]:
    """The order on the timeline: by status, then as they began; those with an unknown beginning last."""
    first, after = _span(project, date.min)
    return _ORDER.index(project.status), project.start is None, first, after


def _span(project: Project, today: date) -> tuple[date, date]:
    """The first day, and the day after the last; an unknown side lasts a year, or until today and a year more."""
    start = project.start.earliest if project.start else None
    end = project.end.latest + _DAY if project.end else None
    if start is None:
        assert end is not None
        return end - _YEAR, end
    if end is not None:
        return start, max(end, start + _DAY)
    running = project.status is Status.ACTIVE and today > start
    return start, (today if running else start) + _YEAR
