"""What a list can show of a project: a column for each declared field that has one, for its title and its duration."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Field, Group, fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.values import Cents, Codes, Key, to_plain
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from hankeapp.domain.fields import Part

TITLE = Field(label=mark("Project"), group=Group.BASICS, column=330, name="title")
DURATION = Field(label=mark("Duration"), group=Group.SCHEDULE, column=128, name="duration")
"""What is told of several fields at once, as a field of its own."""

LISTED = ("status", "title", "duration", "themes", "unit", "funder")
"""The columns that a table has before a person chooses, in their order."""

SUMMED = "budget_whole"
"""The money that is added up for the groups of a list."""


@dataclass(frozen=True)
class Column:
    """A column of the list; with a `part`, the field is told of each of the part's rows."""

    field: Field
    part: Part | None = None

    @property
    def name(self) -> str:
        """By which orders, groups and settings know it."""
        return self.field.name

    @property
    def title(self) -> str:
        """Its head in the person's language."""
        return self.field.title

    @property
    def group_title(self) -> str:
        """What its groups are made by."""
        return tr("{column} (year)", column=self.title) if self.field.type is PartialDate else self.title

    @property
    def is_money(self) -> bool:
        """Whether it holds amounts, which stand under each other at the right."""
        return issubclass(self.field.type, Cents)

    @property
    def is_for_groups(self) -> bool:
        """Whether many projects may have one value of it, by which a list is parted; of dates, the year."""
        return self.field.type in {PartialDate, Codes, Key} or issubclass(self.field.type, Enum)

    def values(self, project: Project) -> tuple[Any, ...]:
        """What is known: a value, one for each row of a part that differs from the ones before, or none."""
        if self.part is None:
            values: tuple[Any, ...] = (getattr(project, self.name),)
        else:
            values = tuple(getattr(row, self.name) for row in getattr(project, self.part.name))
        return tuple(dict.fromkeys(value for value in values if value not in (None, "", ())))

    def group_key(self, project: Project) -> str | None:
        """The group that a project stands in: its first value in plain form, of a date the year; None without one."""
        values = self.values(project)
        if not values:
            return None
        first = values[0][0] if isinstance(values[0], Codes) else values[0]
        return first.iso[:4] if isinstance(first, PartialDate) else str(to_plain(first))


@cache
def columns() -> tuple[Column, ...]:
    """Every column: those that a table has first, then the others as they are declared."""
    fields = [TITLE, *fields_of(Project), DURATION]
    found = [Column(field) for field in fields if field.column]
    found += [Column(field, part) for part in parts_of(Project) for field in fields_of(part.type) if field.column]
    by_name = {column.name: column for column in found}
    others = [column for column in found if column.name not in LISTED]
    return (*(by_name[name] for name in LISTED), *others)


@cache
def told_fields() -> dict[str, tuple[str, ...]]:
    """The tables whose fields columns tell of, the project's first, with these fields: all that a list reads."""
    told = {"project": tuple(field.name for field in fields_of(Project) if field.column)}
    for part in parts_of(Project):
        names = tuple(field.name for field in fields_of(part.type) if field.column)
        if names:
            told[part.table] = names
    return told


@cache
def column_of(name: str) -> Column:
    """A column by its name; `KeyError` where there is none."""
    return {column.name: column for column in columns()}[name]
