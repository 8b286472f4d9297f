"""The shipped line icons, drawn in a colour token and kept by name, colour, size and device pixel ratio."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy

from hankeapp.paths import RESOURCES
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_STROKE = re.compile(r'stroke-width="[\d.]+"')


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """An icon of `size` px in a `#RRGGBB`, with `gap` px of nothing at its right."""
    return _drawn(name, colour, size, ratio, gap)


def icon(name: str, colour: str, size: int, gap: int = 0) -> QIcon:
    """The icon for this screen's and for plain pixels."""
    made = QIcon()
    for ratio in sorted({1.0, _ratio()}):
        made.addPixmap(pixmap(name, colour, size, ratio, gap))
    return made


def put(
    holder: QAbstractButton | QAction, name: str, ink: str = "text2", size: int = 16, gap: int = 0, checked: str = ""
) -> None:
    """Show an icon on a button or an action and draw it anew when the look changes.

    `ink` is the colour's token; `checked` that of a checked button. `gap` px stand between the icon and the text, since
    Qt's own 4 px are too few. An icon put before on the same holder goes.
    """
    # Replaced in place: one that only waits to be deleted would still follow the look, without its holder.
    tint = holder.findChild(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly) or _Tint(holder)
    tint.wear(name, ink, size, gap, checked or ink)


class IconLabel(QLabel):
    """An icon beside a text that says the same: screen readers pass it by."""

    def __init__(self, name: str, ink: str = "text2", size: int = 20) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self._draw)
        self.show_icon(name, ink)

    def show_icon(self, name: str, ink: str) -> None:
        """Another icon, or another colour's token."""
        self._name = name
        self._ink = ink
        self._draw()

    def _draw(self) -> None:
        size = look().fonts.px(self._size)
        self.setPixmap(pixmap(self._name, getattr(look().tokens, self._ink), size, _ratio()))


class _Tint(QObject):
    """Keeps a holder's icon in the look's colours."""

    def __init__(self, holder: QAbstractButton | QAction) -> None:
        super().__init__(holder)
        self._holder = holder
        look().changed.connect(self._draw)

    def wear(self, name: str, ink: str, size: int, gap: int, checked: str) -> None:
        self._name = name
        self._ink = ink
        self._size = size
        self._gap = gap
        self._checked = checked
        self._draw()

    def _draw(self) -> None:
        tokens, fonts = look().tokens, look().fonts
        size, gap = fonts.px(self._size), fonts.px(self._gap)
        shown = icon(self._name, getattr(tokens, self._ink), size, gap)
        for ratio in sorted({1.0, _ratio()}):
            shown.addPixmap(pixmap(self._name, tokens.text3, size, ratio, gap), QIcon.Mode.Disabled, QIcon.State.Off)
            shown.addPixmap(
                pixmap(self._name, getattr(tokens, self._checked), size, ratio, gap), QIcon.Mode.Normal, QIcon.State.On
            )
        self._holder.setIcon(shown)
        if isinstance(self._holder, QAbstractButton):
            self._holder.setIconSize(QSize(size + gap, size))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float, gap: int) -> QPixmap:
    drawn = QPixmap(round((size + gap) * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(_source(name, colour, size))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


def _source(name: str, colour: str, size: int) -> bytes:
    text = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    stroke = 2.1 if size <= 14 else 1.2 if size >= 40 else 1.75
    return _STROKE.sub(f'stroke-width="{stroke}"', text).replace("currentColor", colour).encode()


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
