"""Very many words as one text: those in the names of a hundred thousand projects take 1 MB so, and as many texts 9."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class PackedWords:
    """Words, each once. Asked whether a word is among them, it does not mind the case."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        parts: list[bytes] = []
        lengths = array("I")
        # In the order of their small letters, a first letter after the other: they let go of their texts meanwhile.
        initials = _by_initials(words)
        for letter in sorted(initials):
            encoded = [word.encode() for word in sorted(initials.pop(letter), key=str.lower)]
            parts.append(b"".join(encoded))
            lengths.extend(map(len, encoded))
        self._text = b"".join(parts)
        self._ends = array("I", accumulate(lengths, initial=0))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __contains__(self, word: str) -> bool:
        wanted = word.lower()
        place = bisect_left(range(len(self)), wanted, key=self._lowered)
        return place < len(self) and self._lowered(place) == wanted

    def __iter__(self) -> Iterator[str]:
        return map(self._at, range(len(self)))

    def _lowered(self, place: int) -> str:
        return self._at(place).lower()

    def _at(self, place: int) -> str:
        return self._text[self._ends[place] : self._ends[place + 1]].decode()


def _by_initials(words: Iterable[str]) -> dict[str, set[str]]:
    initials: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        initials[word.lower()[:1]].add(word)
    return initials
