"""The bar that tells what was just done and offers to take it back; it comes and goes and never takes the focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons, icons
from hankeapp.ui.fonts import Role
from hankeapp.ui.labels import breakable, label
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QEnterEvent
    from PySide6.QtWidgets import QWidget

_ROOM_FOR_BUTTONS = 240
SHOWN_FOR = 10_000
"""Milliseconds; the clock stands still while the mouse or the focus is on the bar."""


@dataclass(frozen=True)
class Offer:
    """What can be done next, in a word or two, and what does it."""

    words: str
    act: Callable[[], None]


class Snackbar(QFrame):
    """Lies over the bottom of its host; one message at a time, the newest wins."""

    undo_requested = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("kind", "snackbar")
        self.setAccessibleName(tr("What was just done"))
        self._host = host
        self._before: QWidget | None = None
        self._text = ""
        self._message = label()
        self._undo = QPushButton(tr("Undo"))
        self._next = QPushButton()
        self._offer: Offer | None = None
        self._keys = label(QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText))
        self._keys.setProperty("role", "hint")
        self._close = buttons.icon_button("x", tr("Close the message"), size=16)
        icons.put(self._close, "x", "snack_text", 16)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_FOR)
        # An undone act is told by its own name first: only what stays is said.
        self._saying = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def message(self) -> str:
        """What it says, empty while it is hidden."""
        return "" if self.isHidden() else self._text

    def show_message(self, text: str, *, undo: bool = True, offer: Offer | None = None) -> None:
        """Tell what was done; `undo` offers to take it back, `offer` to go on with it."""
        self._text = text
        self._offer = offer
        self._next.setText(offer.words if offer else "")
        self._next.setVisible(offer is not None)
        self._message.setText(breakable(text))
        self._undo.setVisible(undo)
        self._keys.setVisible(undo)
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self._place()
        self._clock.start()
        self._saying.start()

    def _accept(self) -> None:
        offer = self._offer
        self.dismiss()
        if offer is not None:
            offer.act()

    def _say(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._text))

    def dismiss(self) -> None:
        """Go away, and give the focus back if it was here."""
        self._clock.stop()
        had_focus = self._holds_focus()
        self.hide()
        if had_focus and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._run_on()
        super().leaveEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self._message)
        row.addSpacing(14)
        for part in (self._next, self._undo, self._keys, self._close):
            row.addWidget(part)

    def _connect(self) -> None:
        self._host.installEventFilter(self)
        self._undo.clicked.connect(self.dismiss)
        self._undo.clicked.connect(self.undo_requested)
        self._next.clicked.connect(self._accept)
        self._close.clicked.connect(self.dismiss)
        self._clock.timeout.connect(self.dismiss)
        self._saying.timeout.connect(self._say)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self) -> None:
        if self.isHidden():
            return
        if self._holds_focus():
            self._clock.stop()
        else:
            self._run_on()

    def _run_on(self) -> None:
        if not self.isHidden() and not self._clock.isActive() and not self._holds_focus():
            self._clock.start()

    def _holds_focus(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    def _place(self) -> None:
        room = self._host.width() - look().fonts.px(_ROOM_FOR_BUTTONS)
        words = round(look().fonts.metrics(Role.BODY).horizontalAdvance(self._message.text())) + 2
        self._message.setWordWrap(words > room)
        self._message.setFixedWidth(max(min(words, room), 0))
        self.adjustSize()
        self.move(QPoint((self._host.width() - self.width()) // 2, self._host.height() - self.height() - 16))
