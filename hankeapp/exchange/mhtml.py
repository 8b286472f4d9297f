"""Web pages that a browser saved whole in one file (MHTML): the page itself out of its envelope."""

from __future__ import annotations

import re

from hankeapp.exchange.packages import broken

_ENVELOPE = re.compile(
    rb"\s*(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,40}?Content-Type:\s*multipart/related", re.IGNORECASE
)
_REACH = 4096
_MOST_ENVELOPES = 20
"""Envelopes in one another; browsers write one, and its reader goes a step deeper for each."""


def is_mhtml(data: bytes) -> bool:
    """Whether bytes begin as the envelope of a saved page does."""
    return _ENVELOPE.match(data[:_REACH]) is not None


def page_of(data: bytes) -> tuple[bytes, str]:
    """The page in its envelope and the encoding that it says there; other bytes as they are, and no encoding.

    `FileError` for envelopes in envelopes without end.
    """
    if not is_mhtml(data):
        return data, ""
    if data.count(b"boundary=") > _MOST_ENVELOPES:
        raise broken()
    from email import message_from_bytes  # late: every command asks what a file is, and few read this one

    message = message_from_bytes(data)
    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and isinstance(content, bytes):
            return content, part.get_content_charset("")
    return b"", ""
