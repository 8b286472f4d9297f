"""From a cell to the value of a field: typed where the cell is, read as words where it holds words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from hankeapp.domain.amounts import parse_cents, parse_share
from hankeapp.domain.dates import PartialDate, meant
from hankeapp.domain.errors import FieldError, KnownError
from hankeapp.domain.kinds import Kind
from hankeapp.domain.naming import is_flag
from hankeapp.domain.rules import LONGEST_LINE, LONGEST_TEXT, check_text
from hankeapp.domain.values import Cents, Codes, Key, Labels, Named, Share
from hankeapp.exchange.word_codes import ALSO
from hankeapp.exchange.words import kind_of
from hankeapp.exchange.workbooks import Wrong, words_of
from hankeapp.language.folding import fold
from hankeapp.language.time_expressions import TimeKind, read
from hankeapp.translation import PRINTED, mark, speaking, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.domain.fields import Field
    from hankeapp.exchange.workbooks import Cell

_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_DAY_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 18_264, 73_050
"""Days since day zero, as spreadsheets count: from 1950 to 2099."""
_TWO_DATES = re.compile(r"\s*(.{4,20}?)\s*[-–—]\s*(.{4,20}?)\s*")
_DIGITS = re.compile(r"\d{1,15}")

NEAR_DATE = mark("The date was written in another way: check it.")
SERIAL = mark("The cell holds the number by which spreadsheets count days.")
WITHIN = mark("The date stands among other words.")
BY_WORD = mark("The word is not one of the list; it was taken for the nearest.")
SPLIT = mark("With commas between them they may be several.")
ROUNDED = mark("The amount was rounded to whole cents.")
THOUSANDS = mark("By its head, the column tells thousands of euros.")


@dataclass(frozen=True)
class Read:
    """A value, what makes it uncertain (a message that is not translated yet), and other ways to read it."""

    value: Any
    doubt: str = ""
    others: tuple[Any, ...] = ()


def read_cell(field: Field, cell: Cell, *, thousands: bool = False) -> Read:
    """The value of a field; `KnownError` says why a cell has none for it. An amount may be told in `thousands`."""
    if isinstance(cell, Wrong):
        raise _no_value(cell)
    return _thousands(cell) if thousands and field.type is Cents else _reader(field)(cell)


def split(cell: Cell) -> list[Cell]:
    """Several values of one cell, parted by semicolons or lines."""
    if not isinstance(cell, str) or isinstance(cell, Wrong) or (";" not in cell and "\n" not in cell):
        return [cell]
    return [each.strip() for each in cell.replace("\n", ";").split(";") if each.strip()]


@lru_cache(maxsize=512)
def _reader(field: Field) -> Callable[[Cell], Read]:
    kind = field.type
    if kind is PartialDate:
        return _date
    if kind is Cents:
        return _cents
    if kind is Share:
        return _share
    if kind is Codes:
        return _labels
    if kind is Key:
        return _named
    if kind is int:
        return _flag if is_flag(field) else _count
    if issubclass(kind, Enum):
        return lambda cell: _code(kind, words_of(cell))
    return _many_lines if field.lines > 1 else _one_line


def _one_line(cell: Cell) -> Read:
    words = words_of(cell)
    text = " ".join(words.split()) if "\n" in words or "\t" in words else words.strip(" ")
    check_text("", text, LONGEST_LINE)
    return Read(text)


def _many_lines(cell: Cell) -> Read:
    text = words_of(cell)
    check_text("", text, LONGEST_TEXT)
    return Read(text)


def _named(cell: Cell) -> Read:
    text = " ".join(words_of(cell).split())
    check_text("", text, LONGEST_LINE)
    return Read(Named(text))


def _labels(cell: Cell) -> Read:
    found = [" ".join(words_of(each).split()) for each in split(cell)]
    if len(found) == 1 and ", " in found[0]:
        return Read(Labels(found), SPLIT, (Labels(found[0].split(", ")),))
    return Read(Labels(dict.fromkeys(found)))


def _cents(cell: Cell) -> Read:
    if isinstance(cell, str):
        return _cents_of(cell)
    if isinstance(cell, bool | PartialDate | Share) or cell is None:
        raise _no_amount(cell)
    exact = cell * 100
    cents = Cents(round(exact))
    return Read(cents, ROUNDED if abs(exact - cents) > 0.01 else "")


def _thousands(cell: Cell) -> Read:
    """A number is multiplied before it is rounded to cents."""
    if isinstance(cell, int | float) and not isinstance(cell, bool | Share):
        return Read(_cents(cell * 1000).value, THOUSANDS)
    return Read(Cents(_cents(cell).value * 1000), THOUSANDS)


@lru_cache(maxsize=4096)
def _cents_of(words: str) -> Read:
    return Read(parse_cents(words))


def _share(cell: Cell) -> Read:
    if isinstance(cell, Share):
        return Read(parse_share(str(cell)))
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        # Who writes 0,8 without a sign means 80 %; aid of less than one per cent does not exist.
        cell = words_of(cell * 100 if 0 < cell <= 1 else cell)
    return Read(parse_share(words_of(cell)))


def _count(cell: Cell) -> Read:
    words = words_of(cell).strip()
    if not _DIGITS.fullmatch(words):
        raise FieldError("", tr("“{text}” is no whole number.", text=_short(words)))
    return Read(int(words))


def _flag(cell: Cell) -> Read:
    words = fold(words_of(cell))
    if words in _YES or words in _NO:
        return Read(int(words in _YES))
    raise FieldError("", tr("“{text}” is neither yes nor no.", text=_short(words)))


_YES = {"1", "x", "k", "y", "j", "on", "kylla", "yes", "ja", "true", "tosi"}
_NO = {"0", "-", "e", "n", "ei", "no", "nej", "false", "epatosi"}


def _date(cell: Cell) -> Read:
    if isinstance(cell, PartialDate):
        return Read(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool | Share):
        return _numbered(cell)
    return _date_of(words_of(cell))


def _numbered(number: float) -> Read:
    """A year, or a day by the number that spreadsheets give it."""
    if _FIRST_YEAR <= number <= _LAST_YEAR and number == int(number):
        return Read(PartialDate(int(number)))
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return Read(PartialDate.of(_DAY_ZERO + timedelta(days=int(number))), SERIAL)
    return Read(PartialDate.parse(words_of(number)))


@lru_cache(maxsize=8192)
def _date_of(words: str) -> Read:
    try:
        return Read(PartialDate.parse(words.strip().rstrip(".")))
    except KnownError:
        near = meant(words)
        if near is not None:
            return Read(near, NEAR_DATE)
        found = [each for each in read(words[:_LONGEST_WORDS]) if each.kind is TimeKind.POINT and each.start]
        if len(found) != 1:
            raise
        return Read(found[0].start, WITHIN)


_LONGEST_WORDS = 300


@dataclass(frozen=True)
class Span:
    """A duration as it was written, and the sides that it tells."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    doubt: str = ""
    problem: str = ""


