"""The ring around the button that has the keyboard's focus: one for the whole application.

A style sheet cannot draw outside a filled button. Fields draw focus as their border, rows as an inset ring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFocusFrame, QProxyStyle, QStyle, QTabBar
from shiboken6 import isValid
from typing_extensions import override

from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QStyleHintReturn, QStyleOption, QWidget

    from hankeapp.ui.look import Look


_GAP, _LINE = 2, 2
"""Px between the button and the ring, and the ring's width."""


class FocusRing(QObject):
    """Follows the focus of the whole application; shown for keyboard focus only."""

    def __init__(self, app: QApplication, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._frame: _Frame | None = None
        app.focusChanged.connect(self._follow)

    @property
    def widget(self) -> QWidget | None:
        """The widget that the ring is around."""
        return self._frame.widget() if self._frame is not None and isValid(self._frame) else None

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        wanted = now if now is not None and wants_ring(now) else None
        if self._frame is not None and not isValid(self._frame):
            # It lies in the window of its widget, and went with it.
            self._frame = None
        if self._frame is None:
            if wanted is None:
                return
            self._frame = _Frame(self._look)
        self._frame.setWidget(wanted)  # type: ignore[arg-type]


class _Apart(QProxyStyle):
    """Leaves a gap between the button and its ring: a primary button has the ring's own colour."""

    @override
    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _GAP + _LINE
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        # Fusion's mask would cut off the round corners.
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        # A frame above lies in the window: in the button's parent, tight margins would cut it off.
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


class _Frame(QFocusFrame):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._apart = _Apart()
        self._apart.setParent(self)
        self.setStyle(self._apart)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._look.tokens.accent), _LINE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


def wants_ring(widget: QWidget) -> bool:
    """A button or a tab bar that was reached by the keyboard."""
    by_keyboard = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return by_keyboard and isinstance(widget, QAbstractButton | QTabBar)
