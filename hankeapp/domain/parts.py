"""What belongs to a project in rows of its own: periods, funding, partners, contacts, deadlines, decisions and more.

A part's `id` is given when it is first written; until then it is empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Annotated

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Field, Group, Keys, fields_of
from hankeapp.domain.values import Cents, Key, Named, Share
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterator


PARTNER_KEYS = Keys("kumppani", "partner", "partner")
CONTACT_KEYS = Keys("yhteyshenkilö", "kontaktperson", "contact")
DEADLINE_KEYS = Keys("määräaika", "frist", "deadline")
FUNDING_KEYS = Keys("rahoitus", "finansiering", "funding")
LINK_KEYS = Keys("linkki", "länk", "link")
ATTACHMENT_KEYS = Keys("liite", "bilaga", "attachment")
"""Keys of a part and of the fields in its rows."""

_FUNDER_KEYS = Keys("rahoittaja", "finansiär", "funder")
_CODE_KEYS = Keys("koodi", "kod", "code")


class _Row:
    """A part reads, for a person, as its declared fields do: the label and the value of each that is known.

    The words as written are told only where nothing but them is known.
    """

    def __str__(self) -> str:
        told = dict(_said(self))
        words = told.pop("words", "")
        return "; ".join(told.values()) or words


def _said(row: _Row) -> Iterator[tuple[str, str]]:
    kind: type = type(row)
    for field in fields_of(kind):
        value = getattr(row, field.name)
        if value in (None, "", 0) or (isinstance(value, Key) and not isinstance(value, Named)):
            continue
        is_flag = field.type is int and not field.optional  # a count may be unknown, a yes or no never is
        text = getattr(value, "label", None) or value
        yield field.name, field.title if is_flag else f"{field.title}: {text}"


class PeriodKind(Enum):
    """What a period is of; only a project's own dates tell whether its end has passed."""

    OWN_PART = "own_part"
    FUNDING = "funding"
    PHASE = "phase"
    SUBPROJECT = "subproject"
    PROGRAMME = "programme"
    PARENT = "parent"
    GOAL = "goal"
    RETENTION = "retention"

    @property
    def label(self) -> str:
        return tr(_PERIOD_LABELS[self])


_PERIOD_LABELS = {
    PeriodKind.OWN_PART: mark("City's part"),
    PeriodKind.FUNDING: mark("Funding period"),
    PeriodKind.PHASE: mark("Phase"),
    PeriodKind.SUBPROJECT: mark("Sub-project"),
    PeriodKind.PROGRAMME: mark("Programme period"),
    PeriodKind.PARENT: mark("Parent project"),
    PeriodKind.GOAL: mark("Goal year"),
    PeriodKind.RETENTION: mark("Retention"),
}


class Role(Enum):
    """What an organisation does in a project."""

    APPLICANT = "applicant"
    LEAD = "lead"
    COORDINATOR = "coordinator"
    IMPLEMENTER = "implementer"
    CO_IMPLEMENTER = "co_implementer"
    PARTNER = "partner"
    SUBCONTRACTOR = "subcontractor"
    OWNER = "owner"
    TARGET = "target"

    @property
    def label(self) -> str:
        return tr(_ROLE_LABELS[self])


_ROLE_LABELS = {
    Role.APPLICANT: mark("Applicant"),
    Role.LEAD: mark("Lead implementer"),
    Role.COORDINATOR: mark("Coordinator"),
    Role.IMPLEMENTER: mark("Implementer"),
    Role.CO_IMPLEMENTER: mark("Co-implementer"),
    Role.PARTNER: mark("Partner"),
    Role.SUBCONTRACTOR: mark("Subcontractor"),
    Role.OWNER: mark("Campaign owner"),
    Role.TARGET: mark("Target organisation"),
}


class DeadlineKind(Enum):
    """What has to be done by a day."""

    INTERIM_REPORT = "interim_report"
    PAYMENT = "payment"
    FINAL_REPORT = "final_report"
    STEERING_GROUP = "steering_group"
    RETENTION_END = "retention_end"
    OTHER = "other"

    @property
    def label(self) -> str:
        return tr(_DEADLINE_LABELS[self])


_DEADLINE_LABELS = {
    DeadlineKind.INTERIM_REPORT: mark("Interim report"),
    DeadlineKind.PAYMENT: mark("Payment application"),
    DeadlineKind.FINAL_REPORT: mark("Final report"),
    DeadlineKind.STEERING_GROUP: mark("Steering group"),
    DeadlineKind.RETENTION_END: mark("Retention ends"),
    DeadlineKind.OTHER: mark("Other"),
}


class RelationKind(Enum):
    """How another project, in the register or not, stands to this one."""

    PROGRAMME = "programme"
    PARENT = "parent"
    SUBPROJECT = "subproject"
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    NOT_DUPLICATE = "not_duplicate"
    """Alike by name or code, and yet another project: a person said so."""

    @property
    def label(self) -> str:
        return tr(_RELATION_LABELS[self])