@lru_cache(maxsize=8192)
def read_span(words: str) -> Span:
    """Start and end of a duration: “2024–2026”, “1.1.2024–31.12.2026”, “kolmivuotinen (2024–2026)”, “2025”."""
    two = _TWO_DATES.fullmatch(words)
    if two is not None:
        try:
            start, end = PartialDate.parse(two[1]), PartialDate.parse(two[2])
        except KnownError:
            pass
        else:
            return _in_order(start, end)
    return _told(words)


def _told(words: str) -> Span:
    found = [each for each in read(words[:_LONGEST_WORDS]) if each.start or each.end or each.problem]
    if not found:
        return Span()
    first = found[0]
    is_whole = len(found) == 1 and first.span[1] - first.span[0] >= len(words.strip())
    return Span(first.start, first.end, "" if is_whole else WITHIN, first.problem)


def _in_order(start: PartialDate, end: PartialDate) -> Span:
    if end.latest < start.earliest:
        return Span(start, problem=tr("The end is before the start ({start}).", start=start))
    return Span(start, end)


@lru_cache(maxsize=4096)
def _code(kind: type[Enum], words: str) -> Read:
    """The code that a word means, by its labels in every language, and by what else it is called."""
    known = code_words(kind)
    bare = fold(words).strip(" .")
    found = known.get(bare)
    if found is not None:
        return Read(found)
    if kind is Kind and (of_words := kind_of(words.strip())):
        return Read(of_words, BY_WORD)
    from rapidfuzz import fuzz, process

    near = process.extractOne(bare, known.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_WORD)
    if near is None:
        labels = ", ".join(map(_label, kind))
        raise FieldError("", tr("“{text}” is none of these: {labels}.", text=_short(words), labels=labels))
    return Read(known[near[0]], BY_WORD)


_NEAR_WORD = 85


@cache
def code_words(kind: type[Enum]) -> dict[str, Enum]:
    """What each code is called, folded."""
    known: dict[str, Enum] = {}
    for language in PRINTED:
        with speaking(language):
            for each in kind:
                known.setdefault(fold(_label(each)), each)
    for word, code in ALSO.get(kind.__name__, {}).items():
        known.setdefault(fold(word), kind(code))
    for each in kind:
        known.setdefault(str(each.value), each)
    return known


def _label(code: Enum) -> str:
    return str(getattr(code, "label", code.value))


def _no_value(cell: Wrong) -> FieldError:
    return FieldError("", tr("There is no value in the cell: {words}.", words=cell))


def _no_amount(cell: Cell) -> FieldError:
    return FieldError("", tr("“{text}” is no amount of money.", text=_short(words_of(cell))))


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:40] + "…"
