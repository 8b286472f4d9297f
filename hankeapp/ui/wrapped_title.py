"""A project's title: as many lines as it needs up to a few, broken anywhere if need be, and whole in its tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from hankeapp.ui.fonts import Role
from hankeapp.ui.labels import set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

MOST_LINES = 3
_NARROWEST = 160
_LAID_OUT = 1000
"""Characters: more never fit on the lines there are."""


class WrappedTitle(QLabel):
    """A QLabel, so that it is a text to screen readers; it paints itself, since QLabel breaks at blanks only."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self.updateGeometry)

    def show_title(self, text: str) -> None:
        """Show a title; what is cut off stands in the tooltip."""
        self.setText(text)
        set_tool_tip(self, text)
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(len(self._lines(width)) * self._line_height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().fonts.px(_NARROWEST), self.heightForWidth(max(self.width(), look().fonts.px(_NARROWEST))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().fonts.px(_NARROWEST), round(self._line_height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fonts = look().fonts
        painter = QPainter(self)
        painter.setFont(fonts.font(Role.TITLE))
        painter.setPen(colour(look().tokens.text))
        ascent = fonts.metrics(Role.TITLE).ascent()
        for number, line in enumerate(self._lines(self.width())):
            painter.drawText(QPointF(0, number * self._line_height() + ascent), line)
        painter.end()

    def _lines(self, width: int) -> list[str]:
        """The lines that fit, the last one cut off with three dots where there is more."""
        text = " ".join(self.text()[:_LAID_OUT].split("\n"))
        layout = QTextLayout(text, look().fonts.font(Role.TITLE))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        # Qt counts in UTF-16 units, of which an emoji has two.
        units = text.encode("utf-16-le", "surrogatepass")
        starts = [2 * start for start in _line_starts(layout, max(width, 1))]
        ends = [*starts[1:], len(units)]
        lines = [units[start:end].decode("utf-16-le") for start, end in zip(starts, ends, strict=True)]
        if len(lines) > MOST_LINES:
            rest = units[starts[MOST_LINES - 1] :].decode("utf-16-le")
            elided = look().fonts.metrics(Role.TITLE).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            return [*lines[: MOST_LINES - 1], elided]
        return lines

    def _line_height(self) -> float:
        return look().fonts.metrics(Role.TITLE).lineSpacing()


def _line_starts(layout: QTextLayout, width: int) -> list[int]:
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= MOST_LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts or [0]
