"""Sentences of varied Finnish for made projects; the longer they are written, the more words they know."""

from __future__ import annotations

import random
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from benchmarks import words
from benchmarks.inflection import cases, place_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Each = TypeVar("Each")
RARE = 120_000
"""Compounds of three parts that may be met, beside all of two."""
_STEEPNESS = 1.47
"""How much rarer the next noun is than the one before (Zipf's exponent): the vocabulary grows with the texts."""
_COMMON = 12
"""How many nouns are about as common as the first."""
_DRAWN = 4096

FUNDERS = [tuple(each.strip().split("|")) for each in words.FUNDERS.replace("\n", ";").split(";") if each.strip()]
"""Name, short name and kind of each."""


class Speaker:
    """Fills the slots of sentences; a word that begins one is capitalised.

    Nouns are common and rare as in a real text (Zipf), and so are those that are compounds.
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._nouns = _endless(chance, *_nouns())
        places = [place_cases(entry) for entry in words.PLACES.split()]
        self._places = _endless(chance, places, _weights(len(places), 2))

    def __getitem__(self, slot: str) -> str:
        if slot in _OTHERS:
            return _OTHERS[slot](self._chance)
        if slot.startswith("place"):
            return next(self._places)[slot]
        start, noun = next(self._nouns)
        return start + noun[slot]

    def sentence(self, patterns: Sequence[str]) -> str:
        """One of the patterns, filled."""
        text = self._chance.choice(patterns).format_map(self)
        return text[0].upper() + text[1:]

    def text(self, patterns: Sequence[str], least: int, most: int) -> str:
        """That many of the patterns, filled."""
        chosen = self._chance.choices(patterns, k=self._chance.randint(least, most))
        filled = [pattern.format_map(self) for pattern in chosen]
        return " ".join(each[0].upper() + each[1:] for each in filled)


def _nouns() -> tuple[list[tuple[str, dict[str, str]]], list[float]]:
    """Nouns, each with what stands before it, the same in registers of all sizes; and how common each is, summed up."""
    order = random.Random("nouns")
    heads = [cases(entry) for line in words.NOUNS.split("\n") for entry in line.split(";") if entry.strip()]
    parts = words.FIRST_PARTS.split()
    simple = [("", head) for head in heads]
    pairs = [(part, head) for part in parts for head in heads]
    triples = [(order.choice(parts) + order.choice(parts), order.choice(heads)) for _ in range(RARE)]
    order.shuffle(simple)
    order.shuffle(pairs)
    nouns = [*simple, *pairs, *triples]
    return nouns, _weights(len(nouns), _COMMON)


def _weights(count: int, common: int) -> list[float]:
    return list(accumulate((rank + common) ** -_STEEPNESS for rank in range(count)))


def _endless(chance: random.Random, each: Sequence[Each], weights: Sequence[float]) -> Iterator[Each]:
    while True:
        yield from chance.choices(each, cum_weights=weights, k=_DRAWN)


def day(chance: random.Random) -> str:
    """A day as an office writes it."""
    return f"{chance.randint(1, 28)}.{chance.randint(1, 12)}.{chance.randint(2012, 2027)}"


def _quality(chance: random.Random) -> str:
    return chance.choice(words.QUALITIES)


def _euros(chance: random.Random) -> str:
    return f"{chance.randint(5, 4000) * 500:,}".replace(",", "\N{NO-BREAK SPACE}")


_OTHERS: Mapping[str, Callable[[random.Random], str]] = {
    "good": _quality,
    "few": lambda chance: chance.choice(words.NUMERALS),
    "year": lambda chance: str(chance.randint(2009, 2023)),
    "later": lambda chance: str(chance.randint(2024, 2032)),
    "month": lambda chance: chance.choice(words.MONTHS) + "ssa",
    "euros": _euros,
    "day": day,
    "funder": lambda chance: chance.choice(FUNDERS)[0],
    "programme": lambda chance: chance.choice(words.PROGRAMMES),
}
"""What fills the slots that are no nouns and no places."""
