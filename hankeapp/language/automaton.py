"""Walking the transducer with a word: whether it is one, and what the transducer writes of it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from hankeapp.language.flags import FAILED, effects
from hankeapp.language.transducer import base_letter, reads_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hankeapp.language.transducer import Transducer

ANY = "*"
"""Any one letter, in a pattern."""
LONGEST = 100
"""Characters; a longer word is not looked at."""
MOST_BRANCHES = 20_000
"""Where a walk gives up: a real word takes some hundreds, and endless compounds must not hang the program."""

_Written = tuple["_Written", str] | None
"""What a walk has written so far, the last symbol first."""


class Automaton:
    """Accepts and analyses words in lower case."""

    def __init__(self, transducer: Transducer) -> None:
        self._transducer = transducer
        pairs = [(transducer.symbols[label >> 16], transducer.symbols[label & 0xFFFF]) for label in transducer.labels]
        self._effects = effects(pairs)
        self._written = ["" if written.startswith("@") else written for _, written in pairs]
        self._letters = _ranges(read for read, _ in pairs)
        self._base_letters = self._letters | _ranges(base_letter(read) for read, _ in pairs)
        self._first_letter = min(low for low, _ in self._letters.values())
        self._patterns = self._letters | {ANY: (self._first_letter, len(pairs))}
        self._final = frozenset(transducer.final)

    def accepts(self, word: str) -> bool:
        """Whether it is a word."""
        return any(True for _ in self._walks(word, self._letters))

    def readings(self, word: str, *, without_dots: bool = False) -> list[str]:
        """What is written of the word on each way through, in Voikko's notation; empty for what is no word.

        Without dots, a letter of the word also stands for the same letter with dots, a ring or an accent.
        """
        return self._readings(word, self._base_letters if without_dots else self._letters)

    def readings_like(self, pattern: str) -> list[str]:
        """What is written of all words that a pattern fits, with `ANY` in it for a letter."""
        return self._readings(pattern, self._patterns)

    def _readings(self, word: str, letters: dict[str, tuple[int, int]]) -> list[str]:
        return list(dict.fromkeys(_text(written) for written in self._walks(word, letters)))

    def _walks(self, word: str, letters: dict[str, tuple[int, int]]) -> Iterator[_Written]:
        if len(word) > LONGEST or not letters.keys() >= set(word):
            return iter(())
        return self._ways_through([*(letters[letter] for letter in word), (0, 0)])

    def _ways_through(self, ranges: list[tuple[int, int]]) -> Iterator[_Written]:
        """Each way through a whole word, depth first; the word is told as the labels that may read each letter.

        After the last letter follows a range with no labels.
        """
        length = len(ranges) - 1
        first, target, label = self._transducer.first, self._transducer.target, self._transducer.label
        effects_of, written_of, first_letter, final = self._effects, self._written, self._first_letter, self._final
        waiting: list[tuple[int, int, int, _Written]] = [(at, 0, 0, None) for at in self._ways(0, ranges[0])]
        for _ in range(MOST_BRANCHES):
            if not waiting:
                return
            at, place, flags, written = waiting.pop()
            while True:
                read = label[at]
                if read >= first_letter:
                    low, high = ranges[place]
                    if not low <= read < high:
                        break
                    place += 1
                if (effect := effects_of[read]) is not None and (flags := effect[flags]) == FAILED:
                    break
                if text := written_of[read]:
                    written = (written, text)
                state = target[at]
                if place == length and state in final:
                    yield written
                at = first[state]
                if first[state + 1] - at != 1:
                    waiting += [(way, place, flags, written) for way in self._ways(state, ranges[place])]
                    break

    def _ways(self, state: int, letters: tuple[int, int]) -> list[int]:
        """The transitions of a state that read nothing or one of the letters."""
        label, begin, end = self._transducer.label, self._transducer.first[state], self._transducer.first[state + 1]
        silent = range(begin, bisect_left(label, self._first_letter, begin, end))
        low, high = letters
        return [*silent, *range(bisect_left(label, low, begin, end), bisect_left(label, high, begin, end))]


def _text(written: _Written) -> str:
    symbols = []
    while written:
        written, symbol = written
        symbols.append(symbol)
    return "".join(reversed(symbols))


def _ranges(letters: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The labels that read each letter: from, and up to but without."""
    ranges: dict[str, tuple[int, int]] = {}
    for at, letter in enumerate(letters):
        if reads_letter(letter):
            ranges[letter] = (ranges.get(letter, (at, at))[0], at + 1)
    return ranges
