"""The rows of the sidebar as a tree: entries, and groups of entries, of which a long one is shortened at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from typing_extensions import override

from hankeapp.translation import counted, tr
from hankeapp.ui import formatting
from hankeapp.ui.sidebar_entries import Entry, EntryGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    AnyIndex = QModelIndex | QPersistentModelIndex
    Row = Entry | EntryGroup | None

RowRole = Qt.ItemDataRole.UserRole
"""The `Entry` or `EntryGroup` of a row; None of the row that shows the whole of a long group."""

AT_FIRST = 8
"""Entries of a long group that are shown before all are asked for: those that most projects have."""

_NOWHERE = QModelIndex()
_TOP = 0
"""The id of a row on the upper level; below it, that of its group's row and one more."""


class SidebarModel(QAbstractItemModel):
    """`renamed` brings the saved search's entry and the name that a person gave it."""

    renamed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tops: tuple[Entry | EntryGroup, ...] = ()
        self._below: list[tuple[Row, ...]] = []
        self._shown_whole: set[str] = set()
        self._wanted = ""

    def show(self, tops: Sequence[Entry | EntryGroup], wanted: str = "") -> None:
        """Show these; the entry of the key `wanted` is among them however long its group is."""
        self._wanted = wanted
        self._take(tuple(tops))

    def show_whole(self, group: EntryGroup) -> None:
        """Show all entries of a long group."""
        self._shown_whole.add(group.name)
        self._take(self._tops)

    def groups(self) -> list[EntryGroup]:
        """The groups, in their order."""
        return [top for top in self._tops if isinstance(top, EntryGroup)]

    def entries(self) -> Iterator[Entry]:
        """Every entry, shown or not."""
        for top in self._tops:
            yield from top.entries if isinstance(top, EntryGroup) else (top,)

    def index_of(self, key: str) -> QModelIndex:
        """Where the entry or the group of a key stands; nowhere if it is not shown."""
        for at, top in enumerate(self._tops):
            if key == (top.name if isinstance(top, EntryGroup) else top.key):
                return self.index(at, 0)
            for row, each in enumerate(self._below[at]):
                if isinstance(each, Entry) and each.key == key:
                    return self.createIndex(row, 0, at + 1)
        return QModelIndex()

    def row_at(self, index: AnyIndex) -> Row:
        """What stands in a row."""
        at = index.internalId()
        return self._tops[index.row()] if at == _TOP else self._below[at - 1][index.row()]

    def group_of(self, index: AnyIndex) -> EntryGroup | None:
        """The group that a row stands in."""
        above = self._tops[index.internalId() - 1] if index.isValid() and index.internalId() != _TOP else None
        return above if isinstance(above, EntryGroup) else None

    @override
    def index(self, row: int, column: int, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    @override
    def parent(self, child: AnyIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or child.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _TOP)

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._tops)
        return len(self._below[parent.row()]) if parent.internalId() == _TOP else 0

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(row, index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index)
        return None

    @override
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if isinstance(row, Entry) and row.search is not None and str(value).strip() != row.label:
            self.renamed.emit(row, str(value))
        return True

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row_at(index) if index.isValid() else None
        if isinstance(row, Entry):
            flags |= Qt.ItemFlag.ItemNeverHasChildren
            return flags | Qt.ItemFlag.ItemIsEditable if row.search is not None else flags
        # A heading is reached by the keyboard, and what is chosen stays so.
        return flags & ~Qt.ItemFlag.ItemIsSelectable

    def _take(self, tops: tuple[Entry | EntryGroup, ...]) -> None:
        below = [self._rows(top) for top in tops]
        if _shape(tops, below) != _shape(self._tops, self._below):
            self.beginResetModel()
            self._tops, self._below = tops, below
            self.endResetModel()
            return
        self._tops, self._below = tops, below
        self._tell_changed(_NOWHERE)
        for at in range(len(tops)):
            self._tell_changed(self.index(at, 0))

    def _tell_changed(self, parent: QModelIndex) -> None:
        if count := self.rowCount(parent):
            self.dataChanged.emit(self.index(0, 0, parent), self.index(count - 1, 0, parent))

    def _rows(self, top: Entry | EntryGroup) -> tuple[Row, ...]:
        if isinstance(top, Entry):
            return ()
        # One row more is no longer than the row that shows it.
        if len(top.entries) <= AT_FIRST + 1 or top.name in self._shown_whole:
            return top.entries
        by_count = sorted(top.entries, key=lambda entry: (entry.key != self._wanted, -entry.count))
        first = set(by_count[:AT_FIRST])
        return (*(entry for entry in top.entries if entry in first), None)

    def _text(self, row: Row, index: AnyIndex) -> str:
        if row is None:
            group = self.group_of(index)
            assert group is not None
            return tr("Show all ({n})…", n=counted(len(group.entries)))
        return row.label if isinstance(row, Entry) else row.title

    def _spoken(self, row: Row, index: AnyIndex) -> str:
        group = self.group_of(index)
        parts = [group.title] if group else []
        parts.append(self._text(row, index))
        if isinstance(row, Entry):
            parts.append(formatting.count_text(row.count))
            if row.search is not None and row.search.is_pinned:
                parts.append(tr("pinned"))
        return ", ".join(parts)


def _shape(tops: Sequence[Entry | EntryGroup], below: Sequence[tuple[Row, ...]]) -> list[object]:
    """What of the rows is not only a count."""
    return [(_named(top), *map(_named, rows)) for top, rows in zip(tops, below, strict=True)]


def _named(row: Row) -> object:
    if isinstance(row, Entry):
        return row.key, row.label, row.icon
    return row.name if row else None
