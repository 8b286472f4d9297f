"""Folding: how texts are made alike for search, whatever their case, accents, dashes and blanks."""

from __future__ import annotations

import unicodedata

_ALIKE = {
    "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "ø": "o", "œ": "oe", "æ": "ae", "þ": "th", "ŧ": "t",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "﹘": "-", "﹣": "-", "－": "-",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "´": "'", "ʼ": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
}  # fmt: skip
_DROPPED = ("Mn", "Me", "Cf")
"""Combining marks, and what has no width: soft hyphens, joiners, byte order and direction marks."""


class _Alike(dict[int, str]):
    """What each character becomes, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        alike = self[code] = _folded(chr(code))
        return alike


def _folded(character: str) -> str:
    if character.isspace():
        return " "
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    kept = (each for each in apart if unicodedata.category(each) not in _DROPPED)
    return "".join(_ALIKE.get(each, each) for each in kept)


_alike = _Alike()


def fold(text: str) -> str:
    """Small letters without accents (å ä ö included), plain dashes and quotes, one blank for any white space.

    Folding twice changes nothing more. SQLite calls it for each text searched: what a Finnish text is made of is
    replaced by the quickest means, and the table is left for the rest.
    """
    folded = text.casefold()
    if not folded.isascii():
        folded = folded.replace("ä", "a").replace("ö", "o").replace("å", "a").replace("\u00a0", " ").replace("–", "-")
        if not folded.isascii():
            folded = folded.translate(_alike)
    return " ".join(folded.split())
