"""What an overview says on paper, in words and in its order; how it looks is the typesetter's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.status import Status
from hankeapp.reports import estimates
from hankeapp.reports.entries import ENTRY_FIELDS, entry
from hankeapp.reports.figures import charts, counts, sums
from hankeapp.reports.head import head, page_of
from hankeapp.reports.logo import logo_file
from hankeapp.reports.paper import UPRIGHT
from hankeapp.reports.parting import heading, parted
from hankeapp.reports.photos import files_of, photos_of, without_photo
from hankeapp.reports.timeline import MOST_ON_TIMELINE, Axis, is_on_timeline, place
from hankeapp.translation import language, mark, tr, trn

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from hankeapp.domain.columns import Column
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project
    from hankeapp.reports.entries import Entry, Sign
    from hankeapp.reports.figures import Chart, Count
    from hankeapp.reports.head import Edition, Head
    from hankeapp.reports.paper import Paper
    from hankeapp.reports.parting import Heading
    from hankeapp.reports.timeline import Bar, Year

    Told = Sequence[tuple[Project, Entry]]

_SECTION_TITLES = {
    Status.PLANNED: mark("Projects in planning"),
    Status.ACTIVE: mark("Projects that are active"),
    Status.ENDED: mark("Projects that have ended"),
}


@dataclass(frozen=True)
class EntryGroup:
    """Entries that belong together; the heading is None where they are not parted."""

    heading: Heading | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Section:
    """The projects of one status."""

    title: str
    groups: tuple[EntryGroup, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all its groups."""
        return tuple(entry for group in self.groups for entry in group.entries)


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
    """The fixed words of the overview."""

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


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Everything that is printed; `remark` stands in place of it all where there are no projects."""

    head: Head
    remark: str
    today: date
    language: str
    counts: tuple[Count, ...]
    sums: tuple[Count, ...]
    charts: tuple[Chart, ...]
    timeline: Timeline | None
    timeline_remark: str
    sections: tuple[Section, ...]
    words: Words
    paper: Paper
    page_of: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    without_photo: tuple[str, ...] = ()

    template = "overview.typ"
    pace = estimates.OVERVIEW

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all sections, as they stand on paper."""
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def told(self) -> Sequence[Entry]:
        """What is printed of each project."""
        return self.entries


def overview(
    projects: Sequence[Project],
    edition: Edition,
    names: Names = NO_NAMES,
    group: Column | None = None,
    shown: Collection[str] = ENTRY_FIELDS,
    paper: Paper = UPRIGHT,
) -> Overview:
    """An overview of the projects in the order given, each status parted by what they have in a column.

    `shown` are the fields and parts, of `ENTRY_FIELDS`, that are told of each project.
    """
    today, block = edition.today, head(tr("Project overview"), edition)
    pictures = [photos_of(project, edition.contents) for project in projects]
    told = [
        (project, entry(project, f"project-{index}", today, names, shown, photos))
        for index, (project, photos) in enumerate(zip(projects, pictures, strict=True))
    ]
    return Overview(
        head=block,
        remark="" if told else tr("There are no projects to print."),
        today=today,
        language=language(),
        counts=counts(projects, today) if told else (),
        sums=sums(projects),
        charts=charts(projects, names) if len(told) > 1 else (),
        timeline=_timeline(told, today) if len(told) <= MOST_ON_TIMELINE else None,
        timeline_remark=_timeline_remark(len(told)),
        sections=_sections(told, names, group),
        words=_words(str(PartialDate.of(today))),
        paper=paper,
        page_of=page_of(),
        files=files_of(pictures) | logo_file(edition, block.logo),
        without_photo=without_photo(projects, pictures),
    )


def _sections(told: Told, names: Names, group: Column | None) -> tuple[Section, ...]:
    sections = (
        Section(tr(title), _groups([pair for pair in told if pair[0].status is status], names, group))
        for status, title in _SECTION_TITLES.items()
    )
    return tuple(section for section in sections if section.groups)


def _groups(told: Told, names: Names, group: Column | None) -> tuple[EntryGroup, ...]:
    if group is None:
        return (EntryGroup(None, tuple(entry for _, entry in told)),) if told else ()
    groups = []
    for key, several in parted(told, lambda pair: group.group_key(pair[0])):
        projects, entries = zip(*several, strict=True)
        groups.append(EntryGroup(heading(key, projects, group, names), entries))
    return tuple(groups)


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


def _timeline_remark(count: int) -> str:
    """Why there is no timeline of many; nobody reads one of many pages, and it takes more time than all else."""
    if count <= MOST_ON_TIMELINE:
        return ""
    return tr(
        "There is no timeline: it tells of at most {most} projects. Each project tells its own duration.",
        most=MOST_ON_TIMELINE,
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
    )
