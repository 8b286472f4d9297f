"""History: an entry for each change as a person reads it, and which of them are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from hankeapp.domain.fields import field_of
from hankeapp.domain.records import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from hankeapp.domain.changes import Change
    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.records import Stored
    from hankeapp.domain.values import Plain


@dataclass(frozen=True)
class Logged:
    """A change of the log, with the act that made it."""

    id: str
    change: Change
    act: str
    act_name: str
    actor: str
    moment: datetime
    place: int
    """That of the act in the log: by their moments they cannot be ordered, for clocks are wrong at times."""
    takes_back: bool = False
    """Whether the act took another back, or did it again."""


@dataclass(frozen=True)
class Erasure:
    """An act that deleted or erased for good: it left no changes."""

    act: str
    act_name: str
    actor: str
    moment: datetime
    place: int


@dataclass(frozen=True)
class Log:
    """What a history is made of: changes in their order, and the rows that they tell of as they are now.

    Of projects the rows hold only what they are called.
    """

    changes: Sequence[Logged]
    rows: Mapping[tuple[str, str], Stored]
    erasures: Sequence[Erasure] = ()


class EntryKind(Enum):
    """What became of what an entry tells of."""

    ADDED = "added"
    EDITED = "edited"
    STEP = "step"
    REMOVED = "removed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    """The act that added it was taken back."""
    ERASED = "erased"
    """Something was deleted or erased for good; of what it was, nothing is known but the act."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the history: when, who, in which act, of which project, and what from what to what, in words.

    `was` is the value that `restore` gives back; `note` says more of a step. Without a project it tells of an
    organisation, a unit or a value list.
    """

    id: str
    act: str
    act_name: str
    actor: str
    moment: datetime
    kind: EntryKind
    project: ProjectId | None
    number: str
    title: str
    table: str
    row: str
    field: str
    label: str
    old: str
    new: str
    takes_back: bool = False
    note: str = ""
    was: Plain = None

    @property
    def day(self) -> date:
        """The local day."""
        return self.moment.astimezone().date()

    @property
    def restorable(self) -> bool:
        """Whether what was before can be given back by itself; a step of the status is taken back by its own steps."""
        if self.kind is EntryKind.REMOVED:
            return True
        return self.kind is EntryKind.EDITED and field_of(TABLES[self.table], self.field).editable


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which entries are wanted: of a field by its name or label, or of a table.

    `first` and `last` are local days, both included.
    """

    field: str = ""
    actor: str = ""
    first: date | None = None
    last: date | None = None

    def admits(self, entry: Entry) -> bool:
        """Whether an entry is wanted."""
        return (
            self.field.casefold() in {"", entry.field, entry.table, entry.label.casefold()}
            and self.actor in {"", entry.actor}
            and (self.first is None or self.first <= entry.day)
            and (self.last is None or entry.day <= self.last)
        )


EVERYTHING = Asked()


def by_day(told: Iterable[Entry]) -> list[tuple[date, list[Entry]]]:
    """Entries under the local days on which they were made, in their order."""
    return [(day, list(several)) for day, several in groupby(told, key=lambda entry: entry.day)]
