"""The form on which a contact person completes a project: what is asked, in which order, and what is marked of it.

Each line has a key, by which the returned file is read: `start` is a field of the project, `fundings/ID/granted` one
of a row, `fundings/+/granted` one of a new row. `docs/spreadsheets.md` tells how a form looks and what comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import Group, field_of, fields_of, parts_of
from hankeapp.domain.mappings import UNREAD
from hankeapp.domain.problems import Rule
from hankeapp.domain.project import Project
from hankeapp.domain.status import Status
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.fields import Field, Part
    from hankeapp.domain.problems import Problem

MARKER = "hankeapp-request 1"
"""Stands in the first cell of a form: by it a returned file is known, whatever it is called."""
KEY, BASE, LABEL, VALUE, REMARK = range(5)
"""The columns: the first two are hidden. `BASE` holds again what was sent as `VALUE`."""
MESSAGE, NEW = "message", "+"

_OF_THE_OFFICE = frozenset({"notes"})
"""What is meant for the office alone leaves it in no file."""
_NOT_ASKED = (*UNREAD, "relations")
_AT_FIELD = {
    Rule.DEADLINE: "done",
    Rule.MAIL: "email",
    Rule.RATE: "rate",
    Rule.RATE_RANGE: "rate",
    Rule.PAID_OVER_GRANTED: "paid",
    Rule.GRANTED_OVER_APPLIED: "granted",
    Rule.NOT_FUNDED_BUT_GRANTED: "granted",
    Rule.SHARES: "granted",
    Rule.NEGATIVE: "granted",
    Rule.ORDER: "end",
    Rule.OUTSIDE: "end",
}
"""At which field of its row a problem is told; at the first one otherwise."""
_STALE = frozenset({Rule.OVERDUE, Rule.DEADLINE, Rule.UNIT_ENDED, Rule.PLANNED_BUT_STARTED})


class Mark(Enum):
    """What a line is marked with: the word is told as well as the colour."""

    MISSING = "missing"
    STALE = "stale"
    DOUBTFUL = "doubtful"

    @classmethod
    def of(cls, rule: Rule) -> Mark:
        """The mark of a problem."""
        if rule.is_missing:
            return cls.MISSING
        return cls.STALE if rule in _STALE else cls.DOUBTFUL

    @property
    def label(self) -> str:
        return tr(_MARKS[self])


_MARKS = {Mark.MISSING: mark("Missing"), Mark.STALE: mark("Out of date"), Mark.DOUBTFUL: mark("Please check")}


@dataclass(frozen=True)
class Line:
    """A field to fill in, with what the register has in it."""

    key: str
    field: Field
    value: Any = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Block:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]


@cache
def asked_fields() -> tuple[Field, ...]:
    """The project's own fields that a person outside the office may fill in."""
    return tuple(field for field in fields_of(Project) if field.editable and field.name not in _OF_THE_OFFICE)


@cache
def asked_parts() -> tuple[Part, ...]:
    """The parts whose rows they may fill in, and add one to."""
    return tuple(part for part in parts_of(Project) if part.one and part.name not in _NOT_ASKED)


def blocks(project: Project, problems: Sequence[Problem]) -> tuple[Block, ...]:
    """The form of a project, section by section as in the editor, each problem at its line."""
    made = []
    for group in Group:
        lines = tuple(_own_lines(project, group, problems))
        if lines:
            made.append(Block(group.label, lines))
        for part in asked_parts():
            if part.group is group:
                made += _part_blocks(project, part, problems)
    return tuple(made)


def unplaced(project: Project, problems: Sequence[Problem]) -> list[Problem]:
    """The problems that no line of the form tells of."""
    told = {problem for block in blocks(project, problems) for line in block.lines for problem in line.problems}
    return [problem for problem in problems if problem not in told]


def _own_lines(project: Project, group: Group, problems: Sequence[Problem]) -> Iterator[Line]:
    fields = [field for field in asked_fields() if field.group is group]
    if group is Group.SCHEDULE and project.status is not Status.ENDED:
        # A returned file may end a project, and take none back: an ended one is not asked.
        fields.append(field_of(Project, "status"))
    for field in fields:
        there = tuple(each for each in problems if each.place == field.name or _is_end(field, each))
        yield Line(field.name, field, getattr(project, field.name), there)


def _is_end(field: Field, problem: Problem) -> bool:
    """Where neither date is known, the end is marked beside the start."""
    return problem.rule is Rule.NO_DATES and field.name == "end"


def _part_blocks(project: Project, part: Part, problems: Sequence[Problem]) -> Iterator[Block]:
    rows = getattr(project, part.name)
    mine = [problem for problem in problems if problem.place == part.name]
    for at, row in enumerate(rows, 1):
        there = [each for each in mine if each.row == row.id or (at == 1 and not each.row)]
        title = f"{part.title} {at}" if len(rows) > 1 else part.title
        yield Block(title, _row_lines(part, row, there))
    # What is missing altogether is asked for where it can be written.
    yield Block(tr("{part}: a new one", part=part.title), _row_lines(part, None, [] if rows else mine))


def _row_lines(part: Part, row: Any, problems: Sequence[Problem]) -> tuple[Line, ...]:
    fields = fields_of(part.type)
    names = {field.name for field in fields}
    places = [(_AT_FIELD.get(each.rule, ""), each) for each in problems]
    at = [(name if name in names else fields[0].name, each) for name, each in places]
    return tuple(
        Line(
            f"{part.name}/{row.id if row is not None else NEW}/{field.name}",
            field,
            getattr(row, field.name) if row is not None else None,
            tuple(each for name, each in at if name == field.name),
        )
        for field in fields
    )
