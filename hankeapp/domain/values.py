"""The kinds of value that a field can hold, and the one plain form of each: in a column, the change log, an export."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from typing import Any

from hankeapp.domain.dates import PartialDate

Plain = str | int | None
"""What a column and the change log hold."""


class Cents(int):
    """An amount of money in cents; as text `12 500,00 €`, as a Finnish office writes it."""

    def __str__(self) -> str:
        whole, cents = divmod(abs(int(self)), 100)
        grouped = f"{whole:,}".replace(",", "\N{NO-BREAK SPACE}")
        return f"{'−' if self < 0 else ''}{grouped},{cents:02}\N{NO-BREAK SPACE}€"


class Share(int):
    """A share in hundredths of a per cent: 80 % is 8000; as text `80 %`, `66,67 %`."""

    def __str__(self) -> str:
        whole, rest = divmod(int(self), 100)
        decimals = f",{rest:02}".rstrip("0") if rest else ""
        return f"{whole}{decimals}\N{NO-BREAK SPACE}%"


class Codes(tuple[str, ...]):
    """Codes of values in a list that the office edits itself, in the order they were chosen."""

    __slots__ = ()


NO_CODES = Codes()


class Key(str):
    """The id of a row in another table: a unit, an organisation, a project."""

    __slots__ = ()


class Named(Key):
    """In place of a key, the name of the row that is meant; taking in finds it by its name, or adds it."""

    __slots__ = ()


class Labels(Codes):
    """In place of codes, the labels of the values that are meant; taking in finds them, or adds them."""

    __slots__ = ()

    def __str__(self) -> str:
        return ", ".join(self)


class RowState(Enum):
    """Where a row is: nothing is deleted, so that everything can be taken back and told of a past day."""

    LIVE = "live"
    TRASH = "trash"
    UNDONE = "undone"
    """It was added by an act that was taken back."""


def to_plain(value: object) -> Plain:
    """The plain form of a value; None stays None."""
    match value:
        case None:
            return None
        case Enum():
            return str(value.value)
        case PartialDate():
            return value.iso
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case Codes():
            return " ".join(value)
        case str():
            return str.__str__(value)
        case int():
            return int(value)
    raise TypeError(f"a field cannot hold {type(value)}")


_date = lru_cache(maxsize=4096)(PartialDate.from_iso)
"""Registers are full of the same days."""


def from_plain(kind: type, plain: Plain) -> Any:
    """The value of a kind from its plain form; `ValueError` or `DateError` for what the program never writes."""
    if plain is None:
        return None
    if kind is PartialDate:
        return _date(str(plain))
    if kind is datetime:
        return datetime.fromisoformat(str(plain))
    if kind is Codes:
        return Codes(str(plain).split())
    return kind(plain)
