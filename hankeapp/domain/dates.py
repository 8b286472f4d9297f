"""Dates as an office knows them: to the day, month, season or year, never more precise than what was said.

Text forms: Finnish (`2026`, `12/2022`, `kesä 2019`, `31.12.2023`) and ISO 8601-2 level 1 with its seasons
(`2026`, `2022-12`, `2019-22`, `2023-12-31`; 21 spring … 24 winter), which is also EDTF.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property, total_ordering

from hankeapp.domain.date_slips import slip
from hankeapp.domain.errors import DateError
from hankeapp.translation import mark, tr

MONTH_NAMES = (
    "tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu",
    "heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu",
)  # fmt: skip

_IN_MONTH = (
    mark("In January"), mark("In February"), mark("In March"), mark("In April"), mark("In May"), mark("In June"),
    mark("In July"), mark("In August"), mark("In September"), mark("In October"), mark("In November"),
    mark("In December"),
)  # fmt: skip


class Season(IntEnum):
    """Seasons by their ISO 8601-2 codes. A winter begins in December of its year and ends in the next."""

    SPRING = 21
    SUMMER = 22
    AUTUMN = 23
    WINTER = 24

    @property
    def first_month(self) -> int:
        """3, 6, 9 or 12: the thermal seasons of the Finnish calendar, by whole months."""
        return (self - 20) * 3


SEASON_NAMES = {Season.SPRING: "kevät", Season.SUMMER: "kesä", Season.AUTUMN: "syksy", Season.WINTER: "talvi"}
_SEASON_STEMS = {
    "kevä": Season.SPRING,
    "kesä": Season.SUMMER,
    "syksy": Season.AUTUMN,
    "talve": Season.WINTER,
    "talvi": Season.WINTER,
}

_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_FINNISH = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}})\s?\.\s?)?(?P<month>\d{{1,2}})\s?[./]\s?|(?P<name>[a-zäö]+)\s+)?{_YEAR}(?:\s?[-–]\s?(?P<second>\d{{4}}|\d\d))?",
    re.IGNORECASE,
)
_ISO = re.compile(rf"{_YEAR}(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A day, a month, a season or a year.

    Raises `DateError` for a day that does not exist. Ordered by the earliest, then the latest possible day.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: Season | None = None

    def __post_init__(self) -> None:
        if not 1900 <= self.year <= 2199:
            raise DateError(tr("The year {year} is not between 1900 and 2199.", year=self.year))
        if self.season is not None and (self.month is not None or self.day is not None):
            raise ValueError("a season has no month and no day")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        if self.month is not None and not 1 <= self.month <= 12:
            raise DateError(
                tr("There is no month {month}.", month=self.month),
                tr("Write for example 12/{year} or {year}.", year=self.year),
            )
        if self.month is not None and self.day is not None:
            self._check_day(self.month, self.day)

    def _check_day(self, month: int, day: int) -> None:
        last = calendar.monthrange(self.year, month)[1]
        if 1 <= day <= last:
            return
        in_month = tr(_IN_MONTH[month - 1])
        raise DateError(
            tr("{in_month} {year} there is no day {day}.", in_month=in_month, year=self.year, day=day),
            tr(
                "Write for example {last}.{month}.{year} or {month}/{year}.",
                last=last,
                month=month,
                year=self.year,
            ),
        )

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A date known to the day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read `2026`, `2022-12`, `2019-22` or `2023-12-31`; `DateError` for anything else."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise _unreadable(text)
        year = int(match["year"])
        month = int(match["month"]) if match["month"] else None
        day = int(match["day"]) if match["day"] else None
        if month is not None and day is None and month in Season._value2member_map_:
            return cls(year, season=Season(month))
        return cls(year, month, day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date as a Finn writes it, or as ISO; `DateError` says what is wrong and how to write it.

        ISO's seasons are not taken from a person: who writes 2021-22 means two years.
        """
        words = " ".join(text.split())
        if _ISO.fullmatch(words):
            date = cls.from_iso(words)
            if date.season is None:
                return date
            raise _unreadable(text)
        match = _FINNISH.fullmatch(words)
        if match is None or (match["day"] and int(match["month"]) > 12 and meant(text)):
            raise _unreadable(text)
        year = int(match["year"])
        if match["name"]:
            return _named(cls, match["name"].lower(), year, match["second"], text)
        if match["second"]:
            raise _unreadable(text)
        day = int(match["day"]) if match["day"] else None
        month = int(match["month"]) if match["month"] else None
        return cls(year, month, day)

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        if self.season is not None:
            return date(self.year, self.season.first_month, 1)
        return date(self.year, self.month or 1, self.day or 1)

    @cached_property
    def latest(self) -> date:
        """The last day it can be; lists ask for it at every painting."""
        if self.season is Season.WINTER:
            year, month = self.year + 1, 2
        elif self.season is not None:
            year, month = self.year, self.season.first_month + 2
        else:
            year, month = self.year, self.month or 12
        return date(year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def iso(self) -> str:
        """ISO 8601-2, which is EDTF as well."""
        if self.season is not None:
            return f"{self.year}-{self.season.value}"
        text = str(self.year)
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        return text

    def __str__(self) -> str:
        """As a Finnish office writes it."""
        if self.season is Season.WINTER:
            return f"talvi {self.year}–{self.year + 1}"
        if self.season is not None:
            return f"{SEASON_NAMES[self.season]} {self.year}"
        if self.day is not None:
            return f"{self.day}.{self.month}.{self.year}"
        if self.month is not None:
            return f"{self.month}/{self.year}"
        return str(self.year)

    def __lt__(self, other: PartialDate) -> bool:
        return (self.earliest, self.latest) < (other.earliest, other.latest)


def month_of(word: str) -> int | None:
    """The month that an inflected Finnish word names ("joulukuussa" → 12), or None."""
    for number, name in enumerate(MONTH_NAMES, 1):
        if word.lower().startswith(name):
            return number
    return None


def season_of(word: str) -> Season | None:
    """The season that an inflected Finnish word names ("keväällä" → spring), or None."""
    if month_of(word) is not None:
        return None
    return next((season for stem, season in _SEASON_STEMS.items() if word.lower().startswith(stem)), None)


def interval_text(start: PartialDate | None, end: PartialDate | None) -> str:
    """The duration as an office writes it: `2024–2026`, `–31.12.2023`, `kesä 2019–`; empty when nothing is known.

    The dash has blanks around it where a side has two words, as the Finnish norm is.
    """
    if start is None and end is None:
        return ""
    if start == end:
        return str(start)
    first, last = str(start or ""), str(end or "")
    dash = " – " if first and last and " " in first + last else "–"
    return f"{first}{dash}{last}"


def interval_edtf(start: PartialDate | None, end: PartialDate | None) -> str:
    """The duration as an EDTF interval: an unknown start left empty, no end `..`; empty when nothing is known."""
    if start is None and end is None:
        return ""
    return f"{start.iso if start else ''}/{end.iso if end else '..'}"


def _named(cls: type[PartialDate], word: str, year: int, second: str | None, text: str) -> PartialDate:
    season = season_of(word)
    if second is not None and (season is not Season.WINTER or not str(year + 1).endswith(second)):
        raise _unreadable(text)
    if season is not None:
        return cls(year, season=season)
    if word in {"vuosi", "vuonna", "vuoden", "vuoteen"}:
        return cls(year)
    month = month_of(word)
    if month is None:
        raise _unreadable(text)
    return cls(year, month)


def meant(text: str) -> PartialDate | None:
    """The date that a text is a slip for: 12.31.2026, 2026/12, 31.12.26; None where nothing is near."""
    parts = slip(" ".join(text.split()), MONTH_NAMES)
    try:
        return PartialDate(*parts) if parts else None
    except DateError:
        return None


def _unreadable(text: str) -> DateError:
    near = meant(text)
    return DateError(
        tr("“{text}” is not a date.", text=text if len(text) <= 40 else text[:40] + "…"),
        tr("Did you mean {date}?", date=near)
        if near
        else tr("Write a day, a month or a year: 31.12.2026, 12/2026 or 2026."),
    )
