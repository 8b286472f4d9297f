"""Walking the transducer with a word: whether it is one, and what the transducer writes of it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from hankeapp.language.transducer import base_letter, reads_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hankeapp.language.transducer import Transducer

LONGEST = 100
"""Characters; a longer word is not looked at."""
_MOST_BRANCHES = 20_000
"""Where a walk gives up: real words take some hundreds, and endless compounds must not hang the program."""

_Written = tuple["_Written", str] | None
"""What a walk has written so far, the last symbol first."""


class _Flag(NamedTuple):
    """A flag diacritic over the bits of its feature; see Beesley and Karttunen, Finite State Morphology, ch. 7."""

    operation: str
    mask: int
    value: int
    """0 where the flag names no value."""


class Automaton:
    """Accepts and analyses words in lower case."""

    def __init__(self, transducer: Transducer) -> None:
        self._transducer = transducer
        pairs = [(transducer.symbols[label >> 16], transducer.symbols[label & 0xFFFF]) for label in transducer.labels]
        self._flags = _flags(pairs)
        self._written = ["" if written.startswith("@") else written for _, written in pairs]
        self._letters = _ranges(read for read, _ in pairs)
        self._base_letters = _ranges(base_letter(read) for read, _ in pairs)
        self._silent = min(low for low, _ in self._letters.values())
        self._final = frozenset(transducer.final)

    def accepts(self, word: str) -> bool:
        """Whether it is a word."""
        return any(True for _ in self._walks(word, self._letters))

    def readings(self, word: str, *, without_dots: bool = False) -> list[str]:
        """What is written of the word on each way through, in Voikko's notation; empty for what is no word.

        Without dots, a letter of the word also stands for the same letter with dots, a ring or an accent.
        """
        letters = {**self._letters, **self._base_letters} if without_dots else self._letters
        return list(dict.fromkeys(_text(written) for written in self._walks(word, letters)))

    def _walks(self, word: str, letters: dict[str, tuple[int, int]]) -> Iterator[_Written]:
        """Each way through the whole word, depth first."""
        if len(word) > LONGEST or not all(letter in letters for letter in word):
            return
        ranges = [*(letters[letter] for letter in word), (0, 0)]
        first, target, label = self._transducer.first, self._transducer.target, self._transducer.label
        silent, flags_of, written_of = self._silent, self._flags, self._written
        waiting: list[tuple[int, int, int, _Written]] = [(0, 0, 0, None)]
        for _ in range(_MOST_BRANCHES):
            if not waiting:
                return
            state, place, flags, written = waiting.pop()
            if place == len(word) and state in self._final:
                yield written
            begin, end = first[state], first[state + 1]
            low, high = ranges[place]
            ...


def _ranges(letters: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The labels that read each letter: from, and up to but without."""
    ranges: dict[str, tuple[int, int]] = {}
    for at, letter in enumerate(letters):
        if reads_letter(letter):
            ranges[letter] = (ranges.get(letter, (at, at))[0], at + 1)
    return ranges
