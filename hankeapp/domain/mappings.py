"""What the columns of a spreadsheet are taken for: which field each of them tells, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated

from hankeapp.domain.columns import DURATION, TITLE
from hankeapp.domain.fields import Field, Group, field_of, fields_of, parts_of
from hankeapp.domain.parts import DeadlineKind, Role
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Certainty
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum

    from hankeapp.domain.fields import Part

CODED: dict[tuple[str, str], type[Enum]] = {
    ("participations", "organisation"): Role,
    ("deadlines", "due"): DeadlineKind,
}
"""What a column may say by its head of each row that it tells: the roles of its organisations, whose days they are."""
UNREAD = ("events", "attachments")
"""Parts that no sheet gives back: what the register itself records, and files that are not in the sheet."""


@dataclass(frozen=True)
class Place:
    """Where the values of a column belong: a field of a project, or of the rows of a part, which may all have one code.

    The duration is told as one text; the title is acronym and name.
    """

    field: str
    part: str = ""
    code: str = ""

    @property
    def key(self) -> str:
        """`name`, `fundings.funder`, `participations.organisation:lead`: how it is kept."""
        told = f"{self.part}.{self.field}" if self.part else self.field
        return f"{told}:{self.code}" if self.code else told

    @property
    def declared(self) -> Field:
        """The field as it is declared."""
        if self.part:
            return field_of(part_named(self.part).type, self.field)
        return {"title": TITLE, "duration": DURATION}.get(self.field) or field_of(Project, self.field)

    @property
    def title(self) -> str:
        """What a person chooses: “Funder”, “Contact: Name”, “Organisation: Lead implementer”."""
        if not self.part:
            return self.declared.title
        told = f"{part_named(self.part).title}: {self.declared.title}"
        if not self.code:
            return told
        label = CODED[self.part, self.field](self.code)
        return f"{told} ({getattr(label, 'label', label.value)})"


@dataclass(frozen=True, kw_only=True)
class ColumnUse:
    """A column of a sheet: its head, what stands in it, and the place it is taken for, None where it is left out."""

    sheet: str
    head: str
    samples: tuple[str, ...] = ()
    place: Place | None = None
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class KeptMapping:
    """What the office chose for the columns of a sort of table, by a name; `content` is JSON: places by heads."""

    id: str = ""
    name: Annotated[str, Field(label=mark("Name"), group=Group.BASICS, required=True)]
    heads: Annotated[str, Field(label=mark("Columns"), group=Group.BASICS, editable=False)]
    content: Annotated[str, Field(label=mark("What they tell"), group=Group.BASICS, editable=False)] = "{}"


@cache
def part_named(name: str) -> Part:
    """A part of a project by its name."""
    return {part.name: part for part in parts_of(Project)}[name]


@cache
def places() -> tuple[Place, ...]:
    """Every place that a person can choose, in the order in which they are offered."""
    own = [Place(field.name) for field in fields_of(Project)]
    found = [own[0], Place("title"), *own[1:]]
    found.insert(found.index(Place("time_text")), Place("duration"))
    for part in parts_of(Project):
        if part.name not in UNREAD:
            for field in fields_of(part.type):
                found.append(Place(field.name, part.name))
                codes = CODED.get((part.name, field.name), ())
                found += [Place(field.name, part.name, str(code.value)) for code in codes]
    return tuple(found)


@cache
def place_of(key: str) -> Place | None:
    """The place of a key; None for an empty one, and for one that there is not (any more)."""
    return {place.key: place for place in places()}.get(key)


def is_clear(columns: Iterable[ColumnUse]) -> bool:
    """Whether there is nothing to ask about any of the columns."""
    return all(column.certainty is Certainty.CERTAIN for column in columns)


def fingerprint(columns: Iterable[ColumnUse]) -> str:
    """By which a mapping is known again: the heads of all sheets, whatever their order."""
    return "\n".join(sorted({column.head.casefold() for column in columns}))


def choices(columns: Iterable[ColumnUse]) -> dict[str, str]:
    """What was chosen for each head, by the keys of places; empty for what is left out."""
    return {column.head: column.place.key if column.place else "" for column in columns}
