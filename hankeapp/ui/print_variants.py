"""The choice between the documents that can be printed: a small page for each, above its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from hankeapp.services.printing import ReportKind
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LINES = {
    ReportKind.OVERVIEW: (
        (8, 9, 30, 4), (8, 18, 44, 2), (8, 23, 36, 2), (8, 30, 24, 3), (8, 36, 44, 2), (8, 41, 40, 2), (8, 48, 28, 3),
        (8, 54, 44, 2), (8, 59, 30, 2),
    ),
    ReportKind.TABLE: tuple(
        (left, top, width, 4 if top == 9 else 2)
        for top in range(9, 62, 6)
        for left, width in (((8, 44),) if top == 9 else ((8, 12), (24, 12), (40, 12)))
    ),
    ReportKind.CARD: (
        (8, 9, 30, 4), (8, 18, 18, 16), (31, 18, 21, 2), (31, 24, 21, 2), (31, 30, 15, 2), (8, 40, 44, 2),
        (8, 46, 44, 2), (8, 52, 44, 2), (8, 58, 30, 2),
    ),
}  # fmt: skip
"""Left, top, width and height of the lines on a page of 60 by 66."""

_PAGE = QSize(60, 66)
_CHECK = 8
"""The radius of the check mark at the corner of the chosen page."""


class PrintVariants(QWidget):
    """Three pages, of which one is chosen; arrows choose, too."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pages = {kind: _Page(kind) for kind in ReportKind}
        self._pages[ReportKind.OVERVIEW].setChecked(True)
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for page in self._pages.values():
            group.addButton(page)
            row.addWidget(page, 1)
        group.buttonClicked.connect(self.changed)

    @property
    def kind(self) -> ReportKind:
        """What is to be printed."""
        return next(kind for kind, page in self._pages.items() if page.isChecked())

    def choose(self, kind: ReportKind) -> None:
        """Let it be printed, without telling."""
        self._pages[kind].setChecked(True)


class _Page(QRadioButton):
    def __init__(self, kind: ReportKind) -> None:
        super().__init__(kind.label)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        px = look().fonts.px
        return QSize(px(_PAGE.width() + 2 * _CHECK), px(_PAGE.height() + 2 * _CHECK) + self.fontMetrics().height())

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px = look().tokens, look().fonts.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        role = Role.STRONG if chosen else Role.BODY
        left = max(0.0, (self.width() - width(self.text(), role)) / 2)
        height = self.fontMetrics().height()
        paint_text(
            painter, QRectF(left, self.height() - height, self.width() - left, height), self.text(), role, tokens.text
        )
        painter.translate((self.width() - px(_PAGE.width())) / 2, px(_CHECK))
        painter.scale(px(_PAGE.width()) / _PAGE.width(), px(_PAGE.height()) / _PAGE.height())
        painter.setPen(QPen(colour(tokens.accent if chosen else tokens.border_strong), 2 if chosen else 1))
        painter.setBrush(colour(tokens.base))
        painter.drawRoundedRect(QRectF(1, 1, _PAGE.width() - 2, _PAGE.height() - 2), 3, 3)
        for line in _LINES[self._kind]:
            painter.fillRect(QRectF(*line), colour(tokens.border_strong))
        if chosen:
            _paint_check(painter)
        painter.end()


def _paint_check(painter: QPainter) -> None:
    tokens = look().tokens
    middle = QPointF(_PAGE.width() - 2, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tokens.accent))
    painter.drawEllipse(middle, _CHECK, _CHECK)
    painter.setPen(QPen(colour(tokens.on_accent), 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    points = [middle + QPointF(-3.5, 0.2), middle + QPointF(-1, 2.8), middle + QPointF(3.6, -2.6)]
    painter.drawPolyline(points)
