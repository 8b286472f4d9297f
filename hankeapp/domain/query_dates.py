"""Dates in a query, read and written: `2026`, `2026-2027`, `<5/2026`, `kevät 2025`, `90pv`."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate, Season, month_of, season_of
from hankeapp.domain.query_keys import bare
from hankeapp.domain.query_scanning import OVER
from hankeapp.domain.query_terms import Ahead
from hankeapp.domain.query_words import TIMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hankeapp.domain.query_terms import Dates, Running

_DAY = (
    r"\d{4}-\d\d-\d\d|\d{4}-(?:0[1-9]|1[0-2])(?!\d)"
    r"|(?:\d{1,2}\s?\.\s?)?\d{1,2}\s?[./]\s?\d{4}|[^\W\d_]{3,14}\s{1,3}\d{4}|\d{4}"
)
_DASH = r"(?:[-‐‑–—−]|\s[-‐‑–—−]\s|\s?\.\.\s?)"
_SIGN = r"(?P<sign><=|>=|=<|=>|≤|≥|<|>|=|(?:ennen|före|before|jälkeen|efter|after)\s)\s{0,3}"
_TODAY = r"tänään|idag|today"

_DATES = re.compile(
    rf"(?:{_SIGN}(?P<bound>{_DAY}|{_TODAY})"
    rf"|(?P<first>{_DAY}|{_TODAY}){_DASH}(?P<last>{_DAY}|{_TODAY})"
    rf"|(?:{_DASH})(?P<until>{_DAY}|{_TODAY})"
    rf"|(?P<since>{_DAY}|{_TODAY})(?:[-‐‑–—−]|\.\.)"
    rf"|(?P<at>{_DAY}|{_TODAY})"
    r"|(?P<year>\d{4})[-‐‑–—−](?P<second>\d\d)"
    rf"|(?P<name>[^\W\d_]{{3,14}})){OVER}",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"(?P<minus>[-‐‑–−])?(?P<number>\d{{1,3}})\s?(?P<unit>[^\W\d_]{{1,9}}){OVER}")

_UNITS = {
    "d": ("pv", "d", "päivä", "päivää", "dag", "dagar", "day", "days"),
    "w": ("vk", "vko", "viikko", "viikkoa", "v.", "w", "vecka", "veckor", "week", "weeks"),
    "m": ("kk", "kuukausi", "kuukautta", "mån", "månad", "månader", "m", "month", "months"),
    "y": ("v", "vuosi", "vuotta", "år", "y", "year", "years"),
}
_UNIT_OF = {bare(word): unit for unit, words in _UNITS.items() for word in words}
_LAST_YEAR = 2199
_BEFORE, _AFTER = frozenset({"<", "ennen", "före", "before"}), frozenset({">", "jälkeen", "efter", "after"})
_UP_TO, _FROM = frozenset({"<=", "=<", "≤"}), frozenset({">=", "=>", "≥"})


@dataclass(frozen=True)
class Stretch:
    """A time that was asked for, and the place after it; None is open."""

    first: PartialDate | None
    last: PartialDate | None
    ahead: Ahead | None
    end: int


def read_dates(text: str, place: int, today: date) -> Stretch | None:
    """The time that is written here; None where there is none, `DateError` where it does not exist."""
    if found := _AHEAD.match(text, place):
        unit = _UNIT_OF.get(bare(found["unit"]))
        if unit is not None:
            ahead = Ahead(int(found["number"]) * (-1 if found["minus"] else 1), unit)
            return Stretch(*_stretch(ahead, today), ahead, found.end())
    found = _DATES.match(text, place)
    if found is None:
        return None
    asked = _asked(found.groupdict(), today)
    return Stretch(*asked, None, found.end()) if asked else None


def _asked(found: Mapping[str, str | None], today: date) -> tuple[PartialDate | None, PartialDate | None] | None:
    if bound := found["bound"]:
        return _bounded((found["sign"] or "").strip().lower(), _date(bound, today))
    if (first := found["first"]) and (last := found["last"]):
        return _between(_date(first, today), _date(last, today))
    if (year := found["year"]) and (second := found["second"]):  # 2021-27
        return _between(_date(year, today), _date(f"{year[:2]}{second}", today))
    if until := found["until"]:
        return None, _date(until, today)
    if since := found["since"]:
        return _date(since, today), None
    if at := found["at"]:
        return (_date(at, today),) * 2
    named = _coming(found["name"] or "", today)
    return (named, named) if named else None


def _bounded(sign: str, bound: PartialDate) -> tuple[PartialDate | None, PartialDate | None]:
    if sign in _BEFORE:
        return None, _before(bound)
    if sign in _AFTER:
        return _after(bound), None
    if sign in _UP_TO:
        return None, bound
    return bound, None if sign in _FROM else bound


def _between(first: PartialDate, last: PartialDate) -> tuple[PartialDate, PartialDate]:
    if first.season is Season.WINTER and last == PartialDate(first.year + 1):
        return first, first  # talvi 2025-2026
    return (first, last) if first <= last else (last, first)


def _date(text: str, today: date) -> PartialDate:
    return PartialDate.of(today) if bare(text) in _TODAYS else PartialDate.parse(_in_finnish(text))


def _in_finnish(text: str) -> str:
    """With the name of a month or season in Finnish, whatever language it was typed in."""
    name, blank, year = text.partition(" ")
    return f"{_FINNISH.get(bare(name), name)}{blank}{year}"


_FINNISH = {bare(word): finnish for finnish, words in TIMES.items() for word in words}
_TODAYS = frozenset(map(bare, _TODAY.split("|")))


def _coming(name: str, today: date) -> PartialDate | None:
    """The season or month of this name that is going on or comes next: `päättyy:kevät`."""
    name = _in_finnish(name)
    season, month = season_of(name), month_of(name)
    if season is None and month is None:
        return None
    years = range(today.year - 1, today.year + 2)
    named = [PartialDate(year, season=season) if season else PartialDate(year, month) for year in years]
    return next(each for each in named if each.latest >= today)


def _before(bound: PartialDate) -> PartialDate:
    """What ends where a date begins, as exactly as that is known."""
    if bound.month is None and bound.season is None:
        return PartialDate(bound.year - 1)
    eve = PartialDate.of(bound.earliest - timedelta(days=1))
    return PartialDate(eve.year, eve.month) if bound.day is None and bound.season is None else eve


def _after(bound: PartialDate) -> PartialDate:
    if bound.month is None and bound.season is None:
        return PartialDate(bound.year + 1)
    morrow = PartialDate.of(bound.latest + timedelta(days=1))
    return PartialDate(morrow.year, morrow.month) if bound.day is None and bound.season is None else morrow


def _stretch(ahead: Ahead, today: date) -> tuple[PartialDate, PartialDate]:
    there = _moved(today, ahead)
    return PartialDate.of(min(today, there)), PartialDate.of(max(today, there))


def _moved(today: date, ahead: Ahead) -> date:
    if ahead.unit in {"d", "w"}:
        return today + timedelta(days=ahead.number * (7 if ahead.unit == "w" else 1))
    months = today.year * 12 + today.month - 1 + ahead.number * (12 if ahead.unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    if not 1900 <= year <= 2199:
        PartialDate(year)  # says so
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def written_dates(asked: Dates | Running) -> str:
    """The time of a condition as it is typed."""
    if asked.ahead is not None:
        return f"{asked.ahead.number}{_UNITS[asked.ahead.unit][0]}"
    if asked.first is None:
        return _until(asked.last) if asked.last else ""
    if asked.last is None:
        return f">={_one(asked.first)}"
    if asked.first == asked.last:
        return _one(asked.first)
    dash = ".." if " " in f"{_one(asked.first)}{_one(asked.last)}" else "-"
    return f"{_one(asked.first)}{dash}{_one(asked.last)}"


def _until(last: PartialDate) -> str:
    is_year = last.month is None and last.season is None and last.year < _LAST_YEAR
    return f"<{last.year + 1}" if is_year else f"<={_one(last)}"


def _one(known: PartialDate) -> str:
    return str(known).partition("–")[0]  # a winter by its first year
