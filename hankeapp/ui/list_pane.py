"""The list: its head with name, count and order, and the projects as cards or as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import Sort, View
from hankeapp.translation import mark, tr
from hankeapp.ui import buttons
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.labels import label, line
from hankeapp.ui.look import look
from hankeapp.ui.project_model import CARD, TITLE, ProjectModel
from hankeapp.ui.project_views import CardList, ProjectTable, share_selection
from hankeapp.ui.toolbar import ListMode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QAbstractItemView

    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query import Query
    from hankeapp.ui.project_model import ProjectSource

SORTS = ("title", "number", "start", "end", "status", "kind", "page_order")
"""The fields that the head offers for ordering, "title" standing for acronym and name."""

_NO_PROJECTS = {
    View.ALL: mark("Make a new project (Ctrl+N), or import the city's web page (Ctrl+I)."),
    View.PLANNED: mark("No project is planned."),
    View.ACTIVE: mark("No project is active."),
    View.ENDED: mark("No project has ended yet."),
    View.SOON: mark("No active project ends within 90 days."),
    View.OVERDUE: mark("No active project is past its end date."),
    View.TRASH: mark("Projects that you delete can be restored from here."),
}


class ListPane(QWidget):
    """Shows a query's projects; the selection stays with its projects when the list changes."""

    selection_changed = Signal()
    edit_requested = Signal()
    search_cleared = Signal()
    empty_trash_requested = Signal()

    def __init__(self, source: ProjectSource) -> None:
        super().__init__()
        self.setObjectName("list_pane")
        self.setProperty("ground", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ProjectModel(source, self)
        self.cards = CardList(self.model)
        self.table = ProjectTable(self.model)
        self._selection = share_selection(self.cards, self.table)
        self._name = label(role="strong")
        self._count = label(role="hint")
        self._sort = buttons.quiet_tool("", "arrow-up-down")
        self._columns = buttons.quiet_tool(tr("Columns"), "columns-3")
        self.empty_trash = buttons.quiet(tr("Empty the trash…"), "trash-2")
        self._nothing = EmptyState()
        self._stack = QStackedWidget()
        self._mode = ListMode.CARDS
        self._fill_menus()
        self._lay_out()
        self._connect()

    @property
    def query(self) -> Query:
        """What is shown, and in which order."""
        return self.model.query

    @property
    def view(self) -> QAbstractItemView:
        """The view that is at hand now."""
        return self.cards if self._mode is ListMode.CARDS else self.table

    def show_view(self, view: View) -> None:
        """Show another view of the register, in the order chosen last."""
        self.show_query(replace(self.query, view=view))

    def show_source(self, source: ProjectSource) -> None:
        """Show the same query's projects of another source."""
        self.model.take_source(source)
        self.reload()

    def search(self, words: str) -> None:
        """Show what holds these words."""
        if words != self.query.text:
            self.show_query(replace(self.query, text=words))

    def show_query(self, query: Query) -> None:
        """Show another query's projects; what was selected stays so if it is among them, else the first is."""
        kept = self.selected()
        self.model.reset(query)
        self._tell_order()
        self._select_again(kept)

    def refresh(self, changed: Iterable[ProjectId]) -> None:
        """Show changed projects anew; where the selected one has left the list, the next takes its place."""
        row = self._selection.currentIndex().row()
        self.model.refresh(changed)
        if not self._selection.hasSelection() and self.model.rowCount():
            self._select_row(min(max(row, 0), self.model.rowCount() - 1))
        self._tell_count()

    def reload(self) -> None:
        """Read everything from disk again."""
        self.show_query(self.query)

    def show_mode(self, mode: ListMode) -> None:
        """Cards or table."""
        self._mode = mode
        self._columns.setVisible(mode is ListMode.TABLE)
        self._tell_count()
        if self._selection.currentIndex().isValid():
            self._scroll_to(self._selection.currentIndex().row())

    def selected(self) -> list[ProjectId]:
        """The ids of the selected projects, in the list's order."""
        # By ranges: an index object for each of 100,000 rows takes a second.
        ranges = ((each.top(), each.bottom() + 1) for each in self._selection.selection().toList())
        return [self.model.id_at(row) for row in sorted({row for ends in ranges for row in range(*ends)})]

    def select(self, project: ProjectId) -> bool:
        """Select a project if it is in the list."""
        row = self.model.row_of(project)
        if row is not None:
            self._select_row(row)
        return row is not None

    def step(self, by: int) -> None:
        """Select the project that many rows on."""
        row = self._selection.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self._select_row(row)

    def _select_again(self, ids: list[ProjectId]) -> None:
        rows = [row for row in map(self.model.row_of, ids) if row is not None]
        if rows or self.model.rowCount():
            self._select_row(rows[0] if rows else 0)
        else:
            self.selection_changed.emit()
        self._tell_count()

    def _select_row(self, row: int) -> None:
        column = CARD if self._mode is ListMode.CARDS else TITLE
        index = self.model.index(row, column)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._selection.setCurrentIndex(index, flags)
        self._scroll_to(row)

    def _scroll_to(self, row: int) -> None:
        # To the leftmost column: the table would scroll the status out of sight for the sake of the title's end.
        column = CARD if self._mode is ListMode.CARDS else self.model.column_of("status")
        self.view.scrollTo(self.model.index(row, column))

    def _lay_out(self) -> None:
        self._head = head = QHBoxLayout()
        for part in (self._name, self._count):
            head.addWidget(part)
        head.addStretch()
        for tool in (self.empty_trash, self._columns, self._sort):
            head.addWidget(tool)
        for page in (self.cards, self.table, self._nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self._stack)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Take the sizes of the look's text."""
        px = look().fonts.px
        self._head.setContentsMargins(px(18), px(6), px(10), px(6))
        self._head.setSpacing(px(8))

    def _connect(self) -> None:
        self._selection.selectionChanged.connect(self._tell_selection)
        self.cards.edit_requested.connect(self.edit_requested)
        self.table.edit_requested.connect(self.edit_requested)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._tell_order)
        self._nothing.acted.connect(self.search_cleared)
        self.empty_trash.clicked.connect(self.empty_trash_requested)

    def _fill_menus(self) -> None:
        self._orders = QActionGroup(self)
        order = QMenu(self)
        for name in SORTS:
            action = QAction(_sort_name(name), self._orders, checkable=True)
            action.setData(name)
            order.addAction(action)
        order.addSeparator()
        self._descending = order.addAction(tr("Descending"))
        self._descending.setCheckable(True)
        self._orders.triggered.connect(self._choose_order)
        self._descending.triggered.connect(self._choose_order)
        self._sort.setMenu(order)
        self._shown_columns = columns = QMenu(self)
        for field in self.model.columns:
            at = self.model.column_of(field.name)
            action = columns.addAction(field.title)
            action.setCheckable(True)
            action.setData(at)
        columns.triggered.connect(self._show_column)
        self._columns.setMenu(columns)
        self._tell_columns()

    def restore_columns(self, columns: QByteArray) -> None:
        """Show the table's columns as they were when this was read from it; empty for the declared ones."""
        if not columns.isEmpty():
            self.table.restore_columns(columns)
            self._tell_columns()

    def _tell_columns(self) -> None:
        for action in self._shown_columns.actions():
            action.setChecked(not self.table.isColumnHidden(action.data()))

    def _show_column(self, action: QAction) -> None:
        self.table.setColumnHidden(action.data(), not action.isChecked())

    def _choose_order(self) -> None:
        chosen = self._orders.checkedAction()
        if chosen is not None:
            self.show_query(replace(self.query, sorts=(Sort(chosen.data(), self._descending.isChecked()),)))

    def _tell_order(self) -> None:
        sort = self.query.first_sort
        self.table.show_order()
        for action in self._orders.actions():
            action.setChecked(action.data() == sort.field)
        self._descending.setChecked(sort.descending)
        self._sort.setText(_sort_name(sort.field))
        self._sort.setAccessibleName(tr("Order: {field}", field=_sort_name(sort.field)))

    def _tell_selection(self) -> None:
        self.selection_changed.emit()

    def _tell_count(self) -> None:
        count = self.model.rowCount()
        self._name.setText(tr("Search results") if self.query.text else self.query.view.label)
        self._count.setText(str(count))
        self.empty_trash.setVisible(bool(count) and self.query.view is View.TRASH)
        self._stack.setCurrentWidget(self.view if count else self._nothing)
        if not count:
            self._tell_nothing()

    def _tell_nothing(self) -> None:
        if self.query.text:
            sentence = tr("No project in this view holds “{words}”.", words=self.query.text)
            self._nothing.show_case("search", tr("No matches"), sentence, tr("Clear the search"))
        else:
            icon = "trash-2" if self.query.view is View.TRASH else "layers"
            title = tr("The trash is empty") if self.query.view is View.TRASH else tr("No projects")
            self._nothing.show_case(icon, title, tr(_NO_PROJECTS[self.query.view]), "")


def _sort_name(name: str) -> str:
    return tr("Name") if name == "title" else field_of(Project, name).title
