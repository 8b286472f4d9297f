"""How sure the reading of a field is: a sign and its word, in the colour of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from hankeapp.domain.proposals import Certainty
from hankeapp.translation import tr
from hankeapp.ui import icons
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ICON, _GAP = 15, 6
_HEIGHT = 32
"""Px at 100 % text: that of a field beside it."""


class CertaintySign(QWidget):
    """Painted: labels know no colour of their own for what is certain."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._icon, self._ink = "circle", "text2"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)
        self.show_certainty(None)

    def show_certainty(self, certainty: Certainty | None, *, is_same: bool = False) -> None:
        """How sure it is; None where nothing was found, `is_same` where the register has it already."""
        self.words = tr("Unchanged") if is_same else certainty.label if certainty else tr("Not found")
        if is_same:
            self._icon, self._ink = "check", "text2"
        elif certainty is None:
            self._icon, self._ink = "circle", "text2"
        elif certainty is Certainty.CERTAIN:
            self._icon, self._ink = "circle-check", "act_fg"
        else:
            self._icon, self._ink = "circle-alert", "soon_fg"
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = look().fonts.px
        widest = max(width(words, Role.CAPTION_STRONG) for words in _all_words())
        return QSize(round(widest) + px(_ICON + _GAP) + 2, px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box, px = QPainter(self), QRectF(self.rect()), look().fonts.px
        ink = getattr(look().tokens, self._ink)
        sign = icons.pixmap(self._icon, ink, px(_ICON), self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0, round(box.center().y() - px(_ICON) / 2)), sign)
        paint_text(painter, box.adjusted(px(_ICON + _GAP), 0, 0, 0), self.words, Role.CAPTION_STRONG, ink)
        painter.end()


def _all_words() -> list[str]:
    return [*(each.label for each in Certainty), tr("Not found"), tr("Unchanged")]
