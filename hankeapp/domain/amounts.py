"""Amounts of money and shares, as a person types them."""

from __future__ import annotations

import re

from hankeapp.domain.errors import FieldError
from hankeapp.domain.values import Cents, Share
from hankeapp.translation import tr

_WHOLE = r"(?P<whole>\d{1,3}(?: \d{3})+|\d+)"
_DECIMALS = r"(?:[,.](?P<decimals>\d{1,2}))?"
_MONEY = re.compile(rf"(?P<minus>[-−–])?\s?{_WHOLE}{_DECIMALS}(?: ?(?:€|eur|euroa?))?", re.IGNORECASE)
_SHARE = re.compile(rf"{_WHOLE}{_DECIMALS} ?%?")
_MOST_EUROS = 10**13
_WHOLE_SHARE = 100


def parse_cents(text: str) -> Cents:
    """`12 500`, `12 500,00 €`, `1234,5`; `FieldError` for what is no amount."""
    found = _MONEY.fullmatch(" ".join(text.split()))
    if found is None:
        raise FieldError("", tr("“{text}” is no amount of money.", text=text), _how_money())
    if _number(found["whole"]) >= _MOST_EUROS:
        raise FieldError("", tr("The amount is too large."), _how_money())
    cents = _hundredths(found)
    return Cents(-cents if found["minus"] else cents)


def parse_share(text: str) -> Share:
    """`80`, `80 %`, `66,67 %`; `FieldError` for what is no share of a whole."""
    found = _SHARE.fullmatch(" ".join(text.split()))
    if found is None or _hundredths(found) > _WHOLE_SHARE * 100:
        raise FieldError(
            "",
            tr("“{text}” is no share between 0 and 100 per cent.", text=text),
            tr("Write for example 80 % or 66,67 %."),
        )
    return Share(_hundredths(found))


def _hundredths(found: re.Match[str]) -> int:
    return _number(found["whole"]) * 100 + int((found["decimals"] or "").ljust(2, "0"))


def _number(text: str) -> int:
    return int(text.replace(" ", ""))


def _how_money() -> str:
    return tr("Write for example 12 500 or 12 500,00 €.")
