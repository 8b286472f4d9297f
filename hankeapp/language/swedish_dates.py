"""Months and seasons as Swedish office prose names them, and the small words before a date that say from or to."""

from __future__ import annotations

from hankeapp.domain.dates import Season

_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
           "november", "december")  # fmt: skip
_SEASONS = {"vår": Season.SPRING, "sommar": Season.SUMMER, "höst": Season.AUTUMN, "vint": Season.WINTER}

MONTH = rf"(?:{'|'.join(_MONTHS)})\b"
SEASON = r"(?:vår(?:en|terminen)?|sommaren?|höst(?:en|terminen)?|vintern?)\b"
YEAR = r"(?:år(?:et|en|ens)?)"
FROM = r"(?:från(?:\soch\smed)?|fr\.o\.m\.|sedan)\s(?:den\s|och\smed\s|början\sav\s)?"
TO = r"(?:(?:fram\s)?till(?:\soch\smed)?|t\.o\.m\.)\s(?:den\s|slutet\sav\s|utgången\sav\s)?"


def month_of(word: str) -> int | None:
    """The month that a Swedish word names, or None."""
    lower = word.lower()
    return _MONTHS.index(lower) + 1 if lower in _MONTHS else None


def season_of(word: str) -> Season | None:
    """The season that a Swedish word names, or None."""
    return next((season for stem, season in _SEASONS.items() if word.lower().startswith(stem)), None)
