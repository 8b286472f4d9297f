"""The signs of the query language: where a token, a key and a phrase begin and end in what was typed.

Every step goes forward over the text, and no place is looked at more than a few times: any text is read in a time that
grows with its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MINUSES = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
DOUBLE = '"“”„‟«»″'
SINGLE = "'‘’‚‛′"
OVER = rf"(?=[\s,{DOUBLE}]|$)"
"""The end of a value, in a pattern."""

_DOUBLE_QUOTE = re.compile(f"[{DOUBLE}]")
_CLOSING_SINGLE = re.compile(rf"[{SINGLE}](?!\w)")
_BLANKS = re.compile(r"\s*")
_KEY = re.compile(r"([^\W\d_][\w\u0300-\u036f-]{0,39}):")
_BARE = re.compile(rf"[^\s,{DOUBLE}]+")


@dataclass(frozen=True)
class Piece:
    """A word, or a phrase in quotes, and the place after it. The last word of an open phrase is still being typed."""

    text: str
    end: int
    is_quoted: bool = False
    is_open: bool = False


class Scanner:
    """Reads at a place of a text; knows what it has looked for in vain."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._single_is_open = True

    def after_blanks(self, place: int) -> int:
        """The first place from here that is no blank."""
        return _end(_BLANKS, self.text, place)

    def is_over(self, place: int) -> bool:
        """Whether a token ends here: a blank, a comma or the end of the text."""
        return place >= len(self.text) or self.text[place] == "," or self.text[place].isspace()

    def key(self, place: int) -> str:
        """The word before a colon here, or nothing."""
        found = _KEY.match(self.text, place)
        return found[1] if found else ""

    def piece(self, place: int) -> Piece | None:
        """The phrase or the word here; None where a blank, a comma or the end is."""
        return self._phrase(place) or self._word(place)

    def _word(self, place: int) -> Piece | None:
        found = _BARE.match(self.text, place)
        return Piece(_bared(found[0]), found.end()) if found else None

    def _phrase(self, place: int) -> Piece | None:
        quote = self.text[place : place + 1]
        if quote and quote in DOUBLE:
            return self._in_double(place + 1)
        if quote and quote in SINGLE and self._single_is_open:
            return self._in_single(place + 1)
        return None

    def _in_double(self, first: int) -> Piece:
        """A phrase up to the quote that closes it, or to the end, where it is still being typed."""
        found = _DOUBLE_QUOTE.search(self.text, first)
        last, end = (found.start(), found.end()) if found else (len(self.text), len(self.text))
        content = self.text[first:last]
        is_open = found is None and not content[-1:].isspace()
        return Piece(_plain(content), end, is_quoted=True, is_open=is_open)

    def _in_single(self, first: int) -> Piece | None:
        found = _CLOSING_SINGLE.search(self.text, first)
        if found is None:
            self._single_is_open = False
            return None
        content = _plain(self.text[first : found.start()])
        return Piece(content, found.end(), is_quoted=True) if content else None


def _bared(word: str) -> str:
    """Without colons after it, and without a quote that nothing closes, unless the rest would be read as a sign.

    Nothing of quotes alone.
    """
    closed = word.rstrip(":") or word
    rest = closed.lstrip(SINGLE)
    return rest if not rest or (rest[:1].isalnum() and ":" not in rest) else closed


def _plain(text: str) -> str:
    return " ".join(text.split())


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place
