"""What a new project can begin with: aspects of another project, or a template that the office keeps under a name."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Field, Group, field_of, fields_of, parts_of
from hankeapp.domain.parts import Deadline, DeadlineKind, Funding
from hankeapp.domain.project import Project
from hankeapp.domain.values import from_plain, to_plain
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Values = dict[str, Any]
"""Values of a project by the names of its fields and parts."""

_OWN_FUNDING = {
    **dict.fromkeys(("applied", "granted", "paid", "decided"), None),
    **dict.fromkeys(("application", "code", "words"), ""),
}
"""What of a share of funding is one project's own: amounts, numbers, the day of the decision."""
_KEPT = ("kind", "unit", "city_role", "themes", "target_groups", "areas")
_FUNDINGS, _DEADLINES = "fundings", "deadlines"


MINUS = "\N{MINUS SIGN}"


class Months(int):
    """Months after a day; below zero, before it."""

    __slots__ = ()

    def __str__(self) -> str:
        return int.__repr__(self).replace("-", MINUS)


@dataclass(frozen=True, kw_only=True)
class DeadlineApart:
    """What has to be done so many months after a project's end, or before it."""

    id: str = ""
    kind: Annotated[DeadlineKind, Field(label=mark("Deadline"), group=Group.SCHEDULE, required=True, width=260)]
    months: Annotated[
        Months | None,
        Field(
            label=mark("Months after the end"),
            group=Group.SCHEDULE,
            required=True,
            width=150,
            hint=mark("Before the end with a minus: −6."),
        ),
    ] = None
    note: Annotated[str, Field(label=mark("Note"), group=Group.SCHEDULE, prose=True)] = ""


GIVEN = tuple(field_of(Project, name) for name in _KEPT)
"""The fields that a template may fill in."""
_PARTS = {part.name: part for part in parts_of(Project)}
GIVEN_PARTS = (
    replace(_PARTS[_FUNDINGS], left_out=frozenset(_OWN_FUNDING)),
    replace(_PARTS[_DEADLINES], type=DeadlineApart),
)
"""The parts of which it gives rows."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a template gives, as a person edits it; `values` are those of `GIVEN`. Rows have ids only here."""

    id: str
    values: Values
    fundings: tuple[Funding, ...]
    deadlines: tuple[DeadlineApart, ...]


class Aspect(Enum):
    """What of a project a copy may take over. What happened to the project is its own: no copy has it."""

    BASICS = "basics"
    THEMES = "themes"
    FUNDING = "funding"
    PARTNERS = "partners"
    TEXTS = "texts"
    PUBLIC_TEXT = "public_text"
    CONTACTS = "contacts"

    @property
    def label(self) -> str:
        return tr(_LABELS[self])


_LABELS = {
    Aspect.BASICS: mark("Kind, unit and role of the city"),
    Aspect.THEMES: mark("Themes, target groups and areas"),
    Aspect.FUNDING: mark("Shares of funding without amounts, codes and dates"),
    Aspect.PARTNERS: mark("Partners"),
    Aspect.TEXTS: mark("Objectives and actions"),
    Aspect.PUBLIC_TEXT: mark("Public text"),
    Aspect.CONTACTS: mark("Contacts"),
}
_FIELDS = {
    Aspect.BASICS: ("kind", "unit", "city_role"),
    Aspect.THEMES: ("themes", "target_groups", "areas"),
    Aspect.FUNDING: ("fundings",),
    Aspect.PARTNERS: ("participations",),
    Aspect.TEXTS: ("objectives", "actions"),
    Aspect.PUBLIC_TEXT: ("public_text",),
    Aspect.CONTACTS: ("contacts",),
}
USUAL = frozenset(Aspect) - {Aspect.PUBLIC_TEXT, Aspect.CONTACTS}
"""What is copied unless a person says otherwise: two projects share neither a paragraph on the web page nor people."""


