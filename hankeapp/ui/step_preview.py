"""What a step would do to many projects, a row a project: to its end, and what is wrong or doubtful of that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import formatting, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    AnyIndex = QModelIndex | QPersistentModelIndex

_MOST_SEEN = 6
"""Rows that are seen at once; the others are scrolled to."""
_ROW, _PAD = 30, 8
"""Px at 100 % text: a row's height, and the room at the sides of a cell."""
_TITLE = 0.55
"""The share of the titles in what the dates leave."""
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class _Column(IntEnum):
    PROJECT = 0
    END = 1
    REMARK = 2


@dataclass(frozen=True)
class PreviewRow:
    """A project, what would become of its end, and what is wrong with that, or only doubtful."""

    title: str
    end: str
    fault: str = ""
    doubt: str = ""


class StepPreview(QTableView):
    """Faults stand first, then doubts. `heading` is that of the ends, `width` theirs in px at 100 % text."""

    def __init__(self, heading: str, width: int) -> None:
        super().__init__()
        self._width = width
        self._rows = _Rows(heading, self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("What would change"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        # The table would keep Tab to itself and never let the focus out.
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)

    def show_rows(self, rows: Iterable[PreviewRow]) -> None:
        """Show what would be."""
        self._rows.show_rows(sorted(rows, key=lambda row: (not row.fault, not row.doubt)))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fonts = look().fonts
        height = max(fonts.px(_ROW), round(fonts.metrics(Role.CELL).height()) + fonts.px(8))
        self.verticalHeader().setDefaultSectionSize(height)
        seen = min(self._rows.rowCount(), _MOST_SEEN)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + seen * height + 2)
        end = fonts.px(self._width)
        left = max(self.viewport().width() - end, 0)
        title = round(left * _TITLE)
        for column, width in zip(_Column, (title, end, left - title), strict=True):
            self.setColumnWidth(column, width)


class _Rows(QAbstractTableModel):
    def __init__(self, heading: str, parent: QObject) -> None:
        super().__init__(parent)
        self._headings = {_Column.PROJECT: tr("Project"), _Column.END: heading, _Column.REMARK: tr("Remark")}
        self.rows: Sequence[PreviewRow] = ()

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._headings[_Column(section)] if role == _Role.DisplayRole else None

    @override
    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = _text(self.rows[index.row()], _Column(index.column()))
        if role == _Role.DisplayRole:
            return text
        return f"<span>{escape(text)}</span>" if role == _Role.ToolTipRole and text else None


def _text(row: PreviewRow, column: _Column) -> str:
    match column:
        case _Column.PROJECT:
            return row.title
        case _Column.END:
            return row.end or formatting.NOTHING
    return row.fault or row.doubt


class _Delegate(QStyledItemDelegate):
    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, _Rows)
        row, tokens, pad = model.rows[index.row()], look().tokens, look().fonts.px(_PAD)
        cell = QRectF(option.rect)
        painter.save()
        fill = row_painting.ground(option)
        if fill:
            painter.fillRect(cell, colour(fill))
        painter.setPen(QPen(colour(tokens.border), 1))
        painter.drawLine(QPointF(cell.left(), cell.bottom() - 0.5), QPointF(cell.right(), cell.bottom() - 0.5))
        inks = {_Column.PROJECT: tokens.text, _Column.END: tokens.text2}
        ink = inks.get(_Column(index.column()), tokens.err_fg if row.fault else tokens.soon_fg)
        paint_text(painter, cell.adjusted(pad, 0, -pad, 0), index.data(), Role.CELL, ink)
        painter.restore()
