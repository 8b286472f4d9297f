"""What a new project can begin with: aspects of another project, or a template that the office keeps under a name."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Field, Group, field_of, fields_of
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
        content[_DEADLINES] = [_apart(each, project.end) for each in project.deadlines if project.end]
        return cls(name=name, content=json.dumps(content, ensure_ascii=False))

    def values(self, end: PartialDate | None = None) -> Values:
        """What it gives to a project that ends then; without an end, no deadlines."""
        content = json.loads(self.content)
        given: Values = {
            name: from_plain(field_of(Project, name).type, content[name]) for name in _KEPT if name in content
        }
        given[_FUNDINGS] = tuple(_funding(row) for row in content.get(_FUNDINGS, ()))
        if end is not None:
            given[_DEADLINES] = tuple(_deadline(each, end) for each in content.get(_DEADLINES, ()))
        return given

    @property
    def deadline_count(self) -> int:
        """How many deadlines it gives to a project whose end is known."""
        return len(json.loads(self.content).get(_DEADLINES, ()))

    def with_values(self, values: Mapping[str, Any]) -> Template:
        """The same with other values of its fields and shares of funding."""
        content: dict[str, Any] = {name: to_plain(values[name]) for name in _KEPT if values.get(name)}
        content |= {_FUNDINGS: [_plain(row) for row in values[_FUNDINGS]]}
        content |= {_DEADLINES: json.loads(self.content).get(_DEADLINES, [])}
        return replace(self, content=json.dumps(content, ensure_ascii=False))


def _copied(value: Any) -> Any:
    if isinstance(value, tuple) and value and hasattr(value[0], "id"):
        return tuple(_row_copied(row) for row in value)
    return value


def _row_copied(row: Any) -> Any:
    return replace(row, id="", **(_OWN_FUNDING if isinstance(row, Funding) else {}))


def _plain(row: Funding) -> dict[str, Any]:
    return {field.name: to_plain(value) for field in fields_of(Funding) if (value := getattr(row, field.name))}


def _funding(plain: Mapping[str, Any]) -> Funding:
    fields = {field.name: field for field in fields_of(Funding)}
    return Funding(**{name: from_plain(fields[name].type, value) for name, value in plain.items()})


def _apart(deadline: Deadline, end: PartialDate) -> dict[str, Any]:
    due, last = deadline.due.latest, end.latest
    months = (due.year - last.year) * 12 + due.month - last.month
    return {"kind": deadline.kind.value, "note": deadline.note, "months": months}


def _deadline(apart: Mapping[str, Any], end: PartialDate) -> Deadline:
    month = end.latest.year * 12 + end.latest.month - 1 + apart["months"]
    due = PartialDate(month // 12, month % 12 + 1)
    return Deadline(kind=DeadlineKind(apart["kind"]), due=due, note=apart["note"])
