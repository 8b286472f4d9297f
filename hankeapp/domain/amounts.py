"""Amounts of money and shares, as a person types them."""

from __future__ import annotations

import re
from decimal import Decimal

from hankeapp.domain.errors import FieldError
from hankeapp.domain.values import Cents, Share
from hankeapp.translation import tr

_WHOLE = (
    r"(?P<whole>\d{1,3}(?:[ ']\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:,\d{3})+(?=\.)|\d+)"
)
"""A dot (or comma) between thousands only where another sign, or a second one, leaves no doubt."""
_DECIMALS = r"(?:[,.](?P<decimals>\d{1,2}))?"
_CURRENCY = r"(?: ?(?:€|e|eur|euroa?))?"
_MONEY = re.compile(rf"(?P<minus>[-−–])?\s?(?:€ ?|eur )?{_WHOLE}{_DECIMALS}(?:,-)?{_CURRENCY}", re.IGNORECASE)
_ROUND_MONEY = re.compile(
    r"(?P<minus>[-−–])?\s?(?P<count>\d+(?:[,.]\d+)?) ?"
    rf"(?:(?P<millions>m€|me|meur|milj\.?|miljoona|miljoonaa)|(?P<thousands>[tk]€|[tk]e|[tk]eur|tuhatta)){_CURRENCY}",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"{_WHOLE}{_DECIMALS} ?%?")
_TWO_WAYS = re.compile(rf"(?P<left>[1-9]\d{{0,2}})[.,](?P<right>\d{{3}}){_CURRENCY}", re.IGNORECASE)
_BETWEEN = re.compile(r"[ '.,]")
_MOST_EUROS = 10**13
_WHOLE_SHARE = 100
_LONGEST = 40
"""Characters that are read, and quoted."""


def parse_cents(text: str) -> Cents:
    """`12 500`, `1 234,5 €`, `1.234,50`, `1,5 M€`, `250 t€`; `FieldError` for what is no amount, or could be two."""
    words = " ".join(text.split())
    if len(words) > _LONGEST:
        raise _no_money(words)
    found = _MONEY.fullmatch(words)
    cents = _hundredths(found) if found else _round_cents(words)
    if cents is None:
        raise _no_money(words)
    if cents >= _MOST_EUROS * 100:
        raise FieldError("", tr("The amount is too large."), _how_money())
    return Cents(-cents if words.startswith(("-", "−", "–")) else cents)


def parse_share(text: str) -> Share:
    """`80`, `80 %`, `66,67 %`; `FieldError` for what is no share of a whole."""
    words = " ".join(text.split())
    found = _SHARE.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None or _hundredths(found) > _WHOLE_SHARE * 100:
        raise FieldError(
            "",
            tr("“{text}” is no share between 0 and 100 per cent.", text=_quoted(text)),
            tr("Write for example 80 % or 66,67 %."),
        )
    return Share(_hundredths(found))


def _hundredths(found: re.Match[str]) -> int:
    return int(_BETWEEN.sub("", found["whole"])) * 100 + int((found["decimals"] or "").ljust(2, "0"))


def _round_cents(words: str) -> int | None:
    """The cents of millions or thousands; None for anything else, and for parts of a cent."""
    found = _ROUND_MONEY.fullmatch(words)
    if found is None:
        return None
    cents = Decimal(found["count"].replace(",", ".")) * (10**8 if found["millions"] else 10**5)
    return int(cents) if cents == int(cents) else None


def _no_money(words: str) -> FieldError:
    either = _TWO_WAYS.fullmatch(words)
    if either is None:
        return FieldError("", tr("“{text}” is no amount of money.", text=_quoted(words)), _how_money())
    large = f"{either['left']} {either['right']}"
    small = f"{either['left']},{either['right'][:2]}"
    return FieldError(
        "",
        tr("“{text}” can be read in two ways.", text=words),
        tr("Write {large} or {small}.", large=large, small=small),
    )


def _how_money() -> str:
    return tr("Write for example 12 500 or 12 500,00 €.")


def _quoted(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
