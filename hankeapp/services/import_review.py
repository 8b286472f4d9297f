"""An import under review: what was read, what it would change, and what a person has decided of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hankeapp.domain.project import title_of
from hankeapp.services.comparing import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hankeapp.domain.matches import Match
    from hankeapp.domain.project import Project
    from hankeapp.domain.proposals import Proposal, Reading
    from hankeapp.services.comparing import Finding


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
        is_meant = finding.is_certain or finding.old in (None, "", ())
        return finding.is_change and self.taken.get(finding.key, is_meant)

    @property
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
        if self.target is None and (self.matches or self.proposal.value("name") is None):
            return False
        return all(each.is_certain or not each.is_change for each in self.findings)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide."""
        return self.verdict is not Verdict.OPEN or self.is_unchanged


@dataclass(frozen=True)
class Counts:
    """What would become of the register."""

    new: int
    updated: int
    unchanged: int
    left_out: int
    fields: int


class Review:
    """The entries of a reading in its order. `prepared` is called to compare one with another project or with none."""

    def __init__(self, reading: Reading, entries: Sequence[Entry], prepared: Callable[[Entry], Entry]) -> None:
        self.reading = reading
        self.entries = list(entries)
        self._prepared = prepared

    def accept(self, at: int) -> None:
        """Take it in."""
        self._put(at, verdict=Verdict.ACCEPTED)

    def leave_out(self, at: int) -> None:
        """Take nothing of it in."""
        self._put(at, verdict=Verdict.LEFT_OUT)

    def accept_certain(self) -> None:
        """Take in all that nothing is uncertain of."""
        for at in self.certain:
            self.accept(at)

    def take(self, at: int, key: str, *, taken: bool) -> None:
        """Take a finding, or not."""
        self._put(at, taken={**self.entries[at].taken, key: taken})

    def match(self, at: int, target: Match | None) -> None:
        """Take it for a project of the register, or for a new one."""
        known = self.entries[at]
        self.entries[at] = self._prepared(replace(known, target=target, repeats=None, taken={}, verdict=Verdict.OPEN))

    @property
    def certain(self) -> list[int]:
        """The places of those that can be accepted together, and are not yet."""
        return [
            at
            for at, each in enumerate(self.entries)
            if each.is_certain and not each.is_unchanged and each.verdict is not Verdict.ACCEPTED
        ]

    @property
    def accepted(self) -> list[Entry]:
        """Those that change the register."""
        return [each for each in self.entries if each.verdict is Verdict.ACCEPTED and each.changes]

    def counts(self) -> Counts:
        """What would become of the register now."""
        accepted = self.accepted
        updated = [each for each in accepted if each.target is not None]
        return Counts(
            new=len(accepted) - len(updated),
            updated=len(updated),
            unchanged=sum(each.is_unchanged for each in self.entries),
            left_out=sum(each.verdict is Verdict.LEFT_OUT for each in self.entries),
            fields=sum(len(each.changes) for each in updated),
        )

    def _put(self, at: int, **changed: Any) -> None:
        self.entries[at] = replace(self.entries[at], **changed)


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
