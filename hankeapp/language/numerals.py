"""Numbers in words, in the cases that a count of partners stands in: “kahdeksan”, “neljästä”, “seitsemän”, “12”."""

from __future__ import annotations

import re

_WORDS = {
    2: r"kaksi|kahde(?:n|ssa|sta|lla)", 3: r"kolme(?:n|ssa|sta|lla)?", 4: r"neljä(?:n|ssä|stä|llä)?",
    5: r"viisi|viide(?:n|ssä|stä|llä)", 6: r"kuusi|kuude(?:n|ssa|sta|lla)", 7: r"seitsemä(?:n|ssä|stä|llä)",
    8: r"kahdeksa(?:n|ssa|sta|lla)", 9: r"yhdeksä(?:n|ssä|stä|llä)", 10: r"kymmene(?:n|ssä|stä|llä)",
}  # fmt: skip
NUMERAL = rf"(?:{'|'.join(_WORDS.values())}|\d{{1,4}})"
"""A number from two on; one is left out, for “yhdessä” is “together”."""


def number_of(words: str) -> int:
    """The number that a match of `NUMERAL` says."""
    if words.isdigit():
        return int(words)
    return next(number for number, forms in _WORDS.items() if re.fullmatch(forms, words, re.IGNORECASE))
