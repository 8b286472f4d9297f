"""Changes: what became of a field of a row, from what to what; and from rows to changes and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.records import PARTS, POSITION, PROJECT, STATE, Stored, columns_of, stored, stored_part
from hankeapp.domain.values import RowState, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hankeapp.domain.fields import Part
    from hankeapp.domain.records import Row
    from hankeapp.domain.values import Plain


@dataclass(frozen=True)
class Change:
    """One field of one row. A row begins with the change of its `state` from None.

    From a value to the same it changes nothing, but says what the field must be for the others to be made.
    """

    table: str
    row: str
    field: str
    old: Plain
    new: Plain

    @property
    def reversed(self) -> Change:
        """The change that takes this one back; a row that began is marked as undone, never deleted."""
        old = RowState.UNDONE.value if self.field == STATE and self.old is None else self.old
        return Change(self.table, self.row, self.field, self.new, old)


def between(old: Project | None, new: Project) -> list[Change]:
    """What makes one project of the other, parts included; a part that is gone goes to the trash."""
    if old is None:
        return [change for each in stored(new) for change in of_row(None, each)]
    was, now = vars(old), vars(new)
    # An edit leaves nearly all values the same objects; of parts that did not change no plain form is made:
    # it would take most of the time of an act on many projects.
    others = [part for part in parts_of(Project) if was[part.name] is not now[part.name]]
    parts = [part for part in others if was[part.name] != now[part.name]]
    return _of_project(old, new) + [change for part in parts for change in _of_part(old, new, part)]


def _of_project(old: Project, new: Project) -> list[Change]:
    """What makes the row of one project of the other's, parts apart."""
    was, now = vars(old), vars(new)
    others = [name for name in columns_of(PROJECT) if was[name] is not now[name]]
    changes = [Change(PROJECT, new.id, name, to_plain(was[name]), to_plain(now[name])) for name in others]
    return [change for change in changes if change.old != change.new]


def _of_part(old: Project, new: Project, part: Part) -> list[Change]:
    """What makes the rows of a part of the other's."""
    before = {each.id: each for each in stored_part(old, part)}
    after = stored_part(new, part)
    left = {each.id for each in after}
    trashed = {STATE: RowState.TRASH.value}
    gone = [Stored(each.table, {**each.row, **trashed}) for each in before.values() if each.id not in left]
    return [change for each in (*after, *gone) for change in _of_row_whole(before.get(each.id), each)]


def _of_row_whole(old: Stored | None, new: Stored) -> list[Change]:
    """What makes one row of a part of the other. Its fields belong together: who changes it knew them all."""
    changes = of_row(old, new)
    if old is None or all(change.field == POSITION for change in changes):
        return changes
    others = {field.name for field in fields_of(PARTS[new.table])} - {change.field for change in changes}
    return changes + [Change(new.table, new.id, name, old.row[name], old.row[name]) for name in sorted(others)]


def of_row(old: Stored | None, new: Stored) -> list[Change]:
    """What makes one row of the other; of a new row, all that it holds."""
    was = old.row if old else {}
    pairs = ((name, was.get(name), new.row[name]) for name in columns_of(new.table))
    return [Change(new.table, new.id, name, before, after) for name, before, after in pairs if before != after]


def apply(rows: dict[tuple[str, str], Row], changes: Iterable[Change]) -> None:
    """Write changes into rows in plain form; rows that begin are added."""
    for change in changes:
        key = change.table, change.row
        if key not in rows:
            rows[key] = {"id": change.row} | dict.fromkeys(columns_of(change.table))
        rows[key][change.field] = change.new


def taken_back(changes: Sequence[Change]) -> list[Change]:
    """The changes that take an act's changes back, the last first; a row that began keeps what it holds."""
    began = {(change.table, change.row) for change in changes if change.field == STATE and change.old is None}
    kept = [change for change in changes if change.field == STATE or (change.table, change.row) not in began]
    return [change.reversed for change in reversed(kept)]
