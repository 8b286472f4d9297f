"""Where a name ends in a short line that tells its time too: “Metsäkoulu (2025–2026), Opetushallitus”."""

from __future__ import annotations

import re

from hankeapp.exchange.labels import Label, label_of

_APART = re.compile(r"(?:,|;|\s[–—-]|\s?\()\s*(?:vuosina\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(r"\)?\s*(?:$|[,;.()\r\n])")


def end_of_name(words: str) -> int | None:
    """Where the name ends in words before a time: at a comma, a dash, a bracket or “, toteutusaika”; None elsewhere."""
    apart = _APART.search(words)
    comma = words.rfind(",")
    if apart is None and comma > 0 and label_of(words[comma + 1 :].strip()) is Label.TIME:
        return comma
    return apart.start() if apart else None


def is_end_of_time(text: str, at: int) -> bool:
    """Whether a time that ends here stands apart from what follows it."""
    return _BEHIND.match(text, at) is not None
