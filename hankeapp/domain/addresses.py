"""Addresses of links and of mail: which can be opened, and what one without its beginning was meant to be."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from hankeapp.domain.errors import FieldError
from hankeapp.translation import tr

SCHEMES = ("https", "http", "mailto")
"""What a link may begin with: nothing that runs a program or reads a file."""

_MAIL = re.compile(r"[^@\s:/]+@[^@\s:/.]+(\.[^@\s:/.]+)+")
_SITE = re.compile(r"[^\W_][\w-]*(\.[\w-]+)*\.[^\W\d_]{2,}(:\d+)?([/?#]\S*)?")


def check_address(text: str) -> None:
    """`FieldError` for an address that cannot be opened, with the one that was meant where it can be guessed."""
    if _is_open(text):
        return
    meant = suggestion(text)
    raise FieldError(
        "address",
        tr("“{text}” cannot be opened: a link begins with https, http or mailto.", text=text),
        tr("Write it so: {address}", address=meant) if meant else tr("Write for example https://www.pori.fi."),
    )


def suggestion(text: str) -> str:
    """The whole address that `www.pori.fi` or `kirjaamo@pori.fi` stands for; empty where it stands for none."""
    bare = text.strip()
    if is_mail(bare):
        return f"mailto:{bare}"
    return f"https://{bare}" if _SITE.fullmatch(bare) else ""


def is_mail(text: str) -> bool:
    """Whether it looks like an e-mail address."""
    return _MAIL.fullmatch(text) is not None


def _is_open(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # a bracket that opens no address of a host
        return False
    if any(letter.isspace() for letter in text) or parts.scheme not in SCHEMES:
        return False
    return is_mail(parts.path) if parts.scheme == "mailto" else bool(parts.hostname)
