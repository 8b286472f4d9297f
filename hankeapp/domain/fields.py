"""What is declared of a field, once: column, editor, list, search and the command line all read it from here."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from hankeapp.translation import mark, tr


class Group(Enum):
    """The sections of the editor, in their order."""

    BASICS = "basics"
    SCHEDULE = "schedule"
    FUNDING = "funding"
    PARTNERS = "partners"
    DESCRIPTION = "description"
    LINKS = "links"

    @property
    def label(self) -> str:
        return tr(_GROUP_LABELS[self])


_GROUP_LABELS = {
    Group.BASICS: mark("Basics"),
    Group.SCHEDULE: mark("Duration and status"),
    Group.FUNDING: mark("Funding"),
    Group.PARTNERS: mark("Partners"),
    Group.DESCRIPTION: mark("Description and results"),
    Group.LINKS: mark("Links and attachments"),
}


class Keys(NamedTuple):
    """What stands before the colon of a filter: `tila:aktiivinen`. In every language always all of them hold."""

    finnish: str
    swedish: str
    english: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Field:
    """What a field is to a person. `name`, `type` (without None) and `optional` are filled in by `fields_of`.

    `column` is the width of its list column at 100 % text size in px, None for no column; `width` is that of its
    editor, None for the whole row; `lines` more than one makes a text of many lines. `refers` is the table whose row
    a `Key` names, `values` the list that `Codes` are of; `prose` is a line of words that are spelled, and no name or
    code. `keys` are those of the filters that ask for it; fields with
    the same keys are asked together. What is written in a text that `recurs` is offered where others are written.
    """

    label: str
    group: Group
    hint: str = ""
    column: int | None = None
    width: int | None = None
    lines: int = 1
    prose: bool = False
    required: bool = False
    editable: bool = True
    refers: str = ""
    values: str = ""
    keys: tuple[Keys, ...] = ()
    recurs: bool = False
    name: str = ""
    type: type = str
    optional: bool = False

    @property
    def title(self) -> str:
        """The label in the person's language."""
        return tr(self.label)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A field that holds rows of a table of its own, each with fields: periods, funding, partners …

    By its `keys` a query asks whether there are any. `one` is what a single row is called within a sentence; a person
    edits the rows in the form where there is such a word. Fields that are `left_out` keep what they hold by themselves.
    """

    label: str
    group: Group
    table: str
    one: str = ""
    keys: tuple[Keys, ...] = ()
    left_out: frozenset[str] = frozenset()
    name: str = ""
    type: type = object

    @property
    def title(self) -> str:
        """The label in the person's language."""
        return tr(self.label)

    @property
    def noun(self) -> str:
        """What a single row is called, in the person's language."""
        return tr(self.one)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of a row that a person edits."""
        return tuple(field for field in fields_of(self.type) if field.name not in self.left_out)


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """The declared fields of a frozen dataclass, in their order."""
    hints = get_type_hints(cls, include_extras=True)
    declared = (_declared(field.name, hints[field.name]) for field in dataclasses.fields(cls))
    return tuple(field for field in declared if field is not None)


@cache
def parts_of(cls: type) -> tuple[Part, ...]:
    """The declared parts of a frozen dataclass, in their order."""
    hints = get_type_hints(cls, include_extras=True)
    declared = (_part(field.name, hints[field.name]) for field in dataclasses.fields(cls))
    return tuple(part for part in declared if part is not None)


@cache
def field_of(cls: type, name: str) -> Field:
    """A declared field by its name; `KeyError` where there is none."""
    return {field.name: field for field in fields_of(cls)}[name]


def _part(name: str, hint: Any) -> Part | None:
    if get_origin(hint) is not Annotated:
        return None
    annotated, *extras = get_args(hint)
    part = next((extra for extra in extras if isinstance(extra, Part)), None)
    return dataclasses.replace(part, name=name, type=get_args(annotated)[0]) if part else None


def _declared(name: str, hint: Any) -> Field | None:
    if get_origin(hint) is not Annotated:
        return None
    annotated, *extras = get_args(hint)
    field = next((extra for extra in extras if isinstance(extra, Field)), None)
    if field is None:
        return None
    types = get_args(annotated) if get_origin(annotated) is UnionType else (annotated,)
    plain = next(part for part in types if part is not NoneType)
    return dataclasses.replace(field, name=name, type=plain, optional=NoneType in types)
