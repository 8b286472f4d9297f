"""Time phrases: date words put together into ranges, lists, beginnings, ends and points."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.errors import DateError
from hankeapp.language import time_verbs
from hankeapp.language.date_words import Case, DateWord, date_words
from hankeapp.language.times import TimeExpression, TimeKind
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.dates import PartialDate

_DASH = re.compile(r"\s{0,2}[-–—−‑]\s{0,2}")
_UP_TO = re.compile(r"\s{1,2}(?:(?:alkaen|lähtien|aina)\s{1,2})?")
_LISTED = re.compile(r"\s?,\s{0,2}|\s{1,2}(?:ja|sekä|tai|och|and)\s{1,2}")
_LINE_END = re.compile(r"\s*(?:[\r\n]|$)")
_AND = re.compile(r"\s{1,2}(?:ja|och|and)\s{1,2}")
_BETWEEN = re.compile(r"\s{1,2}väli(?:llä|senä aikana)")
_SHORT_END = re.compile(r"\s?([-–−])\s?(\d\d)(?![\w.,/%]\w|\w|\s?%|-vuoti)")
_OPEN_END = re.compile(r"[-–](?=\s?[),.;:]|\s*$|\s(?!\w*\d))")
_OPEN_START = re.compile(r"\([–-]\s?$")
_SUFFIX = re.compile(r"\s{1,2}(?:(alkaen|lähtien)|(asti|saakka)|(mennessä))\b", re.IGNORECASE)
_SUFFIX_KINDS = (TimeKind.FROM, TimeKind.UNTIL, TimeKind.BY)
_UNTIL = re.compile(r"loppuun\b|\btill\b|t\.o\.m\.", re.IGNORECASE)
_STILL = re.compile(r"\s{1,2}(?:asti|saakka)\b")


def phrases(text: str) -> Iterator[TimeExpression]:
    """Every phrase with a date, in order, without roles."""
    words = list(date_words(text))
    at = end = 0
    while at < len(words):
        found, used = _phrase(text, words[at : at + 12])
        if found is not None:
            shares_verb = found.span[0] < end
            yield replace(found, span=(words[at].span[0], found.span[1])) if shares_verb else found
            end = found.span[1]
        at += used


def _phrase(text: str, words: list[DateWord]) -> tuple[TimeExpression | None, int]:
    first, rest = words[0], words[1:]
    if rest and _DASH.fullmatch(text, first.span[1], rest[0].span[0]):
        return _range(text, first, rest[0]), 2
    if rest and first.case is Case.FROM and rest[0].case is Case.TO and _gap(_UP_TO, text, first, rest[0]):
        return _range(text, first, rest[0]), 2
    if rest and _is_between(text, first, rest[0]):
        return _range(text, first, rest[0]), 2
    years = _years(text, words)
    if len(years) > 1:
        return _list(text, years), len(years)
    return _short_range(text, first) or _single(text, first), 1


def _is_between(text: str, left: DateWord, right: DateWord) -> bool:
    """“syyskuun 2025 ja elokuun 2026 välisenä aikana”; years alone are read as a list first."""
    dated = not (left.is_year and left.day is None)
    return dated and _gap(_AND, text, left, right) and _BETWEEN.match(text, right.span[1]) is not None


def _gap(pattern: re.Pattern[str], text: str, left: DateWord, right: DateWord) -> bool:
    return pattern.fullmatch(text, left.span[1], right.span[0]) is not None


def _range(text: str, left: DateWord, right: DateWord) -> TimeExpression | None:
    if right.year is None:
        return None
    start, wrong_start = _date(left, right)
    end, wrong_end = _date(right)
    still = _STILL.match(text, right.span[1])
    span = (left.span[0], still.end() if still else right.span[1])
    return ranged(text, span, start, end, wrong_start or wrong_end)


def ranged(
    text: str, span: tuple[int, int], start: PartialDate | None, end: PartialDate | None, problem: str
) -> TimeExpression:
    """A range; an end before the start is left out and told."""
    if start and end and end.latest < start.earliest:
        end, problem = None, tr("The end is before the start: {words}.", words=text[slice(*span)])
    return TimeExpression(kind=TimeKind.RANGE, span=span, start=start, end=end, problem=problem)


def _date(word: DateWord, like: DateWord | None = None) -> tuple[PartialDate | None, str]:
    try:
        return word.date(like), ""
    except DateError as error:
        return None, error.sentences[0]


def _short_range(text: str, word: DateWord) -> TimeExpression | None:
    """“2024–26”; but “2024-05” is a month."""
    match = _SHORT_END.match(text, word.span[1])
    if match is None or not word.is_year or word.year is None:
        return None
    last, span = int(match[2]), (word.span[0], match.end())
    if last > word.year % 100:
        end = DateWord(span=span, year=word.year // 100 * 100 + last)
        return TimeExpression(kind=TimeKind.RANGE, span=span, start=word.date(), end=end.date())
    if 1 <= last <= 12 and match[1] == "-":
        month = DateWord(span=span, year=word.year, month=last).date()
        return TimeExpression(kind=TimeKind.POINT, span=span, start=month, end=month)
    return None


def _years(text: str, words: list[DateWord]) -> list[DateWord]:
    """The years that are listed from the first word on; a year that begins a range of its own is not one of them."""
    if not _plain_year(words[0]):
        return []
    listed = words[:1]
    for word, following in zip(words[1:], [*words[2:], None], strict=False):
        begins = following is not None and _gap(_DASH, text, word, following)
        short = _SHORT_END.match(text, word.span[1])
        if not (word.bare and _gap(_LISTED, text, listed[-1], word)) or begins or short:
            break
        listed.append(word)
    return listed


def _plain_year(word: DateWord) -> bool:
    return word.is_year and word.day is None and word.case is Case.IN


def _list(text: str, years: list[DateWord]) -> TimeExpression:
    start, end = years[0].date(), years[-1].date()
    span = (years[0].span[0], years[-1].span[1])
    between = _BETWEEN.match(text, span[1])
    if between and start < end:
        return TimeExpression(kind=TimeKind.RANGE, span=(span[0], between.end()), start=start, end=end)
    listed = tuple(sorted({year.year for year in years if year.year}))
    return TimeExpression(kind=TimeKind.LIST, span=span, start=min(start, end), end=max(start, end), years=listed)


def _single(text: str, word: DateWord) -> TimeExpression | None:
    if word.year is None:
        return None
    kind, span = _kind(text, word)
    if kind is None or (kind is TimeKind.POINT and (word.short or _is_no_month(word))):
        return None
    date, problem = _date(word)
    start = date if kind in {TimeKind.FROM, TimeKind.POINT} else None
    end = date if kind is not TimeKind.FROM else None
    return TimeExpression(kind=kind, span=span, start=start, end=end, problem=problem)


def _is_no_month(word: DateWord) -> bool:
    """“45/2023” is the number of a section or a decision."""
    return not word.day and word.month is not None and word.month > 12


def _kind(text: str, word: DateWord) -> tuple[TimeKind | None, tuple[int, int]]:
    """What a single date says, with the span of the words that say it; a bare year alone says nothing."""
    start, end = word.span
    suffix = _SUFFIX.match(text, end)
    if suffix is not None:
        kind = _SUFFIX_KINDS[(suffix.lastindex or 1) - 1]
        return kind, (time_verbs.verb_start(text, start, kind), suffix.end())
    by_verb = time_verbs.said(text, word.span)
    if by_verb is not None:
        return by_verb
    if word.case is Case.FROM:
        return TimeKind.FROM, word.span
    if word.case is Case.TO:
        return (TimeKind.UNTIL if _UNTIL.search(text[start:end]) else TimeKind.BY), word.span
    return _bare_kind(text, word)


def _bare_kind(text: str, word: DateWord) -> tuple[TimeKind | None, tuple[int, int]]:
    start, end = word.span
    open_end = _OPEN_END.match(text, end)
    if open_end:
        return TimeKind.FROM, (start, open_end.end())
    open_start = _OPEN_START.search(text, max(0, start - 3), start)
    if open_start:
        return TimeKind.UNTIL, (open_start.start() + 1, end)
    in_brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    listed = text[start - 2 : start] == ", " and _LINE_END.match(text, end) is not None
    return (TimeKind.POINT if not word.bare or in_brackets or listed else None), word.span
