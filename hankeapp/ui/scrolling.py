"""Keeps what the keyboard reaches in view, in whatever scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget


class InView(QObject):
    """Follows the focus of the whole application.

    Qt scrolls to where Tab goes within a scrolled area, but not where it comes into one from outside.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        # What the mouse has reached is in view, and would move away from under it.
        if now is None or not now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            return
        above = now.parentWidget()
        while above is not None and not above.isWindow():
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(now)
            above = above.parentWidget()
