"""Which projects of the list are selected: they stay so, and stay where they are seen, whatever rows come and go."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QSignalBlocker, Signal

from hankeapp.ui import row_changes
from hankeapp.ui.project_model import CARD, TITLE
from hankeapp.ui.project_views import kept_in_place, share_selection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.project import ProjectId
    from hankeapp.ui.card_list import CardList
    from hankeapp.ui.project_model import ProjectModel
    from hankeapp.ui.project_table import ProjectTable

_Flag = QItemSelectionModel.SelectionFlag
_ALONE = _Flag.ClearAndSelect | _Flag.Rows


class ListSelection(QObject):
    """The selection that both views share; `view` is the one at hand."""

    changed = Signal()

    def __init__(self, model: ProjectModel, cards: CardList, table: ProjectTable) -> None:
        super().__init__(cards)
        self._projects = model
        self._cards = cards
        self._table = table
        self.view: CardList | ProjectTable = cards
        self._model = share_selection(cards, table)
        self._put_away: list[ProjectId] = []
        """What was selected in groups that were folded meanwhile."""
        self._model.selectionChanged.connect(self._tell)

    def ids(self) -> list[ProjectId]:
        """The ids of the selected projects, in the list's order."""
        # By ranges: an index object for each of 100,000 rows takes a second.
        ranges = ((each.top(), each.bottom()) for each in self._model.selection().toList())
        return self._projects.ids_between(row_changes.joined(ranges))

    def select(self, project: ProjectId) -> bool:
        """Select a project alone; False where it is not in the list."""
        if self._projects.row_of(project) is None:
            self._projects.read_all()
            self._projects.unfold_for(project)
        row = self._projects.row_of(project)
        if row is not None:
            self._select_row(row)
        return row is not None

    def step(self, by: int) -> None:
        """Select the project that many rows on, passing over the heads of groups."""
        row = self._model.currentIndex().row() + by
        while 0 <= row < self._projects.rowCount():
            if self._projects.group_at(row) is None:
                self._select_row(row)
                return
            row += by

    def show_current(self) -> None:
        """Scroll to where the keyboard stands."""
        row = self._model.currentIndex().row()
        if row >= 0:
            self._scroll_to(row)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """While other rows come: what was selected stays so if it is among them, else the first project is."""
        before = self.ids()
        yield
        self._put_away = []
        rows = self._projects.rows_of(before)
        row = min(rows, default=None) if rows else self._project_near(0)
        with QSignalBlocker(self):
            if row is not None:
                self._select_row(row)
        # A person looks for the rows: the project that is opened beside them takes longer.
        self.view.viewport().repaint()
        self.changed.emit()

    @contextmanager
    def kept_in_place(self, view: CardList | ProjectTable, *, moves_on: bool = True) -> Iterator[None]:
        """While rows come, go and move: the selection stays; if all of it goes, the next project takes its place.

        Without `moves_on` nothing does: the rows are only folded away, and come back selected.
        """
        before, row = self.ids(), self._model.currentIndex().row()
        with kept_in_place(view, self._projects):
            yield
        if self._model.hasSelection():
            return
        if not moves_on:
            self._put_away = self._put_away or before
            before = self._put_away
        if rows := self._projects.rows_of(before):
            self._select_rows(rows)
        elif moves_on and (near := self._project_near(row)) is not None:
            self._select_row(near)

    def _select_rows(self, rows: Sequence[int]) -> None:
        selection = QItemSelection()
        for first, last in row_changes.ranges(sorted(rows)):
            selection.select(self._projects.index(first, CARD), self._projects.index(last, CARD))
        self._model.setCurrentIndex(self._projects.index(min(rows), self._column), _Flag.NoUpdate)
        self._model.select(selection, _ALONE)
        self._put_away = []

    def _select_row(self, row: int) -> None:
        self._model.setCurrentIndex(self._projects.index(row, self._column), _ALONE)
        self._scroll_to(row)

    @property
    def _column(self) -> int:
        return CARD if self.view is self._cards else TITLE

    def _scroll_to(self, row: int) -> None:
        # To the leftmost column: the table would scroll the status out of sight for the sake of the title's end.
        column = CARD if self.view is self._cards else self._table.first_column()
        self.view.scrollTo(self._projects.index(row, column))

    def _project_near(self, row: int) -> int | None:
        """The first row of a project from there on, else the last one before."""
        last = self._projects.rowCount() - 1
        row = min(max(row, 0), last)
        rows = [*range(row, last + 1), *range(row - 1, -1, -1)] if self._projects.groups else [row] if last >= 0 else []
        return next((each for each in rows if self._projects.group_at(each) is None), None)

    def _tell(self) -> None:
        self.changed.emit()
