"""Which characters the shipped typeface can print, and what becomes of the others.

PDF/UA forbids a missing glyph: the typesetter refuses a whole document for one character, so none may reach it.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from hankeapp.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typst

FONTS = RESOURCES / "fonts"
MISSING = "□"

_REGULAR = FONTS / "SourceSans3-Regular.ttf"
_SEGMENTED_COVERAGE = 12
"""The format of a character map that holds groups of 32-bit characters (OpenType specification, `cmap`)."""

_BLANKS = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")


def shipped_fonts() -> typst.Fonts:
    """Our typeface and no other, for the typesetter."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def printable(text: str) -> tuple[str, bool]:
    """The text as the typeface can print it, and whether a person must be told that characters are missing.

    Composed (NFC); control characters and non-characters are left out; what has no glyph becomes □, and so does
    a text of which nothing is left. Invisible marks such as the emoji's variation selectors go without a word.
    """
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text))
    if covered().issuperset(text):
        return text, False
    kept = [(character, _printed(character)) for character in text]
    lost = any(character != printed and not _is_invisible(character) for character, printed in kept)
    printed = "".join(printed for _, printed in kept)
    return (printed, lost) if printed.strip() else (MISSING, True)


@cache
def covered() -> frozenset[str]:
    """The characters that have a glyph; the weights of the typeface cover the same."""
    return frozenset(map(chr, _mapped(_REGULAR.read_bytes())))


def _printed(character: str) -> str:
    if character in covered():
        return character
    if unicodedata.category(character) == "Zs":
        return " "
    is_nothing = unicodedata.category(character) == "Cc" or _is_noncharacter(character)
    return "" if is_nothing or _is_invisible(character) else MISSING


def _is_invisible(character: str) -> bool:
    """Joiners, directions and variation selectors, and blanks of another width: nothing to see goes missing."""
    return unicodedata.category(character) in {"Cf", "Zs"} or "\ufe00" <= character <= "\ufe0f"


def _is_noncharacter(character: str) -> bool:
    point = ord(character)
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF


def _mapped(font: bytes) -> Iterator[int]:
    """The code points of a TrueType font's character map that lead to a glyph."""
    table = _table(font, b"cmap")
    for index in range(struct.unpack_from(">H", font, table + 2)[0]):
        subtable = table + struct.unpack_from(">I", font, table + 8 + 8 * index)[0]
        if struct.unpack_from(">H", font, subtable)[0] == _SEGMENTED_COVERAGE:
            for group in range(struct.unpack_from(">I", font, subtable + 12)[0]):
                first, last, glyph = struct.unpack_from(">III", font, subtable + 16 + 12 * group)
                yield from range(first + (glyph == 0), last + 1)


def _table(font: bytes, name: bytes) -> int:
    """The offset of a table in a font file."""
    count = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(count))
    return next(int(offset) for tag, _, offset, _ in records if tag == name)
