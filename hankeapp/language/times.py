"""A time expression: what a text says of time, whose time it is, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hankeapp.domain.dates import PartialDate


class TimeKind(Enum):
    """What sort of time is meant. `BY` is a limit (“vuoteen 2030 mennessä”), `VAGUE` a length without a number."""

    RANGE = "range"
    FROM = "from"
    UNTIL = "until"
    BY = "by"
    POINT = "point"
    LIST = "list"
    DURATION = "duration"
    VAGUE = "vague"


class TimeRole(Enum):
    """Whose time it is, as far as the words around it tell; without a sign of another it is the project's."""

    PROJECT = "project"
    PROGRAMME = "programme"
    SUB = "sub"
    PHASE = "phase"
    FUNDING = "funding"
    GOAL = "goal"
    PARENT = "parent"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class TimeExpression:
    """A time expression at `span` of a text; a point has the same start and end, a list its first and last year.

    `months` is the length that the words give. `problem` is a sentence about a date that does not exist or an end
    before the start; such a date is None.
    """

    kind: TimeKind
    span: tuple[int, int]
    start: PartialDate | None = None
    end: PartialDate | None = None
    role: TimeRole = TimeRole.PROJECT
    years: tuple[int, ...] = ()
    months: int | None = None
    problem: str = ""

    @property
    def edtf(self) -> str:
        """ISO 8601-2 (EDTF): `2024/2026`, `2024/..`, `/2023`, `2022-12`, `{2022,2023}`; empty without a date."""
        if self.years:
            return "{" + ",".join(map(str, self.years)) + "}"
        if self.start is None and self.end is None:
            return ""
        if self.kind is TimeKind.POINT:
            return self.start.iso if self.start else ""
        return f"{self.start.iso if self.start else ''}/{self._end_edtf}"

    @property
    def _end_edtf(self) -> str:
        if self.kind is TimeKind.FROM:
            return ".."
        return self.end.iso if self.end else ""
