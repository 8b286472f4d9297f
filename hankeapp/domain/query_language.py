"""The query language: what a person types into the search field, a saved search or the command line, and its meaning.

A blank is “and”, a comma “or” between the values of a filter or between words, a minus before a term “not”. Words and
"phrases" in quotes of any sort are looked for in the texts, `key:value` asks for a field. What is not understood is
told in a sentence: a key that is none is looked for as text, and a value that a filter cannot have no project has.
Nothing is an error.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hankeapp.domain.query_keys import FilterKind, filter_keys, filter_named, flag_named, nearest
from hankeapp.domain.query_scanning import DOUBLE, MINUSES, OVER, Scanner
from hankeapp.domain.query_terms import Flagged, Parsed, Phrase, Term, Unread, Word
from hankeapp.domain.query_values import one_of, read_value, short
from hankeapp.translation import tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hankeapp.domain.query import View
    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.domain.query_terms import Condition, Filter, Text

MOST_CONDITIONS = 60
"""More than a person asks for; a whole page that was pasted in is not searched for word by word."""

_MOST_DOUBTS = 5
_AROUND = ", \t\n"
_CASE_ENDING = re.compile(rf"(?:i?(?:[nt]|[tn]?[aä]|[sl][stl][aä]|lle|ksi)|[hs]?[aeiouyäö]{{1,2}}n|s){OVER}")
"""After the colon of an inflected abbreviation: EU:n, ELYä, LIFE:stä, ESR:ään."""


@lru_cache(maxsize=64)
def parse(text: str, today: date) -> Parsed:
    """What a text asks, seen from a day. Takes any text, in a time that grows with its length."""
    return _Reader(text, today).read()


class _Reader:
    """Goes over a text once."""

    def __init__(self, text: str, today: date) -> None:
        self._text = text
        self._today = today
        self._scanner = Scanner(text)
        self._terms: list[Term] = []
        self._doubts: dict[str, None] = {}
        self._conditions = 0

    def read(self) -> Parsed:
        place = self._next(0)
        while place < len(self._text):
            if self._conditions >= MOST_CONDITIONS:
                self._doubts[_too_much()] = None
                break
            place = self._next(self._term(place))
        return Parsed(tuple(self._terms), tuple(self._doubts))

    def _next(self, place: int) -> int:
        place = self._scanner.after_blanks(place)
        while self._text[place : place + 1] == ",":
            place = self._scanner.after_blanks(place + 1)
        return place

    def _term(self, start: int) -> int:
        place = start
        while place < len(self._text) and self._text[place] in MINUSES:
            place += 1
        if self._scanner.is_over(place):
            return place  # a dash between words is none
        key = self._scanner.key(place)
        asked = filter_named(key) if key else None
        if asked is not None:
            return self._filter(start, place, asked)
        if key and not self._is_address(place + len(key) + 1):
            return self._unknown(start, place, key)
        return self._words(start, place)

    def _is_address(self, place: int) -> bool:
        return self._text.startswith("//", place)

    def _filter(self, start: int, first: int, asked: FilterKey) -> int:
        after_colon = self._text.index(":", first) + 1
        conditions, doubts, end = self._values(asked, after_colon)
        if conditions:
            self._add(start, first, end, conditions)
        elif doubts:
            typed = self._text[after_colon:end].strip(_AROUND)
            self._add(start, first, end, [Unread(asked.name, typed)])
            doubts = [f"{_unread(f'{asked.key}:{typed}')} {doubts[0]}"]
        else:
            doubts = [_no_value(asked)]
        self._doubts |= dict.fromkeys(doubts[: _MOST_DOUBTS - len(self._doubts)])
        return end

    def _values(self, asked: FilterKey, place: int) -> tuple[list[Filter], list[str], int]:
        """What the values from here on ask, what was not understood of them, and the place after them."""
        conditions: list[Filter] = []
        doubts: list[str] = []
        while (begin := self._value_at(place, asked)) is not None:
            value = read_value(asked, self._scanner, begin, self._today)
            if value is None:
                break
            conditions += value.conditions
            doubts += [value.doubt] if value.doubt else []
            place = value.end
            if not self._goes_on(place):
                break
            place += 1
        return conditions, doubts, place

    def _value_at(self, place: int, asked: FilterKey) -> int | None:
        """Where the value begins, after blanks perhaps; None before the end, or before another filter."""
        found = self._scanner.after_blanks(place)
        if found >= len(self._text):
            return None
        return None if found > place and self._begins_anew(found, asked) else found

    def _begins_anew(self, place: int, asked: FilterKey) -> bool:
        if self._text[place] in MINUSES:
            return asked.kind not in {FilterKind.DATE, FilterKind.AMOUNT, FilterKind.RUNNING}
        return filter_named(self._scanner.key(place)) is not None

    def _goes_on(self, place: int) -> bool:
        """Whether a comma stands here with another value, and not another filter, after it."""
        if self._text[place : place + 1] != ",":
            return False
        return filter_named(self._scanner.key(self._scanner.after_blanks(place + 1))) is None

    def _unknown(self, start: int, first: int, key: str) -> int:
        """A word with a colon that is no filter; a blank after the colon makes it a sentence of a text."""
        colon = first + len(key)
        near = nearest(key) if len(self._doubts) < _MOST_DOUBTS else ""
        view = flag_named(key)
        asked: list[Condition] = [Flagged(view) if view else Word(key)]
        if self._scanner.is_over(colon + 1) or self._text[colon + 1] in DOUBLE:
            if near:
                self._doubts[_no_filter(key, near)] = None
            self._add(start, first, colon + 1, asked)
            return colon + 1
        if _CASE_ENDING.match(self._text, colon + 1):
            return self._words(start, first)
        if view is None and len(self._doubts) < _MOST_DOUBTS:
            self._doubts[_no_filter(key, near)] = None
        if start < first:
            return self._words(start, first)
        self._add(start, first, colon + 1, asked)
        return colon + 1

    def _words(self, start: int, first: int) -> int:
        """Words and phrases with commas between them; only flags among them are a filter."""
        found: list[Text] = []
        views: list[View | None] = []
        place = first
        while (piece := self._scanner.piece(place)) is not None:
            if piece.text:
                found.append(Phrase(piece.text, piece.is_open) if piece.is_quoted else Word(piece.text))
                views.append(None if piece.is_quoted else flag_named(piece.text))
            place = piece.end
            if not self._goes_on(place):
                break
            place = self._scanner.after_blanks(place + 1)
        flags = [Flagged(view) for view in views if view is not None]
        if found:
            self._add(start, first, place, flags if len(flags) == len(found) else found)
        return place

    def _add(self, start: int, first: int, end: int, conditions: Sequence[Condition]) -> None:
        room = MOST_CONDITIONS - self._conditions
        any_of = tuple(dict.fromkeys(conditions))
        self._conditions += len(any_of)
        if len(any_of) > room:
            self._doubts[_too_much()] = None
        self._terms.append(Term((start, end), first > start, any_of[:room]))


def _unread(typed: str) -> str:
    return tr("“{text}” was not understood.", text=short(typed))


def _no_filter(key: str, near: str) -> str:
    if near:
        return tr(
            "“{key}:” is no filter; it was searched for as text. Did you mean “{near}:”?", key=short(key), near=near
        )
    return tr(
        "“{key}:” is no filter; it was searched for as text. Filters are for example {examples}.",
        key=short(key),
        examples=one_of([f"{filter_keys()[name].key}:" for name in ("status", "funder", "ends")]),
    )


def _no_value(asked: FilterKey) -> str:
    return tr("“{key}:” has no value yet. Write it after the colon.", key=asked.key)


def _too_much() -> str:
    return trn(
        "The search is too long: only its first word was searched for.",
        "The search is too long: only its first {n} words and filters were searched for.",
        MOST_CONDITIONS,
    )
