"""The list: its head with name, count and order, and the projects as cards or as a table."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hankeapp.domain.query import TITLE_ORDER, View, in_first_order, in_further_order
from hankeapp.domain.query_language import parse
from hankeapp.translation import mark, tr
from hankeapp.ui import tasks
from hankeapp.ui.card_list import CardList
from hankeapp.ui.labels import line
from hankeapp.ui.list_columns import ListColumns
from hankeapp.ui.list_copying import table_data
from hankeapp.ui.list_head import ListHead
from hankeapp.ui.list_layout import LayoutMemory
from hankeapp.ui.list_selection import ListSelection
from hankeapp.ui.nothing_found import NothingFound
from hankeapp.ui.project_model import ProjectModel
from hankeapp.ui.project_table import ProjectTable
from hankeapp.ui.search_notes import SearchNotes
from hankeapp.ui.toolbar import ListMode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query import Found, Query, Sort
    from hankeapp.services.ways_out import DeadEnd
    from hankeapp.ui.list_layout import ListLayout
    from hankeapp.ui.names import Names
    from hankeapp.ui.project_source import ProjectSource
    from hankeapp.ui.settings import Settings

MOST_COPIED = 5_000
"""Projects that are copied at once: of more, reading them would hold the window up."""

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
    """Shows a query's projects; the selection stays with its projects when the list changes.

    Columns and folded groups are remembered for each `place`, the order and the group chosen last for all.
    """

    selection_changed = Signal()
    counted = Signal()
    """How many projects are found is known, or has changed."""
    edit_requested = Signal()
    search_cleared = Signal()
    empty_trash_requested = Signal()

    def __init__(self, source: ProjectSource, names: Names, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("list_pane")
        self.setProperty("ground", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._memory = LayoutMemory(settings)
        self.place = ""
        """Of what columns and folding are remembered: a view, a saved search, by the key of its entry."""
        self._has_words = False
        self._sorts_before: tuple[Sort, ...] = ()
        """The orders of the list before words were looked for."""
        self.model = ProjectModel(source, names, self)
        self.cards = CardList(self.model)
        self.table = ProjectTable(self.model)
        self._selection = ListSelection(self.model, self.cards, self.table)
        self.head = ListHead()
        self._columns = ListColumns(self.table, self.head.columns)
        self.notes = SearchNotes()
        self.nothing = NothingFound()
        self._stack = QStackedWidget()
        self._mode = ListMode.CARDS
        self._moving = ExitStack()
        """What keeps selection and sight while rows come in that were read beside the window."""
        self.model.query = self._memory.last_query()
        self._lay_out()
        self._connect()

    @property
    def query(self) -> Query:
        """What is shown, and in which order."""
        return self.model.query

    @property
    def view(self) -> CardList | ProjectTable:
        """The view that is at hand now."""
        return self.cards if self._mode is ListMode.CARDS else self.table

    def asked(self, query: Query) -> Query:
        """A query in the order in which it is shown.

        As soon as words are looked for the best hits come first, and the order chosen before comes back afterwards.
        """
        has_words = self._looks_for_words(query)
        if query.sorts != self.query.sorts or has_words == self._has_words:
            return query
        return replace(query, sorts=() if has_words else self._sorts_before)

    def show_query(self, query: Query, found: Found | None = None) -> None:
        """Show another query's projects; what was selected stays so if it is among them, else the first is.

        `found` is what the query `asked` finds, where that is known already.
        """
        asked = self.asked(query)
        if asked is not query:
            self._sorts_before = self.query.sorts
        self._has_words = self._looks_for_words(query)
        folded = self._layout.folded if asked.group == self._layout.group else frozenset()
        with self._selection.kept():
            self.model.reset(asked, folded, found)
        self._columns.show(self._layout.columns)
        self._tell_order()
        self._tell_count()

    def show_source(self, source: ProjectSource) -> None:
        """Show the same query's projects of another source."""
        self.model.take_source(source)
        self.show_query(self.query)

    def refresh(self, changed: Iterable[ProjectId]) -> None:
        """Show changed projects anew; where the selected one has left the list, the next takes its place."""
        with self._selection.kept_in_place(self.view):
            self.model.refresh(changed)
        self._tell_count()

    def reload(self) -> None:
        """Read everything from disk again; what is selected and seen stays so, as far as it is still there."""
        with self._selection.kept_in_place(self.view):
            self.model.reread()
        self._tell_order()
        self._tell_count()

    def show_mode(self, mode: ListMode) -> None:
        """Cards or table."""
        self._mode = mode
        self._selection.view = self.view
        self.head.columns.setVisible(mode is ListMode.TABLE)
        self._tell_count()
        self._selection.show_current()

    def selected(self) -> list[ProjectId]:
        """The ids of the selected projects, in the list's order."""
        return self._selection.ids()

    def select(self, project: ProjectId) -> bool:
        """Select a project if it is in the list, unfolding its group."""
        return self._selection.select(project)

    def step(self, by: int) -> None:
        """Select the project that many rows on; heads of groups are passed over."""
        self._selection.step(by)

    def order_by(self, sorts: tuple[Sort, ...]) -> None:
        """Show the same projects in other orders; none means the best hits first, else the titles' order."""
        is_default = sorts == (TITLE_ORDER,) and not self.model.has_ranks
        self._arrange(replace(self.query, sorts=() if is_default else sorts))

    def group_by(self, field: str) -> None:
        """Part the list by a field's values; empty for one list."""
        self._memory.change(self.place, group=field, folded=frozenset())
        self._arrange(replace(self.query, group=field))

    def fold(self, folded: Iterable[str | None]) -> None:
        """Show only the heads of these groups."""
        with self._selection.kept_in_place(self.view, moves_on=False):
            self.model.fold(frozenset(folded))
        self._memory.change(self.place, group=self.query.group, folded=self.model.folded)

    def copy(self) -> bool:
        """Put the selected projects into the clipboard as a table of the columns shown; False if they are too many."""
        rows = self.selected_rows()
        if rows is not None:
            QGuiApplication.clipboard().setMimeData(table_data(rows))
        return rows is not None

    def selected_rows(self) -> list[list[str]] | None:
        """The selected projects in the columns shown, below the heads of these; None if they are too many."""
        ids, columns = self.selected(), self.table.visible()
        if len(ids) > MOST_COPIED:
            return None
        return [[column.title for column in columns], *self.model.told(ids, columns)]

    def _looks_for_words(self, query: Query) -> bool:
        return bool(parse(query.text, self.model.today()).words)

    def _arrange(self, query: Query) -> None:
        with self._selection.kept_in_place(self.view):
            self.model.arrange(query)
        self._memory.keep_last(query, has_words=self._has_words)
        self._tell_order()
        self._tell_count()

    @property
    def _layout(self) -> ListLayout:
        return self._memory.layout(self.place)

    def _lay_out(self) -> None:
        for page in (self.cards, self.table, self.nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, line(), self.notes, self._stack):
            column.addWidget(part)
        column.setStretchFactor(self._stack, 1)

    def _connect(self) -> None:
        self._selection.changed.connect(self.selection_changed)
        for view in (self.cards, self.table):
            view.edit_requested.connect(self.edit_requested)
            view.fold_requested.connect(self._fold_row)
        self.table.order_requested.connect(self._order_by_head)
        self.head.orders.sorts_chosen.connect(self.order_by)
        self.head.orders.group_chosen.connect(self.group_by)
        self.head.orders.fold_all_chosen.connect(self._fold_all)
        self.head.empty_trash_requested.connect(self.empty_trash_requested)
        self._columns.changed.connect(self._remember_columns)
        self.nothing.quietly_acted.connect(self.search_cleared)
        self.model.completing.connect(self._begin_moving)
        self.model.completed.connect(self._end_moving)

    def _fold_row(self, row: int, fold: bool) -> None:
        group = self.model.group_at(row)
        if group is not None:
            self.fold(self.model.folded | {group.key} if fold else self.model.folded - {group.key})

    def _fold_all(self, fold: bool) -> None:
        self.fold([group.key for group in self.model.groups] if fold else [])

    def _order_by_head(self, name: str, further: bool) -> None:
        ordered = in_further_order if further else in_first_order
        self.order_by(ordered(self.model.orders, name))

    def _remember_columns(self) -> None:
        self._memory.change(self.place, columns=self.table.shown_columns)

    def _begin_moving(self) -> None:
        self._moving.enter_context(self._selection.kept_in_place(self.view))

    def _end_moving(self) -> None:
        self._moving.close()
        self._tell_count()

    def _tell_order(self) -> None:
        self.table.horizontalHeader().viewport().update()
        self.head.show_orders(self.model.orders, self.query.group, has_ranks=self.model.has_ranks)

    def _tell_count(self) -> None:
        self.head.show_count(self.model, tr("Search results") if self.query.text else self.query.view.label)
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self.nothing)
        self.notes.show_found(self.query.text, self.model.found, self.model.today())
        if not self.model.rowCount():
            self._tell_nothing()
        self.counted.emit()

    def _tell_nothing(self) -> None:
        if self.query.text:
            # Each way out takes a search of its own.
            self.nothing.show_no_matches()
            work = partial(self.model.source.dead_end_beside, self.query)
            tasks.run(work, partial(self._tell_dead_end, self.query), self.model.failed.emit, self)
        else:
            icon = "trash-2" if self.query.view is View.TRASH else "layers"
            title = tr("The trash is empty") if self.query.view is View.TRASH else tr("No projects")
            self.nothing.show_case(icon, title, tr(_NO_PROJECTS[self.query.view]), "")

    def _tell_dead_end(self, query: Query, found: DeadEnd) -> None:
        if query == self.query and not self.model.rowCount():
            self.nothing.show_dead_end(found)
