"""The values that filters offer: which there are in the register, of how many projects, and which there are not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.query_keys import FilterKind
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Choice, Named, Term
from hankeapp.domain.values import Codes
from hankeapp.language.collation import sort_key
from hankeapp.language.folding import fold
from hankeapp.services.unknown_names import is_offered, unknown_names, with_near_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from hankeapp.db.store import Store
    from hankeapp.domain.query_keys import FilterKey, Target
    from hankeapp.domain.query_terms import Filter


@dataclass(frozen=True)
class FilterValue:
    """A value that a filter offers, what it asks, and how many live projects have it; None where nobody counted."""

    label: str
    condition: Filter
    count: int | None = None


class FilterValues:
    """Reads the values of a filter once, and again after the next act."""

    def __init__(
        self, store: Store, today: Callable[[], date], kept: dict[tuple[int, str], list[FilterValue]] | None = None
    ) -> None:
        self._store = store
        self._today = today
        self._kept = {} if kept is None else kept

    def over(self, store: Store) -> FilterValues:
        """The same over another connection, for another thread: what one has read, the other need not."""
        return FilterValues(store, self._today, self._kept)

    def of(self, asked: FilterKey) -> list[FilterValue]:
        """The values that a filter offers, in the order of their labels; none for dates, amounts and long texts."""
        act = self._store.last_act()
        for outdated in [key for key in list(self._kept) if key[0] != act]:
            self._kept.pop(outdated, None)
        values = self._kept.get((act, asked.name))
        if values is None:
            values = self._kept[act, asked.name] = list(self._counted(asked))
        return values

    def doubts(self, text: str) -> tuple[str, ...]:
        """Sentences on the values of a query's filters that nothing in the register is called by."""
        return unknown_names(parse(text, self._today()), self._called, self.count)

    def with_near_names(self, text: str) -> str:
        """The query with near names in the place of those that nothing is called by."""
        return with_near_names(text, self._today(), self._called, self.count)

    def _counted(self, asked: FilterKey) -> Iterator[FilterValue]:
        if asked.kind is FilterKind.CHOICE:
            counts = self._store.value_counts(asked.targets[0])
            for code in asked.codes:
                yield FilterValue(code.label.lower(), Choice(asked.name, code.value), counts.get(code.value, 0))
        elif is_offered(asked):
            counts = self._by_label(asked)
            begun = Beginnings(counts)
            for label in sorted(counts, key=sort_key):
                yield FilterValue(label, Named(asked.name, label, whole=not begun.is_alone(label)), counts[label])

    def _by_label(self, asked: FilterKey) -> dict[str, int]:
        """The number of projects by label; where several fields have it, counted anew, that no project counts twice."""
        counts: dict[str, int] = {}
        for target in asked.targets:
            for label, n in self._of_target(target).items():
                counts[label] = n if label not in counts else self.count(Named(asked.name, label, whole=True))
        return counts

    def _of_target(self, target: Target) -> Counter[str]:
        labels = self._labels(target)
        counts: Counter[str] = Counter()
        for value, n in self._store.value_counts(target).items():
            for key in value.split() if target.field.type is Codes else (value,):
                if label := labels.get(key, "") if labels is not None else key:
                    counts[label] += n
        return counts

    def _labels(self, target: Target) -> dict[str, str] | None:
        """What keys or codes are called; None where a value is its own name."""
        field = target.field
        if field.refers:
            return {row.id: row.name for row in self._store.shared(field.refers)}
        if field.type is Codes:
            return {row.code: row.label for row in self._store.shared("listed_value") if row.list == field.values}
        return None

    def _called(self, asked: FilterKey) -> Iterator[str]:
        """What can be typed after a filter's key; nothing is counted for it."""
        for target in asked.targets:
            labels = self._labels(target)
            yield from labels.values() if labels is not None else self._store.different(target)

    def count(self, condition: Filter) -> int:
        """Of how many live projects a condition holds."""
        return self._store.count(Term((0, 0), is_negated=False, any_of=(condition,)), self._today())


class Beginnings:
    """Names by the beginnings of their words: whether to type one whole means others too."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._tails = sorted(tail for label in labels for tail in _tails(fold(label)))

    def is_alone(self, label: str) -> bool:
        """Whether no other name has a word from which on it goes on like this one."""
        wanted = fold(label)
        if not wanted[:1].isalnum():
            return False
        place = bisect_left(self._tails, wanted)
        following = self._tails[place + 1 : place + 2]
        return not (following and following[0].startswith(wanted))


def _tails(folded: str) -> Iterator[str]:
    for place, sign in enumerate(folded):
        if sign.isalnum() and not folded[place - 1 : place].isalnum():
            yield folded[place:]
