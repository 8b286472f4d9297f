"""Buttons: primary, ordinary, quiet, of an icon alone, and the control of joined segments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QPushButton, QSizePolicy, QToolButton

from hankeapp.translation import tr
from hankeapp.ui import icons
from hankeapp.ui.fonts import Role
from hankeapp.ui.labels import set_tool_tip
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton, QLineEdit


def primary(text: str, icon: str = "") -> QPushButton:
    """The one act that a window is for."""
    return _push(text, icon, "primary", "on_accent")


def ordinary(text: str, icon: str = "") -> QPushButton:
    """Any other act."""
    return _push(text, icon, "ordinary", "text2")


def quiet(text: str, icon: str = "") -> QPushButton:
    """An act beside the main ones, looking like a link."""
    return _push(text, icon, "quiet", "link")


def icon_button(icon: str, name: str, *, size: int = 18) -> QToolButton:
    """An icon alone: `name` is a verb and its object, shown as the tooltip and read by screen readers."""
    button = QToolButton()
    button.setProperty("kind", "icon")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(name)
    set_tool_tip(button, name)
    icons.put(button, icon, size=size)
    return button


def offer_clearing(search: QLineEdit) -> None:
    """Qt's own button that clears a field, with the name for screen readers that it lacks."""
    search.setClearButtonEnabled(True)
    for button in search.findChildren(QToolButton):
        button.setAccessibleName(tr("Clear the search"))


def quiet_tool(text: str, icon: str = "") -> QToolButton:
    """A word with an icon in a head of a list ("Nimi", "Sarakkeet"); can hold a menu."""
    button = QToolButton()
    button.setProperty("kind", "quiet")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setText(text)
    if icon:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.put(button, icon, gap=4)
    return button


@dataclass(frozen=True)
class Segment:
    """One choice of a segmented control."""

    value: object
    text: str
    icon: str = ""


class Segments(QFrame):
    """Joined buttons of which one is down; the arrow keys move between them."""

    chosen = Signal(object)

    def __init__(self, name: str, segments: Sequence[Segment]) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

        self._values = [segment.value for segment in segments]
        self._group = QButtonGroup(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)
        for at, segment in enumerate(segments):
            self._row.addWidget(self._button(at, segment))
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._tell)
        look().changed.connect(self._make_room)
        self._make_room()

    def turn(self, *, down: bool) -> None:
        """Let the buttons stand below one another, where there is little room, or side by side again."""
        direction = QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        # The frame's line is not counted in its size.
        edge = 3 if down else 2
        self._row.setContentsMargins(edge, edge, edge, edge)

    @property
    def value(self) -> object:
        """The value of the segment that is down."""
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        """Press a segment by its value."""
        self.button(value).setChecked(True)

    def button(self, value: object) -> QAbstractButton:
        """The button of a value."""
        return self._group.button(self._values.index(value))

    def _button(self, at: int, segment: Segment) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setText(segment.text)
        if segment.icon:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            icons.put(button, segment.icon, gap=4, checked="text")
        self._group.addButton(button, at)
        return button

    def _make_room(self) -> None:
        # The size hint knows only the regular weight, and a checked segment is semibold.
        fonts = look().fonts
        for button in self._group.buttons():
            icon = button.iconSize().width() + 4 if not button.icon().isNull() else 0
            words = fonts.metrics(Role.STRONG).horizontalAdvance(button.text())
            button.setMinimumWidth(round(words) + icon + fonts.px(28))

    def _tell(self, at: int, down: bool) -> None:
        if down:
            self.chosen.emit(self._values[at])


def _push(text: str, icon: str, kind: str, ink: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAutoDefault(False)
    if icon:
        icons.put(button, icon, ink, gap=4)
    return button
