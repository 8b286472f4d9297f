"""Suggestions as recognition makes them, and the sentences that they stand in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.proposals import Alternative, Certainty, Suggestion
from hankeapp.exchange.words import SENTENCE_END
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

_REACH = 1000
"""Characters in which a sentence is looked for on either side of a word."""


def suggest(field: str, value: object, span: Span, reason: str = "") -> Suggestion:
    """A suggestion; a reason (a message that is not translated yet) makes it uncertain."""
    certainty = Certainty.UNCERTAIN if reason else Certainty.CERTAIN
    return Suggestion(field=field, value=value, span=span, certainty=certainty, reason=tr(reason) if reason else "")


def with_another(suggestion: Suggestion, value: object, reason: str, span: Span | None = None) -> Suggestion:
    """The suggestion with a further value that the source might mean, and what speaks for it."""
    other = Alternative(value=value, span=span or suggestion.span, reason=tr(reason))
    return replace(suggestion, alternatives=(*suggestion.alternatives, other))


def plain_words(text: str, span: Span) -> str:
    """The words of a span in one line."""
    return " ".join(text[slice(*span)].split())


def sentences(text: str, start: int = 0) -> Iterator[Span]:
    """The spans of the sentences from a place on, without the white space around them; a blank line ends one too."""
    at = start
    for match in [*SENTENCE_END.finditer(text, start), None]:
        end = match.start() + 1 if match else len(text)
        yield from _pieces(text, at, end)
        at = match.end() if match else end


def sentence_around(text: str, place: int) -> Span:
    """The sentence that a place of the text stands in, or what is near of it where it has no end."""
    first, last = max(0, place - _REACH), min(len(text), place + _REACH)
    near = text[first:last]
    start, end = next((span for span in sentences(near) if span[0] <= place - first < span[1]), (0, len(near)))
    return start + first, end + first


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for piece in text[start:end].split("\n"):
        words = piece.strip()
        if words:
            begin = text.index(words, at)
            yield begin, begin + len(words)
        at += len(piece) + 1
