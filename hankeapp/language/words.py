"""The words of a text and where they stand: one rule for what is indexed, what is searched for and what is lit up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphens, joiners and other characters without width, as the inside of a class of characters."""
_RUN = rf"(?:[^\W_][\u0300-\u036f{_UNSEEN}]*)+"
"""Letters and digits with their accents."""
_APOSTROPHE = "['’ʼ´]"
_HYPHEN = "[-‐‑]"
_IN_NUMBERS = r"(?<=\d)[.,:/](?=\d)"
_PIECE = re.compile(rf"{_RUN}(?:{_APOSTROPHE}{_RUN})*")
_WORD = re.compile(rf"(?P<word>{_RUN}(?:(?:{_APOSTROPHE}|{_HYPHEN}|{_IN_NUMBERS}){_RUN})*)(?::[a-zåäö]{{1,4}}(?!\w))?")
_SHORTEST_PART = 2
_LEFT_OUT = re.compile(f"[{_UNSEEN}]")
_ALIKE = str.maketrans({"’": "'", "ʼ": "'", "´": "'", "‐": "-", "‑": "-"})


class Word(NamedTuple):
    """A word in small letters (NFC, plain hyphens and apostrophes), and its place in the text."""

    text: str
    start: int
    end: int
    part: bool = False
    """Whether it is a piece of the hyphenated word or compound number that was told before it."""


def words_in(text: str) -> Iterator[Word]:
    """The words of a text in their order.

    - A hyphenated word is told whole and then in pieces: Liveability-hanke, liveability, hanke. So are 2023-2026,
      12/2024, 1.9.2023 and H-2026-014. A piece of one character is left out.
    - An ending after a colon belongs to the place but not to the word: EU:n is eu.
    - Hyphens at the ends (talous- ja, -kampanja), dashes, dots and other signs only part words: 2023–2026 is two.
    """
    for found in _WORD.finditer(text):
        written = found["word"]
        yield Word(_plain(written), *found.span())
        if written.isalnum():  # most are: nothing joins pieces in them
            continue
        pieces = list(_PIECE.finditer(text, *found.span("word")))
        if len(pieces) > 1:
            words = (Word(_plain(piece[0]), *piece.span(), part=True) for piece in pieces)
            yield from (word for word in words if len(word.text) >= _SHORTEST_PART)


@lru_cache(maxsize=4096)
def _plain(written: str) -> str:
    """NFC after small letters too: a capital may become a letter and an accent."""
    if written.isascii():
        return written.lower()
    return unicodedata.normalize("NFC", _LEFT_OUT.sub("", written).translate(_ALIKE).lower())
