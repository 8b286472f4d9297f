"""The search field: the query's line between a glass and the buttons that clear it and build its filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import label, restyle, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.query_edit import QueryEdit
from hankeapp.ui.suggestion_popup import SuggestionPopup

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_TYPING_PAUSE_MS = 120
"""After the last key before suggestions are made; the list follows every key."""

_CHOOSING = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up})


class SearchField(QFrame):
    """What to find; Esc clears it, then leaves it; Enter and ↓ go to the list.

    Where its `popup` offers something, that takes these keys first.
    """

    searched = Signal(str)
    """This is to be listed before anything else happens."""
    typed = Signal(str)
    """This is being written: the list is to follow, and what is typed meanwhile must not wait for it."""
    left = Signal()
    rested = Signal()
    """The keyboard is here, and nothing more is being written: suggestions may follow."""
    recalled = Signal()
    """↓ in the empty field, which then stays in it if something is offered."""
    build_requested = Signal()

    def __init__(self, keys: str, build_keys: str) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setProperty("kind", "search")
        self.edit = QueryEdit()
        self.edit.setPlaceholderText(tr("Search the projects or filter them, for example funder:Interreg"))
        self.edit.setAccessibleName(tr("Search"))
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.popup = SuggestionPopup(self.edit)
        self._keys = label(keys, "hint")
        self._clear = buttons.icon_button("x", tr("Clear the search"))
        # The keyboard clears with Esc.
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear_words)
        self.build = buttons.icon_button("list-filter", tr("Choose filters"))
        set_tool_tip(self.build, f"{self.build.accessibleName()} ({build_keys})")
        self.build.clicked.connect(self.build_requested)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask_suggestions)
        # Not before the keys that wait already: the list is asked for what all of them have written.
        self._typing = QTimer(self, singleShot=True, interval=0)
        self._typing.timeout.connect(lambda: self.typed.emit(self.text))
        self.edit.textChanged.connect(self._follow)
        self.edit.textChanged.connect(self.popup.unreach)
        self.edit.textChanged.connect(self._pause.start)
        self.edit.textChanged.connect(self._typing.start)
        self._lay_out()

    @property
    def text(self) -> str:
        """The query as written."""
        return self.edit.text()

    def write(self, text: str) -> None:
        """Put a whole query into the field, and search for it at once; Ctrl+Z in the field takes it back."""
        self.edit.write_whole(text)
        self._search()

    def complete(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of what is being typed, with a blank to what is beside it and after what is whole."""
        before, after = self.text[:start], self.text[end:]
        lead = " " if start == end and before[-1:].strip() not in {"", ":", ","} else ""
        trail = "" if text.endswith(":") or after[:1] in {" ", ","} else " "
        self.edit.replace(start, end, f"{lead}{text}{trail}")

    def clear_words(self) -> None:
        """Empty the field and search at once."""
        self.edit.clear()
        self._search()

    def reach(self) -> None:
        """Bring the keyboard here, with all that is written selected."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._take(event)
            case QEvent.Type.FocusIn | QEvent.Type.FocusOut:
                self._show_reached(reached=event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        """Whether a key was taken; others are the line's."""
        if self._pause.isActive() and event.key() in _CHOOSING:
            # What is offered must fit what is written.
            self._rest()
        if self.popup.take(event) or (event.key() == Qt.Key.Key_Down and self._recall()):
            return True
        match event.key():
            case Qt.Key.Key_Escape if self.text:
                self.clear_words()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.popup.dismiss()
                self._search()
                self.left.emit()
            case _:
                return False
        return True

    def _recall(self) -> bool:
        if not self.text:
            self.recalled.emit()
        return bool(self.popup.rows)

    def _show_reached(self, *, reached: bool) -> None:
        """Draw the outline as that of a field with the focus, or without."""
        self.setProperty("reached", reached)
        restyle(self)
        if not reached:
            self.popup.dismiss()

    def _follow(self, text: str) -> None:
        """The button that clears the field stands in the place of its keys."""
        self._keys.setVisible(not text)
        self._clear.setVisible(bool(text))

    def _search(self) -> None:
        self._pause.stop()
        self._typing.stop()
        self.searched.emit(self.text)

    def _rest(self) -> None:
        self._search()
        self._ask_suggestions()

    def _ask_suggestions(self) -> None:
        if self.edit.hasFocus():
            self.rested.emit()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconLabel("search", size=16))
        self._row.addWidget(self.edit, 1)
        for part in (self._keys, self._clear, self.build):
            self._row.addWidget(part)
        self._follow("")
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Take the sizes of the look's text."""
        px = look().fonts.px
        self._row.setContentsMargins(px(10), px(3), px(5), px(3))
        self._row.setSpacing(px(6))
