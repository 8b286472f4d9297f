"""The values that filters offer: which there are in the register, of how many projects, and which there are not."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.query_keys import FilterKind, bare, filter_keys
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Choice, Named, Term
from hankeapp.domain.query_values import short
from hankeapp.domain.values import Codes
from hankeapp.language.collation import sort_key
from hankeapp.language.folding import fold
from hankeapp.language.naming import names
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from hankeapp.db.store import Store
    from hankeapp.domain.query_keys import FilterKey, Target
    from hankeapp.domain.query_terms import Filter


_LIKE = 0.75
"""The likeness (of `difflib`) from which a name may have been meant."""
_LONG = 6
"""Letters of a name whose first may be wrong."""


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
        named = [each for term in parse(text, self._today()).filters for each in term.any_of if isinstance(each, Named)]
        return tuple(dict.fromkeys(self._unknown(each) for each in named if not self._is_known(each)))

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

    def _is_known(self, asked: Named) -> bool:
        of = filter_keys()[asked.filter]
        if not is_offered(of) or any(names(each, asked.text, asked.whole) for each in self._called(of)):
            return True
        return self.count(asked) > 0  # by a short name, a division or a code

    def _unknown(self, asked: Named) -> str:
        """That nothing is called so, and what comes near."""
        title, value = filter_keys()[asked.filter].title, short(asked.text)
        near = self._near(asked)
        if near:
            return tr(
                "{field}: nothing is called “{value}”. Did you mean “{near}”?", field=title, value=value, near=near
            )
        return tr("{field}: nothing is called “{value}”.", field=title, value=value)

    def _near(self, asked: Named) -> str:
        """What comes near a name: of a whole one another whole name, else a word of one too."""
        parts: dict[str, dict[str, str]] = {}
        for label in self._called(filter_keys()[asked.filter]):
            for part in (label, *(() if asked.whole else label.split())):
                parts.setdefault(bare(part), {})[label] = part
        alike = difflib.get_close_matches(bare(asked.text), parts, cutoff=_LIKE)
        near = next((parts[each] for each in alike if _is_slip(bare(asked.text), each)), {})
        # A word that only one name holds may be inflected in it: the name is told whole.
        return next(iter(near if len(near) == 1 else near.values()), "")


def _is_slip(typed: str, meant: str) -> bool:
    """Whether a name may have been meant: of a short one the first letter is seldom wrong, “Oulu” is no “koulu”."""
    return typed[:1] == meant[:1] or len(typed) >= _LONG


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


def is_offered(asked: FilterKey) -> bool:
    """Whether a filter's values are few enough to be looked through: not those of long texts and numbers."""
    return asked.kind is FilterKind.NAME and all(
        each.field.type is not str or each.field.name in _SHORT_TEXTS for each in asked.targets
    )


_SHORT_TEXTS = frozenset({"fund", "programme", "instrument", "countries"})
