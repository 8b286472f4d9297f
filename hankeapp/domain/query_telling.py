"""A query in words, for a page that is read by those who never typed one: `Tila: aktiivinen; Päättyy: 2026–2027`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.dates import interval_text
from hankeapp.domain.query_keys import ABSENT, PRESENT, RUNNING, filter_keys
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Flagged, Known, Named, Phrase, Running, Unread, Word
from hankeapp.domain.query_values import one_of
from hankeapp.domain.query_writing import value_text
from hankeapp.domain.values import Cents, Share
from hankeapp.translation import tr

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.query_terms import Condition, Term


def in_words(text: str, today: date) -> str:
    """What a query's text asks, in words; empty where it asks nothing."""
    return "; ".join(map(_term, parse(text, today).terms))


def _term(term: Term) -> str:
    values = one_of(map(_value, term.any_of))
    title = _title(term.any_of[0])
    if term.is_negated:
        values = tr("not {values}", values=values)
    return f"{title}: {values}" if title else values


def _title(condition: Condition) -> str:
    match condition:
        case Word() | Phrase() | Flagged():
            return ""
        case Known(_, is_known):
            return (PRESENT if is_known else ABSENT).title
        case Running():
            return RUNNING.title
    return filter_keys()[condition.filter].title


def _value(condition: Condition) -> str:
    match condition:
        case Word(text) | Phrase(text):
            return tr("“{words}”", words=text)
        case Named(_, text) | Unread(_, text):
            return text
        case Dates(_, first, last) | Running(first, last):
            return interval_text(first, last)
        case Amounts(name):
            return f"{value_text(condition)}{_unit(filter_keys()[name].field.type)}"
        case Known(name):
            return filter_keys()[name].title.lower()
        case Flagged(view):
            return view.label.lower()
        case Choice():
            return value_text(condition).strip('"')


def _unit(kind: type) -> str:
    sign = "€" if issubclass(kind, Cents) else "%" if issubclass(kind, Share) else ""
    return f"\N{NO-BREAK SPACE}{sign}" if sign else ""
