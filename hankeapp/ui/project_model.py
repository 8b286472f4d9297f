"""Qt's model of the projects that a query finds: keys for all of them, projects by the page as they are painted."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from typing_extensions import override

from hankeapp.domain import columns
from hankeapp.domain.list_telling import cell_text, group_facts, group_text
from hankeapp.domain.query import TITLE_ORDER, Found, GroupRow, Query, View
from hankeapp.translation import tr
from hankeapp.ui import formatting, tasks
from hankeapp.ui.kept_projects import KeptProjects
from hankeapp.ui.listing import Listing
from hankeapp.ui.names import Names
from hankeapp.ui.row_keys import RowKeys
from hankeapp.ui.row_model import RowModel
from hankeapp.ui.tasks import Turn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from hankeapp.domain.columns import Column
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.query import Sort
    from hankeapp.services.hits import Hits, Span
    from hankeapp.ui.project_source import ProjectSource

    AnyIndex = QModelIndex | QPersistentModelIndex

PAGE = 16
"""Projects that are read at once."""
CARD = 0
"""The column of the card list: the project as a whole, told in a sentence. The columns of the table follow."""
_COLUMNS = columns.columns()
TITLE = 1 + [column.name for column in _COLUMNS].index("title")
ProjectRole = Qt.ItemDataRole.UserRole
"""The `Project` of a row; None where the row heads a group."""

_NOWHERE = QModelIndex()


class ProjectModel(RowModel):
    """One model for the card list (column `CARD`) and the table (the others), so that both share one selection.

    Where the query has groups, a row heads each of them; it cannot be selected, and folds the group away.
    """

    failed = Signal(object)
    """The `KnownError` because of which projects could not be read."""
    outdated = Signal()
    """A project that is listed has been taken out elsewhere: its row says so until the list is read again."""
    completing = Signal()
    completed = Signal()
    """Rows that were read beside the window come in, and have come in."""

    def __init__(self, source: ProjectSource, names: Names | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        """What is read from."""
        self.names = names or Names()
        self.query = Query()
        self.found = Found(())
        """What the source answered last."""
        self.hits: Hits | None = None
        """Where the words that are searched stand; None where none are."""
        self._is_first_page = False
        self._calm = QTimer(self, singleShot=True, interval=0)
        """Runs until what is due has been done: the first page is painted before the rest of the rows is asked for."""
        self._calm.timeout.connect(self._ask_rest)
        self._kept = KeptProjects(self._read, self.failed.emit, self.outdated.emit)

    @property
    def count(self) -> int:
        """How many projects are found, as far as is known."""
        return len(self.listing.found)

    @property
    def is_whole(self) -> bool:
        """Whether all that is found is shown, or only its first page."""
        return not self._is_first_page

    @property
    def orders(self) -> tuple[Sort, ...]:
        """The orders that the rows are in: none where the best hits come first, else the titles' if no other."""
        return self.query.sorts or (() if self.has_ranks else (TITLE_ORDER,))

    @property
    def has_ranks(self) -> bool:
        """Whether some rows can be better hits than others; in groups the hits are in the titles' order."""
        return self.hits is not None and not self.query.group

    def take_source(self, source: ProjectSource) -> None:
        """Read from another source from the next `reset` on."""
        self.source = source

    def reset(self, query: Query, folded: Collection[str | None] = frozenset(), found: Found | None = None) -> None:
        """Show what a query finds: its first page at once, the rest when it has been read; the selection goes.

        `found` is the first page where it has been asked for already.
        """
        found, hits = found or self.source.find(query), self.source.hits(query)
        listing = self._listing_of(query, found, folded)
        self.beginResetModel()
        self.query, self.found, self.hits = query, found, hits
        self._is_first_page = not found.is_whole
        self._kept.clear()
        self.take(listing)
        self.endResetModel()
        self._calm.start()

    def arrange(self, query: Query) -> None:
        """Show the same projects in another order; the selection stays with its projects."""
        self.query = query
        self.hits = self.source.hits(query)
        self._read_anew()

    def refresh(self, changed: Iterable[ProjectId] = ()) -> None:
        """Show these projects anew, wherever the query now has them; the selection stays with its projects."""
        several = list(changed)
        self.hits = self.source.hits(self.query)
        self._kept.forget(several)
        self._read_anew()
        self.tell_changed(self.rows_of(several))

    def project_at(self, row: int) -> Project:
        """The project in a row, read with the page that begins with it: rows are painted downwards."""
        wanted = self.id_at(row)
        found = self._kept.get(wanted)
        if found is None:
            self._kept.read(self.ids_in(range(row, min(row + PAGE, self.rowCount()))))
            found = self._kept.get(wanted)
            assert found is not None
        return found

    def read(self, rows: range) -> None:
        """Have the projects of rows that are about to be painted: what is not kept is read at once."""
        self._kept.read(self.ids_in(rows))

    def reread(self) -> None:
        """Show everything anew, as another program may have left it; the selection stays with its projects."""
        self.hits = self.source.hits(self.query)
        self._read_anew()
        self._kept.clear()
        self.tell_changed(range(self.rowCount()))

    def read_all(self) -> None:
        """Have all rows now, where one is needed that has not been read yet."""
        if not self.found.is_whole:
            self._complete(self.found, self._whole(self.found, self.query))

    def unfold_for(self, project: ProjectId) -> None:
        """Unfold the group of a project, if it stands in one that is folded."""
        if self.folded and self.row_of(project) is None:
            known = self.source.listed([project], gone=self.query.view is View.TRASH)
            group = columns.column_of(self.query.group).group_key
            self.fold(self.folded - {group(each) for each in known})

    def told(self, ids: Sequence[ProjectId], shown: Sequence[Column]) -> list[list[str]]:
        """What the cells of projects say, a row for each."""
        projects = self._read(ids)
        return [[cell_text(project, column, self.names) for column in shown] for project in projects]

    def today(self) -> date:
        """The day by which flags are told."""
        return self.source.today()

    def column_of(self, name: str) -> int:
        """The place of a column by its name."""
        return 1 + [column.name for column in _COLUMNS].index(name)

    def column_at(self, place: int) -> Column | None:
        """The column in a place; None for that of the cards."""
        return _COLUMNS[place - 1] if place > CARD else None

    def cell_text(self, row: int, column: Column) -> str:
        """What a cell of a project's row says; empty where nothing is known."""
        return cell_text(self.project_at(row), column, self.names)

    def group_text(self, group: GroupRow) -> str:
        """What a group is called."""
        return group_text(columns.column_of(self.query.group), group, self.names)

    def group_facts(self, group: GroupRow) -> list[str]:
        """How many and how much a group has, once all is known."""
        return group_facts(group) if self.is_whole else []

    def spans(self, text: str) -> Sequence[Span]:
        """Where the words that are searched stand in a text."""
        return self.hits.spans(text) if self.hits else ()

    def row_starting_with(self, text: str, start: int) -> int | None:
        """The first row from `start` on, and round, whose project's title starts with a text."""
        found = self.rows_of(list(self.source.beginning_with(text)))
        return min(found, key=lambda row: (row < start, row), default=None)

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(_COLUMNS)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group = self.group_at(index.row())
        if role == ProjectRole:
            return None if group else self.project_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.group_text(group) if group else self._text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_group(group) if group else self._spoken(index)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.column_at(section) or columns.column_of("title")
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return formatting.spoken_head(column, self.orders)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_money else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, index: AnyIndex) -> str:
        column = self.column_at(index.column())
        return self.cell_text(index.row(), column) if column else self.project_at(index.row()).title

    def _spoken(self, index: AnyIndex) -> str:
        project = self.project_at(index.row())
        column = self.column_at(index.column())
        if column is None:
            return formatting.sentence(project, self.names, self.today())
        return formatting.spoken_cell(project, column, self.names, self.today())

    def _spoken_group(self, group: GroupRow) -> str:
        folded = [tr("folded")] if group.key in self.folded else []
        return ", ".join([self.group_text(group), *self.group_facts(group), *folded])

    def _read_anew(self) -> None:
        """Show what the query finds now; of what is more than a page, when all has been read, so that no row goes."""
        is_long = len(self.listing.found) > len(self.found.ids)
        # Of a long list the first page is of no use, and where many have to be put in order it takes its time.
        self.found = replace(self.found, is_whole=False) if is_long else self.source.find(self.query)
        if self.found.is_whole:
            self.move_to(self._listing_of(self.query, self.found, self.folded))
        self._ask_rest()

    def _listing_of(self, query: Query, found: Found, folded: Collection[str | None]) -> Listing:
        groups: Sequence[GroupRow] = ()
        if query.group:
            groups = self.source.groups(query) if found.is_whole else self._groups_of_page(query, found)
        return Listing(RowKeys.of_ids(found.ids), groups, folded)

    def _groups_of_page(self, query: Query, found: Found) -> list[GroupRow]:
        """The groups that the projects of the first page stand in, until all of them are known."""
        projects = self.source.listed(found.ids, gone=query.view is View.TRASH)
        counts = Counter(map(columns.column_of(query.group).group_key, projects))
        return [GroupRow(group, count) for group, count in counts.items()]

    def _ask_rest(self) -> None:
        """Have all read beside the window; what was asked before is dropped when it comes."""
        if not self.found.is_whole:
            work = partial(self._whole, self.found, self.query)
            tasks.run(work, partial(self._complete, self.found), self.failed.emit, self, Turn.FIRST)

    def _whole(self, asked: Found, query: Query) -> tuple[RowKeys, Sequence[GroupRow]]:
        """All rows and groups: runs in another thread."""
        found = RowKeys(self.source.ids_beside(query, partial(self._is_dropped, asked)).packed)
        return found, self.source.groups_beside(query) if query.group and not self._is_dropped(asked) else ()

    def _is_dropped(self, asked: Found) -> bool:
        return self.found is not asked

    def _complete(self, asked: Found, whole: tuple[RowKeys, Sequence[GroupRow]]) -> None:
        if not self._is_dropped(asked):
            self.found = replace(asked, is_whole=True)
            self._is_first_page = False
            found, groups = whole
            self.completing.emit()
            self.move_to(Listing(found, groups, self.folded))
            self.completed.emit()

    def _read(self, ids: Sequence[ProjectId]) -> Sequence[Project]:
        # A hit may stand in any part.
        read = self.source.projects if self.hits else self.source.listed
        # What was thrown away stands here until the list has been read anew.
        return read(ids, gone=self.query.view is View.TRASH or not self.found.is_whole)
