"""The values of filters: from what stands after the colon to conditions, or to a sentence on what is wrong."""

from __future__ import annotations

import difflib
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from hankeapp.domain.errors import DateError
from hankeapp.domain.query_amounts import read_amounts
from hankeapp.domain.query_dates import read_dates
from hankeapp.domain.query_keys import (
    ABSENT,
    PRESENT,
    FilterKind,
    bare,
    filter_keys,
    filter_named,
    flag_named,
    nearest,
)
from hankeapp.domain.query_scanning import DOUBLE
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Flagged, Known, Named, Running
from hankeapp.domain.query_words import SWEDISH
from hankeapp.translation import in_every_language, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.domain.query_scanning import Piece, Scanner
    from hankeapp.domain.query_terms import Filter

_ALIKE = 5
"""Letters at the beginning that an inflected value has in common with its label: “päättyneet”, “päättynyt”."""


class Value(NamedTuple):
    """What was read of one value: conditions of which any may hold, or why there are none; and the place after it."""

    conditions: tuple[Filter, ...]
    end: int
    doubt: str = ""


def read_value(asked: FilterKey, scanner: Scanner, place: int, today: date) -> Value | None:
    """The value of a filter here; None where nothing stands."""
    whole = scanner.text[place : place + 1] == "=" and asked.kind in {FilterKind.CHOICE, FilterKind.NAME}
    piece = scanner.piece(place + whole)
    if piece is None:
        return None
    if not piece.text.strip(DOUBLE):
        return Value((), piece.end)
    match asked.kind:
        case FilterKind.DATE | FilterKind.RUNNING:
            return _dates(asked, scanner, piece, place, today)
        case FilterKind.AMOUNT:
            return _amounts(asked, scanner, piece, place)
        case FilterKind.CHOICE:
            return _choice(asked, piece, whole=whole)
        case FilterKind.NAME:
            return Value((Named(asked.name, piece.text, whole),), piece.end)
        case FilterKind.PRESENT | FilterKind.ABSENT:
            return _known(asked, piece)
    keys = [f"{each.key}:{asked.key}" for each in (PRESENT, ABSENT)]
    return Value((), piece.end, tr("“{key}:” takes no value: write {keys}.", key=asked.key, keys=one_of(keys)))


def _dates(asked: FilterKey, scanner: Scanner, piece: Piece, place: int, today: date) -> Value:
    if not piece.is_quoted and (view := flag_named(piece.text)) and asked.kind is FilterKind.DATE:
        return Value((Flagged(view),), piece.end)
    text, start = (piece.text, 0) if piece.is_quoted else (scanner.text, place)
    try:
        read = read_dates(text, start, today)
    except DateError as error:
        return Value((), piece.end, " ".join(error.sentences))
    if read is None or (piece.is_quoted and read.end != len(text)):
        return Value((), piece.end, _no_date(piece.text))
    end = piece.end if piece.is_quoted else read.end
    if asked.kind is FilterKind.RUNNING:
        return Value((Running(read.first, read.last, read.ahead),), end)
    return Value((Dates(asked.name, read.first, read.last, read.ahead),), end)


def _amounts(asked: FilterKey, scanner: Scanner, piece: Piece, place: int) -> Value:
    text, start = (piece.text, 0) if piece.is_quoted else (scanner.text, place)
    read = read_amounts(text, start, asked.field.type)
    if read is None or (piece.is_quoted and read.end != len(text)):
        doubt = tr(
            "“{value}” is no amount. Write for example {example}.",
            value=short(piece.text),
            example=f"{asked.key}:>100000",
        )
        return Value((), piece.end, doubt)
    end = piece.end if piece.is_quoted else read.end
    return Value((Amounts(asked.name, read.least, read.most),), end)


def _choice(asked: FilterKey, piece: Piece, *, whole: bool) -> Value:
    codes = codes_meant(asked.field.type, piece.text, whole=whole)
    if codes:
        return Value(tuple(Choice(asked.name, code) for code in codes), piece.end)
    can_be = one_of([each.label.lower() for each in asked.codes])
    told = tr("{field}: the value can be {values}.", field=asked.title, values=can_be)
    near = near_value(asked, piece.text)
    meant = tr("Did you mean “{word}”?", word=near) if near else ""
    return Value((), piece.end, f"{told} {meant}".rstrip())


