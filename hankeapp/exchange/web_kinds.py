"""Which bytes are a web page or a text document: told before anything of their readers is loaded."""

from __future__ import annotations

import re

from hankeapp.exchange.mhtml import is_mhtml
from hankeapp.exchange.packages import ZIP, holds

_PAGE = re.compile(
    r"\s{0,500}(?:<!--.{0,2000}?-->\s{0,100}){0,5}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100}){0,5}"
    r"<(?:!doctype\s+html|html|head|body|meta|title|main|article|section|div|h[1-6]|table|ul|ol|p)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_REACH = 8192
DOCX = (".docx",)


def is_html(_name: str, data: bytes) -> bool:
    """Whether bytes begin as a web page does, in whatever encoding, or as a page saved whole in one file."""
    start = data[:_REACH]
    if start.startswith((b"\xff\xfe", b"<\0")):
        return _PAGE.match(start.decode("utf-16-le", "replace").lstrip("\ufeff")) is not None
    if start.startswith(b"\xfe\xff"):
        return _PAGE.match(start.decode("utf-16-be", "replace").lstrip("\ufeff")) is not None
    return _PAGE.match(start.removeprefix(b"\xef\xbb\xbf").decode("latin-1")) is not None or is_mhtml(data)


def is_docx(name: str, data: bytes) -> bool:
    """Whether a zip's directory names a text document, or it would be one: broken under the name of one."""
    return holds(data, "word/") or (data.startswith(ZIP) and name.lower().endswith(DOCX))
