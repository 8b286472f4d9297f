"""The lists that the office keeps itself, and where projects refer to their entries: organisations, units, values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.organisations import AREAS, TARGET_GROUPS, THEMES
from hankeapp.domain.project import Project
from hankeapp.domain.query_keys import Target
from hankeapp.domain.records import SHARED
from hankeapp.domain.values import Codes, Key
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field
    from hankeapp.domain.values import RowState

_LISTED = "listed_value"


class KeptList(Enum):
    """A list of the office, in the order in which they are offered."""

    ORGANISATIONS = "organisation"
    UNITS = "unit"
    THEMES = THEMES
    TARGET_GROUPS = TARGET_GROUPS
    AREAS = AREAS

    @property
    def label(self) -> str:
        return tr(_LABELS[self])

    @property
    def values(self) -> str:
        """The name of a value list; empty for organisations and units."""
        return "" if self.value in SHARED else self.value

    @property
    def table(self) -> str:
        """The shared table that holds its rows."""
        return _LISTED if self.values else self.value

    @property
    def type(self) -> type:
        """What its rows are."""
        return SHARED[self.table]

    @property
    def name_field(self) -> str:
        """The field by which an entry is known."""
        return "label" if self.values else "name"

    def holds(self, row: Any) -> bool:
        """Whether a row of its table is one of its own."""
        return not self.values or row.list == self.values

    def key_of(self, row: Any) -> str:
        """What projects keep of an entry: its code, or its id."""
        return str(row.code if self.values else row.id)

    def name_of(self, row: Any) -> str:
        """What an entry is called."""
        return str(getattr(row, self.name_field))


_LABELS = {
    KeptList.ORGANISATIONS: mark("Organisations"),
    KeptList.UNITS: mark("Units"),
    KeptList.THEMES: mark("Themes"),
    KeptList.TARGET_GROUPS: mark("Target groups"),
    KeptList.AREAS: mark("Areas"),
}


@dataclass(frozen=True)
class Uses:
    """How many projects refer to an entry, those in the trash apart; `rows` of the list itself may do so too."""

    live: int = 0
    thrown: int = 0
    rows: int = 0

    def __bool__(self) -> bool:
        return bool(self.live or self.thrown or self.rows)


@dataclass(frozen=True)
class Deleted:
    """An entry that was in a list and is no more, and what became of it."""

    row: Any
    state: RowState


@cache
def targets_of(kept: KeptList) -> tuple[Target, ...]:
    """The fields of projects and of their parts that may refer to an entry."""
    own = [Target(None, field) for field in fields_of(Project)]
    of_parts = [Target(part, field) for part in parts_of(Project) for field in fields_of(part.type)]
    return tuple(each for each in (*own, *of_parts) if _refers(each.field, kept))


def pointed(project: Project, kept: KeptList, old: str, new: str) -> Project:
    """The project with each reference to one entry made one to another; codes that it had both stand once."""
    changed: dict[str, Any] = {}
    for target in targets_of(kept):
        name = target.field.name
        if target.part is None:
            changed[name] = _pointed(getattr(project, name), old, new)
        else:
            rows = changed.get(target.part.name, getattr(project, target.part.name))
            changed[target.part.name] = tuple(_row_pointed(row, name, old, new) for row in rows)
    return replace(project, version=project.version + 1, **changed)


def _refers(field: Field, kept: KeptList) -> bool:
    return field.values == kept.values if kept.values else field.refers == kept.table


def _row_pointed(row: Any, name: str, old: str, new: str) -> Any:
    value = getattr(row, name)
    return replace(row, **{name: _pointed(value, old, new)}) if value == old else row


def _pointed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, Codes):
        return Codes(dict.fromkeys(new if code == old else code for code in value))
    return Key(new) if value == old else value
