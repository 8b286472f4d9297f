"""A project: the frozen dataclass whose annotated fields are the registry of fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, NewType

from hankeapp.domain.dates import PartialDate, interval_text
from hankeapp.domain.fields import Field, Group, Keys, Part
from hankeapp.domain.kinds import CityRole, Kind
from hankeapp.domain.organisations import AREAS, TARGET_GROUPS, THEMES
from hankeapp.domain.parts import (
    ATTACHMENT_KEYS,
    CONTACT_KEYS,
    DEADLINE_KEYS,
    FUNDING_KEYS,
    LINK_KEYS,
    PARTNER_KEYS,
    Attachment,
    Contact,
    Deadline,
    Decision,
    Funding,
    Link,
    Participation,
    Period,
    Relation,
)
from hankeapp.domain.status import Outcome, Status, StatusEvent
from hankeapp.domain.values import NO_CODES, Cents, Codes, Key, RowState
from hankeapp.translation import mark

ProjectId = NewType("ProjectId", str)
"""A UUIDv7 as 32 hexadecimal digits."""

_NAME_KEYS = Keys("nimi", "namn", "name")


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
            keys=(Keys("numero", "nummer", "number"),),
        ),
    ]
    name: Annotated[
        str,
        Field(
            label=mark("Project name"), group=Group.BASICS, column=320, prose=True, required=True, keys=(_NAME_KEYS,)
        ),
    ]
    acronym: Annotated[
        str,
        Field(
            label=mark("Acronym or short name"),
            group=Group.BASICS,
            column=120,
            width=150,
            keys=(
                Keys("lyhenne", "förkortning", "acronym"),
                _NAME_KEYS,
            ),
        ),
    ] = ""
    kind: Annotated[
        Kind | None,
        Field(label=mark("Kind"), group=Group.BASICS, column=150, width=260, keys=(Keys("laji", "slag", "kind"),)),
    ] = None
    unit: Annotated[
        Key | None,
        Field(
            label=mark("Responsible unit"),
            group=Group.BASICS,
            column=170,
            width=260,
            refers="unit",
            keys=(Keys("yksikkö", "enhet", "unit"),),
        ),
    ] = None
    city_role: Annotated[
        CityRole | None,
        Field(
            label=mark("Role of the city"),
            group=Group.BASICS,
            column=150,
            width=260,
            keys=(Keys("rooli", "roll", "role"),),
        ),
    ] = None
    themes: Annotated[
        Codes,
        Field(
            label=mark("Themes"), group=Group.BASICS, column=190, values=THEMES, keys=(Keys("teema", "tema", "theme"),)
        ),
    ] = NO_CODES
    target_groups: Annotated[
        Codes,
        Field(
            label=mark("Target groups"),
            group=Group.BASICS,
            column=170,
            values=TARGET_GROUPS,
            keys=(Keys("kohderyhmä", "målgrupp", "target"),),
        ),
    ] = NO_CODES
    areas: Annotated[
        Codes,
        Field(
            label=mark("Areas"), group=Group.BASICS, column=150, values=AREAS, keys=(Keys("alue", "område", "area"),)
        ),
    ] = NO_CODES
    start: Annotated[
        PartialDate | None,
        Field(
            label=mark("Starts"),
            group=Group.SCHEDULE,
            column=105,
            width=150,
            keys=(Keys("alkaa", "börjar", "starts", ("start",)),),
        ),
    ] = None
    end: Annotated[
        PartialDate | None,
        Field(
            label=mark("Ends"),
            group=Group.SCHEDULE,
            column=105,
            width=150,
            hint=mark("A day, a month or only a year: 31.12.2026, 12/2026 or 2026."),
            keys=(Keys("päättyy", "slutar", "ends", ("end",)),),
        ),
    ] = None
    time_text: Annotated[
        str,
        Field(
            label=mark("Duration in words"),
            group=Group.SCHEDULE,
            column=200,
            prose=True,
            hint=mark("As it was written, for example “kolmevuotinen (2024–2026)”."),
            keys=(Keys("kesto", "tid", "duration"),),
        ),
    ] = ""
    status: Annotated[
        Status,
        Field(
            label=mark("Status"),
            group=Group.SCHEDULE,
            column=130,
            editable=False,
            keys=(Keys("tila", "status", "status"),),
        ),
    ] = Status.ACTIVE
    budget_whole: Annotated[
        Cents | None,
        Field(
            label=mark("Whole budget"),
            group=Group.FUNDING,
            column=140,
            width=150,
            keys=(Keys("budjetti", "budget", "budget"),),
        ),
    ] = None
    budget_city: Annotated[
        Cents | None,
        Field(
            label=mark("City's share"),
            group=Group.FUNDING,
            column=140,
            width=150,
            keys=(Keys("osuus", "andel", "share"),),
        ),
    ] = None
    budget_own: Annotated[
        Cents | None,
        Field(
            label=mark("Own funding of the city's share"),
            group=Group.FUNDING,
            column=140,
            width=150,
            keys=(Keys("omarahoitus", "egenfinansiering", "ownfunding"),),
        ),
    ] = None
    objectives: Annotated[
        str,
        Field(
            label=mark("Objectives"), group=Group.DESCRIPTION, lines=4, keys=(Keys("tavoitteet", "mål", "objectives"),)
        ),
    ] = ""
    actions: Annotated[
        str,
        Field(
            label=mark("Actions"), group=Group.DESCRIPTION, lines=4, keys=(Keys("toimenpiteet", "åtgärder", "actions"),)
        ),
    ] = ""
    public_text: Annotated[
        str,
        Field(
            label=mark("Public text"),
            group=Group.DESCRIPTION,
            lines=8,
            hint=mark("The paragraph on the city's web page, kept exactly."),
            keys=(Keys("julkaisuteksti", "publiceringstext", "publictext"),),
        ),
    ] = ""
    results: Annotated[
        str,
        Field(
            label=mark("Results"),
            group=Group.DESCRIPTION,
            lines=4,
            hint=mark("Shown in the overview. Can be completed later."),
            keys=(Keys("tulokset", "resultat", "results"),),
        ),
    ] = ""
    notes: Annotated[
        str,
        Field(
            label=mark("Notes"),
            group=Group.DESCRIPTION,
            lines=4,
            hint=mark("For the office only: neither printed nor published."),
            keys=(Keys("muistiinpanot", "anteckningar", "notes"),),
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
    events: Annotated[
        tuple[StatusEvent, ...], Part(label=mark("Status changes"), group=Group.SCHEDULE, table="status_event")
    ] = ()
    periods: Annotated[
        tuple[Period, ...],
        Part(
            label=mark("Further periods"),
            group=Group.SCHEDULE,
            table="period",
            one=mark("further period"),
            keys=(Keys("ajanjakso", "period", "period"),),
        ),
    ] = ()
    deadlines: Annotated[
        tuple[Deadline, ...],
        Part(
            label=mark("Deadlines"), group=Group.SCHEDULE, table="deadline", one=mark("deadline"), keys=(DEADLINE_KEYS,)
        ),
    ] = ()
    fundings: Annotated[
        tuple[Funding, ...],
        Part(
            label=mark("Shares of funding"),
            group=Group.FUNDING,
            table="funding",
            one=mark("share of funding"),
            keys=(FUNDING_KEYS,),
        ),
    ] = ()
    participations: Annotated[
        tuple[Participation, ...],
        Part(
            label=mark("Organisations"),
            group=Group.PARTNERS,
            table="participation",
            one=mark("partner"),
            keys=(PARTNER_KEYS,),
        ),
    ] = ()
    contacts: Annotated[
        tuple[Contact, ...],
        Part(label=mark("Contacts"), group=Group.BASICS, table="contact", one=mark("contact"), keys=(CONTACT_KEYS,)),
    ] = ()
    decisions: Annotated[
        tuple[Decision, ...],
        Part(
            label=mark("Decisions"),
            group=Group.BASICS,
            table="decision",
            one=mark("decision"),
            keys=(Keys("päätös", "beslut", "decision"),),
        ),
    ] = ()
    relations: Annotated[
        tuple[Relation, ...],
        Part(
            label=mark("Relations"),
            group=Group.BASICS,
            table="relation",
            one=mark("relation to a project"),
            keys=(Keys("suhde", "relation", "relation"),),
        ),
    ] = ()
    links: Annotated[
        tuple[Link, ...],
        Part(label=mark("Links"), group=Group.LINKS, table="link", one=mark("link"), keys=(LINK_KEYS,)),
    ] = ()
    attachments: Annotated[
        tuple[Attachment, ...],
        Part(
            label=mark("Attachments"),
            group=Group.LINKS,
            table="attachment",
            one=mark("attachment"),
            keys=(ATTACHMENT_KEYS,),
        ),
    ] = ()
    state: RowState = RowState.LIVE
    version: int = 0
    """How many times it has been written; a save over a newer version is a conflict."""

    @property
    def title(self) -> str:
        """What a list calls it: the acronym before the name, unless a word of the name begins with it."""
        return title_of(self.acronym, self.name)

    @property
    def duration(self) -> str:
        """`2024–2026`, `–31.12.2023`; empty when neither side is known."""
        return interval_text(self.start, self.end)

    @property
    def steps(self) -> tuple[StatusEvent, ...]:
        """The events that changed the status; extensions are not among them."""
        return tuple(event for event in self.events if not event.is_extension)

    @property
    def ended(self) -> StatusEvent | None:
        """The step that ended it, while it is ended; None also where it was taken in as ended."""
        last = next((event for event in reversed(self.events) if not event.is_extension), None)
        return last if last is not None and last.target is Status.ENDED else None

    @property
    def outcome(self) -> Outcome | None:
        return self.ended.outcome if self.ended else None


def title_of(acronym: str, name: str) -> str:
    """The title of a project with this acronym and name."""
    if not acronym or _begins_a_word(acronym.casefold(), name.casefold()):
        return name
    return f"{acronym} – {name}"


def _begins_a_word(part: str, text: str) -> bool:
    place = text.find(part)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(part, place + 1)
    return place >= 0
