"""The rows of what would become of many projects, left out and taken in with keyboard or mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import row_painting
from hankeapp.ui.bulk_model import BulkColumn, Fate, RowRole
from hankeapp.ui.field_painting import paint_check
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.ui.bulk_model import BulkModel, BulkRow

    AnyIndex = QModelIndex | QPersistentModelIndex

_CHECK, _ROW, _PAD = 56, 34, 8
"""Px at 100 % text: the column of checks, a row's height, and the room at the sides of a cell."""
_PROJECT = 0.4
"""The share of the project's name; the rest is halved."""


class BulkTable(QTableView):
    """Space leaves the row's project out or takes it in again."""

    def __init__(self, model: BulkModel) -> None:
        super().__init__()
        self._projects = model
        self.setObjectName("bulk_table")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("What would change"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        # The table would keep Tab to itself and never let the focus out.
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._toggle_clicked)
        model.modelReset.connect(self._make_first_current)
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._projects.toggle(index.row())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _toggle_clicked(self, index: QModelIndex) -> None:
        if index.column() == BulkColumn.CHECK:
            self._projects.toggle(index.row())

    def _make_first_current(self) -> None:
        if self._projects.rowCount():
            self.setCurrentIndex(self._projects.index(0, BulkColumn.CHECK))

    def _fit(self) -> None:
        fonts = look().fonts
        self.verticalHeader().setDefaultSectionSize(
            max(fonts.px(_ROW), round(fonts.metrics(Role.CELL).height()) + fonts.px(10))
        )
        check = fonts.px(_CHECK)
        left = max(self.viewport().width() - check, 0)
        project = round(left * _PROJECT)
        now = (left - project) // 2
        widths = (check, project, now, left - project - now)
        for column, width in zip(BulkColumn, widths, strict=True):
            self.setColumnWidth(column, width)


class _Delegate(QStyledItemDelegate):
    """What changes stands out; what does not is quiet."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: BulkRow = index.data(RowRole)
        painter.save()
        _paint_ground(painter, option, index)
        if index.column() != BulkColumn.CHECK:
            pad = look().fonts.px(_PAD)
            role, ink = _dress(row, BulkColumn(index.column()))
            inner = QRectF(option.rect).adjusted(pad, 0, -pad, 0)
            paint_text(painter, inner, index.data(Qt.ItemDataRole.DisplayRole), role, ink)
        elif row.foreseen.is_change:
            middle = QPointF(look().fonts.px(32), QRectF(option.rect).center().y())
            paint_check(painter, middle, option, is_checked=row.is_chosen)
        painter.restore()


def _dress(row: BulkRow, column: BulkColumn) -> tuple[Role, str]:
    tokens = look().tokens
    if column is BulkColumn.PROJECT:
        return Role.CELL_STRONG, tokens.text if row.fate is Fate.CHANGES else tokens.text2
    if column is BulkColumn.THEN and row.fate is Fate.REFUSED:
        return Role.CELL, tokens.err_fg
    is_new = column is BulkColumn.THEN and row.fate is Fate.CHANGES
    return (Role.CELL_STRONG, tokens.text) if is_new else (Role.CELL, tokens.text2)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
    tokens, cell = look().tokens, QRectF(option.rect)
    fill = row_painting.ground(option)
    if fill:
        painter.fillRect(cell, colour(fill))
    painter.setPen(QPen(colour(tokens.border), 1))
    painter.drawLine(QPointF(cell.left(), cell.bottom() - 0.5), QPointF(cell.right(), cell.bottom() - 0.5))
    if index.column() == BulkColumn.CHECK and row_painting.is_selected(option):
        painter.fillRect(QRectF(cell.left(), cell.top(), 3.5, cell.height() - 1), colour(tokens.accent))
