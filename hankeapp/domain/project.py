"""A project: the frozen dataclass whose annotated fields are the registry of fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, NewType

from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.domain.fields import Field, Group
from hankeapp.domain.status import Outcome, Status, StatusEvent
from hankeapp.translation import mark, tr

ProjectId = NewType("ProjectId", str)
"""A UUIDv7 as 32 hexadecimal digits."""


class Kind(Enum):
    """What sort of undertaking it is, by the office's words."""

    PROJECT = "project"
    DEVELOPMENT = "development"
    INVESTMENT = "investment"
    STUDY = "study"
    PILOT = "pilot"
    PROGRAMME = "programme"
    CAMPAIGN = "campaign"
    NETWORK = "network"
    SERVICE = "service"
    OTHER = "other"

    @property
    def label(self) -> str:
        return tr(_KIND_LABELS[self])


_KIND_LABELS = {
    Kind.PROJECT: mark("Project"),
    Kind.DEVELOPMENT: mark("Development project"),
    Kind.INVESTMENT: mark("Investment project"),
    Kind.STUDY: mark("Study"),
    Kind.PILOT: mark("Pilot"),
    Kind.PROGRAMME: mark("Programme"),
    Kind.CAMPAIGN: mark("Campaign"),
    Kind.NETWORK: mark("Network"),
    Kind.SERVICE: mark("Operating model or service"),
    Kind.OTHER: mark("Other"),
}


@dataclass(frozen=True, kw_only=True)
class Project:
    """A project of the city, as the register knows it."""

    id: ProjectId
    number: Annotated[
        str,
        Field(
            label=mark("Register number"),
            group=Group.BASICS,
            column=110,
            width=150,
            editable=False,
            hint=mark("Given once, never used again."),
        ),
    ]
    name: Annotated[str, Field(label=mark("Project name"), group=Group.BASICS, column=320, listed=False, required=True)]
    acronym: Annotated[
        str, Field(label=mark("Acronym or short name"), group=Group.BASICS, column=120, listed=False, width=150)
    ] = ""
    kind: Annotated[Kind | None, Field(label=mark("Kind"), group=Group.BASICS, column=150, width=260)] = None
    start: Annotated[PartialDate | None, Field(label=mark("Starts"), group=Group.SCHEDULE, column=105, width=150)] = (
        None
    )
    end: Annotated[
        PartialDate | None,
        Field(
            label=mark("Ends"),
            group=Group.SCHEDULE,
            column=105,
            width=150,
            hint=mark("A day, a month or only a year: 31.12.2026, 12/2026 or 2026."),
        ),
    ] = None
    time_text: Annotated[
        str,
        Field(
            label=mark("Duration in words"),
            group=Group.SCHEDULE,
            column=200,
            listed=False,
            hint=mark("As it was written, for example “kolmevuotinen (2024–2026)”."),
        ),
    ] = ""
    status: Annotated[Status, Field(label=mark("Status"), group=Group.SCHEDULE, column=130, editable=False)] = (
        Status.ACTIVE
    )
    public_text: Annotated[
        str,
        Field(
            label=mark("Public text"),
            group=Group.DESCRIPTION,
            lines=8,
            hint=mark("The paragraph on the city's web page, kept exactly."),
        ),
    ] = ""
    results: Annotated[
        str,
        Field(
            label=mark("Results"),
            group=Group.DESCRIPTION,
            lines=4,
            hint=mark("Shown in the overview. Can be completed later."),
        ),
    ] = ""
    notes: Annotated[
        str,
        Field(
            label=mark("Notes"),
            group=Group.DESCRIPTION,
            lines=4,
            hint=mark("For the office only: neither printed nor published."),
        ),
    ] = ""
    page_order: Annotated[
        int | None,
        Field(
            label=mark("Order on the web page"),
            group=Group.DESCRIPTION,
            width=150,
            editable=False,
            hint=mark("Which paragraph it is on the page that was taken in."),
        ),
    ] = None
    events: tuple[StatusEvent, ...] = ()
    version: int = 0
    """How many times it has been written; a save over a newer version is a conflict."""

    @property
    def title(self) -> str:
        """What a list calls it: the acronym before the name, unless a word of the name begins with it."""
        if not self.acronym or _begins_a_word(self.acronym.casefold(), self.name.casefold()):
            return self.name
        return f"{self.acronym} – {self.name}"

    @property
    def duration(self) -> str:
        """`2024–2026`, `–31.12.2023`; empty when neither side is known."""
        return interval_text(self.start, self.end)

    @property
    def ended(self) -> StatusEvent | None:
        """The step that ended it, while it is ended; None also where it was taken in as ended."""
        last = self.events[-1] if self.events else None
        return last if last is not None and last.target is Status.ENDED else None

    @property
    def outcome(self) -> Outcome | None:
        return self.ended.outcome if self.ended else None


def _begins_a_word(part: str, text: str) -> bool:
    place = text.find(part)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(part, place + 1)
    return place >= 0