def copied(project: Project, aspects: Collection[Aspect]) -> Values:
    """The values that a new project takes over from another."""
    return {name: _copied(getattr(project, name)) for aspect in aspects for name in _FIELDS[aspect]}


def aspects_of(project: Project) -> list[Aspect]:
    """The aspects of which a project has anything to take over."""
    return [each for each in Aspect if any(getattr(project, name) for name in _FIELDS[each])]


@dataclass(frozen=True, kw_only=True)
class Template:
    """What projects of a kind or of a funder begin with. `content` is JSON, written by `of` and read by `values`."""

    id: str = ""
    name: Annotated[str, Field(label=mark("Name"), group=Group.BASICS, required=True)]
    content: Annotated[str, Field(label=mark("What a new project gets"), group=Group.BASICS, editable=False)] = "{}"

    @classmethod
    def of(cls, name: str, project: Project) -> Template:
        """A template that gives what a project has, its deadlines counted from its end."""
        content: dict[str, Any] = {each: to_plain(getattr(project, each)) for each in _KEPT if getattr(project, each)}
        content[_FUNDINGS] = [_plain(row) for row in _copied(project.fundings)]
        content[_DEADLINES] = [_plain(_apart(each, project.end)) for each in project.deadlines if project.end]
        return cls(name=name, content=json.dumps(content, ensure_ascii=False))

    def values(self, end: PartialDate | None = None) -> Values:
        """What it gives to a project that ends then; without an end, no deadlines."""
        content = json.loads(self.content)
        given: Values = {
            name: from_plain(field_of(Project, name).type, content[name]) for name in _KEPT if name in content
        }
        given[_FUNDINGS] = tuple(_row(Funding, plain) for plain in content.get(_FUNDINGS, ()))
        if end is not None:
            given[_DEADLINES] = tuple(_deadline(each, end) for each in self.deadlines)
        return given

    @property
    def deadlines(self) -> tuple[DeadlineApart, ...]:
        """What it gives to a project whose end is known."""
        return tuple(_row(DeadlineApart, plain) for plain in json.loads(self.content).get(_DEADLINES, ()))

    def with_values(self, values: Mapping[str, Any]) -> Template:
        """The same with other values of its fields, shares of funding and, where they are among them, deadlines."""
        content: dict[str, Any] = {name: to_plain(values[name]) for name in _KEPT if values.get(name)}
        rows = {_FUNDINGS: values[_FUNDINGS], _DEADLINES: values.get(_DEADLINES, self.deadlines)}
        content |= {name: [_plain(row) for row in several] for name, several in rows.items()}
        return replace(self, content=json.dumps(content, ensure_ascii=False))


def _copied(value: Any) -> Any:
    if isinstance(value, tuple) and value and hasattr(value[0], "id"):
        return tuple(_row_copied(row) for row in value)
    return value


def _row_copied(row: Any) -> Any:
    return replace(row, id="", **(_OWN_FUNDING if isinstance(row, Funding) else {}))


def _plain(row: Any) -> dict[str, Any]:
    kind: type = type(row)
    held = ((field, getattr(row, field.name)) for field in fields_of(kind))
    return {field.name: to_plain(value) for field, value in held if value or field.required}


def _row(kind: type, plain: Mapping[str, Any]) -> Any:
    return kind(**{name: from_plain(field_of(kind, name).type, value) for name, value in plain.items()})


def _apart(deadline: Deadline, end: PartialDate) -> DeadlineApart:
    due, last = deadline.due.latest, end.latest
    months = (due.year - last.year) * 12 + due.month - last.month
    return DeadlineApart(kind=deadline.kind, months=Months(months), note=deadline.note)


def _deadline(apart: DeadlineApart, end: PartialDate) -> Deadline:
    assert apart.months is not None
    month = end.latest.year * 12 + end.latest.month - 1 + apart.months
    return Deadline(kind=apart.kind, due=PartialDate(month // 12, month % 12 + 1), note=apart.note)