_RELATION_LABELS = {
    RelationKind.PROGRAMME: mark("Programme"),
    RelationKind.PARENT: mark("Parent project"),
    RelationKind.SUBPROJECT: mark("Sub-project"),
    RelationKind.PREDECESSOR: mark("Predecessor"),
    RelationKind.SUCCESSOR: mark("Successor"),
    RelationKind.NOT_DUPLICATE: mark("Not a duplicate"),
}


@dataclass(frozen=True, kw_only=True)
class Period(_Row):
    """A further period beside the project's own dates, with the words as written."""

    id: str = ""
    kind: Annotated[PeriodKind, Field(label=mark("Period"), group=Group.SCHEDULE, required=True, width=260)]
    start: Annotated[PartialDate | None, Field(label=mark("Starts"), group=Group.SCHEDULE, width=150)] = None
    end: Annotated[PartialDate | None, Field(label=mark("Ends"), group=Group.SCHEDULE, width=150)] = None
    words: Annotated[str, Field(label=mark("Duration in words"), group=Group.SCHEDULE, prose=True)] = ""
    concerns: Annotated[str, Field(label=mark("Concerns"), group=Group.SCHEDULE, prose=True)] = ""


@dataclass(frozen=True, kw_only=True)
class Participation(_Row):
    """An organisation's part in a project, or only how many there are: "8 partneria neljästä maasta"."""

    id: str = ""
    role: Annotated[Role, Field(label=mark("Role"), group=Group.PARTNERS, required=True, width=260)]
    organisation: Annotated[
        Key | None, Field(label=mark("Organisation"), group=Group.PARTNERS, refers="organisation", keys=(PARTNER_KEYS,))
    ] = None
    count: Annotated[int | None, Field(label=mark("Count without names"), group=Group.PARTNERS, width=150)] = None
    countries: Annotated[
        str, Field(label=mark("Countries"), group=Group.PARTNERS, prose=True, keys=(Keys("maa", "land", "country"),))
    ] = ""
    words: Annotated[str, Field(label=mark("In words"), group=Group.PARTNERS, prose=True)] = ""


@dataclass(frozen=True, kw_only=True)
class Funding(_Row):
    """A share of a project's money: who gives it, from which fund and programme, how much and how far it has come."""

    id: str = ""
    funder: Annotated[
        Key | None,
        Field(
            label=mark("Funder"),
            group=Group.FUNDING,
            column=200,
            refers="organisation",
            keys=(_FUNDER_KEYS, FUNDING_KEYS),
        ),
    ] = None
    fund: Annotated[
        str,
        Field(
            label=mark("Fund"),
            group=Group.FUNDING,
            recurs=True,
            keys=(
                Keys("rahasto", "fond", "fund"),
                _FUNDER_KEYS,
            ),
        ),
    ] = ""
    authority: Annotated[
        Key | None,
        Field(
            label=mark("Funding authority"),
            group=Group.FUNDING,
            refers="organisation",
            keys=(Keys("viranomainen", "myndighet", "authority"), FUNDING_KEYS),
        ),
    ] = None
    programme: Annotated[
        str,
        Field(
            label=mark("Funding programme"),
            group=Group.FUNDING,
            recurs=True,
            column=180,
            keys=(
                Keys("ohjelma", "program", "programme"),
                _FUNDER_KEYS,
            ),
        ),
    ] = ""
    priority: Annotated[str, Field(label=mark("Priority"), group=Group.FUNDING, recurs=True, prose=True)] = ""
    objective: Annotated[str, Field(label=mark("Specific objective"), group=Group.FUNDING, recurs=True, prose=True)] = (
        ""
    )
    instrument: Annotated[
        str,
        Field(
            label=mark("Instrument"),
            group=Group.FUNDING,
            recurs=True,
            keys=(Keys("rahoitusmuoto", "finansieringsform", "instrument"), FUNDING_KEYS),
        ),
    ] = ""
    rate: Annotated[
        Share | None,
        Field(
            label=mark("Aid rate"), group=Group.FUNDING, width=150, keys=(Keys("tukiprosentti", "stödprocent", "rate"),)
        ),
    ] = None
    applied: Annotated[
        Cents | None,
        Field(label=mark("Applied"), group=Group.FUNDING, width=150, keys=(Keys("haettu", "ansökt", "applied"),)),
    ] = None
    granted: Annotated[
        Cents | None,
        Field(label=mark("Granted"), group=Group.FUNDING, width=150, keys=(Keys("myönnetty", "beviljat", "granted"),)),
    ] = None
    paid: Annotated[
        Cents | None,
        Field(label=mark("Paid"), group=Group.FUNDING, width=150, keys=(Keys("maksettu", "utbetalt", "paid"),)),
    ] = None
    application: Annotated[str, Field(label=mark("Application number"), group=Group.FUNDING, keys=(_CODE_KEYS,))] = ""
    code: Annotated[str, Field(label=mark("Project code"), group=Group.FUNDING, keys=(_CODE_KEYS,))] = ""
    decided: Annotated[
        PartialDate | None,
        Field(
            label=mark("Decision date"),
            group=Group.FUNDING,
            width=150,
            keys=(Keys("rahoituspäätös", "finansieringsbeslut", "decided"),),
        ),
    ] = None
    is_partial: Annotated[int, Field(label=mark("Part-funding"), group=Group.FUNDING)] = 0
    words: Annotated[str, Field(label=mark("In words"), group=Group.FUNDING, prose=True)] = ""


