"""The row under the menu bar: a new project, the search, cards or table, print."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons, icons
from hankeapp.ui.actions import keys_of, plain_text
from hankeapp.ui.buttons import Segment, Segments
from hankeapp.ui.labels import label, set_tool_tip
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QPushButton

    from hankeapp.ui.actions import Actions

_TYPING_PAUSE_MS = 120
"""After the last key before the list is searched, so that a word typed quickly is searched once."""


class ListMode(Enum):
    """How the projects are listed."""

    CARDS = "cards"
    TABLE = "table"


class SearchField(QLineEdit):
    """The words to find; Esc clears it, then leaves it; Enter and ↓ go to the list."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setProperty("kind", "search")
        self.setPlaceholderText(tr("Search the projects by name, acronym or text"))
        self.setAccessibleName(tr("Search"))
        self.setClearButtonEnabled(True)
        glass = QAction(self)
        icons.put(glass, "search")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._keys = label(keys, "hint")
        room = QHBoxLayout(self)
        room.setContentsMargins(0, 0, look().fonts.px(10), 0)
        room.addWidget(self._keys, alignment=Qt.AlignmentFlag.AlignRight)
        self.textChanged.connect(self._make_room)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._pause.start)

    def clear_words(self) -> None:
        """Empty the field and search at once."""
        self.clear()
        self._search()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear_words()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._search()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _make_room(self, words: str) -> None:
        """The button that clears the field stands where the keys are named."""
        self._keys.setVisible(not words)

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())


class Toolbar(QWidget):
    """The row of the main commands; the search begins where the list begins."""

    mode_chosen = Signal(ListMode)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.search = SearchField(keys_of(actions["find"]))
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
        self._lay_out()

    def _lay_out(self) -> None:
        px = look().fonts.px
        start = QHBoxLayout(self._start)
        start.setContentsMargins(0, 0, 0, 0)
        start.addWidget(self._new)
        start.addStretch()
        self.search.setMinimumWidth(px(200))
        self.search.setMaximumWidth(px(620))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(12))
        row.addWidget(self._start)
        row.addWidget(self.search, 10)
        row.addStretch(1)
        row.addWidget(self.modes)
        row.addWidget(self._print)

    def explain(self, reason: str) -> None:
        """Say why no project can be made, or with an empty reason again by which keys."""
        set_tool_tip(self._new, reason or self._new_keys)

    def align_search(self, left: int) -> None:
        """Begin the search field at this distance from the window's edge."""
        row = self.layout()
        if row is not None:
            room = left - row.contentsMargins().left() - row.spacing()
            self._start.setFixedWidth(max(room, self._new.sizeHint().width()))


def _button(button: QPushButton, action: QAction) -> QPushButton:
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    button.setToolTip(keys_of(action))
    return button
