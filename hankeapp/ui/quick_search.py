"""The quick search (Ctrl+K): it lies over the window, and whatever is chosen in it, the keyboard stays in its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QListView, QWidget
from typing_extensions import override

from hankeapp.translation import tr, trn
from hankeapp.ui.icons import IconLabel
from hankeapp.ui.labels import label, line
from hankeapp.ui.look import look
from hankeapp.ui.offered_list import dress_offered
from hankeapp.ui.offers import OfferModel, OfferRole
from hankeapp.ui.quick_delegate import QuickDelegate
from hankeapp.ui.stacking import bare_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QObject
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from hankeapp.ui.offers import Offer

_WIDTH, _ABOVE, _AROUND = 638, 121, 24
"""Px at 100 % text: the panel's width, its place from the window's top, and the least beside it."""
_PAUSE_MS = 60
"""After the last key before projects are looked for, so that a word typed quickly is looked for once."""
_SHADE = 0.22
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class QuickSearch(QWidget):
    """`asked` brings what was typed, `chosen` the value of the row that was chosen, once this has gone."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("quick_search")
        self.setAccessibleName(tr("Quick search"))
        self.field = QLineEdit()
        self.rows = OfferModel()
        self.rows.setParent(self)
        self.list = QListView()
        self._window = window
        self._before: QWidget | None = None
        self._panel = QFrame(self)
        self._nothing = label(tr("No matches"), "hint")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self._set_up()
        self._lay_out()
        self.hide()

    def open(self) -> None:
        """Come up empty, with the keyboard in the field; a second time it goes."""
        if not self.isHidden():
            self.dismiss()
            return
        self._before = QApplication.focusWidget()
        self.field.clear()
        self.ask()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Go, and give the keyboard back to where it was."""
        self._pause.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Tell what was typed without waiting for the pause."""
        self._pause.stop()
        self.asked.emit(self.field.text())

    def show_rows(self, rows: Sequence[Offer]) -> None:
        """Show what was found; the first row that can be chosen is."""
        self.rows.show_rows(rows)
        self._nothing.setVisible(not rows and bool(self.field.text().strip()))
        self.list.setVisible(bool(rows))
        reachable = self._reachable()
        if reachable:
            self._reach(reachable[0])
        count = len(reachable)
        self._say(trn("{n} suggestion", "{n} suggestions", count) if count else tr("No matches"))
        if not self.isHidden():
            self._place()

    @property
    def current(self) -> Offer | None:
        """The row that Enter chooses."""
        index = self.list.currentIndex()
        return index.data(OfferRole) if index.isValid() else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                # Nothing of the window under it can be reached meanwhile.
                event.accept()
                return True
            return event.type() is QEvent.Type.KeyPress and self._take(event)
        if watched is self.field and event.type() is QEvent.Type.FocusOut and not self.isHidden():
            QTimer.singleShot(0, self, self._follow_focus)
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlphaF(_SHADE)
        QPainter(self).fillRect(self.rect(), shade)

    def _take(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list; others are the field's."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._pause.isActive():
                self.ask()
            self._choose(self.list.currentIndex())
        elif key is Qt.Key.Key_Escape or _is_own_shortcut(event):
            self.dismiss()
        return key in {*_STEPS, *_TAKEN} or _is_own_shortcut(event)

    def _step(self, by: int) -> None:
        reachable = self._reachable()
        if not reachable:
            return
        at = reachable.index(self.list.currentIndex().row()) + by
        # One step leads round, a leap ends at the end.
        at = at % len(reachable) if abs(by) == 1 else min(max(at, 0), len(reachable) - 1)
        self._reach(reachable[at])
        current = self.current
        if current is not None:
            self._say(current.spoken)

    def _reach(self, row: int) -> None:
        index = self.rows.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(self.rows.index(0) if row <= 1 else index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(OfferRole) if index.isValid() else None
        if row is not None and not row.is_heading:
            self.dismiss()
            self.chosen.emit(row.value)

    def _reachable(self) -> list[int]:
        return [at for at, row in enumerate(self.rows.rows) if not row.is_heading]

    def _say(self, text: str) -> None:
        self.field.setAccessibleDescription(text)
        if not self.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, text))

    def _follow_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.field and not self.isHidden():
            self._before = None
            self.dismiss()

    def _place(self) -> None:
        px, window = look().fonts.px, self._window.size()
        self.setGeometry(self._window.rect())
        wide = min(px(_WIDTH), window.width() - 2 * px(_AROUND))
        above = min(px(_ABOVE), window.height() // 7)
        rows = sum(self.list.sizeHintForIndex(self.rows.index(at)).height() for at in range(len(self.rows.rows)))
        self.list.setFixedHeight(rows + px(12))
        others = self._column.minimumSize().height() - self.list.height()
        room = window.height() - above - px(_AROUND) - others
        self.list.setFixedHeight(min(rows + px(12), max(room, px(100))))
        self._panel.setFixedWidth(wide)
        self._panel.adjustSize()
        self._panel.move((window.width() - wide) // 2, above)

    def _set_up(self) -> None:
        self.field.setAccessibleName(tr("Quick search"))
        self.field.setPlaceholderText(tr("Find a project, a view or a command"))
        self.field.setProperty("kind", "bare")
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._pause.start)
        self._window.installEventFilter(self)
        view = self.list
        view.setModel(self.rows)
        view.setItemDelegate(QuickDelegate(view))
        dress_offered(view)
        view.clicked.connect(self._choose)

    def _lay_out(self) -> None:
        self._panel.setProperty("kind", "popup")
        self._head = QHBoxLayout()
        for part in (IconLabel("search", size=20), self.field, label(tr("Esc closes"), "hint")):
            self._head.addWidget(part)
        self._foot = label(tr("↑↓ choose  ·  Enter opens  ·  > only commands  ·  # only views"), "hint")
        self._column = column = bare_column(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.addLayout(self._head)
        for row in (line(), self._nothing, self.list, line(), self._foot):
            column.addWidget(row)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Take the sizes of the look's text."""
        px = look().fonts.px
        self._head.setContentsMargins(px(16), px(8), px(16), px(8))
        self._head.setSpacing(px(8))
        for words in (self._nothing, self._foot):
            words.setContentsMargins(px(16), px(8), px(16), px(8))
        if not self.isHidden():
            self._place()


_TAKEN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
"""Keys that do not reach the field: Tab has nowhere to go."""


def _is_own_shortcut(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
