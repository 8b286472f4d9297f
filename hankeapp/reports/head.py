"""What stands at the head of every printed document: whose it is, of which day, and which projects it tells of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
from hankeapp.reports.paragraphs import line
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True)
class Edition:
    """Who publishes a document, and of what.

    `today` is its day, `situation` what is told of it where it is not simply today, `selection` which projects it holds
    when they are not all, `contents` the bytes of their pictures by SHA-256.
    """

    today: date
    office: str = ""
    selection: str = ""
    situation: str = ""
    contents: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Head:
    """The title block, and what runs along the top of the later pages; `continued` stands beside what goes on there."""

    title: str
    office: str
    situation: str
    running_title: str
    continued: str
    selection: str


def head(title: str, edition: Edition) -> Head:
    """The head of a document with a title."""
    day = str(PartialDate.of(edition.today))
    return Head(
        title=title,
        office=line(edition.office),
        situation=edition.situation or tr("Situation on {date}", date=day),
        running_title=f"{title} · {day}",
        continued=tr("(continued)"),
        selection=line(edition.selection),
    )


def page_of() -> str:
    """What stands in the foot of each page; the typesetter puts the numbers for {page} and {pages}."""
    return tr("Page {page} of {pages}")
