"""How large a window opens: as it was designed, where the screen has room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""What the system draws around a window, by and large; it is not known before the window is shown."""


def open_at(window: QWidget, width: int, height: int) -> None:
    """Size a window that is not shown yet; in px at 100 % text."""
    px = look().fonts.px
    window.resize(QSize(px(width), px(height)).boundedTo(room_for(window)))


def room_for(window: QWidget) -> QSize:
    """The most that the screen has for a window within its frame."""
    return (window.parentWidget() or window).screen().availableSize() - _FRAME
