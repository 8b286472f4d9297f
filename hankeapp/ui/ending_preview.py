"""What ending many projects would do, a row a project: when it would have ended, what is wrong or doubtful of that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView
from typing_extensions import override

from hankeapp.domain.errors import FieldError
from hankeapp.translation import mark, tr
from hankeapp.ui import formatting, row_painting
from hankeapp.ui.ending_dates import check_endings, doubt_of_ending
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from PySide6.QtCore import QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project

    AnyIndex = QModelIndex | QPersistentModelIndex

_MOST_SEEN = 6
"""Rows that are seen at once; the others are scrolled to."""
_ROW, _PAD, _DATE = 30, 8, 110
"""Px at 100 % text: a row's height, the room at the sides of a cell, and the column of dates."""
_TITLE = 0.55
"""The share of the titles in what the dates leave."""
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class _Column(IntEnum):
    PROJECT = 0
    ENDED = 1
    REMARK = 2


_HEADERS = {_Column.PROJECT: mark("Project"), _Column.ENDED: mark("Ended on"), _Column.REMARK: mark("Remark")}


@dataclass(frozen=True)
class EndingRow:
    """A project, the end that it would get, and what is wrong with that, or only doubtful."""

    title: str
    effective: PartialDate | None
    fault: str = ""
    doubt: str = ""


def ending_row(project: Project, effective: PartialDate | None, today: date) -> EndingRow:
    """The row of a project that would have ended then; None for a date that is missing."""
    if effective is None:
        return EndingRow(project.title, None, fault=tr("The date is missing."))
    try:
        check_endings([(project, effective)])
    except FieldError as error:
        return EndingRow(project.title, effective, fault=str(error))
    return EndingRow(project.title, effective, doubt=doubt_of_ending(effective, today))


class EndingPreview(QTableView):
    """Faults stand first, then doubts."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = _Rows(self)
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

    def show_rows(self, rows: Iterable[EndingRow]) -> None:
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
        left = max(self.viewport().width() - fonts.px(_DATE), 0)
        title = round(left * _TITLE)
        for column, width in zip(_Column, (title, fonts.px(_DATE), left - title), strict=True):
            self.setColumnWidth(column, width)


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[EndingRow] = ()

    def show_rows(self, rows: Sequence[EndingRow]) -> None:
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
        return tr(_HEADERS[_Column(section)]) if role == _Role.DisplayRole else None

    @override
    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = _text(self.rows[index.row()], _Column(index.column()))
        if role == _Role.DisplayRole:
            return text
        return f"<span>{escape(text)}</span>" if role == _Role.ToolTipRole and text else None


def _text(row: EndingRow, column: _Column) -> str:
    match column:
        case _Column.PROJECT:
            return row.title
        case _Column.ENDED:
            return formatting.value_text(row.effective) or formatting.NOTHING
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
        inks = {_Column.PROJECT: tokens.text, _Column.ENDED: tokens.text2}
        ink = inks.get(_Column(index.column()), tokens.err_fg if row.fault else tokens.soon_fg)
        paint_text(painter, cell.adjusted(pad, 0, -pad, 0), index.data(), Role.CELL, ink)
        painter.restore()
