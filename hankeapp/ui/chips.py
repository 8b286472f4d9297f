"""Chips: a status or a flag as a sign and a word on a tinted ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import glyphs
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from hankeapp.domain.status import Status
    from hankeapp.ui.glyphs import Glyph


class _Chip(QWidget):
    """Sign and word; not a control, so it takes no focus."""

    def __init__(self) -> None:
        super().__init__()
        self._glyph: Glyph | None = None
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self._fit)

    @property
    def text(self) -> str:
        return self._text

    def _say(self, glyph: Glyph | None, text: str, name: str) -> None:
        self._glyph = glyph
        self._text = text
        self.setAccessibleName(name)
        self._fit()

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        fonts = look().fonts
        words = fonts.metrics(Role.CHIP).horizontalAdvance(self._text)
        height = max(fonts.px(24), round(fonts.metrics(Role.CHIP).height()) + 4)
        return QSize(round(words) + fonts.px(8 + 12 + 6 + 9), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._glyph is None:
            return
        tokens, fonts = look().tokens, look().fonts
        ink, ground = getattr(tokens, self._glyph.ink), getattr(tokens, self._glyph.ground)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        # A high-contrast system has no fills: the chip is an outline there.
        painter.setPen(QPen(colour(ink), 2) if ground == tokens.base else Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        inset = 1 if ground == tokens.base else 0
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), box.height() / 2, box.height() / 2)
        glyphs.draw(painter, self._glyph, ink, fonts.px(8), box.center().y(), fonts.px(12))
        painter.setPen(colour(ink))
        painter.setFont(fonts.font(Role.CHIP))
        painter.drawText(box.adjusted(fonts.px(26), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()


class StatusChip(_Chip):
    """A project's status: "Aktiivinen", read as "Tila: Aktiivinen"."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self.show_status(status)

    def show_status(self, status: Status) -> None:
        self._say(glyphs.OF_STATUS[status], status.label, tr("Status: {status}", status=status.label))


class FlagChip(_Chip):
    """What the register noticed by itself: "Päättymispäivä ohitettu"; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.hide()

    def show_flag(self, glyph: Glyph | None, text: str) -> None:
        """Show a flag, or hide for None."""
        self._say(glyph, text, tr("Note: {text}", text=text) if text else "")
        self.setVisible(glyph is not None)
