"""The list of suggestions below a field: it lies in the window, and the keyboard stays in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout
from typing_extensions import override

from hankeapp.translation import tr, trn
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.offered_list import dress_offered
from hankeapp.ui.offers import OfferDelegate, OfferModel, OfferRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from hankeapp.ui.offers import Offer

_LEAST_WIDTH, _LEAST_HEIGHT, _GAP = 380, 120, 6
"""Px at 100 % text: its own least measures, and how far below the field it begins."""


class SuggestionPopup(QFrame):
    """Rows to choose from by ↓ ↑ Enter, Tab or the mouse; `chosen` gives the row's value.

    The field keeps the focus, so it hands its keys on by `take`, and screen readers hear the rows through it.
    """

    chosen = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setProperty("kind", "popup")
        self.setAccessibleName(tr("Suggestions"))
        self._rows = OfferModel()
        self._rows.setParent(self)
        self._list = QListView()
        self._hint = label(role="hint", wrap=True)
        self._column = QVBoxLayout(self)
        self._foot = QFrame()
        self._foot_row = QVBoxLayout(self._foot)
        self._foot.setProperty("kind", "popupfoot")
        self._is_completing = False
        self._set_up_list()
        self._lay_out()
        self.hide()

    @property
    def rows(self) -> tuple[Offer, ...]:
        """What is offered; nothing while it is hidden."""
        return () if self.isHidden() else self._rows.rows

    @property
    def current(self) -> Offer | None:
        """The row that the keyboard has reached."""
        index = self._list.currentIndex()
        return index.data(OfferRole) if index.isValid() and self._list.selectionModel().hasSelection() else None

    def show_rows(self, rows: Sequence[Offer], hint: str = "", *, is_completing: bool = False) -> None:
        """Offer these in place of what was offered; nothing hides the list.

        If they complete what is being typed, Tab takes the first of them before another is reached.
        """
        self._is_completing = is_completing
        if not rows:
            self.dismiss()
            return
        if self.isHidden() or tuple(rows) != self._rows.rows:
            self._rows.show_rows(rows)
            self._hint.setText(hint)
            self._foot.setVisible(bool(hint))
            self._open()

    def unreach(self) -> None:
        """Go back to where no row was reached: another text is being written."""
        self._list.selectionModel().clear()
        self._field.setAccessibleDescription("")

    def dismiss(self) -> None:
        """Go away without a choice."""
        self.hide()
        self._field.setAccessibleDescription("")

    def take(self, event: QKeyEvent) -> bool:
        """Whether a key of the field was for the list."""
        if self.isHidden() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.current is not None:
                self._choose(self._list.currentIndex())
            case Qt.Key.Key_Tab if self.current is not None or self._is_completing:
                self._choose(self._list.currentIndex() if self.current else self._rows.index(self._reachable()[0]))
            case Qt.Key.Key_Escape:
                self.dismiss()
            case _:
                return False
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            # Only now: a field is built before it stands in its window.
            self.setParent(window)
            window.installEventFilter(self)
            self._field.destroyed.connect(self.deleteLater)
        self._list.selectionModel().clear()
        was_hidden = self.isHidden()
        self._place()
        self.show()
        self.raise_()
        if was_hidden:
            self._say(trn("{n} suggestion, ↓ goes to it", "{n} suggestions, ↓ goes to them", len(self._reachable())))

    def _step(self, by: int) -> None:
        reachable = self._reachable()
        at = self._list.currentIndex().row() if self.current else None
        beside = reachable.index(at) + by if at is not None else 0 if by > 0 else -1
        index = self._rows.index(reachable[beside % len(reachable)])
        self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._list.scrollTo(self._rows.index(0) if index.row() == reachable[0] else index)
        self._say(index.data(OfferRole).spoken)

    def _click(self, index: QModelIndex) -> None:
        if not index.data(OfferRole).is_heading:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(OfferRole)
        self.dismiss()
        self.chosen.emit(row.value)

    def _say(self, text: str) -> None:
        self._field.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, text))

    def _reachable(self) -> list[int]:
        return [at for at, row in enumerate(self._rows.rows) if not row.is_heading]

    def _place(self) -> None:
        """Below the field and as wide, as tall as the rows are and the window lets it be."""
        px, window, anchor = look().fonts.px, self._field.window(), self._field.parentWidget() or self._field
        below = anchor.mapTo(window, QPoint(0, anchor.height() + px(_GAP)))
        wide = min(max(anchor.width(), px(_LEAST_WIDTH)), window.width() - 2 * px(_GAP))
        left = min(below.x(), window.width() - px(_GAP) - wide)
        room = max(window.height() - below.y() - px(_GAP), px(_LEAST_HEIGHT))
        rows = sum(self._list.sizeHintForIndex(self._rows.index(at)).height() for at in range(len(self._rows.rows)))
        foot = 0 if self._foot.isHidden() else self._foot_row.totalHeightForWidth(wide - 2)
        self.setGeometry(left, below.y(), wide, min(rows + foot + px(12) + 2, room))

    def _set_up_list(self) -> None:
        view = self._list
        view.setModel(self._rows)
        view.setItemDelegate(OfferDelegate(view))
        dress_offered(view)
        view.clicked.connect(self._click)

    def _lay_out(self) -> None:
        self._column.setSpacing(0)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(self._foot)
        self._foot_row.addWidget(self._hint)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = look().fonts.px
        self._column.setContentsMargins(1, px(6), 1, 1)
        self._foot_row.setContentsMargins(px(16), px(8), px(16), px(8))
        self._list.doItemsLayout()
        if not self.isHidden():
            self._place()
