"""Writing the city's web page again: untouched it is the page that was taken in, byte for byte."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.page import PageLayout, PageSection
from hankeapp.domain.status import Status
from hankeapp.exchange.encodings import encode
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.project import Project

STANDARD_HEADINGS = {
    Status.ACTIVE: "Aktiiviset hankkeet:",
    Status.ENDED: "Päättyneitä hankkeita:",
    Status.PLANNED: "Suunnitteilla olevat hankkeet:",
}
"""The page is Finnish whatever language the program speaks."""

STANDARD_LAYOUT = PageLayout(
    opening="Hankkeet",
    sections=(
        PageSection(STANDARD_HEADINGS[Status.ACTIVE], Status.ACTIVE),
        PageSection(STANDARD_HEADINGS[Status.ENDED], Status.ENDED),
    ),
    closing="\n",
    gap="\n\n",
    gaps=(),
    encoding="utf-8",
)
"""The page of a register that no page was taken into."""


@dataclass(frozen=True)
class PageWriting:
    """The bytes of a page, the projects that do not stand on it, and sentences about both."""

    data: bytes
    left_out: tuple[Project, ...] = ()
    remarks: tuple[str, ...] = ()


def write_page(layout: PageLayout | None, projects: Sequence[Project]) -> PageWriting:
    """The page with each project's public text under the heading of its status; without a layout the standard page.

    Projects stand in the order of the page that was taken in, others after them by their numbers; one without a
    public text is left out.
    """
    layout = layout or STANDARD_LAYOUT
    written = [project for project in projects if project.public_text.strip()]
    left_out = tuple(project for project in projects if not project.public_text.strip())
    text = "".join(_Page.of(layout, written).parts())
    data, remark = _encoded(text, layout.encoding)
    return PageWriting(data, left_out, (remark,) if remark else ())


def _encoded(text: str, encoding: str) -> tuple[bytes, str]:
    try:
        return encode(text, encoding), ""
    except UnicodeEncodeError as error:
        character = text[error.start]
        return text.encode("utf-8", "replace"), tr(
            "The page was written as UTF-8, because its former encoding has no character {character}.",
            character=character,
        )


@dataclass(frozen=True)
class _Page:
    """A layout with a section for every status that is needed, and the projects of each section."""

    layout: PageLayout
    sections: tuple[PageSection, ...]
    members: tuple[list[Project], ...]

    @classmethod
    def of(cls, layout: PageLayout, projects: Sequence[Project]) -> _Page:
        needed = {project.status for project in projects}
        sections = (*layout.sections, *_missing(layout, needed))
        members: tuple[list[Project], ...] = tuple([] for _ in sections)
        firsts = {section.status: number for number, section in reversed(list(enumerate(sections)))}
        for project in sorted(projects, key=_place):
            home = _home(layout, project.page_order)
            stays = home is not None and sections[home].status is project.status
            members[home if home is not None and stays else firsts[project.status]].append(project)
        return cls(layout, sections, members)

    def parts(self) -> Iterator[str]:
        """The texts of the page in their order."""
        yield self.layout.opening
        for number, section in enumerate(self.sections):
            yield section.gap + section.heading
            yield from self._paragraphs(number)
        yield self.layout.closing

    def _paragraphs(self, number: int) -> Iterator[str]:
        """Paragraphs with their gaps; words in the gap of a paragraph that has left stay in their place."""
        gaps = dict(self.layout.gaps)
        at_home = {project.page_order for project in self.members[number] if self._home(project.page_order) == number}
        staying = [
            (order, gap)
            for order, gap in gaps.items()
            if gap.strip() and self._home(order) == number and order not in at_home
        ]
        for project in self.members[number]:
            while staying and project.page_order is not None and staying[0][0] < project.page_order:
                yield staying.pop(0)[1].rstrip()
            yield self._gap(project, number, gaps) + project.public_text
        yield from (gap.rstrip() for _, gap in staying)

    def _gap(self, project: Project, number: int, gaps: dict[int, str]) -> str:
        order = project.page_order
        if order is None or self._home(order) != number:
            return self.layout.gap
        return gaps.get(order, self.layout.gap)

    def _home(self, order: int | None) -> int | None:
        """The section under which a paragraph stood on the page."""
        return _home(self.layout, order)


def _home(layout: PageLayout, order: int | None) -> int | None:
    if order is None:
        return None
    number = bisect_right(layout.sections, order, key=lambda section: section.first) - 1
    return number if number >= 0 else None


def _missing(layout: PageLayout, needed: set[Status]) -> list[PageSection]:
    there = {section.status for section in layout.sections}
    line_end = "\r\n" if "\r\n" in layout.gap else "\n"
    gap = next((each.gap for each in layout.sections if each.gap and not each.gap.strip()), 2 * line_end)
    return [
        PageSection(heading, status, gap) for status, heading in STANDARD_HEADINGS.items() if status in needed - there
    ]


def _place(project: Project) -> tuple[bool, int, str]:
    return project.page_order is None, project.page_order or 0, project.number
