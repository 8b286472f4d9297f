"""A list of entries under a search field: each with how many projects refer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QStyledItemDelegate, QWidget
from typing_extensions import override

from hankeapp.language.folding import fold
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, icons, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.stacking import bare_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.services.list_keeping import ListEntry

EntryRole = Qt.ItemDataRole.UserRole
"""What a row is of."""
CountRole = Qt.ItemDataRole.UserRole + 1
"""What stands at the right of a row."""
IconRole = Qt.ItemDataRole.UserRole + 2
"""The name of the icon before its words."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RowList(QListWidget):
    """Rows of one line with a number at the right; Enter asks for what a row holds, Delete to be rid of it."""

    opened = Signal()
    removal_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_RowDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        look().changed.connect(self.scheduleDelayedItemsLayout)

    def add(self, text: str, held: object, count: str = "", spoken: str = "", icon: str = "") -> None:
        """Put a row under the others."""
        item = QListWidgetItem(text, self)
        item.setData(EntryRole, held)
        item.setData(CountRole, count)
        item.setData(IconRole, icon)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken or text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)


class EntryPicker(QWidget):
    """`picked` tells which entry is current, or None; `opened` that Enter was pressed on it."""

    picked = Signal(object)
    opened = Signal()
    removal_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search the list"))
        self.search.setPlaceholderText(tr("Search the list"))
        buttons.offer_clearing(self.search)
        self.list = RowList(name)
        self._hint = label("", "hint", wrap=True)
        self._entries: Sequence[ListEntry] = ()
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._reach)
        self.list.currentItemChanged.connect(self._tell)
        self.list.opened.connect(self.opened)
        self.list.removal_asked.connect(self.removal_asked)

    @property
    def entry(self) -> ListEntry | None:
        """The current entry."""
        item = self.list.currentItem()
        entry: ListEntry | None = item.data(EntryRole) if item is not None else None
        return entry

    def show_entries(self, entries: Sequence[ListEntry], current: str = "") -> None:
        """Show entries in their order; the row with the id becomes the current one, or the one that is it now."""
        self._entries = entries
        self._fill(current=current)

    def show_words(self, words: str) -> None:
        """Write into the search field."""
        self.search.setText(words)

    def _fill(self, _words: str = "", *, current: str = "") -> None:
        entry, row = self.entry, max(self.list.currentRow(), 0)
        wanted = current or (entry.row.id if entry else "")
        shown = [each for each in self._entries if _matches(each, fold(self.search.text()))]
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in shown:
                self.list.add(each.name, each, str(each.uses.live) if each.uses.live else "", _spoken(each))
            ids = [each.row.id for each in shown]
            self.list.setCurrentRow(ids.index(wanted) if wanted in ids else min(row, len(ids) - 1))
        self._hint.setText(tr("No matches.") if self._entries else tr("The list is empty."))
        self._hint.setVisible(not shown)
        self._tell()

    def _tell(self) -> None:
        self.picked.emit(self.entry)

    def _reach(self) -> None:
        if self.list.count():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        px = look().fonts.px
        column = bare_column(self)
        column.setSpacing(px(8))
        column.addWidget(self.search)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)


class _RowDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        fonts = look().fonts
        return QSize(fonts.px(80), max(fonts.px(32), round(fonts.metrics(Role.BODY).height()) + fonts.px(10)))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        tokens, px = look().tokens, look().fonts.px
        cell = QRectF(option.rect)
        row_painting.paint_pill(painter, option, cell.adjusted(2, 1, -2, -1))
        words, count = cell.adjusted(px(12), 0, -px(12), 0), str(index.data(CountRole) or "")
        if icon := index.data(IconRole):
            _paint_icon(painter, words, icon, is_chosen=row_painting.is_selected(option))
            words.setLeft(words.left() + px(26))
        paint_text(painter, words, count, Role.BODY, tokens.text2, right=True)
        room = words.adjusted(0, 0, -width(count, Role.BODY) - px(10) if count else 0, 0)
        paint_text(painter, room, str(index.data()), Role.BODY, tokens.text)
        painter.restore()


def _paint_icon(painter: QPainter, words: QRectF, name: str, *, is_chosen: bool) -> None:
    tokens, size = look().tokens, look().fonts.px(16)
    drawn = icons.pixmap(name, tokens.accent if is_chosen else tokens.text2, size, painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(words.left(), words.center().y() - size / 2), drawn)


def _matches(entry: ListEntry, words: str) -> bool:
    names = f"{entry.name} {getattr(entry.row, 'short_name', '')}"
    return words in fold(names)


def _spoken(entry: ListEntry) -> str:
    projects = trn("{n} project", "{n} projects", entry.uses.live)
    return f"{entry.name}, {projects}"
