"""The typeface and its roles: Source Sans 3 as shipped, sizes as shares of one base size."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QStaticText

from hankeapp.paths import RESOURCES

FAMILY = "Source Sans 3"
BASE = 15.0
"""Px at 100 %; points are 3/4 of it, so that the system's own text scaling counts too."""

_MOST_LINES = 2048


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
        self._lines: dict[tuple[str, Role, int], QStaticText] = {}

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

    def line(self, text: str, role: Role, room: int) -> QStaticText:
        """One line of plain text with tabular digits, cut to fit the px of room; kept, for lists repeat themselves."""
        key = (text, role, room)
        kept = self._lines.get(key)
        if kept is None:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            kept = self._lines[key] = self._laid_out(text.replace("\n", " "), role, room)
        return kept

    def points(self, role: Role) -> float:
        """The role's size in points."""
        return BASE * 0.75 * role.share * self.scale

    def px(self, length: float) -> int:
        """A length given at 100 % text, in px at this scale."""
        return round(length * self._unit)

    def _laid_out(self, text: str, role: Role, room: int) -> QStaticText:
        font = self.font(role, tabular=True)
        line = QStaticText(text)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        line.prepare(font=font)
        # Most lines fit: laying one out tells so, while eliding would lay it out once more.
        if line.size().width() > room + 0.5:
            line.setText(self.metrics(role, tabular=True).elidedText(text, Qt.TextElideMode.ElideRight, room + 0.5))
            line.prepare(font=font)
        return line

    def _made(self, role: Role, *, tabular: bool) -> QFont:
        font = QFont(FAMILY)
        font.setPointSizeF(self.points(role))
        font.setWeight(QFont.Weight(role.weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font
