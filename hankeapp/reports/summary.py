"""What an overview says on paper, in words and in its order; how it looks is the typesetter's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.attention import is_overdue
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.status import Status
from hankeapp.reports.entries import entry
from hankeapp.reports.paragraphs import line
from hankeapp.reports.timeline import Axis, is_on_timeline, place
from hankeapp.translation import LANGUAGE, mark, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hankeapp.domain.project import Project
    from hankeapp.reports.entries import Entry, Sign
    from hankeapp.reports.timeline import Bar, Year

    Told = Sequence[tuple[Project, Entry]]

_SECTION_TITLES = {
    Status.PLANNED: mark("Projects in planning"),
    Status.ACTIVE: mark("Running projects"),
    Status.ENDED: mark("Projects that have ended"),
}


@dataclass(frozen=True)
class Count:
    """A number and what it counts; `shape` is that of a `Sign`, or empty."""

    number: str
    words: str
    shape: str = ""


@dataclass(frozen=True)
class Section:
    """The projects of one status."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class TimelineRow:
    """A project on the timeline, by its short name; `key` is that of its entry."""

    key: str
    title: str
    duration: str
    status: Sign
    flag: Sign | None
    bar: Bar


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """The projects of known duration along an axis; `today` is a fraction of it, `sentence` says what is not shown."""

    sentence: str
    years: tuple[Year, ...]
    today: float
    rows: tuple[TimelineRow, ...]
    legend: tuple[Sign, ...]


@dataclass(frozen=True, kw_only=True)
class Words:
    """The fixed words of the page; in `page_of` stand {page} and {pages} for the typesetter to fill in."""

    contents: str
    timeline: str
    table: str
    project: str
    number: str
    kind: str
    duration: str
    status: str
    page: str
    results: str
    today: str
    today_in_full: str
    page_of: str


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Everything that is printed; `remark` stands in place of it all where there are no projects."""

    title: str
    office: str
    situation: str
    running_title: str
    selection: str
    remark: str
    today: date
    language: str
    counts: tuple[Count, ...]
    timeline: Timeline | None
    sections: tuple[Section, ...]
    words: Words

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all sections, as they stand on paper."""
        return tuple(entry for section in self.sections for entry in section.entries)


def overview(
    projects: Sequence[Project], *, today: date, office: str = "", selection: str = "", situation: str = ""
) -> Overview:
    """An overview of the projects in the order given; `selection` says which they are when they are not all.

    `situation` says what is told of the day where it is not simply today.
    """
    told = [(project, entry(project, f"project-{index}", today)) for index, project in enumerate(projects)]
    title = tr("Project overview")
    day = str(PartialDate.of(today))
    return Overview(
        title=title,
        office=line(office),
        situation=situation or tr("Situation on {date}", date=day),
        running_title=f"{title} · {day}",
        selection=line(selection),
        remark="" if told else tr("There are no projects to print."),
        today=today,
        language=LANGUAGE,
        counts=_counts(projects, today) if told else (),
        timeline=_timeline(told, today),
        sections=_sections(told),
        words=_words(day),
    )


def _counts(projects: Sequence[Project], today: date) -> tuple[Count, ...]:
    of = {status: sum(project.status is status for project in projects) for status in Status}
    planned, active, ended = of[Status.PLANNED], of[Status.ACTIVE], of[Status.ENDED]
    overdue = sum(is_overdue(project, today) for project in projects)
    counts = (
        Count(str(len(projects)), trn("project in all", "projects in all", len(projects))),
        Count(str(planned), trn("in planning", "in planning", planned), "planned") if planned else None,
        Count(str(active), trn("running", "running", active), "active"),
        Count(str(ended), trn("ended", "ended", ended), "ended"),
        Count(str(overdue), trn("past its end date", "past their end date", overdue), "overdue") if overdue else None,
    )
    return tuple(count for count in counts if count)


def _sections(told: Told) -> tuple[Section, ...]:
    sections = (
        Section(tr(title), tuple(entry for project, entry in told if project.status is status))
        for status, title in _SECTION_TITLES.items()
    )
    return tuple(section for section in sections if section.entries)


def _timeline(told: Told, today: date) -> Timeline | None:
    shown = sorted((pair for pair in told if is_on_timeline(pair[0])), key=lambda pair: place(pair[0]))
    if not shown:
        return None
    axis = Axis.of((project for project, _ in shown), today)
    rows = tuple(
        TimelineRow(entry.key, entry.short_title, entry.duration, entry.status, entry.flag, axis.bar(project, today))
        for project, entry in shown
    )
    return Timeline(
        sentence=_unrecorded(len(told) - len(shown)),
        years=axis.years(),
        today=axis.at(today),
        rows=rows,
        legend=_legend(rows),
    )


def _unrecorded(count: int) -> str:
    if not count:
        return ""
    shown = tr("The projects whose duration is known.")
    others = trn(
        "The duration of {n} more project is not recorded.", "The duration of {n} more projects is not recorded.", count
    )
    return f"{shown} {others}"


def _legend(rows: Sequence[TimelineRow]) -> tuple[Sign, ...]:
    """Each sign of the timeline once, in the order of its rows, the flags after the statuses."""
    statuses = dict.fromkeys(row.status for row in rows)
    flags = dict.fromkeys(row.flag for row in rows if row.flag)
    return (*statuses, *flags)


def _words(day: str) -> Words:
    return Words(
        contents=tr("Contents"),
        timeline=tr("Timeline"),
        table=tr("List of projects"),
        project=tr("Project"),
        number=tr("Number"),
        kind=tr("Kind"),
        duration=tr("Duration"),
        status=tr("Status"),
        page=tr("Page"),
        results=tr("Results"),
        today=tr("today"),
        today_in_full=tr("today {date}", date=day),
        page_of=tr("Page {page} of {pages}"),
    )
