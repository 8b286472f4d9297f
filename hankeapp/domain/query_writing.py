"""A query written as a person types it, with the keys of the window's language: for chips, the builder, a print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.domain.query_amounts import written_amounts
from hankeapp.domain.query_dates import written_dates
from hankeapp.domain.query_keys import ABSENT, FLAGS, PRESENT, RUNNING, filter_keys, said
from hankeapp.domain.query_scanning import DOUBLE, SINGLE
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Flagged, Known, Named, Phrase, Running, Unread, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.query_terms import Condition, Term

_GOES_ON = re.compile(r"[\d.€%]|(?:m|mn|milj\w*|million|t|tuhatta|tusen|thousand|k|eur\w*)(?!\w)", re.IGNORECASE)
"""What an amount or a date would be read on into, with only a blank between."""

_MUST_BE_QUOTED = frozenset(f",=:{DOUBLE}{SINGLE}")


def text_of(terms: Iterable[Term]) -> str:
    """The text that asks what the terms ask: to parse it gives them again."""
    several = list(terms)
    written = [term_text(term) for term in several]
    for place, following in enumerate(written[1:]):
        if isinstance(several[place].any_of[-1], Dates | Running | Amounts) and _GOES_ON.match(following):
            written[place] = _closed(written[place])
    return " ".join(written)


def _closed(term: str) -> str:
    """A term whose last value is in quotes, so that nothing after it is read as a part of it."""
    before, sign, value = re.fullmatch(r"(.*)([:,]\s?)(.*)", term, re.DOTALL).groups()  # type: ignore[union-attr]
    return term if term.endswith('"') else f"{before}{sign}{_in_quotes(value)}"


def term_text(term: Term) -> str:
    """A term as it is typed."""
    key = next(filter(None, map(key_of, term.any_of)), "")
    # Between amounts a comma alone would be a decimal one.
    comma = ", " if isinstance(term.any_of[0], Amounts) else ","
    values = comma.join(map(value_text, term.any_of))
    return f"{'-' if term.is_negated else ''}{key}{':' if key else ''}{values}"


def key_of(condition: Condition) -> str:
    """What stands before the colon; nothing for words and for what is typed alone."""
    match condition:
        case Word() | Phrase() | Flagged():
            return ""
        case Known(_, is_known):
            return PRESENT.key if is_known else ABSENT.key
        case Running():
            return RUNNING.key
    return filter_keys()[condition.filter].key


def value_text(condition: Condition) -> str:
    """What stands after the colon, or alone."""
    match condition:
        case Word(text):
            return text
        case Phrase(text, is_open):
            return f'"{text}' if is_open else _in_quotes(text)
        case Choice(name, code):
            return quoted(filter_keys()[name].field.type(code).label.lower())
        case Named(_, text, whole):
            return f"{'=' if whole else ''}{quoted(text)}"
        case Dates() | Running():
            return _spaced(written_dates(condition))
        case Amounts(name):
            return written_amounts(condition, filter_keys()[name].field.type)
        case Known(name):
            return filter_keys()[name].key
        case Flagged(view):
            return said(FLAGS[view])
        case Unread(_, typed):
            return typed


def quoted(text: str) -> str:
    """A value as it is typed: in quotes where it must be."""
    return text if _MUST_BE_QUOTED.isdisjoint(text) and not any(map(str.isspace, text)) else _in_quotes(text)


def _spaced(text: str) -> str:
    return _in_quotes(text) if " " in text else text


def _in_quotes(text: str) -> str:
    return f"'{text}'" if not set(DOUBLE).isdisjoint(text) else f'"{text}"'
