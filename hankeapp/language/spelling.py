"""Spelling: whether a word is written right, and what was meant where it is not."""

from __future__ import annotations

import re
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING

from hankeapp.language.automaton import ANY
from hankeapp.language.readings import lacks_hyphen, written_word
from hankeapp.language.transducer import base_letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.language.morphology import Morphology
    from hankeapp.language.packed_words import PackedWords

LONGEST = 40
"""Letters; for a longer word nothing is suggested."""

_ENDING = re.compile(r":[a-zåäö]+$")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]{2,})*")
_NAME = re.compile(r"\[Le(?!.*\[Dg\])")
_TWO_VOWELS = re.compile(r"([aeiouyåäö])\1")
"""Between two such vowels a hyphen may be missing."""
_RARE = re.compile(r"\[(?:F\w+|O\w+|T[mk]|S(?:ko|in|ab)|Le\w|Bc|Bh)\]")
"""What makes a word less likely: particles, possessives, rare moods and cases, names, borders within a compound."""

_OWN = -2.0
"""How likely a word is that stands in the register already; lower is likelier."""
_DOTTED, _DOUBLED, _USUAL, _UNLIKE, _AT_FIRST = 0.3, 0.5, 0.6, 0.9, 0.3
"""What slips cost: dots, a letter twice or once, a neighbour or a letter more or less, another letter; at the start."""

_KEYBOARD = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_NEIGHBOURS = frozenset(frozenset(pair) for row in _KEYBOARD for pair in pairwise(row))

_CHECKED = re.compile(
    r"(?:\w{1,16}://|www\.)\S+|[^\s@]{1,64}@\S+|\w+(?:[./\\]\w+)+|(?P<word>-?[^\W_]+(?:[-:'’‑][^\W_]+)*-?)"
)
"""Words, and what only looks like some: addresses, names of files and sites."""


def words_to_check(text: str) -> Iterator[tuple[int, str]]:
    """The words of a text that `Spelling` may be asked of, and where each begins."""
    for found in _CHECKED.finditer(text):
        if found["word"]:
            yield found.start(), found["word"]


class Spelling:
    """Judges words by the dictionary, and by words that are right here: names in the register, what a person added."""

    def __init__(self, morphology: Morphology, *right: PackedWords) -> None:
        self._morphology = morphology
        self._right = right

    def is_right(self, word: str) -> bool:
        """Whether a word may stand as it is; so may abbreviations, what has digits in it, and words joined by hyphens.

        Case does not matter, but that large letters throughout are an abbreviation: MUSTBE-hanke, EU:n. The hyphen that
        stands for the rest of a compound is part of the word: sosiaali- ja terveyspalvelut.
        """
        whole = _ENDING.sub("", word)
        return self._is_known(whole) or all(map(self._is_known, whole.split("-")))

    def suggestions(self, word: str, limit: int = 5) -> list[str]:
        """Words that one slip makes this one of, the likeliest first: a letter too many, missing, wrong or swapped.

        A word that begins with a capital gets suggestions that do, and so do names.
        """
        if len(word) > LONGEST or not _LETTERS.fullmatch(word):
            return []
        found = self._meant(word.lower())
        likeliest = sorted(found, key=lambda meant: (found[meant], meant))[:limit]
        return [meant[:1].upper() + meant[1:] if word[0].isupper() else meant for meant in likeliest]

    def _is_known(self, word: str) -> bool:
        if len(word) < 2 or word.isupper() or any(map(str.isdigit, word)):
            return True
        if any(word in words for words in self._right):
            return True
        if _TWO_VOWELS.search(word.lower()):
            return not all(map(lacks_hyphen, self._morphology.readings(word)))
        return self._morphology.knows(word)

    def _meant(self, written: str) -> dict[str, float]:
        """The words one slip away, and how unlikely each is."""
        costs: dict[str, float] = {}
        for meant, readings in self._readings_near(written).items():
            slip = _slip(written, meant)
            if slip is not None and _LETTERS.fullmatch(meant):
                name = all(map(_NAME.match, readings))
                costs[meant.capitalize() if name else meant] = slip + min(len(_RARE.findall(each)) for each in readings)
        right = {
            own.lower(): (own, slip)
            for own in chain.from_iterable(self._right)
            if (slip := _slip(written, own.lower())) is not None
        }
        return costs | {own: slip + _OWN for own, slip in right.values()}

    def _readings_near(self, written: str) -> dict[str, list[str]]:
        readings: dict[str, list[str]] = {}
        found = self._morphology.readings(written, without_dots=True)
        for reading in chain(found, *map(self._morphology.readings_like, _patterns(written))):
            if not lacks_hyphen(reading):
                readings.setdefault(written_word(reading), []).append(reading)
        return readings


def _patterns(word: str) -> Iterator[str]:
    """What the words look like that are one slip away."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + ANY + after
        if after:
            yield before + ANY + after[1:]
            yield before + after[1:]
            yield before + after[1::-1] + after[2:]


def _slip(written: str, meant: str) -> float | None:
    """How unlikely it is to write one for the other by a single slip; None where it takes none or more.

    To leave out dots is one slip, however many.
    """
    if written != meant and _without_dots(written) == _without_dots(meant):
        return _DOTTED
    start = _alike(written, meant)
    wrong, right = written[start:], meant[start:]
    end = _alike(wrong[::-1], right[::-1])
    cost = _cost(wrong[: len(wrong) - end], right[: len(right) - end], written[:start][-1:])
    return cost if start or cost is None else cost + _AT_FIRST


def _without_dots(word: str) -> str:
    return "".join(map(base_letter, word))


def _alike(one: str, other: str) -> int:
    """How many letters two words have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cost(wrong: str, right: str, before: str) -> float | None:
    """How unlikely a slip is of which only what differs is told, and the letter before it."""
    if len(wrong) + len(right) == 1:
        return _DOUBLED if before == wrong + right else _USUAL
    if len(wrong) == 2 and wrong == right[::-1]:
        return _USUAL
    if len(wrong) != 1 or len(right) != 1:
        return None
    pair = frozenset(wrong + right)
    return _USUAL if pair in _NEIGHBOURS else _UNLIKE
