"""Collation: the Finnish alphabetical order as keys that any binary comparison puts right.

The order is that of SFS-EN 13710 as the Unicode CLDR has it for Finnish: … v w x y z å ä ö, with ü as a y, æ as an ä
and ø as an ö; other accents and the case only tell apart what is otherwise alike.
"""

from __future__ import annotations

import unicodedata

_LEVEL = "\x01"
"""Stands between the levels of a key; lower than anything in the first."""

_LETTERS = {
    "å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ő": "}", "ü": "y", "ű": "y",
    "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "œ": "oe", "ß": "ss", "þ": "th", "ŧ": "t",
}  # fmt: skip
"""The ASCII characters after z are the places of å, ä and ö."""


class _Places(dict[int, str]):
    """The place of each character at the first level, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        place = self[code] = _place(chr(code))
        return place


def _place(character: str) -> str:
    if character.isspace():
        return " "
    letters = unicodedata.normalize("NFC", character.casefold())
    return "".join(_LETTERS.get(letter) or _base(letter) for letter in letters)


def _base(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(_LETTERS.get(each, each) for each in apart if each.isalnum())


_places = _Places()


def first_level(text: str) -> str:
    """How the keys begin of the texts that begin so, whatever their case, accents and punctuation; may be empty."""
    key = sort_key(text).partition(_LEVEL)[0]
    return f"{key} " if key and text[-1].isspace() else key


def sort_key(text: str) -> str:
    """A key whose code point order (the binary order of SQLite as well) is the Finnish order of the texts.

    Punctuation, quotes, signs and controls are passed over; digits come before letters and are compared as text.
    Texts that differ only in accents come plain first, in case small letters first. Different texts have different
    keys, but for the Unicode forms of one letter, NUL and lone surrogates.
    """
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        composed = "".join(each for each in composed if each != "\0" and not "\ud800" <= each <= "\udfff")
    first = " ".join(composed.translate(_places).split())
    accents = unicodedata.normalize("NFD", composed.casefold())
    return _LEVEL.join((first, accents, composed.swapcase()))
