"""A text that comes from elsewhere, without what no one can see or type: control characters, marks of direction."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffc]")
_GAPS = re.compile(r"[\n\t]+")


def plain_text(text: str) -> str:
    """Of several lines, each break a line feed; tabs and no-break spaces stay."""
    return _UNSEEN.sub("", _BREAKS.sub("\n", text))


def plain_line(text: str) -> str:
    """Of one line, without blanks around it; breaks and tabs are blanks."""
    return _GAPS.sub(" ", plain_text(text)).strip()