@dataclass(frozen=True, kw_only=True)
class Contact(_Row):
    """A person or only a job title, for as long as it holds. Personal data: `erase` takes it out of the history too."""

    id: str = ""
    name: Annotated[str, Field(label=mark("Name"), group=Group.BASICS, keys=(CONTACT_KEYS,))] = ""
    title: Annotated[str, Field(label=mark("Job title"), group=Group.BASICS, prose=True, keys=(CONTACT_KEYS,))] = ""
    duty: Annotated[str, Field(label=mark("Duty in the project"), group=Group.BASICS, prose=True)] = ""
    email: Annotated[str, Field(label=mark("E-mail"), group=Group.BASICS, keys=(CONTACT_KEYS,))] = ""
    phone: Annotated[str, Field(label=mark("Phone"), group=Group.BASICS)] = ""
    start: Annotated[PartialDate | None, Field(label=mark("From"), group=Group.BASICS, width=150)] = None
    end: Annotated[PartialDate | None, Field(label=mark("To"), group=Group.BASICS, width=150)] = None


@dataclass(frozen=True, kw_only=True)
class Deadline(_Row):
    """What has to be done by a day, and when it was."""

    id: str = ""
    kind: Annotated[DeadlineKind, Field(label=mark("Deadline"), group=Group.SCHEDULE, required=True, width=260)]
    due: Annotated[
        PartialDate, Field(label=mark("Due"), group=Group.SCHEDULE, required=True, width=150, keys=(DEADLINE_KEYS,))
    ]
    done: Annotated[PartialDate | None, Field(label=mark("Done"), group=Group.SCHEDULE, width=150)] = None
    note: Annotated[str, Field(label=mark("Note"), group=Group.SCHEDULE, prose=True)] = ""


@dataclass(frozen=True, kw_only=True)
class Decision(_Row):
    """A decision of the city's on the project."""

    id: str = ""
    diary_number: Annotated[
        str,
        Field(
            label=mark("Diary number"),
            group=Group.BASICS,
            keys=(
                Keys("diaarinumero", "diarienummer", "diary"),
                _CODE_KEYS,
            ),
        ),
    ] = ""
    body: Annotated[str, Field(label=mark("Body"), group=Group.BASICS, prose=True)] = ""
    day: Annotated[PartialDate | None, Field(label=mark("Date"), group=Group.BASICS, width=150)] = None
    section: Annotated[str, Field(label=mark("Section (§)"), group=Group.BASICS, width=150)] = ""


@dataclass(frozen=True, kw_only=True)
class Link(_Row):
    """An address on the web or of mail: https, http or mailto."""

    id: str = ""
    address: Annotated[str, Field(label=mark("Address"), group=Group.LINKS, required=True, keys=(LINK_KEYS,))]
    caption: Annotated[str, Field(label=mark("Link text"), group=Group.LINKS, prose=True, keys=(LINK_KEYS,))] = ""


@dataclass(frozen=True, kw_only=True)
class Attachment(_Row):
    """A file copied into the register under the sha-256 of its bytes; without one, a caption that waits for it."""

    id: str = ""
    name: Annotated[str, Field(label=mark("File name"), group=Group.LINKS, keys=(ATTACHMENT_KEYS,))] = ""
    sha256: Annotated[str, Field(label=mark("Checksum"), group=Group.LINKS, editable=False)] = ""
    size: Annotated[int | None, Field(label=mark("Size in bytes"), group=Group.LINKS, editable=False)] = None
    caption: Annotated[str, Field(label=mark("Caption"), group=Group.LINKS, prose=True, keys=(ATTACHMENT_KEYS,))] = ""
    alt_text: Annotated[
        str,
        Field(
            label=mark("Text for those who do not see it"),
            group=Group.LINKS,
            prose=True,
            hint=mark("What is seen in the picture, in a sentence."),
        ),
    ] = ""


@dataclass(frozen=True, kw_only=True)
class Relation(_Row):
    """Another project that this one belongs to, continues or contains; by name where it is not in the register."""

    id: str = ""
    kind: Annotated[RelationKind, Field(label=mark("Relation"), group=Group.BASICS, required=True, width=260)]
    project: Annotated[Key | None, Field(label=mark("Project"), group=Group.BASICS, refers="project")] = None
    name: Annotated[str, Field(label=mark("Name"), group=Group.BASICS)] = ""
