"""The two views of the projects, over one model and one selection: the card list and the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView
from typing_extensions import override

from hankeapp.domain.columns import LISTED
from hankeapp.translation import tr
from hankeapp.ui import table_delegate
from hankeapp.ui.card_delegate import CardDelegate
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.project_model import CARD, TITLE
from hankeapp.ui.table_delegate import TableDelegate
from hankeapp.ui.type_ahead import TypeAhead

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent

    from hankeapp.ui.project_model import ProjectModel

    AnyIndex = QModelIndex | QPersistentModelIndex

_TITLE_WIDTH = 330
"""Px at 100 % text."""
_HEAD_MARGINS = 24
_BATCH = 1000
"""Rows of the card list that are laid out at once; the others follow while the window is idle."""
_EDIT_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})


class CardList(QListView):
    """The projects as rows of two lines."""

    edit_requested = Signal()

    def __init__(self, model: ProjectModel) -> None:
        super().__init__()
        self._projects = model
        self._type_ahead = TypeAhead()
        self.setModel(model)
        self.setModelColumn(CARD)
        self.setItemDelegate(CardDelegate(self))
        self.setUniformItemSizes(True)
        # Qt asks the model for every row's index before it shows the first: 7 µs each, in Python.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        _set_up(self, tr("Projects as cards"))
        look().changed.connect(self.doItemsLayout)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _asks_to_edit(event):
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        row = self._type_ahead.find(self._projects, search, self.currentIndex().row())
        if row is not None:
            self.setCurrentIndex(self._projects.index(row, CARD))

    @override
    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid() and self.visualRect(index).isEmpty():
            # The row's batch has not been laid out yet, and Qt would scroll nowhere.
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)
        super().scrollTo(index, hint)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        _move_current(self, CARD)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        _move_current(self, CARD)
        super().focusInEvent(event)


class ProjectTable(QTableView):
    """The projects as a table with a column for each declared field."""

    edit_requested = Signal()

    def __init__(self, model: ProjectModel) -> None:
        super().__init__()
        self._projects = model
        self._type_ahead = TypeAhead()
        self.setModel(model)
        self.setItemDelegate(TableDelegate(self))
        self.setShowGrid(False)
        # The table would keep Tab to itself and never let the focus out.
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        _set_up(self, tr("Projects as a table"))
        self._set_up_headers()
        look().changed.connect(self._fit)
        self._fit()

    @override
    def setSelectionModel(self, selectionModel: QItemSelectionModel) -> None:
        super().setSelectionModel(selectionModel)
        # The header marks no selection, but would ask row by row whether each column is selected from top to bottom.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(self._projects, self))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _asks_to_edit(event):
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        row = self._type_ahead.find(self._projects, search, self.currentIndex().row())
        if row is not None:
            self.setCurrentIndex(self._projects.index(row, TITLE))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._move_off_card()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._move_off_card()
        super().focusInEvent(event)

    @property
    def columns(self) -> QByteArray:
        """Which columns are shown, in which order and how wide."""
        return self.horizontalHeader().saveState()

    def restore_columns(self, columns: QByteArray) -> None:
        """Take columns that were read from `columns`; those of another version of the program are passed over."""
        header = self.horizontalHeader()
        with QSignalBlocker(header):
            header.restoreState(columns)
        self.hideColumn(CARD)
        self.show_order()

    def show_order(self) -> None:
        """Mark the column that the model is in the order of."""
        header, sort = self.horizontalHeader(), self._projects.query.first_sort
        order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
        # Blocked: the header would have the table sort again.
        with QSignalBlocker(header):
            header.setSortIndicator(self._projects.column_of(sort.field), order)

    def _move_off_card(self) -> None:
        if self.currentIndex().column() == CARD:
            _move_current(self, TITLE)

    def _set_up_headers(self) -> None:
        self.hideColumn(CARD)
        for field in self._projects.columns:
            self.setColumnHidden(self._projects.column_of(field.name), field.name not in LISTED)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setAccessibleName(tr("Columns"))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setStretchLastSection(True)
        header.moveSection(header.visualIndex(self._projects.column_of("status")), TITLE)
        header.setSortIndicator(TITLE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _fit(self) -> None:
        fonts = look().fonts
        self.verticalHeader().setMinimumSectionSize(table_delegate.row_height(fonts))
        self.verticalHeader().setDefaultSectionSize(table_delegate.row_height(fonts))
        self.setColumnWidth(TITLE, fonts.px(_TITLE_WIDTH))
        for field in self._projects.columns:
            head = round(fonts.metrics(Role.CELL_STRONG).horizontalAdvance(field.title)) + fonts.px(_HEAD_MARGINS)
            self.setColumnWidth(self._projects.column_of(field.name), max(fonts.px(field.column or 0), head))


def share_selection(cards: CardList, table: ProjectTable) -> QItemSelectionModel:
    """Give both views one selection, and return it."""
    own = table.selectionModel()
    table.setSelectionModel(cards.selectionModel())
    own.deleteLater()
    return cards.selectionModel()


def _asks_to_edit(event: QKeyEvent) -> bool:
    return event.key() in _EDIT_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _set_up(view: QAbstractItemView, name: str) -> None:
    view.setAccessibleName(name)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setMouseTracking(True)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)


def _move_current(view: QAbstractItemView, column: int) -> None:
    """The views share the current row but not its column: one's column may be none of the other's."""
    current: QModelIndex = view.currentIndex()
    if current.isValid() and current.column() != column:
        view.selectionModel().setCurrentIndex(
            current.siblingAtColumn(column), QItemSelectionModel.SelectionFlag.NoUpdate
        )
