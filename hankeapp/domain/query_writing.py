"""A query written as a person types it, with the keys of the window's language: for chips, the builder, a print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.query_amounts import written_amounts
from hankeapp.domain.query_dates import written_dates
from hankeapp.domain.query_keys import ABSENT, FLAGS, PRESENT, RUNNING, filter_keys, said
from hankeapp.domain.query_scanning import DOUBLE, SINGLE
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Flagged, Known, Named, Phrase, Running, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.query_terms import Condition, Term

_MUST_BE_QUOTED = frozenset(f",=:{DOUBLE}{SINGLE}")


def text_of(terms: Iterable[Term]) -> str:
    """The text that asks what the terms ask: to parse it gives them again."""
    return " ".join(map(term_text, terms))


def term_text(term: Term) -> str:
    """A term as it is typed."""
    parts: list[str] = []
    key_before = ""
    for condition in term.any_of:
        key, value = key_of(condition), value_text(condition)
        parts.append(value if key == key_before or not key else f"{key}:{value}")
        key_before = key
    return f"{'-' if term.is_negated else ''}{','.join(parts)}"


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
        case Phrase(text):
            return _in_quotes(text)
        case Choice(name, code):
            return _quoted(filter_keys()[name].field.type(code).label.lower())
        case Named(_, text, whole):
            return f"{'=' if whole else ''}{_quoted(text)}"
        case Dates() | Running():
            return _spaced(written_dates(condition))
        case Amounts(name):
            return written_amounts(condition, filter_keys()[name].field.type)
        case Known(name):
            return filter_keys()[name].key
        case Flagged(view):
            return said(FLAGS[view])


def _quoted(text: str) -> str:
    return text if _MUST_BE_QUOTED.isdisjoint(text) and not any(map(str.isspace, text)) else _in_quotes(text)


def _spaced(text: str) -> str:
    return _in_quotes(text) if " " in text else text


def _in_quotes(text: str) -> str:
    return f"'{text}'" if not set(DOUBLE).isdisjoint(text) else f'"{text}"'
