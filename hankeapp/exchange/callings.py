"""The word behind a name that says what is named: “… -hanke”, “… -kampanja”, “MUSTBE-hankkeessa”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hankeapp.exchange.words import CALLED, FUNDS, is_coined

_CALLED = re.compile(rf"(?P<dash>\s-\s?|\s–|-)(?P<word>{CALLED})\b", re.IGNORECASE)
_TOKEN_BEFORE = re.compile(r"[^\s\"“”„(),]{1,60}$")
_REACH = 60
_NOMINATIVE = re.compile(
    r"(?:hanke|projekt(?:i|et)?|kampanja|ohjelma|verkosto|kokeilu|pilotti|malli|selvitys)$", re.IGNORECASE
)
_INTRODUCING = re.compile(
    r"(?:\bon\s+mukana|\bmukana|\bosallistu\w+|\btoteut\w+|\bkoordinoi\w*|\bhallinnoi\w*|\bosana|\bkuuluu|\bkäynnissä"
    r"|\bkäynnistyn\w+|\brahoittam\w+|\bnimi\w{0,5}|\balkan\w+|\bpäättyn\w+)(?=\s)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<!\S)[”\"]?(?=[A-ZÅÄÖ0-9]|[a-zåäö]+[A-ZÅÄÖ])")


@dataclass(frozen=True)
class Calling:
    """A hyphen at `start`, and the word behind it; `joined` when no blank stands before the hyphen."""

    start: int
    word: tuple[int, int]
    joined: bool
    nominative: bool

    @property
    def end(self) -> int:
        """Where what comes after the word begins."""
        return self.word[1]


def first_calling(text: str, start: int, end: int) -> Calling | None:
    """The first calling in a span that stands behind a name: not that of “EU-hanke” or of “pilotti-hanke”."""
    for match in _CALLED.finditer(text, start, end):
        joined = not match["dash"][0].isspace()
        if match.start() > start and (not joined or _names(text, start, match.start())):
            nominative = _NOMINATIVE.search(match["word"]) is not None
            return Calling(match.start(), match.span("word"), joined, nominative)
    return None


def _names(text: str, start: int, end: int) -> bool:
    token = _token_before(text, start, end)
    if token is None or token[0] in FUNDS:
        return False
    return token[0][0].isupper() or is_coined(token[0]) or token.start() == start


def _token_before(text: str, start: int, end: int) -> re.Match[str] | None:
    return _TOKEN_BEFORE.search(text, max(start, end - _REACH), end)


def name_start(text: str, start: int, calling: Calling) -> int:
    """Where the name begins that a calling ends: at `start`, or behind the verb that leads up to it in a sentence."""
    introduced = None
    for introduced in _INTRODUCING.finditer(text, start, calling.start):  # noqa: B007 - the last one counts
        pass
    if introduced is None:
        return start
    token = _token_before(text, start, calling.start)
    if calling.joined and token is not None:
        return token.start()
    capital = _CAPITAL.search(text, introduced.end(), calling.start)
    return capital.start() if capital else start
