"""The ring around the button that has the keyboard's focus: one for the whole application.

A style sheet cannot draw outside a filled button. Fields draw focus as their border, rows as an inset ring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFocusFrame, QTabBar
from typing_extensions import override

from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    from hankeapp.ui.look import Look


class FocusFrame(QFocusFrame):
    """Follows the focus of the whole application; shown for keyboard focus only."""

    def __init__(self, app: QApplication, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        self.setWidget(now if now is not None and wants_ring(now) else None)  # type: ignore[arg-type]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._look.tokens.accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


def wants_ring(widget: QWidget) -> bool:
    """A button or a tab bar that was reached by the keyboard."""
    by_keyboard = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return by_keyboard and isinstance(widget, QAbstractButton | QTabBar)
