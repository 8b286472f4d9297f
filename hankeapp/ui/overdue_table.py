"""The rows of the overdue review, worked with keyboard or mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.overdue_delegate import GAP, MARGIN, OverdueDelegate, row_height
from hankeapp.ui.overdue_model import Column

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from hankeapp.domain.project import ProjectId
    from hankeapp.ui.overdue_model import OverdueModel

CHECK, ACT, DATE = 60, 220 + GAP, 120 + MARGIN
"""The columns' widths in px at 100 % text; the project's words take the rest."""
PROJECT, NARROW_ACT = 240, 150
"""The words keep so much, as long as the act keeps that."""
_OPENING_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_Trigger = QAbstractItemView.EditTrigger


class _Headings(QWidget):
    """The names over the two columns of fields, as wide as these; they stand in the bar above the table."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._act = label(tr("Act"), "group")
        self._date = label(tr("Date"), "group")
        self._row.addWidget(self._act)
        self._row.addWidget(self._date)

    def fit(self, act: int, date: int, scroll_bar: int) -> None:
        """Stand over columns of these widths, `scroll_bar` px off the right edge."""
        self._row.setContentsMargins(0, 0, scroll_bar, 0)
        self._act.setFixedWidth(act)
        self._date.setFixedWidth(date)


class OverdueTable(QTableView):
    """Space takes a project up or leaves it for later; Enter, F2 or a click opens the act or the date."""

    def __init__(self, model: OverdueModel) -> None:
        super().__init__()
        self._review = model
        self.setModel(model)
        self.setItemDelegate(OverdueDelegate(self))
        self.setAccessibleName(tr("Projects whose end date has passed"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(_Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        # The table would keep Tab to itself and never let the focus out.
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.headings = _Headings()
        self.clicked.connect(self._open_clicked)
        self._set_up_headers()
        look().changed.connect(self._fit)
        self._fit()

    @property
    def current_id(self) -> ProjectId | None:
        """The project of the current row."""
        row = self.currentIndex().row()
        return self._review.choices[row].project.id if row >= 0 else None

    def make_current(self, row: int) -> None:
        """Make a row current without taking the focus."""
        self.selectionModel().setCurrentIndex(
            self._review.index(row, Column.CHECK),
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell current and take the focus to it."""
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def event(self, event: QEvent) -> bool:
        # F2 edits here what is current, whatever the window's menu does with it.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._review.toggle(index.row())
        elif event.key() in _OPENING_KEYS:
            self._open(index if index.column() == Column.DATE else index.siblingAtColumn(Column.ACT))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.CHECK:
            self._review.toggle(index.row())
        elif index.column() in {Column.ACT, Column.DATE}:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def _set_up_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.PROJECT, QHeaderView.ResizeMode.Stretch)

    def _fit(self) -> None:
        fonts = look().fonts
        self.verticalHeader().setMinimumSectionSize(row_height(fonts))
        self.verticalHeader().setDefaultSectionSize(row_height(fonts))
        check, date = fonts.px(CHECK), fonts.px(DATE)
        left = self.viewport().width() - check - date - fonts.px(PROJECT)
        act = min(max(left, fonts.px(NARROW_ACT)), fonts.px(ACT))
        for column, width in ((Column.CHECK, check), (Column.ACT, act), (Column.DATE, date)):
            self.setColumnWidth(column, width)
        self.headings.fit(act, date, self.width() - self.viewport().width())
