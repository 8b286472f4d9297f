"""Which names are alike: a slip of the keyboard, another ending or another order of words, but never another number."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from hankeapp.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ALIKE = 0.75
"""The share of common trigrams (Dice) from which two names are alike."""
_LEAST_COMMON = ALIKE / (2 - ALIKE)
"""The share of the trigrams of each that two alike names have in common at least."""

_NUMBER = re.compile(r"\d+")
_SAYS_NOTHING = frozenset({"hanke", "hankkeen", "projekti", "kehittamishanke", "project", "ja"})
_BEGINNING = 4
"""Letters of a word by which names are put together to be compared."""
_COMMON = 60
"""A beginning that more names have in common says nothing of them."""


class _Signs(dict[int, str]):
    """A blank for each sign, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = self[code] = character if character.isalnum() else " "
        return kept


_signs = _Signs()


@dataclass(frozen=True)
class NameKey:
    """What of a name is compared: its words without case, accents, signs and the word for a project."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> NameKey:
        """The key of a name; no words for a name that has none."""
        found = tuple(_spaced(name).split())
        return cls(tuple(word for word in found if word not in _SAYS_NOTHING) or found)

    @cached_property
    def trigrams(self) -> frozenset[str]:
        """Three letters each, of every word with a blank before and after it."""
        padded = [f" {word} " for word in self.words]
        return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(_NUMBER.findall(" ".join(self.words)))

    def is_like(self, other: NameKey) -> bool:
        """Whether the names are the same, or alike enough to be taken for one another."""
        if not self.words or not other.words or not self._has_numbers_of(other):
            return False
        return 2 * len(self.trigrams & other.trigrams) >= ALIKE * (len(self.trigrams) + len(other.trigrams))

    def _has_numbers_of(self, other: NameKey) -> bool:
        return self.numbers == other.numbers or not self.numbers or not other.numbers


_Blocks = dict[tuple[str, ...], list[NameKey]]


def like(name: str, others: Sequence[str]) -> list[int]:
    """The places of the names that are like one, among ten thousand in less than a tenth of a second."""
    key = NameKey.of(name)
    if not key.words:
        return []
    least = len(key.trigrams) * _LEAST_COMMON
    # The letters of all are looked through; a key is made only of the few names that hold enough of them.
    near = [at for at, other in enumerate(others) if _holds(_spaced(other), key.trigrams, least)]
    return [at for at in near if key.is_like(NameKey.of(others[at]))]


def _holds(spaced: str, trigrams: frozenset[str], least: float) -> bool:
    return len(spaced) > least and sum([trigram in spaced for trigram in trigrams]) >= least


def pairs(names: Sequence[str]) -> list[tuple[int, int]]:
    """The places of names that are alike, two and two, the lower first; of equal names only each with the next.

    Compared are names that have the beginning of a word, or of two, in common with few others: among a hundred
    thousand names each cannot be compared with each.
    """
    places = _places(names)
    equal = {pair for same in places.values() for pair in pairwise(same)}
    near = {(one, other) for block in _blocks(places).values() for one, other in combinations(block, 2)}
    alike = (sorted((places[one][0], places[other][0])) for one, other in near if one.is_like(other))
    return sorted(equal | {(first, second) for first, second in alike})


def alike(names: Iterable[str], known: Sequence[str]) -> list[list[int]]:
    """The places of the known names that are like each name, in their order; as few are compared as by `pairs`."""
    places = _places(known)
    blocks = _blocks(places)
    return [_alike(NameKey.of(name), places, blocks) for name in names]


def _alike(key: NameKey, places: Mapping[NameKey, Sequence[int]], blocks: _Blocks) -> list[int]:
    near = {other for beginning in _beginnings(key) for other in blocks.get(beginning, ())}
    return sorted(at for other in near if key.is_like(other) for at in places[other])


def _places(names: Sequence[str]) -> dict[NameKey, list[int]]:
    places: dict[NameKey, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        places[NameKey.of(name)].append(at)
    places.pop(NameKey(()), None)
    return places


def _blocks(keys: Iterable[NameKey]) -> _Blocks:
    blocks: _Blocks = defaultdict(list)
    for key in keys:
        for beginning in _beginnings(key):
            blocks[beginning].append(key)
    return {beginning: block for beginning, block in blocks.items() if len(block) <= _COMMON}


def _beginnings(key: NameKey) -> set[tuple[str, ...]]:
    beginnings = sorted({word[:_BEGINNING] for word in key.words})
    endings = [("", word[-_BEGINNING:]) for word in key.words[:1]]
    return {*((each,) for each in beginnings), *pairwise(beginnings), *endings}


def _spaced(name: str) -> str:
    """Folded words with blanks between, before and after them."""
    return f" {fold(name).translate(_signs)} "
