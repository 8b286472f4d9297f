"""Amounts in a query, read and written: `>100000`, `100 000-200 000`, `1,5 milj`, `50 %`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hankeapp.domain.query_keys import bare
from hankeapp.domain.query_scanning import OVER
from hankeapp.domain.values import Cents, Share

if TYPE_CHECKING:
    from hankeapp.domain.query_terms import Amounts

_WHOLE = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?!\d)|\d{1,13}(?!\d))"
_SCALE = r"(?:\s?(?:miljoonaa|miljoner|million|milj\.?|mn|m|tuhatta|tusen|thousand|t|k)(?=[\s,€-]|$|\.\.))?"
_NUMBER = rf"{_WHOLE}(?:[.,]\d{{1,2}}(?!\d))?{_SCALE}(?:\s?(?:€|euroa|euros?|eur|%))?"
_DASH = r"(?:[-‐‑–—−]|\s[-‐‑–—−]\s|\s?\.\.\s?)"
_AMOUNTS = re.compile(
    rf"(?:(?P<sign><=|>=|=<|=>|≤|≥|<|>|=)\s{{0,3}}(?P<bound>{_NUMBER})"
    rf"|(?P<least>{_NUMBER}){_DASH}(?P<most>{_NUMBER})"
    rf"|(?:{_DASH})(?P<until>{_NUMBER})"
    rf"|(?P<since>{_NUMBER})(?:[-‐‑–—−]|\.\.)"
    rf"|(?P<at>{_NUMBER})){OVER}",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"(?P<whole>{_WHOLE})(?:[.,](?P<decimals>\d{{1,2}}))?\s?(?P<scale>[^\W\d_]*)", re.IGNORECASE)
_MILLION, _THOUSAND = Decimal(1_000_000), Decimal(1000)
_SCALES = {
    "t": _THOUSAND,
    "k": _THOUSAND,
    "tuhatta": _THOUSAND,
    "tusen": _THOUSAND,
    "thousand": _THOUSAND,
} | dict.fromkeys(("m", "mn", "milj", "miljoonaa", "miljoner", "million"), _MILLION)
_HUNDREDTHS = 100
_MOST = 10**17
"""More than any field holds, and less than SQLite's integers."""


@dataclass(frozen=True)
class Span:
    """Amounts that were asked for, as they are stored, and the place after them; None is open."""

    least: int | None
    most: int | None
    end: int


def read_amounts(text: str, place: int, kind: type) -> Span | None:
    """The amounts that are written here, of a kind of field; None where there are none."""
    found = _AMOUNTS.match(text, place)
    if found is None:
        return None
    sign, bound = found["sign"], found["bound"]
    if bound:
        return Span(*_bounded(sign, _stored(bound, kind)), found.end())
    if found["least"]:
        least, most = sorted((_stored(found["least"], kind), _stored(found["most"], kind)))
        return Span(least, most, found.end())
    if found["at"]:
        at = _stored(found["at"], kind)
        return Span(at, at, found.end())
    since, until = (_stored(each, kind) if each else None for each in (found["since"], found["until"]))
    return Span(since, until, found.end())


def _bounded(sign: str, bound: int) -> tuple[int | None, int | None]:
    if sign == "<":
        return None, bound - 1
    if sign == ">":
        return bound + 1, None
    if sign in {"<=", "=<", "≤"}:
        return None, bound
    return bound, None if sign in {">=", "=>", "≥"} else bound


def _stored(text: str, kind: type) -> int:
    found = _PARTS.match(text)
    assert found is not None
    whole = "".join(found["whole"].split())
    number = Decimal(f"{whole}.{found['decimals'] or 0}") * _SCALES.get(bare(found["scale"]), Decimal(1))
    return min(int(number * (_HUNDREDTHS if issubclass(kind, Cents | Share) else 1)), _MOST)


def written_amounts(asked: Amounts, kind: type) -> str:
    """The amounts of a condition as they are typed."""
    hundredths = _HUNDREDTHS if issubclass(kind, Cents | Share) else 1
    if asked.least is not None and asked.most is not None:
        least, most = _number(asked.least, hundredths), _number(asked.most, hundredths)
        return least if least == most else f"{least}-{most}"
    if asked.most is not None:
        below = hundredths > 1 and asked.most % hundredths == hundredths - 1
        return f"<{_number(asked.most + 1, hundredths)}" if below else f"<={_number(asked.most, hundredths)}"
    assert asked.least is not None
    above = hundredths > 1 and asked.least % hundredths == 1
    return f">{_number(asked.least - 1, hundredths)}" if above else f">={_number(asked.least, hundredths)}"


def _number(stored: int, hundredths: int) -> str:
    whole, rest = divmod(stored, hundredths)
    return f"{whole},{rest:02}" if rest else str(whole)
