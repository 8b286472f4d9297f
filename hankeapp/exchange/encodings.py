"""From bytes to text and back: which encoding a page was written in, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from hankeapp.domain.errors import PageError
from hankeapp.translation import tr

_MARKS = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
"""The byte order marks by encoding; a page that began with one is written with one."""

_FORMATS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_HTML = re.compile(rb"\s{0,200}<(?:!doctype|html|head|body|\?xml)", re.IGNORECASE)
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NON_ASCII = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding that its bytes had, and a sentence about that where it was not UTF-8."""

    text: str
    encoding: str
    remark: str = ""


def decode(data: bytes) -> Decoded:
    """Read UTF-8, with a byte order mark or without, UTF-16 with one, or else Windows-1252; `PageError` otherwise."""
    if data.startswith(_FORMATS) or _HTML.match(data):
        raise _no_plain_text()
    for encoding, mark in _MARKS.items():
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding.removesuffix("-sig")), encoding)
    if b"\0" in data:
        raise _no_plain_text()
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _western(data, error.start)


def encode(text: str, encoding: str) -> bytes:
    """The bytes of a text; `UnicodeEncodeError` for a character that the encoding does not have."""
    return _MARKS.get(encoding, b"") + text.encode(encoding.removesuffix("-sig"))


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(error.start) from error
    if "\0" in text:
        raise _no_plain_text()
    return text


def _western(data: bytes, place: int) -> Decoded:
    """Windows-1252, unless most of what is not ASCII is UTF-8: then the file is damaged, and its ä would be Ã¤."""
    sequences = _SEQUENCE.findall(data)
    if sum(map(len, sequences)) * 2 > len(_NON_ASCII.findall(data)):
        raise _damaged(place)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise _no_plain_text() from None
    return Decoded(
        text,
        "cp1252",
        tr("The file is not UTF-8, so it was read as Windows-1252. Check that å, ä and ö are right."),
    )


def _damaged(place: int) -> PageError:
    return PageError(
        tr("The file is damaged: byte {place} belongs to no character.", place=place + 1),
        tr("Nothing was changed."),
        tr("Save the page again as plain text (UTF-8), and take that in."),
    )


def _no_plain_text() -> PageError:
    return PageError(
        tr("The file is not plain text."),
        tr("Nothing was changed."),
        tr("Open the page, save it as plain text (UTF-8), and take that in."),
    )
