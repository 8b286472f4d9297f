"""What sort of undertaking a paragraph tells of, by the words that it uses for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.domain.kinds import Kind
from hankeapp.domain.proposals import Certainty, Suggestion
from hankeapp.exchange.words import ONE_PROJECT, kind_of
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from hankeapp.exchange.heads import Head

BY_NAME = mark("It was concluded from the last word of the name.")
BY_TEXT = mark("It was concluded from a word in the text.")

_PROJECT = re.compile(
    rf"\b(?:(?:kehittämis|investointi|rakennus|selvitys|kokeilu|pilotti)?{ONE_PROJECT}|projekte(?:ts?)|project)\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"\b(?!osa|ala|jatko|esi|emo)[^\W\d_]{2,30}(?:hanke|projekti)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:(?:^|[.!?:]\s+)(?:Ohjelma|Kampanja|Kokeilu|Verkosto|Selvitys|Toimintamalli)\w{0,4}\b"
    r"|\bkampanja\b|\b\w{0,30}verkosto\b|\bkokeilu\b|\b\w{0,30}toimintamalli\b)",
)
_WEAK = {Kind.SERVICE, Kind.STUDY, Kind.PILOT}
"""Kinds that the last word of a name only hints at: a project may be called by what it makes."""


def read_kind(text: str, head: Head) -> Suggestion | None:
    """The kind by the word behind the name, the name's last word, or the first word of the text that says it."""
    if head.called is not None:
        kind = kind_of(head.called.words(text))
        return _suggestion(kind, head.called.start, head.called.end) if kind else None
    by_name = _of_name(text, head)
    if by_name is not None and by_name.value not in _WEAK:
        return by_name
    return _of_text(text, head) or by_name


def kind_of_words(words: str) -> Kind | None:
    """The kind that the last word of some names."""
    return kind_of(words.rsplit(maxsplit=1)[-1]) if words.strip() else None


def _of_name(text: str, head: Head) -> Suggestion | None:
    name = head.naming.name
    if not head.found or not text[name.start : name.end].strip():
        return None
    word = text[name.start : name.end].rsplit(maxsplit=1)[-1]
    kind = kind_of(word)
    sure = kind not in _WEAK
    return _suggestion(kind, name.end - len(word), name.end, "" if sure else BY_NAME) if kind else None


def _of_text(text: str, head: Head) -> Suggestion | None:
    since = head.end if head.found else 0
    match = _PROJECT.search(text, since) or _COMPOUND.search(text, since)
    if match is not None:
        return _suggestion(kind_of(match[0]), *match.span())
    match = _OTHER.search(text, max(0, since - 2))
    if match is None:
        return None
    word = match[0].lstrip(".!?: \u00a0\r\n\t")
    return _suggestion(kind_of(word), match.end() - len(word), match.end(), BY_TEXT)


def _suggestion(kind: Kind | None, start: int, end: int, reason: str = "") -> Suggestion | None:
    if kind is None:
        return None
    certainty = Certainty.UNCERTAIN if reason else Certainty.CERTAIN
    return Suggestion(
        field="kind", value=kind, span=(start, end), certainty=certainty, reason=tr(reason) if reason else ""
    )
