"""How a query's text is laid out with chips in it: wider where they begin and end, their values bold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAD, _AFTER_KEY, CLOSE, _HEIGHT = 6, 3, 22, 24
"""Px at 100 % text: before a chip's key, after it, for the × behind its value; and a chip's height."""
_APART = 3
"""Px at 100 % text between a chip and what stands beside it."""


@dataclass(frozen=True)
class Chip:
    """A filter from `start` to before `end` in the text."""

    start: int
    end: int


class QueryLayout:
    """The formats that make room for the chips, and where each place of the text then stands."""

    def __init__(self, text: str, chips: Sequence[Chip]) -> None:
        self.text = text
        px = look().fonts.px
        self.left_margin = px(_PAD) if chips and chips[0].start == 0 else 0
        self.chip_height = max(px(_HEIGHT), round(look().fonts.metrics(Role.BODY).height()) + 2)
        self.formats = [each for chip in chips for each in _formats(text, chip) if each.length]
        self._layout = QTextLayout(text, look().fonts.font(Role.BODY))
        self._layout.setFormats(self.formats)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._layout.endLayout()

    def x(self, place: int) -> float:
        """How far from the text's beginning a place stands, in px."""
        # PySide answers with the place too, as C++ gives it back by reference.
        x: tuple[float, int] = self._line.cursorToX(place)  # type: ignore[assignment]
        return x[0]

    def box(self, chip: Chip) -> QRectF:
        """A chip's box, from the text's beginning and from its own top."""
        px = look().fonts.px
        left, right = self.x(chip.start) - px(_PAD), self.x(chip.end) - px(_APART)
        return QRectF(left, 0, right - left, self.chip_height)


def _formats(text: str, chip: Chip) -> Iterator[QTextLayout.FormatRange]:
    tokens, px = look().tokens, look().fonts.px
    if chip.start:
        yield _range(chip.start - 1, 1, _format(tokens.text, after=px(_PAD + _APART)))
    colon = text.find(":", chip.start, chip.end)
    if colon >= 0:
        yield _range(chip.start, colon - chip.start, _format(tokens.text2))
        yield _range(colon, 1, _format(tokens.text2, after=px(_AFTER_KEY)))
    value = max(colon + 1, chip.start)
    yield _range(value, chip.end - 1 - value, _format(tokens.text, bold=True))
    yield _range(chip.end - 1, 1, _format(tokens.text, bold=True, after=px(CLOSE + _APART)))


def _format(ink: str, *, bold: bool = False, after: int = 0) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour(ink))
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if after:
        made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(after)
    return made


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made
