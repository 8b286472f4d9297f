"""What is being typed at a place of a query: which word, or which value of which filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.query_keys import filter_named
from hankeapp.domain.query_scanning import DOUBLE, MINUSES, SINGLE, Scanner

if TYPE_CHECKING:
    from hankeapp.domain.query_keys import FilterKey


_QUOTES = frozenset(f"{DOUBLE}{SINGLE}")


@dataclass(frozen=True)
class Typed:
    """`text` is what stands at `span` before the cursor, without its quotes; `asked` is the filter that it is for.

    No filter begins in what `is_quoted`.
    """

    span: tuple[int, int]
    text: str
    asked: FilterKey | None = None
    is_quoted: bool = False


def typed_at(text: str, cursor: int) -> Typed:
    """What is being typed at the cursor; nothing between two blanks."""
    scanner = Scanner(text)
    place = scanner.after_blanks(0)
    while place < cursor:
        place = _after_minuses(text, place)
        asked = filter_named(scanner.key(place))
        begin = place if asked is None else text.index(":", place) + 1
        if cursor < begin:
            return Typed((min(place, cursor), begin), _bare(text[place:cursor]))
        found, place = _among(scanner, begin, cursor, asked)
        if found is not None:
            return found
        place = max(scanner.after_blanks(place), place + (text[place : place + 1] == ","))
    return Typed((cursor, cursor), "")


def _among(scanner: Scanner, place: int, cursor: int, asked: FilterKey | None) -> tuple[Typed | None, int]:
    """What the cursor stands in of the words or values that begin here, or None and the place after them."""
    while True:
        begin = _value_at(scanner, place, cursor, asked)
        piece = scanner.piece(begin + (scanner.text[begin : begin + 1] == "="))
        end = piece.end if piece else begin
        if place <= cursor <= end:
            begin = min(begin, cursor)
            is_quoted = scanner.text[begin : begin + 1] in _QUOTES and begin < cursor
            return Typed((begin, end), _bare(scanner.text[begin:cursor]), asked, is_quoted), end
        if scanner.text[end : end + 1] != ",":
            return None, max(end, begin + 1 if piece is None else end)
        place = end + 1


def _value_at(scanner: Scanner, place: int, cursor: int, asked: FilterKey | None) -> int:
    """Where a value begins: after blanks, unless another filter begins there."""
    if asked is None and scanner.text[place - 1 : place] != ",":
        return place
    begin = scanner.after_blanks(place)
    is_other = begin > place and filter_named(scanner.key(begin)) is not None
    return min(cursor, begin) if is_other or begin >= len(scanner.text) else begin


def _after_minuses(text: str, place: int) -> int:
    while text[place : place + 1] and text[place] in MINUSES:
        place += 1
    return place


def _bare(typed: str) -> str:
    return " ".join(typed.strip(f"={DOUBLE}{SINGLE} ").split())
