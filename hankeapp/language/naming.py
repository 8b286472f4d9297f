"""Which names a person means who types the beginning of one: the same for SQL and for projects of a past day."""

from __future__ import annotations

from functools import lru_cache

from hankeapp.language.folding import fold

_folded = lru_cache(maxsize=8192)(fold)
"""What was typed, and names, which are looked through at each key press."""

_LONGEST_NAME = 100


def names(text: str, typed: str, whole: bool) -> bool:
    """Whether a text holds what was typed, beginning at the beginning of a word, or is that and nothing else."""
    wanted = _folded(typed)
    if not wanted or not text:
        return False
    folded = _folded(text) if len(text) <= _LONGEST_NAME else fold(text)
    if whole:
        return folded == wanted
    place = folded.find(wanted)
    while place > 0 and folded[place - 1].isalnum():
        place = folded.find(wanted, place + 1)
    return place >= 0
