"""What differs between two texts, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORDS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_LONG = 20_000
"""Characters: longer texts are compared line by line, which is quicker."""


class Piece(NamedTuple):
    """A piece of a text, and whether the other text has it not."""

    text: str
    differs: bool


def differences(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces; those that do not differ follow each other alike in both."""
    unit = _LINES if max(len(old), len(new)) > _LONG else _WORDS
    before, after = unit.findall(old), unit.findall(new)
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        ours += [Piece("".join(before[i:j]), kind != "equal")] if j > i else []
        theirs += [Piece("".join(after[k:m]), kind != "equal")] if m > k else []
    return ours, theirs
