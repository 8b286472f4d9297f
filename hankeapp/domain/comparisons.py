"""What differs between two states of some projects: which came, went or moved, and which fields have changed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from hankeapp.domain.fields import Field, Part
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import ProjectId

    Told = Mapping[ProjectId, Project]

STATUS = "status"
PAGE_FIELDS = frozenset({STATUS, "name", "acronym", "public_text", "links"})
"""What the city's web page tells of a project."""
_UNTOLD = frozenset({"number", "page_order", "events"})
"""What never changes, and the steps of the status, which its change tells of."""


class Fate(Enum):
    """What became of a project between two states."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"

    @property
    def label(self) -> str:
        return tr(_LABELS[self])


_LABELS = {Fate.CAME: mark("Came"), Fate.WENT: mark("Left out"), Fate.CHANGED: mark("Changed")}


@dataclass(frozen=True)
class Difference:
    """A field, or a row of a part, in words: what it was and what it is."""

    field: str
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Compared:
    """A project that is not as it was; `reason` says why it came or went. One that is deleted has only its number."""

    number: str
    title: str
    fate: Fate
    project: ProjectId | None = None
    reason: str = ""
    has_moved: bool = False
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class State:
    """Projects of a register at one time: `listed` are those that are told of, in their order; all are `known`."""

    listed: Sequence[ProjectId]
    known: Told
    names: Names


@dataclass(frozen=True)
class Comparison:
    """What differs; `alike` counts the projects that do not."""

    projects: tuple[Compared, ...]
    alike: int

    def of(self, fate: Fate) -> list[Compared]:
        """The projects of a fate, in their order."""
        return [each for each in self.projects if each.fate is fate]


def compare(then: State, now: State, deleted: Sequence[str] = (), fields: Collection[str] | None = None) -> Comparison:
    """What differs in all fields, or those of some names; `deleted` are the numbers of what is gone for good."""
    before, after = set(then.listed), set(now.listed)
    came = [_came(each, then, now) for each in now.listed if each not in before]
    went = [_went(each, then, now) for each in then.listed if each not in after]
    went += [Compared(number, "", Fate.WENT, reason=tr("Was deleted for good.")) for number in deleted]
    staying = [each for each in now.listed if each in before]
    moved = _moved([each for each in then.listed if each in after], staying)
    changed = [_changed(each, then, now, moved) for each in staying]
    several = [
        replace(each, differences=_differences(each.project, then, now, fields)) for each in (*changed, *came, *went)
    ]
    told = [each for each in several if each.fate is not Fate.CHANGED or each.has_moved or each.differences]
    return Comparison(tuple(told), len(several) - len(told))


def _changed(project: ProjectId, then: State, now: State, moved: Collection[ProjectId]) -> Compared:
    is_same_status = then.known[project].status is now.known[project].status
    each = now.known[project]
    return Compared(each.number, each.title, Fate.CHANGED, project, has_moved=is_same_status and project in moved)


def _came(project: ProjectId, then: State, now: State) -> Compared:
    each = now.known[project]
    was_there = project in then.known
    reason = tr("Was in the register, but not among these.") if was_there else tr("Is new in the register.")
    return Compared(each.number, each.title, Fate.CAME, project, reason)


def _went(project: ProjectId, then: State, now: State) -> Compared:
    each = now.known.get(project) or then.known[project]
    reason = (
        tr("Does not belong to these any more.") if project in now.known else tr("Is not in the register any more.")
    )
    return Compared(each.number, each.title, Fate.WENT, project, reason)


def _moved(before: Sequence[ProjectId], after: Sequence[ProjectId]) -> set[ProjectId]:
    """Those that stand elsewhere among the others: the fewest whose moving makes one order of the other."""
    places = {each: place for place, each in enumerate(before)}
    # The longest of the rows that stand in the old order: of each length is kept the one that ends at the lowest place.
    ends: list[ProjectId] = []
    previous: dict[ProjectId, ProjectId | None] = {}
    for each in after:
        length = bisect_left(ends, places[each], key=places.__getitem__)
        previous[each] = ends[length - 1] if length else None
        ends[length : length + 1] = [each]
    moved, staying = set(after), ends[-1] if ends else None
    while staying is not None:
        moved.discard(staying)
        staying = previous[staying]
    return moved


def _differences(
    project: ProjectId | None, then: State, now: State, fields: Collection[str] | None
) -> tuple[Difference, ...]:
    old, new = (then.known.get(project), now.known.get(project)) if project else (None, None)
    if old is None or new is None:
        return ()
    found = (*_of_fields(old, new, then.names, now.names), *_of_parts(old, new, then.names, now.names))
    wanted = [each for each in found if each.field not in _UNTOLD and (fields is None or each.field in fields)]
    return tuple(sorted(wanted, key=lambda each: each.field != STATUS))


def _of_fields(old: Project, new: Project, then: Names, now: Names) -> Iterator[Difference]:
    for field in fields_of(Project):
        if getattr(old, field.name) != getattr(new, field.name):
            yield Difference(field.name, field.title, *_sides(field, old, new, then, now))


def _of_parts(old: Project, new: Project, then: Names, now: Names) -> Iterator[Difference]:
    for part in parts_of(Project):
        before = {row.id: row for row in getattr(old, part.name)}
        after = {row.id: row for row in getattr(new, part.name)}
        for key in dict.fromkeys((*before, *after)):
            if before.get(key) != after.get(key):
                yield from _of_row(part, before.get(key), after.get(key), then, now)


def _of_row(part: Part, old: Any, new: Any, then: Names, now: Names) -> Iterator[Difference]:
    """A row that came or went is told as one, of another the fields that differ."""
    if old is None or new is None:
        sides = (then.sentence(old) if old else "", now.sentence(new) if new else "")
        yield Difference(part.name, part.title, *sides)
        return
    for field in fields_of(part.type):
        if getattr(old, field.name) != getattr(new, field.name):
            label = f"{part.title}: {field.title}"
            yield Difference(part.name, label, *_sides(field, old, new, then, now))


def _sides(field: Field, old: Any, new: Any, then: Names, now: Names) -> tuple[str, str]:
    return then.text(field, getattr(old, field.name)), now.text(field, getattr(new, field.name))
