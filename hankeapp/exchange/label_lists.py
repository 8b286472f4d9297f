"""Lists and amounts behind a label: where each part stands, and what the money is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.domain.amounts import parse_cents
from hankeapp.domain.errors import FieldError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.values import Cents
    from hankeapp.exchange.suggesting import Span

LONGEST = 160
"""Characters of a name; what is longer is a sentence."""
AMOUNT = re.compile(r"\d[\d\s.,']*(?:\s?(?:€|euroa?|eur\b|m€|milj\.?\s?(?:€|euroa)|miljoonaa\seuroa))?", re.IGNORECASE)
_PART = re.compile(r"[^\n;,•]+(?:,\s(?=[a-zåäö])[^\n;,•]+)*")
_AND = re.compile(r"(?<!-)\s(?:ja|sekä|och|and)\s(?=[A-ZÅÄÖ])")
_BUSINESS_ID = re.compile(r"[\s,(]*(?:Y-tunnus:?\s*)?\b\d{7}-\d\b\)?")


def bare_name(name: str) -> str:
    """A name without the business ID beside it and the signs around it."""
    return _BUSINESS_ID.sub("", name).strip(" .,;:–-()" if name.count("(") != name.count(")") else " .,;:–-")


def parts_of_list(text: str, span: Span) -> Iterator[Span]:
    """The parts of a list: by line, semicolon, comma before a capital, or “ja” before one."""
    for match in _PART.finditer(text, *span):
        at = match.start()
        for border in [*_AND.finditer(text, *match.span()), None]:
            end = border.start() if border else match.end()
            words = text[at:end]
            if words.strip():
                start = at + len(words) - len(words.lstrip())
                yield start, start + len(words.strip())
            at = border.end() if border else end


def cents_in(text: str, span: Span) -> tuple[Cents, Span, bool] | None:
    """The amount, where it stands, and whether nothing else does."""
    for match in AMOUNT.finditer(text, *span):
        words = match[0].rstrip(" .,\n\u00a0")
        try:
            cents = parse_cents(words)
        except FieldError:
            continue
        return cents, (match.start(), match.start() + len(words)), words == text[slice(*span)].strip()
    return None
