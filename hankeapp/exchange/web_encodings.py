"""Which encoding a web page was saved in: by its byte order mark, what it declares itself, or its bytes."""

from __future__ import annotations

import codecs
import re

from hankeapp.exchange.encodings import Decoded
from hankeapp.translation import tr

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_OF_XML = re.compile(rb"""^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,30})""", re.IGNORECASE)
_REACH = 4096
_WESTERN = "cp1252"
_KNOWN = {"utf-8": "utf-8", "utf8": "utf-8", "iso-8859-15": "iso-8859-15", "latin-9": "iso-8859-15"} | dict.fromkeys(
    ("iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii", "ascii", "iso8859-1"), _WESTERN
)
"""As browsers take them: what calls itself Latin-1 is Windows-1252."""
_WRONG = re.compile(r"[\udc80-\udcff]+")


def decode_web(data: bytes, told: str = "") -> Decoded:
    """The text of a web page; `told` is the encoding that its envelope says. Single wrong bytes are read as
    Windows-1252, and a remark tells so."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if data[1:2] == b"\0" and data[:1] == b"<":
        return _decoded(data, "utf-16-le")
    declared = _OF_XML.search(data, 0, _REACH) or _DECLARED.search(data, 0, _REACH)
    said = told or (declared[1].decode("ascii") if declared else "")
    encoding = _KNOWN.get(said.lower(), "utf-8")
    return _decoded(data, "utf-8" if _is_utf8(data) else encoding)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, encoding: str) -> Decoded:
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    text = data.decode(encoding, errors)
    mended = _WRONG.sub(_western, text)
    remark = tr("Some characters of the page are damaged. Check that å, ä and ö are right.")
    return Decoded(mended, encoding, remark if mended != text or "\ufffd" in mended else "")


def _western(match: re.Match[str]) -> str:
    return match[0].encode("ascii", "surrogateescape").decode(_WESTERN, "replace")
