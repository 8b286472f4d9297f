"""What stands at the head of every printed document: whose it is, of which day, and which projects it tells of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
from hankeapp.reports.logo import logo_of
from hankeapp.reports.paragraphs import line
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hankeapp.domain.letterheads import Letterhead
    from hankeapp.reports.logo import Logo


@dataclass(frozen=True)
class Edition:
    """Who publishes a document, and of what.

    `today` is its day, `situation` what is told of it where it is not simply today, `selection` which projects it holds
    when they are not all, `contents` the bytes of their pictures by SHA-256; `logo` is such a SHA-256, that of the
    office's logo, and `logo_text` says what is seen in it.
    """

    today: date
    office: str = ""
    selection: str = ""
    situation: str = ""
    contents: Mapping[str, bytes] = field(default_factory=dict)
    logo: str = ""
    logo_text: str = ""


@dataclass(frozen=True, kw_only=True)
class Head:
    """The title block, and what runs along the top of the later pages; `continued` stands beside what goes on there.

    `is_without_logo` where there is to be a logo, and it cannot be printed.
    """

    title: str
    office: str
    situation: str
    running_title: str
    continued: str
    selection: str
    logo: Logo | None = None
    is_without_logo: bool = False


def issued_by(letterhead: Letterhead, today: date, situation: str = "", office: str = "") -> Edition:
    """The edition of a register's letterhead, by another name if one is given; its pictures are to be read yet."""
    return Edition(
        today,
        office or letterhead.name,
        situation=situation,
        logo=letterhead.sha256,
        logo_text=letterhead.alt_text,
    )


def head(title: str, edition: Edition) -> Head:
    """The head of a document with a title."""
    day = str(PartialDate.of(edition.today))
    logo = logo_of(edition)
    return Head(
        title=title,
        office=line(edition.office),
        situation=edition.situation or tr("Situation on {date}", date=day),
        running_title=f"{title} · {day}",
        continued=tr("(continued)"),
        selection=line(edition.selection),
        logo=logo,
        is_without_logo=bool(edition.logo) and logo is None,
    )


def page_of() -> str:
    """What stands in the foot of each page; the typesetter puts the numbers for {page} and {pages}."""
    return tr("Page {page} of {pages}")
