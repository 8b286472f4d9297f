"""An import under review: what it would change, and what a person has decided of it so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hankeapp.domain.errors import ConflictError
from hankeapp.services.import_entries import Verdict
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.matches import Match
    from hankeapp.domain.proposals import Reading
    from hankeapp.services.corrections import Corrections
    from hankeapp.services.import_entries import Entry


@dataclass(frozen=True)
class Counts:
    """What would become of the register, and how far the review is: `settled` ones wait for no decision.

    Of those that do, nothing is uncertain of the `certain` ones, and the `rest` could be accepted.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    left_out: int = 0
    fields: int = 0
    settled: int = 0
    certain: int = 0
    rest: int = 0

    @property
    def accepted(self) -> int:
        """How many would change the register."""
        return self.new + self.updated


class Review:
    """The entries of a reading in its order. `prepared` is called to compare one with another project or with none."""

    def __init__(self, reading: Reading, entries: Sequence[Entry], prepared: Callable[[Entry], Entry]) -> None:
        self.reading = reading
        self.entries = list(entries)
        self._prepared = prepared

    def accept(self, at: int) -> None:
        """Take it in."""
        self.decide(at, Verdict.ACCEPTED)

    def leave_out(self, at: int) -> None:
        """Take nothing of it in."""
        self.decide(at, Verdict.LEFT_OUT)

    def decide(self, at: int, verdict: Verdict) -> None:
        """Take it in or not, or decide of it later."""
        self.entries[at] = self.entries[at].decided(verdict)

    def accept_several(self, places: Iterable[int]) -> None:
        """Take in `certain` ones, or the `rest`; of those that are one project of the register, the first."""
        taken = {each.target.id for each in self.accepted if each.target is not None}
        for at in places:
            target = self.entries[at].target
            if target is None or target.id not in taken:
                self.accept(at)
            if target is not None:
                taken.add(target.id)

    def take(self, at: int, key: str, *, taken: bool) -> None:
        """Take a finding, or not, and what says the same thing with it."""
        entry = self.entries[at]
        keys = {each.key for finding in entry.findings if finding.key == key for each in entry.beside(finding)}
        self.entries[at] = replace(entry, taken={**entry.taken, **dict.fromkeys(keys, taken)})

    def match(self, at: int, target: Match | None) -> None:
        """Take it for a project of the register, or for a new one."""
        known = replace(self.entries[at], target=target, repeats=None, taken={}, verdict=Verdict.OPEN)
        self.entries[at] = self._prepared(replace(known, is_matched=True))

    def correct(self, at: int, corrections: Corrections) -> None:
        """Have a person's values in place of what was read; what cannot be taken in any more is not accepted."""
        corrected = self._prepared(replace(self.entries[at], corrections=corrections))
        is_accepted = corrected.verdict is Verdict.ACCEPTED and corrected.problem is None
        self.entries[at] = corrected if is_accepted else replace(corrected, verdict=_unaccepted(corrected.verdict))

    def problem(self, at: int) -> KnownError | None:
        """Why one cannot be accepted now."""
        entry = self.entries[at]
        for each in self.entries:
            is_taken = each is not entry and each.verdict is Verdict.ACCEPTED and each.target is not None
            if is_taken and entry.target is not None and each.target.id == entry.target.id:  # type: ignore[union-attr]
                return ConflictError(
                    tr("“{name}” is updated by project {n} of the source already.", name=each.title, n=each.order),
                    tr("Choose another project to update, or leave one of them out."),
                )
        return entry.problem

    @property
    def certain(self) -> list[int]:
        """The places of those that nothing is uncertain of, and nothing is decided of yet."""
        return [at for at, each in enumerate(self.entries) if each.is_certain and not each.is_settled]

    @property
    def rest(self) -> list[int]:
        """The places of those that could be accepted though they are uncertain: what they are is known."""
        return [at for at, each in enumerate(self.entries) if not each.is_settled and each.can_be_taken]

    @property
    def settled(self) -> int:
        """Of how many nothing is left to decide."""
        return sum(each.is_settled for each in self.entries)

    @property
    def accepted(self) -> list[Entry]:
        """Those that change the register."""
        return [each for each in self.entries if each.verdict is Verdict.ACCEPTED and each.changes]

    def counts(self) -> Counts:
        """What would become of the register now; told after each decision, so all is counted on one way."""
        new = updated = unchanged = left_out = fields = settled = certain = rest = 0
        for each in self.entries:
            unchanged += each.is_unchanged
            left_out += each.verdict is Verdict.LEFT_OUT
            if each.verdict is Verdict.ACCEPTED and each.changes:
                new += each.target is None
                updated += each.target is not None
                fields += len(each.changes) if each.target is not None else 0
            if each.is_settled:
                settled += 1
            else:
                certain += each.is_certain
                rest += each.can_be_taken
        return Counts(new, updated, unchanged, left_out, fields, settled, certain, rest)


def _unaccepted(verdict: Verdict) -> Verdict:
    return Verdict.OPEN if verdict is Verdict.ACCEPTED else verdict
