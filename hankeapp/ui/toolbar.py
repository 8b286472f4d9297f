"""The row under the menu bar: a new project, the search, cards or table, print."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.actions import keys_of, plain_text
from hankeapp.ui.buttons import Segment, Segments
from hankeapp.ui.labels import set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from hankeapp.ui.actions import Actions

_SEARCH, _LEAST = 200, 340
"""Px at 100 % text: the search field's and the row's least widths."""


class ListMode(Enum):
    """How the projects are listed."""

    CARDS = "cards"
    TABLE = "table"


class Toolbar(QWidget):
    """The row of the main commands; the search begins where the list begins."""

    mode_chosen = Signal(ListMode)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.search = SearchField(keys_of(actions["find"]), keys_of(actions["filters"]))
        self.modes = Segments(
            tr("How projects are listed"),
            [
                Segment(ListMode.CARDS, tr("Cards"), "layout-list"),
                Segment(ListMode.TABLE, tr("Table"), "table-2"),
            ],
        )
        self.modes.chosen.connect(self.mode_chosen)
        self._new = _button(buttons.primary(plain_text(actions["new"]), "plus"), actions["new"])
        self._new_keys = keys_of(actions["new"])
        self._print = _button(buttons.ordinary(plain_text(actions["print"]), "printer"), actions["print"])
        self._start = QWidget()
        self._left = 0
        self._lay_out()

    @override
    def minimumSizeHint(self) -> QSize:
        # What does not fit is put away, and stays in the menus.
        return QSize(look().fonts.px(_LEAST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_away()

    def _lay_out(self) -> None:
        start = QHBoxLayout(self._start)
        start.setContentsMargins(0, 0, 0, 0)
        start.addWidget(self._new)
        start.addStretch()
        self._start.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._start)
        self._row.addWidget(self.search, 10)
        self._row.addStretch(1)
        self._row.addWidget(self.modes)
        self._row.addWidget(self._print)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Take the sizes of the look's text."""
        px = look().fonts.px
        self.search.setMinimumWidth(px(_SEARCH))
        self.search.setMaximumWidth(px(620))
        self._row.setContentsMargins(px(12), px(8), px(12), px(8))
        self._row.setSpacing(px(12))
        self._put_away()

    def explain(self, reason: str) -> None:
        """Say why no project can be made, or with an empty reason again by which keys."""
        set_tool_tip(self._new, reason or self._new_keys)

    def align_search(self, left: int) -> None:
        """Begin the search field at this distance from the window's edge, where there is room for that."""
        self._left = left
        self._put_away()

    def _put_away(self) -> None:
        """Show the ways of listing and the print button where there is room for them."""
        gap, new = self._row.spacing(), self._new.sizeHint().width()
        room = self.width() - 4 * gap - new - self.search.minimumWidth()
        for part in (self.modes, self._print):
            needed = part.sizeHint().width() + gap
            part.setVisible(needed <= room)
            room -= needed if needed <= room else 0
        self._start.setMinimumWidth(max(min(self._left - 2 * gap, new + room), 0))


def _button(button: QPushButton, action: QAction) -> QPushButton:
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    button.setToolTip(keys_of(action))
    return button
