"""Qt's model of rows that have keys: it gets from one listing to another with as few moves as there need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from typing_extensions import override

from hankeapp.ui import row_changes
from hankeapp.ui.listing import Listing
from hankeapp.ui.row_keys import RowKeys, head_key, id_of, key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query import GroupRow
    from hankeapp.ui.row_changes import Range, RowChange

    AnyIndex = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_MOST_RANGES = 64
"""A list that differs in more places is shown from the start: Qt's views take time for each range."""
_HEAD_FLAGS = Qt.ItemFlag.ItemIsEnabled
_ROW_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowModel(QAbstractTableModel):
    """Rows of projects, and of the heads of groups, which cannot be selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listing = Listing(RowKeys())
        self._heads = self.listing.heads
        self._rows = self.listing.rows

    @property
    def groups(self) -> Sequence[GroupRow]:
        """The groups of what is found, in their order."""
        return self.listing.groups

    @property
    def folded(self) -> frozenset[str | None]:
        """The keys of the groups that are folded."""
        return self.listing.folded

    def fold(self, folded: Collection[str | None]) -> None:
        """Show only the heads of these groups; the selection stays with the projects that are still shown."""
        self.move_to(self.listing.refolded(folded))

    def row_of(self, project: ProjectId) -> int | None:
        """Where a project stands, or None."""
        return self._rows.row_of(key_of(project))

    def rows_of(self, projects: Sequence[ProjectId]) -> list[int]:
        """Where several projects stand; those that stand nowhere are left out."""
        return [row for row in self._rows.rows_of([key_of(each) for each in projects]) if row is not None]

    def head_row(self, group: str | None) -> int | None:
        """Where the head of a group stands, by the group's key."""
        return self._rows.row_of(head_key(group))

    def is_even_in_group(self, row: int) -> bool:
        """Whether a project's row is the second, the fourth … of its group, or of a list without groups."""
        head = self.listing.head_row_of(row)
        return bool((row if head is None else row - head - 1) % 2)

    def heads_before(self, row: int) -> int:
        """How many of the rows above one are heads of groups."""
        return self.listing.heads_before(row)

    def key_at(self, row: int) -> bytes:
        """What stays the same of a row wherever it moves."""
        return self._rows[row]

    def row_of_key(self, key: bytes) -> int | None:
        """Where a row now stands by its key, or None."""
        return self._rows.row_of(key)

    def group_at(self, row: int) -> GroupRow | None:
        """The group that a row heads, or None for a project's."""
        return self._heads.get(self._rows[row]) if self._heads else None

    def id_at(self, row: int) -> ProjectId:
        """The id of the project in a row, without reading the project."""
        return id_of(self._rows[row])

    def ids_in(self, rows: Iterable[int]) -> list[ProjectId]:
        """The ids of the projects in rows; heads of groups are passed over."""
        keys = (self._rows[row] for row in rows)
        return [id_of(key) for key in keys if key not in self._heads]

    def ids_between(self, ranges: Iterable[Range]) -> list[ProjectId]:
        """The ids of the projects in ranges of rows; heads of groups are passed over."""
        found: list[ProjectId] = []
        for first, last in ranges:
            found += self.ids_in(range(first, last + 1)) if self._heads else self._rows.cut(first, last + 1).ids()
        return found

    def move_to(self, listing: Listing) -> None:
        """Have the rows where another listing has them; the selection stays with what is still there."""
        before, self.listing = self.listing, listing
        change = row_changes.between(self._rows, listing.rows)
        if len(change.removed) + len(change.inserted) > _MOST_RANGES:
            self.beginResetModel()
            self.take(listing)
            self.endResetModel()
            return
        # Rows of both stand beside each other until all have moved.
        self._heads = before.heads | listing.heads
        self._move(change)
        self._heads = listing.heads
        told_anew = [key for key, group in listing.heads.items() if before.heads.get(key, group) != group]
        self.tell_changed(self._rows.rows_of(told_anew))

    def _move(self, change: RowChange) -> None:
        for first, last in change.removed:
            self.beginRemoveRows(_NOWHERE, first, last)
            self._rows = RowKeys.joined((self._rows.cut(0, first), self._rows.cut(last + 1)))
            self.endRemoveRows()
        if self._rows != change.kept:
            self._reorder(change.kept)
        for first, last in change.inserted:
            self.beginInsertRows(_NOWHERE, first, last)
            come = self.listing.rows.cut(first, last + 1)
            self._rows = RowKeys.joined((self._rows.cut(0, first), come, self._rows.cut(first)))
            self.endInsertRows()

    def _reorder(self, rows: RowKeys) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [self._rows[index.row()] for index in held]
        self._rows = rows
        now = rows.rows_of(keys)
        moved = [self.index(row or 0, index.column()) for row, index in zip(now, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def take(self, listing: Listing) -> None:
        """Have a listing's rows, between the beginning and the end of a reset."""
        self.listing = listing
        self._heads = listing.heads
        self._rows = listing.rows

    def tell_changed(self, rows: Iterable[int | None]) -> None:
        """Have the views paint these rows anew; None stands nowhere."""
        for first, last in row_changes.ranges(sorted(row for row in rows if row is not None)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _HEAD_FLAGS if self.group_at(index.row()) else _ROW_FLAGS
