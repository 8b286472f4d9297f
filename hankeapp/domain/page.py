"""The city's web page around its project paragraphs, kept so that it can be written again to the byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hankeapp.domain.status import Status


@dataclass(frozen=True)
class PageSection:
    """A heading, the status of the projects under it, and the text between it and what stands before it.

    `first` is the order of the first paragraph that stood under it, or would have stood there: two sections may share
    a status. A page without headings has one section without a heading.
    """

    heading: str
    status: Status
    gap: str = "\n\n"
    first: int = 1


@dataclass(frozen=True)
class PageLayout:
    """Everything on the page that is not a project's paragraph.

    The page is `opening`, then each section's `gap` and `heading`, then each project's gap and paragraph, then
    `closing`. `gap` is the usual text between paragraphs; `gaps` holds the others by the project's order on the page.
    """

    opening: str
    sections: tuple[PageSection, ...]
    closing: str
    gap: str
    gaps: tuple[tuple[int, str], ...]
    encoding: str
