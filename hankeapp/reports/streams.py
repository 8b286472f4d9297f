"""An end of line that no reader of a PDF can mistake.

Typst ends a stream with a line feed. Where the data's own last byte is a carriage return the two look like one end of
line, and a validator that searches for `endstream` counts a byte too few (ISO 32000-1, 7.3.8.1 allows CR LF as well as
LF there). The end of line of such a stream becomes CR LF, and the table of offsets follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_AMBIGUOUS = re.compile(rb"\r(?=\nendstream\nendobj)")
_TABLE = re.compile(rb"xref\n0 \d+\n((?:\d{10} \d{5} [fn] ?[\r\n]+)+)trailer.*?startxref\n(\d+)\n%%EOF\s*\Z", re.DOTALL)
_OFFSET = re.compile(rb"\d{10}(?= \d{5} n)")


def unambiguous(pdf: bytes) -> bytes:
    """The same document with plain ends of streams; unchanged where none is ambiguous."""
    added = [match.end() for match in _AMBIGUOUS.finditer(pdf)]
    table = _TABLE.search(pdf)
    if not added or table is None:
        return pdf

    def moved(offset: bytes) -> int:
        return int(offset) + bisect_right(added, int(offset))

    body = _AMBIGUOUS.sub(b"\r\r", pdf[: table.start()])
    offsets = _OFFSET.sub(lambda match: b"%010d" % moved(match[0]), table[1])
    between = pdf[table.start() : table.start(1)], pdf[table.end(1) : table.start(2)], pdf[table.end(2) :]
    return b"".join((body, between[0], offsets, between[1], b"%d" % moved(table[2]), between[2]))
