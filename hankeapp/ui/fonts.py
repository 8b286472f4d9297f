"""The typeface and its roles: Source Sans 3 as shipped, sizes as shares of one base size."""

from __future__ import annotations

from enum import Enum
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QRawFont,
    QStaticText,
    QTransform,
)

from hankeapp.paths import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

FAMILY = "Source Sans 3"
BASE = 15.0
"""Px at 100 %; points are 3/4 of it, so that the system's own text scaling counts too."""

_MOST_LINES = 1024
"""Of each role."""


class Role(Enum):
    """What a text is: its size as a share of the base, and its weight."""

    CAPTION = (0.90, 400)
    CAPTION_STRONG = (0.90, 600)
    CHIP = (0.93, 600)
    CARD_DETAIL = (0.93, 400)
    CARD_STATUS = (0.93, 500)
    CELL = (0.96, 400)
    CELL_STATUS = (0.96, 500)
    CELL_STRONG = (0.96, 600)
    BODY = (1.00, 400)
    STRONG = (1.00, 600)
    CARD = (1.03, 600)
    LEAD = (1.08, 400)
    SECTION = (1.13, 600)
    DIALOG = (1.35, 600)
    TITLE = (1.53, 600)
    START = (1.93, 600)

    def __init__(self, share: float, weight: int) -> None:
        self.share = share
        self.weight = weight


def load() -> None:
    """Make the shipped typeface known to Qt; before the first widget, since bare Linux has no other."""
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


class Fonts:
    """The fonts at a text scale (1.0 is 100 %), and lengths that go with them."""

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        screen = QGuiApplication.primaryScreen()
        self._unit = scale * (screen.logicalDotsPerInch() / 96 if screen else 1.0)
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self._metrics: dict[tuple[Role, bool], QFontMetricsF] = {}
        self._lines: dict[Role, Lines] = {}

    def font(self, role: Role, *, tabular: bool = False) -> QFont:
        """The role's font; `tabular` gives every digit the same width, for dates, counts and money."""
        kept = self._fonts.get((role, tabular))
        if kept is None:
            kept = self._fonts[role, tabular] = self._made(role, tabular=tabular)
        return kept

    def metrics(self, role: Role, *, tabular: bool = False) -> QFontMetricsF:
        """The measures of the role's font."""
        kept = self._metrics.get((role, tabular))
        if kept is None:
            kept = self._metrics[role, tabular] = QFontMetricsF(self.font(role, tabular=tabular))
        return kept

    def lines(self, role: Role) -> Lines:
        """The role's lines of plain text with tabular digits."""
        kept = self._lines.get(role)
        if kept is None:
            kept = self._lines[role] = Lines(self.font(role, tabular=True), self.metrics(role, tabular=True))
        return kept

    def points(self, role: Role) -> float:
        """The role's size in points."""
        return BASE * 0.75 * role.share * self.scale

    def px(self, length: float) -> int:
        """A length given at 100 % text, in px at this scale."""
        return round(length * self._unit)

    def _made(self, role: Role, *, tabular: bool) -> QFont:
        font = QFont(FAMILY)
        font.setPointSizeF(self.points(role))
        font.setWeight(QFont.Weight(role.weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


class Lines:
    """Single lines of text in a font, cut to fit; what was measured is kept, for lists repeat themselves."""

    def __init__(self, font: QFont, metrics: QFontMetricsF) -> None:
        self.font = font
        self.rise = metrics.ascent() - ceil(metrics.height()) / 2
        """Px from the middle of a line down to what its letters stand on."""
        self._ascent = metrics.ascent()
        self._letters = _Letters(font)
        self._metrics = metrics
        self._widths = _Widths(metrics)
        self._kept: dict[tuple[str, int], str] = {}
        self._drawn: set[str] = set()
        self._laid: dict[str, QStaticText] = {}
        """Lines that were drawn several times, or are about to be drawn."""

    def fitting(self, text: str, room: int) -> str:
        """As much of a text as has room in so many px."""
        key = (text, room)
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= _MOST_LINES:
                self._kept.clear()
            kept = self._kept[key] = self._cut(text.replace("\n", " "), room)
        return kept

    def width(self, text: str) -> float:
        """The px that a line takes."""
        return self._widths[text]

    def draw(self, painter: QPainter, left: float, foot: float, line: str) -> None:
        """Draw a line whose letters stand on `foot`; the painter has the font.

        To lay a line out takes longer than to draw it, and to keep it laid out takes longer still: a list has lines
        that it shows once (names), and lines that it shows again and again (statuses, units, years).
        """
        laid = self._laid.get(line)
        if laid is not None:
            painter.drawStaticText(QPointF(left, foot - self._ascent), laid)
            return
        painter.drawText(QPointF(left, foot), line)
        if line in self._drawn:
            self.lay_out(line)
        elif len(self._drawn) >= _MOST_LINES:
            self._drawn.clear()
        self._drawn.add(line)

    def lay_out(self, line: str) -> None:
        """Lay a line out that is going to be drawn; not with letters of other typefaces, which move it down."""
        if line in self._laid or not all(map(self._letters.__getitem__, line)):
            return
        if len(self._laid) >= _MOST_LINES:
            self._laid.clear()
        laid = QStaticText(line)
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.prepare(QTransform(), self.font)
        self._laid[line] = laid

    def _cut(self, text: str, room: int) -> str:
        # Letters beside each other are at most as wide as each alone: adding up is quicker than laying out.
        if sum(map(self._widths.__getitem__, text)) < room:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 0.5)


class _Widths(dict[str, float]):
    """The px that texts take in a font, measured once."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, text: str) -> float:
        if len(self) >= _MOST_LINES:
            self.clear()
        width = self[text] = self._metrics.horizontalAdvance(text)
        return width


class _Letters(dict[str, bool]):
    """Whether a typeface itself has a letter, looked up once."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._font = QRawFont.fromFont(font)

    def __missing__(self, letter: str) -> bool:
        found = self[letter] = self._font.supportsCharacter(ord(letter))
        return found
