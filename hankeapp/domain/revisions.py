"""Revisions: one thing that is done to a field of many projects alike, and what becomes of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from hankeapp.domain.columns import columns
from hankeapp.domain.values import NO_CODES, Codes
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.columns import Column
    from hankeapp.domain.fields import Part
    from hankeapp.domain.project import Project


class How(Enum):
    """What is done to a field."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"
    SWAP = "swap"
    CLEAR = "clear"

    @property
    def label(self) -> str:
        return tr(_LABELS[self])


_LABELS = {
    How.SET: mark("Replace with"),
    How.ADD: mark("Add"),
    How.REMOVE: mark("Take away"),
    How.SWAP: mark("Replace one with another"),
    How.CLEAR: mark("Empty"),
}


@dataclass(frozen=True)
class Revision:
    """To a column's field is done something with a value; `instead_of` is what it is swapped for.

    The values of a list are added, taken away or swapped as `Codes`, rows of a part as the value of the field.
    """

    column: Column
    how: How
    value: Any = None
    instead_of: Any = None

    def of(self, project: Project) -> Project:
        """What becomes of a project."""
        if self.column.part is not None:
            return self._with_rows(project, self.column.part)
        old = getattr(project, self.column.name)
        changed: dict[str, Any] = {self.column.name: self._codes(old) if isinstance(old, Codes) else self.value}
        return replace(project, **changed)

    def _codes(self, old: Codes) -> Codes:
        match self.how:
            case How.ADD:
                return Codes(dict.fromkeys((*old, *self.value)))
            case How.REMOVE:
                return Codes(code for code in old if code not in self.value)
            case How.SWAP:
                swapped = [each for code in old for each in (self.value if code in self.instead_of else (code,))]
                return Codes(dict.fromkeys(swapped))
            case How.CLEAR:
                return NO_CODES
        return Codes(self.value)

    def _with_rows(self, project: Project, part: Part) -> Project:
        name, rows = self.column.name, getattr(project, part.name)
        given: dict[str, Any] = {name: self.value}
        if self.how is How.SWAP:
            new = tuple(replace(row, **given) if getattr(row, name) == self.instead_of else row for row in rows)
        else:
            has_it = any(getattr(row, name) == self.value for row in rows)
            new = rows if has_it else (*rows, part.type(**given))
        changed: dict[str, Any] = {part.name: new}
        return replace(project, **changed)


@cache
def revisable() -> tuple[Column, ...]:
    """The columns that can be changed in many projects at once: of a text, each project has its own."""
    return tuple(column for column in columns() if column.is_for_groups and column.field.editable)


def ways(column: Column) -> tuple[How, ...]:
    """What can be done to a column's field, the likeliest first."""
    if column.part is not None:
        return How.ADD, How.SWAP  # a row that is taken away would take its amounts along
    if column.field.type is Codes:
        return How.ADD, How.REMOVE, How.SWAP, How.SET, How.CLEAR
    return (How.SET,) if column.field.required else (How.SET, How.CLEAR)


def revised(project: Project, revisions: Iterable[Revision]) -> Project:
    """What becomes of a project when one revision comes after the other; itself where all is so already."""
    now = project
    for revision in revisions:
        now = revision.of(now)
    return project if now == project else now
