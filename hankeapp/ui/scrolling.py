"""What is scrolled: as high as its width needs, and what the keyboard reaches in it is kept in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


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


class ScrolledBody(QWidget):
    """What is scrolled: as high as its width needs.

    Qt adds the height of every text at its narrowest, and would leave a blank of that size at the foot.
    """

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        # Without the height for that width, for which all texts would be laid out.
        return QSize(layout.minimumSize().width(), 0)
