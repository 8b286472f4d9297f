"""Flag diacritics: conditions between distant parts of a word, kept as bits of one number along a walk.

Beesley and Karttunen, *Finite State Morphology*, chapter 7. A walk begins with 0: no feature is set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED = -1
"""What a walk's flags become where a condition does not hold."""


class Flag(NamedTuple):
    """One operation on a feature: its bits, and among them the value that is named (0 for none)."""

    operation: str
    bits: int
    value: int

    def after(self, flags: int) -> int:
        """The flags after the operation, or `FAILED`."""
        now = flags & self.bits
        if self.operation == "P":
            return flags - now + self.value
        if self.operation == "C":
            return flags - now
        if self.operation == "U":
            return flags - now + self.value if now in {0, self.value} else FAILED
        holds = now == self.value if self.value else now != 0
        return flags if holds == (self.operation == "R") else FAILED


class Effect(dict[int, int]):
    """What flags become by the operations of a label, or `FAILED`; found out when the flags are first met."""

    def __init__(self, operations: tuple[Flag, ...]) -> None:
        super().__init__()
        self._operations = operations

    def __missing__(self, flags: int) -> int:
        after = flags
        for operation in self._operations:
            after = FAILED if after == FAILED else operation.after(after)
        self[flags] = after
        return after


def is_flag(symbol: str) -> bool:
    """Whether a symbol is `@P.FEATURE.VALUE@` or the like."""
    return len(symbol) > 4 and symbol[0] == symbol[-1] == "@" and symbol[1] in "PCURD" and symbol[2] == "."


def effects(pairs: Sequence[tuple[str, str]]) -> list[Effect | None]:
    """What each pair of what is read and what is written does to the flags. Either side has its own features."""
    sides = [sorted({pair[side] for pair in pairs if is_flag(pair[side])}) for side in (0, 1)]
    flags: list[dict[str, Flag]] = []
    shift = 0
    for symbols in sides:
        made, shift = _numbered(symbols, shift)
        flags.append(made)
    found = [tuple(made[symbol] for made, symbol in zip(flags, pair, strict=True) if symbol in made) for pair in pairs]
    return [Effect(operations) if operations else None for operations in found]


def _numbered(symbols: Sequence[str], shift: int) -> tuple[dict[str, Flag], int]:
    """The flags of one side in bits from `shift` on, and the first bit after them."""
    parts = {symbol: symbol[3:-1].partition(".") for symbol in symbols}
    values: dict[str, list[str]] = {}
    for feature, _, value in parts.values():
        known = values.setdefault(feature, [""])
        if value not in known:
            known.append(value)
    place = {}
    for feature, known in values.items():
        place[feature] = shift
        shift += len(known).bit_length()
    return {
        symbol: Flag(
            symbol[1],
            ((1 << len(values[feature]).bit_length()) - 1) << place[feature],
            values[feature].index(value) << place[feature],
        )
        for symbol, (feature, _, value) in parts.items()
    }, shift
