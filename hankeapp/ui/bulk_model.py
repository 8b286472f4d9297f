"""Qt's model of what would become of many projects: a row a project, with its check, its value now and then."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from typing_extensions import override

from hankeapp.translation import mark, tr
from hankeapp.ui import formatting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from hankeapp.domain.columns import Column
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.services.bulk import Foreseen
    from hankeapp.ui.names import Names

    AnyIndex = QModelIndex | QPersistentModelIndex


class BulkColumn(IntEnum):
    """The columns, in their order."""

    CHECK = 0
    PROJECT = 1
    NOW = 2
    THEN = 3


class Fate(Enum):
    """What becomes of a project."""

    CHANGES = "changes"
    LEFT = "left"
    """It would change, and a person left it out."""
    REFUSED = "refused"
    SAME = "same"


_HEADERS = {
    BulkColumn.CHECK: mark("Chosen"),
    BulkColumn.PROJECT: mark("Project"),
    BulkColumn.NOW: mark("Now"),
    BulkColumn.THEN: mark("Then"),
}
RowRole = Qt.ItemDataRole.UserRole
"""The `BulkRow` of a row."""

_NOWHERE = QModelIndex()
_Flag = Qt.ItemFlag


@dataclass(frozen=True)
class BulkRow:
    """A project as it is and as it would be, or why not."""

    foreseen: Foreseen
    is_chosen: bool
    now: str
    then: str

    @property
    def title(self) -> str:
        return self.foreseen.before.title

    @property
    def fate(self) -> Fate:
        if self.foreseen.refusal:
            return Fate.REFUSED
        if not self.foreseen.is_change:
            return Fate.SAME
        return Fate.CHANGES if self.is_chosen else Fate.LEFT


class BulkModel(QAbstractTableModel):
    """What was left out stays so when another value is foreseen."""

    chosen = Signal()

    def __init__(self, names: Names, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._rows: list[Foreseen] = []
        self._left_out: set[ProjectId] = set()
        self._column: Column | None = None
        self._is_clear = False

    def show_foreseen(self, foreseen: Sequence[Foreseen], column: Column, *, is_clear: bool) -> None:
        """Show what would become of projects in a column: those that cannot change first, those that need not last.

        Until it `is_clear` what is to be done, only what is now.
        """
        self.beginResetModel()
        self._column, self._is_clear = column, is_clear
        self._rows = sorted(foreseen, key=lambda each: (each.refusal is None, not each.is_change))
        self.endResetModel()
        self.chosen.emit()

    @property
    def changing(self) -> list[Foreseen]:
        """Those that would change and were not left out."""
        return [each for each in self._rows if each.is_change and each.before.id not in self._left_out]

    def count(self, fate: Fate) -> int:
        """Of how many projects that would become."""
        match fate:
            case Fate.CHANGES:
                return len(self.changing)
            case Fate.LEFT:
                return sum(each.is_change for each in self._rows) - len(self.changing)
            case Fate.REFUSED:
                return sum(each.refusal is not None for each in self._rows)
        return len(self._rows) - sum(self.count(other) for other in Fate if other is not Fate.SAME)

    def toggle(self, row: int) -> None:
        """Leave a project out, or take it in again."""
        if self._rows[row].is_change:
            self._left_out ^= {self._rows[row].before.id}
            self._tell()

    def take_all(self, *, taken: bool) -> None:
        """Take in all that would change, or leave all of them out."""
        ids = {each.before.id for each in self._rows if each.is_change}
        self._left_out = self._left_out - ids if taken else self._left_out | ids
        self._tell()

    def row(self, row: int) -> BulkRow:
        """What a row shows."""
        each = self._rows[row]
        then = self._then(each) if self._is_clear else ""
        return BulkRow(each, each.before.id not in self._left_out, self._text(each.before), then)

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(BulkColumn)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return _Flag.NoItemFlags
        flags = _Flag.ItemIsEnabled | _Flag.ItemIsSelectable
        can_be_chosen = index.column() == BulkColumn.CHECK and self._rows[index.row()].is_change
        return flags | _Flag.ItemIsUserCheckable if can_be_chosen else flags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        # The column of checks has no room for a word, but a screen reader needs it.
        is_told = role == Qt.ItemDataRole.AccessibleTextRole or section != BulkColumn.CHECK
        is_text = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return tr(_HEADERS[BulkColumn(section)]) if is_text and is_told else None

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.row(index.row()), BulkColumn(index.column())
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and column is BulkColumn.CHECK and row.foreseen.is_change:
            return Qt.CheckState.Checked if row.is_chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.title if column is BulkColumn.CHECK else _whole(row, column) or tr("not known")
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<span>{escape(_whole(row, column))}</span>"
        return None

    @override
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            self.toggle(index.row())
        return role == Qt.ItemDataRole.CheckStateRole

    def _then(self, each: Foreseen) -> str:
        if each.refusal:
            return each.refusal.sentences[0]
        return self._text(each.after) if each.is_change else tr("Stays as it is")

    def _text(self, project: Project) -> str:
        assert self._column is not None
        values = self._column.values(project)
        return "; ".join(self._names.text(self._column.field, value) for value in values) or formatting.NOTHING

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(BulkColumn) - 1))
        self.chosen.emit()


def _text(row: BulkRow, column: BulkColumn) -> str:
    match column:
        case BulkColumn.CHECK:
            return ""
        case BulkColumn.PROJECT:
            return row.title
        case BulkColumn.NOW:
            return row.now
    return row.then


def _whole(row: BulkRow, column: BulkColumn) -> str:
    """The same with all that is to be said of what cannot be changed."""
    if column is BulkColumn.THEN and row.foreseen.refusal:
        return tr("Cannot be changed: {reason}", reason=str(row.foreseen.refusal))
    return _text(row, column)
