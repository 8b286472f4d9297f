"""A project of a source under review: what it is taken for, what it says, and what a person decided of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hankeapp.domain import rules
from hankeapp.domain.errors import FieldError
from hankeapp.domain.project import Project, ProjectId, title_of
from hankeapp.services.comparing import PARTS
from hankeapp.services.corrections import NO_CORRECTIONS, declared_of
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hankeapp.domain.matches import Match
    from hankeapp.domain.proposals import Proposal
    from hankeapp.services.comparing import Finding
    from hankeapp.services.corrections import Corrections

_TOGETHER = frozenset({"start", "end", "time_text"})
"""Fields that say one thing: all that changes of them goes into the register, or none."""


class Verdict(Enum):
    """What a person decided of a project of the source."""

    OPEN = "open"
    ACCEPTED = "accepted"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A project of the source: the register's project that it is taken for, and what was decided of it.

    `taken` holds which findings a person took or not, by the findings' keys.
    """

    proposal: Proposal
    matches: tuple[Match, ...] = ()
    target: Match | None = None
    project: Project | None = field(default=None, compare=False)
    """The target as it was read."""
    repeats: int | None = None
    """The order of the project of the source that it is another row of."""
    findings: tuple[Finding, ...] = field(default=(), compare=False)
    verdict: Verdict = Verdict.OPEN
    taken: Mapping[str, bool] = field(default_factory=dict)
    corrections: Corrections = NO_CORRECTIONS
    is_matched: bool = False
    """Whether a person said what it is to be taken for."""

    @property
    def version(self) -> int:
        """That of the target as it was read; 0 for a new project."""
        return self.project.version if self.project else 0

    @property
    def order(self) -> int:
        return self.proposal.order

    @property
    def title(self) -> str:
        """What the project is called, as it would be."""
        told = {each.field: str(each.value) for each in self.findings if each.field in ("name", "acronym")}
        known = self.target.title if self.target else ""
        return title_of(told.get("acronym", ""), told.get("name", "")) or known

    def takes(self, finding: Finding) -> bool:
        """Whether a finding goes into the register when the project does."""
        if self.target is None:
            return self.taken.get(finding.key, True)
        # A guess takes no place of something that is known.
        is_meant = all(each.is_certain or each.old in (None, "", ()) for each in self.beside(finding))
        return finding.is_change and self.taken.get(finding.key, is_meant)

    def beside(self, finding: Finding) -> tuple[Finding, ...]:
        """The changes that are taken or not together with one, itself among them."""
        if finding.field not in _TOGETHER:
            return (finding,)
        return tuple(each for each in self.findings if each.field in _TOGETHER and each.is_change)

    def decided(self, verdict: Verdict) -> Entry:
        """The same with another verdict; what was worked out of it holds on, for thousands are decided at once."""
        made = object.__new__(Entry)
        made.__dict__.update(self.__dict__, verdict=verdict)
        return made

    @cached_property
    def changes(self) -> tuple[Finding, ...]:
        """The findings that go into the register."""
        return tuple(each for each in self.findings if self.takes(each))

    @cached_property
    def is_unchanged(self) -> bool:
        """Whether the register has all of it already."""
        return self.target is not None and not any(each.is_change for each in self.findings)

    @cached_property
    def is_certain(self) -> bool:
        """Whether nothing of it needs to be looked at first."""
        if self.repeats or self.proposal.remarks or (self.target is not None and not self.target.is_certain):
            return False
        if self.problem is not None or (self.target is None and self.matches):
            return False
        return all(each.is_certain or not each.is_change for each in self.findings)

    def weigh(self) -> None:
        """Work out now what is asked later of all projects at once, in the window's thread."""
        _ = self.is_certain, self.is_unchanged, self.changes, self.problem

    @cached_property
    def problem(self) -> FieldError | None:
        """Why it cannot be taken in as it stands."""
        for key, content in self.corrections.unread.items():
            declared = declared_of(key)
            told = tr("{field}: “{text}” cannot be read.", field=declared.title, text=content)
            return FieldError(key, told, tr("Correct it, or empty the field."))
        try:
            rules.check(self._made())
        except FieldError as error:
            return error
        return None

    def _made(self) -> Project:
        """The project that it would make or become, its status and numbers apart."""
        if self.project is not None:
            changed = {name: value for name, value in revised(self).items() if name != "status"}
            return replace(self.project, **changed)  # type: ignore[arg-type]
        return Project(id=ProjectId(""), number="", **{"name": "", **values(self)})  # type: ignore[arg-type]

    @property
    def can_be_taken(self) -> bool:
        """Whether it can be accepted as it is: what it is is known, and nothing stands against it."""
        return self.problem is None and (self.target is None or self.target.is_certain)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide."""
        return self.verdict is not Verdict.OPEN or self.is_unchanged


def values(entry: Entry) -> dict[str, object]:
    """The values of a new project as they were accepted, rows gathered."""
    return _gathered(entry, {})


def revised(entry: Entry) -> dict[str, object]:
    """What becomes of the fields of the project that an entry is, without its status."""
    assert entry.project is not None
    return _gathered(entry, {name: getattr(entry.project, name) for name in PARTS})


def _gathered(entry: Entry, rows: Mapping[str, tuple[Any, ...]]) -> dict[str, object]:
    gathered: dict[str, Any] = {}
    for each in entry.changes:
        if each.part is None:
            gathered[each.field] = each.value
            continue
        before = gathered.get(each.field, rows.get(each.field, ()))
        gathered[each.field] = tuple(_placed(before, each))
    return gathered


def _placed(rows: Sequence[Any], finding: Finding) -> Iterator[Any]:
    """The rows with a changed one in its place, or a new one behind them."""
    if finding.old is None:
        yield from (*rows, finding.value)
    else:
        yield from (finding.value if row.id == finding.old.id else row for row in rows)
