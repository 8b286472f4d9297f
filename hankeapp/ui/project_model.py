"""Qt's model of the projects that a query finds: ids for all of them, projects by the page as they are painted."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from typing_extensions import override

from hankeapp.domain.errors import KnownError
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import Query, Sort, View
from hankeapp.translation import tr
from hankeapp.ui import formatting, row_changes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from hankeapp.domain.fields import Field
    from hankeapp.domain.project import ProjectId

    AnyIndex = QModelIndex | QPersistentModelIndex

PAGE = 64
"""Projects that are read at once."""
PAGES = 32
"""Pages that are kept."""
CARD, TITLE = 0, 1
"""The columns of the card list (the project as a whole, told in a sentence) and of the title; the fields follow."""
_FIELDS = 2
ProjectRole = Qt.ItemDataRole.UserRole
"""The `Project` of a row."""

_NOWHERE = QModelIndex()
_MOST_RANGES = 64
"""A list that differs in more places is shown from the start: Qt's views take time for each range."""


class ProjectSource(Protocol):
    """What the model asks of the register."""

    def ids(self, query: Query) -> Sequence[ProjectId]:
        """The ids a query finds, in its order."""
        ...

    def projects(self, ids: Sequence[ProjectId], *, gone: bool = False) -> Sequence[Project]:
        """These projects, in this order; those in the trash only where they are wanted."""
        ...

    def beginning_with(self, text: str) -> Collection[ProjectId]:
        """The projects whose title begins so."""
        ...

    def today(self) -> date:
        """The day by which flags are told."""
        ...


class ProjectModel(QAbstractTableModel):
    """One model for the card list (column `CARD`) and the table (the others), so that both share one selection."""

    failed = Signal(object)
    """The `KnownError` because of which a page could not be read."""
    outdated = Signal()
    """A project that is listed has been taken out elsewhere: its row says so until the list is read again."""

    def __init__(self, source: ProjectSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.columns: tuple[Field, ...] = tuple(field for field in fields_of(Project) if field.column)
        self.query = Query()
        self._ids: list[ProjectId] = []
        self._rows: dict[ProjectId, int] = {}
        self._pages: OrderedDict[int, Mapping[ProjectId, Project]] = OrderedDict()

    def take_source(self, source: ProjectSource) -> None:
        """Read from another source from the next `reset` on."""
        self._source = source

    def reset(self, query: Query) -> None:
        """Show what a query finds; the selection goes."""
        self.beginResetModel()
        self.query = query
        self._take(list(self._source.ids(query)))
        self.endResetModel()

    def refresh(self, changed: Iterable[ProjectId] = ()) -> None:
        """Show these projects anew, wherever the query now has them; the selection stays with its projects."""
        found = list(self._source.ids(self.query))
        if found != self._ids:
            self._move_to(found)
        self._tell_changed(sorted(row for row in map(self.row_of, changed) if row is not None))

    def row_of(self, project: ProjectId) -> int | None:
        """Where a project stands, or None."""
        if not self._rows:
            self._rows = {each: row for row, each in enumerate(self._ids)}
        return self._rows.get(project)

    def id_at(self, row: int) -> ProjectId:
        """The id in a row, without reading the project."""
        return self._ids[row]

    def project_at(self, row: int) -> Project:
        """The project in a row, read with its page."""
        page, wanted = row // PAGE, self._ids[row]
        if page not in self._pages:
            self._read(page)
        self._pages.move_to_end(page)
        found = self._pages[page].get(wanted)
        return found or Project(id=wanted, number="", name=tr("Taken out of the register elsewhere"))

    def today(self) -> date:
        """The day by which flags are told."""
        return self._source.today()

    def column_of(self, name: str) -> int:
        """The column of a field by its name, that of the title for any other word."""
        return next((at for at, field in enumerate(self.columns, _FIELDS) if field.name == name), TITLE)

    def field_at(self, column: int) -> Field | None:
        """The field of a column; None for the card and the title."""
        return self.columns[column - _FIELDS] if column >= _FIELDS else None

    def row_starting_with(self, text: str, start: int) -> int | None:
        """The first row from `start` on, and round, whose project's title starts with a text."""
        found = map(self.row_of, self._source.beginning_with(text))
        return min((row for row in found if row is not None), key=lambda row: (row < start, row), default=None)

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else _FIELDS + len(self.columns)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == ProjectRole:
            return self.project_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        field = self.field_at(section)
        return field.title if field else tr("Project")

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask the query for another order; the selection stays with its projects."""
        field = self.field_at(column)
        sort = Sort(field.name if field else "title", order is Qt.SortOrder.DescendingOrder)
        if (sort,) != self.query.sorts:
            self.query = replace(self.query, sorts=(sort,))
            self.refresh()

    def _text(self, index: AnyIndex) -> str:
        project = self.project_at(index.row())
        field = self.field_at(index.column())
        return formatting.cell_text(project, field) if field else project.title

    def _spoken(self, index: AnyIndex) -> str:
        project = self.project_at(index.row())
        if index.column() == CARD:
            return formatting.sentence(project, self.today())
        field = self.field_at(index.column())
        return formatting.spoken_cell(project, field, self.today()) if field else project.title

    def _move_to(self, found: list[ProjectId]) -> None:
        change = row_changes.between(self._ids, found)
        if len(change.removed) + len(change.inserted) > _MOST_RANGES:
            self.beginResetModel()
            self._take(found)
            self.endResetModel()
            return
        for first, last in change.removed:
            self.beginRemoveRows(_NOWHERE, first, last)
            self._take(self._ids[:first] + self._ids[last + 1 :])
            self.endRemoveRows()
        if self._ids != list(change.kept):
            self._reorder(list(change.kept))
        for first, last in change.inserted:
            self.beginInsertRows(_NOWHERE, first, last)
            self._take(self._ids[:first] + found[first : last + 1] + self._ids[first:])
            self.endInsertRows()

    def _reorder(self, ids: list[ProjectId]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        projects = [self._ids[index.row()] for index in held]
        self._take(ids)
        moved = [
            self.index(self.row_of(project) or 0, index.column()) for project, index in zip(projects, held, strict=True)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _read(self, page: int) -> None:
        wanted = self._ids[page * PAGE : (page + 1) * PAGE]
        try:
            read = self._source.projects(wanted, gone=self.query.view is View.TRASH)
            found = {project.id: project for project in read}
        except KnownError as error:
            # Kept like what was read, so that it is told once and not with every painting.
            found = {each: Project(id=each, number="", name=tr("Cannot be read now")) for each in wanted}
            self.failed.emit(error)
        self._pages[page] = found
        if len(self._pages) > PAGES:
            self._pages.popitem(last=False)
        if len(found) < len(wanted):
            self.outdated.emit()

    def _take(self, ids: list[ProjectId]) -> None:
        self._ids = ids
        self._rows = {}
        self._pages.clear()

    def _tell_changed(self, rows: list[int]) -> None:
        for row in rows:
            self._pages.pop(row // PAGE, None)
        for first, last in row_changes.ranges(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
