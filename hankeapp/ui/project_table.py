"""The projects as a table: a column for each declared one, of which a person chooses which are shown, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from hankeapp.domain import columns
from hankeapp.translation import tr
from hankeapp.ui import row_painting, table_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.list_layout import ColumnWidth
from hankeapp.ui.look import look
from hankeapp.ui.order_header import OrderHeader
from hankeapp.ui.project_model import CARD, TITLE
from hankeapp.ui.project_view import ProjectView
from hankeapp.ui.table_painting import ColumnPlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent

    from hankeapp.domain.columns import Column
    from hankeapp.ui.project_model import ProjectModel

_HEAD_MARGINS = 24
"""Px at 100 % text."""


class ProjectTable(ProjectView, QTableView):
    """Rows of cells. A click on a head asks for an order, with Shift for a further one."""

    edit_requested = Signal()
    fold_requested = Signal(int, bool)
    order_requested = Signal(str, bool)
    """With the name of a column, and whether its order comes after the ones there are."""
    columns_changed = Signal()
    """A person has moved or sized a column."""
    own_column = TITLE

    def __init__(self, model: ProjectModel) -> None:
        super().__init__()
        self.set_up(model, tr("Projects as a table"))
        self.setModel(model)
        self.setShowGrid(False)
        # The table would keep Tab to itself and never let the focus out.
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalHeader(OrderHeader(model, self))
        self._widths: dict[str, int] = {}
        self._scale = 0.0
        self._set_up_headers()
        # Qt would paint only the cell anew that the mouse has come to, and not its row.
        self.entered.connect(self.viewport().update)
        look().changed.connect(self._fit)
        self.show_columns(default_columns())

    @override
    def setSelectionModel(self, selectionModel: QItemSelectionModel) -> None:
        super().setSelectionModel(selectionModel)
        # The header marks no selection, but would ask row by row whether each column is selected from top to bottom.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(self._projects, self))

    @override
    def is_foreign(self, column: int) -> bool:
        return column == CARD or self.isColumnHidden(column)

    @property
    def shown_columns(self) -> tuple[ColumnWidth, ...]:
        """The columns that are shown, in their order, with their widths in px at 100 % text."""
        return tuple(
            ColumnWidth(each.name, self._widths.get(each.name, each.field.column or 0)) for each in self.visible()
        )

    def visible(self) -> list[Column]:
        """The columns that are shown, in their order."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(at) for at in range(header.count()))
        found = (self._projects.column_at(place) for place in places if not header.isSectionHidden(place))
        return [column for column in found if column is not None]

    def show_columns(self, shown: Sequence[ColumnWidth]) -> None:
        """Show these columns in this order and as wide; names of columns that are no more are passed over."""
        header = self.horizontalHeader()
        known = {column.name for column in columns.columns()}
        wanted = [each for each in shown if each.name in known] or list(default_columns())
        self._widths = {each.name: each.width for each in wanted}
        with QSignalBlocker(header):
            for at, each in enumerate(wanted, 1):
                header.moveSection(header.visualIndex(self._projects.column_of(each.name)), at)
            for column in columns.columns():
                self.setColumnHidden(self._projects.column_of(column.name), column.name not in self._widths)
        self._fit()

    def first_column(self) -> int:
        """The place of the leftmost column that is shown."""
        return self._projects.column_of(self.visible()[0].name)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        first, last = self.rowAt(e.rect().top()), self.rowAt(e.rect().bottom())
        if first < 0:
            return
        painter = QPainter(self.viewport())
        try:
            self._paint_rows(painter, range(first, (last if last >= 0 else self._projects.rowCount() - 1) + 1))
        finally:
            # Qt does not survive a painter that outlives its painting, not even where a bug has broken that off.
            painter.end()

    def _paint_rows(self, painter: QPainter, rows: range) -> None:
        model = self._projects
        model.read(rows)
        boxes = {row: self._rect_of(row) for row in rows}
        told = {row: box for row, box in boxes.items() if not table_painting.paint_ground(painter, box, row, model)}
        for row, option in row_painting.marked(self, rows, self._rect_of):
            table_painting.paint_mark(painter, option, is_head=row not in told)
        projects = [(model.project_at(row), box.top()) for row, box in told.items()]
        for place in self._seen_columns():
            table_painting.paint_cells(painter, place, projects, self.rowHeight(rows.start), model)
        current = self.currentIndex()
        if current.row() in told:
            for _, option in row_painting.marked(self, range(current.row(), current.row() + 1), self._rect_of):
                row_painting.paint_ring(painter, option, QRectF(self.visualRect(current)))

    def _rect_of(self, row: int) -> QRect:
        header = self.horizontalHeader()
        return QRect(-header.offset(), self.rowViewportPosition(row), header.length(), self.rowHeight(row))

    def _seen_columns(self) -> list[ColumnPlace]:
        found = []
        for column in self.visible():
            at = self._projects.column_of(column.name)
            place = ColumnPlace(column, self.columnViewportPosition(at), self.columnWidth(at))
            if place.left < self.viewport().width() and place.left + place.width > 0:
                found.append(place)
        return found

    def _set_up_headers(self) -> None:
        self.hideColumn(CARD)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setAccessibleName(tr("Columns"))
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.sectionClicked.connect(self._ask_order)
        header.sectionMoved.connect(self.columns_changed)
        header.sectionResized.connect(self._keep_width)

    def _ask_order(self, place: int) -> None:
        column = self._projects.column_at(place)
        if column is not None:
            further = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.order_requested.emit(column.name, further)

    def _keep_width(self, place: int, _before: int, now: int) -> None:
        column = self._projects.column_at(place)
        # The last one takes what is left over: that is no width of its own.
        if column is not None and now and column != self.visible()[-1]:
            self._widths[column.name] = round(now / look().fonts.px(100) * 100)
            self.columns_changed.emit()

    def _fit(self) -> None:
        """Take the sizes of the look's text."""
        fonts, header = look().fonts, self.horizontalHeader()
        self.verticalHeader().setMinimumSectionSize(table_painting.row_height())
        self.verticalHeader().setDefaultSectionSize(table_painting.row_height())
        with QSignalBlocker(header):
            for column in self.visible():
                head = fonts.metrics(Role.CELL_STRONG).horizontalAdvance(column.title)
                least = round(head) + fonts.px(_HEAD_MARGINS)
                width = fonts.px(self._widths.get(column.name) or column.field.column or 0)
                self.setColumnWidth(self._projects.column_of(column.name), max(width, least))
        self.updateGeometries()
        self.viewport().update()


def default_columns() -> tuple[ColumnWidth, ...]:
    """The columns before a person has chosen any."""
    found = (columns.column_of(name) for name in columns.LISTED)
    return tuple(ColumnWidth(column.name, column.field.column or 0) for column in found)
