"""A card for each project on paper: a page with all that the register says of it, but for the office's notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hankeapp.domain.fields import Group, field_of
from hankeapp.domain.project import Project
from hankeapp.reports import estimates
from hankeapp.reports.entries import Fact, declared, fact, flag_sign, status_sign, steps
from hankeapp.reports.head import head, page_of
from hankeapp.reports.logo import logo_file
from hankeapp.reports.paper import UPRIGHT
from hankeapp.reports.paragraphs import line, passage
from hankeapp.reports.photos import files_of, photos_of, without_photo
from hankeapp.translation import language, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from hankeapp.domain.naming import Names
    from hankeapp.reports.entries import Sign
    from hankeapp.reports.head import Edition, Head
    from hankeapp.reports.paper import Paper
    from hankeapp.reports.paragraphs import Passage
    from hankeapp.reports.photos import Photo, Photos

_TEXTS = ("public_text", "objectives", "actions", "results")
"""The long texts, in the order in which they are read; the first without a heading."""

_ELSEWHERE = frozenset({"name", "acronym", "status", "start", "end", "notes", "page_order", "events", "attachments"})
"""Fields and parts that stand in the title, beside the status, or on no paper."""

_GROUPS = tuple(group for group in Group if group is not Group.DESCRIPTION)


@dataclass(frozen=True)
class CardText:
    """A long text; the first of a card has no title."""

    title: str
    passage: Passage


@dataclass(frozen=True, kw_only=True)
class Card:
    """A project on a page of its own."""

    title: str
    duration: str
    status: Sign
    flag: Sign | None
    facts: tuple[Fact, ...]
    passages: tuple[CardText, ...]
    photos: tuple[Photo, ...]

    @property
    def texts(self) -> Iterator[str]:
        """All that is printed of it in the register's words."""
        yield self.title
        yield from (text for fact in self.facts for text in fact.lines)
        yield from (text for each in self.passages for text in each.passage.paragraphs)
        yield from (text for photo in self.photos for text in (photo.alt, photo.caption))

    @property
    def shortened(self) -> bool:
        """Whether a text is not printed whole."""
        return self.title.endswith("…") or any(each.passage.remark for each in self.passages)


@dataclass(frozen=True)
class CardWords:
    """The fixed words of a card."""

    status: str
    duration: str


@dataclass(frozen=True, kw_only=True)
class Cards:
    """All that is printed; `remark` stands in place of it where there are no projects."""

    head: Head
    paper: Paper
    remark: str
    today: date
    language: str
    cards: tuple[Card, ...]
    words: CardWords
    page_of: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    without_photo: tuple[str, ...] = ()

    template = "cards.typ"
    pace = estimates.CARDS

    @property
    def told(self) -> Sequence[Card]:
        """What is printed of each project."""
        return self.cards


def cards(projects: Sequence[Project], edition: Edition, names: Names, paper: Paper = UPRIGHT) -> Cards:
    """A card for each of the projects, in the order given."""
    block = head(tr("Project card") if len(projects) == 1 else tr("Project cards"), edition)
    pictures = [photos_of(project, edition.contents) for project in projects]
    made = tuple(
        _card(project, edition.today, names, photos) for project, photos in zip(projects, pictures, strict=True)
    )
    return Cards(
        head=block,
        paper=paper,
        remark="" if projects else tr("There are no projects to print."),
        today=edition.today,
        language=language(),
        cards=made,
        words=CardWords(tr("Status"), tr("Duration")),
        page_of=page_of(),
        files=files_of(pictures) | logo_file(edition, block.logo),
        without_photo=without_photo(projects, pictures),
    )


def _card(project: Project, today: date, names: Names, photos: Photos) -> Card:
    return Card(
        title=line(project.title) or tr("Project without a name"),
        duration=project.duration or tr("duration not known"),
        status=status_sign(project),
        flag=flag_sign(project, today),
        facts=tuple(_facts(project, names)),
        passages=tuple(_passages(project)),
        photos=photos.shown,
    )


def _facts(project: Project, names: Names) -> Iterator[Fact]:
    """What is known in the short fields and the parts, in the order of the form's sections."""
    told = [each for each in declared() if each.name not in _ELSEWHERE]
    for group in _GROUPS:
        for each in told:
            if each.group is group and (found := fact(project, each, names)):
                yield found
        if group is Group.SCHEDULE and (ended := steps(project)):
            yield Fact(tr("Status changes"), ended)


def _passages(project: Project) -> Iterator[CardText]:
    for place, name in enumerate(_TEXTS):
        found = passage(getattr(project, name), project.title, project.name)
        if found.paragraphs:
            yield CardText(field_of(Project, name).title if place else "", found)