def _known(asked: FilterKey, piece: Piece) -> Value:
    wanted = filter_named(piece.text)
    if wanted is not None and wanted.kind not in {FilterKind.PRESENT, FilterKind.ABSENT, FilterKind.RUNNING}:
        return Value((Known(wanted.name, asked.kind is FilterKind.PRESENT),), piece.end)
    view = flag_named(piece.text)
    if view is not None and asked.kind is FilterKind.PRESENT:
        return Value((Flagged(view),), piece.end)
    near = near_value(asked, piece.text)
    if near:
        doubt = tr("There is no field “{value}”. Did you mean “{near}”?", value=short(piece.text), near=near)
    else:
        doubt = tr(
            "There is no field “{value}”. Write for example {example}.",
            value=short(piece.text),
            example=f"{asked.key}:{filter_keys()['funder'].key}",
        )
    return Value((), piece.end, doubt)


@lru_cache(maxsize=256)
def codes_meant(kind: type, text: str, *, whole: bool = False) -> tuple[str, ...]:
    """The codes of an enumeration that a text means, in any language, by the whole label or the beginning of a word.

    What begins so in the window's language comes before other languages: `pä` is no beginning of “pågående” there.
    Where none begins so, the one that is alike at its beginning: an inflected label.
    """
    typed = bare(text).strip()
    if not typed:
        return ()
    exact = [code for code, labels in _labels(kind).items() if typed in labels]
    if exact or whole:
        return tuple(exact)
    own = {code.value: (bare(code.label),) for code in _codes(kind)}
    return _begun(own, typed) or _begun(_labels(kind), typed) or _inflected(kind, typed)


def near_value(asked: FilterKey, typed: str) -> str:
    """The value of a filter that is like what was typed, in the window's language; empty where none is."""
    if asked.kind is not FilterKind.CHOICE:
        return nearest(typed) if asked.kind in {FilterKind.PRESENT, FilterKind.ABSENT} else ""
    by_label = {label: code for code, labels in _labels(asked.field.type).items() for label in labels}
    found = difflib.get_close_matches(bare(typed), by_label, n=1, cutoff=0.6)
    return str(asked.field.type(by_label[found[0]]).label).lower() if found else ""


def _begun(labels: Mapping[str, Iterable[str]], typed: str) -> tuple[str, ...]:
    return tuple(code for code, several in labels.items() if any(_begins_word(each, typed) for each in several))


def _inflected(kind: type, typed: str) -> tuple[str, ...]:
    alike = {code: max(_in_common(label, typed) for label in labels) for code, labels in _labels(kind).items()}
    most = max(alike.values())
    nearest_ones = [code for code, length in alike.items() if length == most]
    return tuple(nearest_ones) if most >= _ALIKE and len(nearest_ones) == 1 else ()


def _in_common(one: str, other: str) -> int:
    """How many letters are the same at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _begins_word(label: str, typed: str) -> bool:
    return f" {label}".replace("-", " ").find(f" {typed}".replace("-", " ")) >= 0


@cache
def _labels(kind: type) -> dict[str, frozenset[str]]:
    return {
        code.value: frozenset(map(bare, (code.value, code.value.replace("_", " "), *_said(code.english))))
        for code in _codes(kind)
    }


def _said(english: str) -> Iterable[str]:
    return (*in_every_language(english), *SWEDISH.get(english, ()))


def _codes(kind: Any) -> Sequence[Any]:
    return list(kind)


def _no_date(text: str) -> str:
    if text.isdigit():
        return tr(
            "“{text}” is not a date. Write a day, a month or a year: 31.12.2026, 12/2026 or 2026.", text=short(text)
        )
    return tr(
        "“{text}” is no time that could be read. Write for example 2026, <2027, 2026-2027 or 90pv.", text=short(text)
    )


def one_of(values: Iterable[str]) -> str:
    """`a, b or c`."""
    *rest, last = values
    return tr("{rest} or {last}", rest=", ".join(rest), last=last) if rest else last


def short(text: str) -> str:
    """A text for a sentence: what is too long is cut off."""
    return text if len(text) <= 40 else text[:39] + "…"
