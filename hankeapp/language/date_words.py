"""Date words: each single date in a Finnish text, with the case that says from, to or in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.domain.dates import MONTH_NAMES, PartialDate, Season, month_of, season_of
from hankeapp.language import swedish_dates as swedish

if TYPE_CHECKING:
    from collections.abc import Iterator


class Case(Enum):
    """What the ending of the word says: from then on, up to then, or then."""

    FROM = "from"
    TO = "to"
    IN = "in"


@dataclass(frozen=True, kw_only=True)
class DateWord:
    """A date as it stands in a text. What the text leaves to its neighbour (the year of “1.1.–31.12.2024”) is None.

    `bare` marks a year that only its surroundings can tell from another number; `short` a day with a year of two
    digits.
    """

    span: tuple[int, int]
    year: int | None
    month: int | None = None
    day: int | None = None
    season: Season | None = None
    case: Case = Case.IN
    bare: bool = False
    short: bool = False

    @property
    def is_year(self) -> bool:
        """A year and nothing more precise."""
        return self.month is None and self.season is None

    def date(self, like: DateWord | None = None) -> PartialDate:
        """The date, with what is missing taken from the one behind it; `DateError` when there is no such day."""
        whole = self if like is None else replace(self, year=self.year or like.year, month=self.month or like.month)
        month = whole.month if self.day is not None or self.month is not None else None
        return PartialDate(whole.year or 0, month, self.day, self.season)


_YEAR = r"(?:19|20|21)\d\d(?![\d\w]|[.,:]\d|-?luvu|-?luku|-vuoti)"
_SHORT_MONTH = "|".join(name.removesuffix("kuu") for name in MONTH_NAMES)
_MONTH = rf"(?:(?:{_SHORT_MONTH})kuu(?:hun|n|ta|ssa|sta|lle|lla|lta|ksi|na)?\b|{swedish.MONTH})"
_SEASON = (
    rf"(?:alku|loppu|keski)?(?:kevä(?:t|än|ällä|ästä|äseen|äksi)|kesä(?:n|llä|stä|än|ksi)?|syksy(?:n|llä|stä|yn|ksi)?"
    rf"|talv(?:i|en|ella|esta|een|eksi)|{swedish.SEASON}|(?:kevät|syys)(?:luku)?kau(?:si|den|della|desta|teen))\b"
)
_EDGE = r"(?:al(?:ku|un|ussa|usta|kuun)|lo(?:ppu|pun|pussa|pulla|pusta|ppuun)|puoliväli(?:n|ssä|stä|in)?)\b"
_YEAR_WORD = (
    rf"(?:{swedish.YEAR}|(?:luku|toiminta|kalenteri|alku|loppu|budjetti)?"
    r"vuo(?:si|nna|den|desta|teen|delle|deksi|della|sina|sien|sille|siksi|sia)|vv?\.)"
)
_DASH = r"\s?[-–—−‑]\s?"

_DATE_WORD = re.compile(
    rf"""
    (?<!\w) (?:(?P<since>{swedish.FROM})|(?P<until>{swedish.TO}))?
    (?: (?=\D) | (?<![/§€+]) (?<!\d[.,]) (?<![^\W\d][-–]) (?<!§\s) (?<!nro\s) (?<!\d\d\d\s) )
    (?:
        (?P<iso> (?:19|20|21)\d\d-\d\d-\d\d (?!\d) )
      | (?P<day>\d{{1,2}})\.\s{{0,2}}(?P<day_month>\d{{1,2}})\.
            (?: \s{{0,2}}(?P<day_year>{_YEAR}) | (?P<day_short>\d\d)(?![\d.]) )? (?!\d)
      | (?P<only_day>\d{{1,2}})\. (?= {_DASH}\d{{1,2}}\.\s{{0,2}}\d{{1,2}}\. )
      | (?P<named_day>\d{{1,2}})\.?\s{{1,2}}(?P<named_month>{_MONTH})(?:\s{{1,2}}(?P<named_year>{_YEAR}))?
      | (?P<slash_month>\d{{1,2}})(?:\s?/\s?|\.)(?P<slash_year>{_YEAR})(?!/)
      | (?P<twin_month>\d{{1,2}})/(?P<twin_year>\d\d)(?!\d)
            (?: (?= {_DASH}\d{{1,2}}/\d\d(?![\d/]) ) | (?<=\d[-–]\d/\d\d) | (?<=\d[-–]\d\d/\d\d)
              | (?<=\d\s[-–]\s\d/\d\d) | (?<=\d\s[-–]\s\d\d/\d\d) )
      | (?P<only_month>\d{{1,2}}) (?= {_DASH}\d{{1,2}}/{_YEAR} )
      | (?P<short_month>{_SHORT_MONTH}) (?= -?{_DASH}\w{{2,7}}kuu )
      | vuoden\s{{1,2}}(?P<first_year>{_YEAR})\s{{1,2}}(?P<then>{_MONTH}|{_SEASON}|{_EDGE})
      | (?P<month>{_MONTH})(?:\s{{1,2}}(?P<month_edge>{_EDGE}))?
            (?:\s{{1,2}}(?P<month_year>{_YEAR})(?:\s{{1,2}}(?P<late_edge>{_EDGE}))?)?
      | (?P<winter>(?:alku|loppu)?talv\w{{1,4}})\s{{1,2}}(?P<winter_year>{_YEAR})\s?[-–/]\s?(?:\d{{4}}|\d\d)(?!\d)
      | (?P<season>{_SEASON})(?:\s{{1,2}}(?P<season_year>{_YEAR}))?
      | (?P<year_word>{_YEAR_WORD})\s{{0,2}}(?P<year>{_YEAR})
      | (?P<bare>{_YEAR})
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_COUNTED = re.compile(
    r"""(?:[-–]\d{4})?\s{0,2}(?:
        [€%] | (?:kpl|ha|kg|km|m|m²|m2|m3|h)\b
      | (?: (?:euro|hehtaari|tonni|kilo|(?:kilo|neliö)?metri|litra|tunti|tunni|kerta|(?:työ)?paik(?:k)?a|asunto|asunno)
          | (?:henkilö|osallistuja|opiskelija|kävijä|käyttäjä|työntekijä|neliö) ) (?:a|ä|n|tä)\b
      | (?:asukas|oppilas|asiakas|lasta|nuorta|ihmis|kuntalais|yritys|talout|kappalet)(?:ta|tä|a)?\b
      | (?:asukkaan|oppilaan|asiakkaan|ihmisen|kuntalaisen|yrityksen|kappaleen)\b
      | -?synty
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINED = re.compile(_DASH)
_UP_TO = re.compile(r"(?:teen|kuuhun|seen|sään|yyn|veen|ppuun|lkuun|liin)$", re.IGNORECASE)


def date_words(text: str) -> Iterator[DateWord]:
    """Every date in the text, in order; numbers that count something are passed over."""
    surely_until = -1
    for match in _DATE_WORD.finditer(text):
        word = _numeric(match) or _named(match) or _year(match)
        joined = _JOINED.fullmatch(text, surely_until, match.start()) if surely_until >= 0 else None
        if word.bare and not joined and _COUNTED.match(text, match.end()):
            continue
        surely_until = -1 if word.bare else match.end()
        yield replace(word, case=Case.FROM if match["since"] else Case.TO) if match["since"] or match["until"] else word


def _numeric(match: re.Match[str]) -> DateWord | None:
    span = match.span()
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return DateWord(span=span, year=year, month=month, day=day)
    if match["day"]:
        short = match["day_short"]
        digits = f"20{short}" if short else match["day_year"]
        day, month = int(match["day"]), int(match["day_month"])
        return DateWord(span=span, year=_int(digits), month=month, day=day, short=bool(short))
    if match["only_day"]:
        return DateWord(span=span, year=None, day=int(match["only_day"]))
    if match["slash_month"]:
        return DateWord(span=span, year=int(match["slash_year"]), month=int(match["slash_month"]))
    if match["twin_month"]:
        return DateWord(span=span, year=2000 + int(match["twin_year"]), month=int(match["twin_month"]), short=True)
    return DateWord(span=span, year=None, month=int(match["only_month"])) if match["only_month"] else None


def _named(match: re.Match[str]) -> DateWord | None:
    span = match.span()
    if match["named_day"]:
        month = _month(match["named_month"])
        return DateWord(span=span, year=_int(match["named_year"]), month=month, day=int(match["named_day"]))
    if match["short_month"]:
        return DateWord(span=span, year=None, month=month_of(match["short_month"] + "kuu"))
    if match["first_year"]:
        return _of_word(span, match["then"], int(match["first_year"]), match["then"])
    if match["month"]:
        edge = match["month_edge"] or match["late_edge"] or match["month"]
        return _of_word(span, match["month"], _int(match["month_year"]), edge)
    if match["winter"]:
        return _of_word(span, match["winter"], int(match["winter_year"]), match["winter"])
    return _of_word(span, match["season"], _int(match["season_year"]), match["season"]) if match["season"] else None


def _of_word(span: tuple[int, int], word: str, year: int | None, ending: str) -> DateWord:
    return DateWord(span=span, year=year, month=_month(word), season=_season(word), case=_case(ending))


def _year(match: re.Match[str]) -> DateWord:
    if match["year"]:
        return DateWord(span=match.span(), year=int(match["year"]), case=_case(match["year_word"]))
    return DateWord(span=match.span(), year=int(match["bare"]), bare=True)


def _month(word: str) -> int | None:
    return month_of(word) or swedish.month_of(word)


def _season(word: str) -> Season | None:
    if swedish.month_of(word):
        return None
    stem = re.sub(r"^(?:alku|loppu|keski)", "", word.lower())
    return Season.AUTUMN if re.match(r"syys(?:luku)?kau", stem) else season_of(stem) or swedish.season_of(word)


def _case(word: str) -> Case:
    if re.search(r"st[aä]$", word, re.IGNORECASE):
        return Case.FROM
    return Case.TO if _UP_TO.search(word) else Case.IN


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
