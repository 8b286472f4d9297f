"""The sidebar at the window's left: views, saved searches and the values that projects have; the trash at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from hankeapp.domain.query import View
from hankeapp.domain.tally import Tally
from hankeapp.translation import tr
from hankeapp.ui.labels import line
from hankeapp.ui.look import look
from hankeapp.ui.sidebar_delegate import ROW
from hankeapp.ui.sidebar_entries import views
from hankeapp.ui.sidebar_tree import SidebarTree
from hankeapp.ui.stacking import bare_column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hankeapp.domain.query import Query
    from hankeapp.ui.sidebar_entries import Entry, EntryGroup

_ABOVE = tuple(view for view in View if view is not View.TRASH)
_MARGIN = 6


class Sidebar(QWidget):
    """`chosen` brings the entry that a person chose and the one before; one is marked, in the rows or in the trash."""

    chosen = Signal(object, object)
    clicked = Signal()
    """A row was clicked, be it the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Views"))
        self.setProperty("ground", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tree = SidebarTree(tr("Views"))
        self.trash = SidebarTree(View.TRASH.label)
        self.trash.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.trash.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = bare_column(self)
        column.setContentsMargins(0, _MARGIN, 0, _MARGIN // 2)
        for part in (self.tree, line(), self.trash):
            column.addWidget(part)
        for part in (self.tree, self.trash):
            part.chosen.connect(self._choose)
            part.clicked.connect(self.clicked)
            part.left.connect(self._step_over)
        look().changed.connect(self._fit)
        self._fit()
        self.entry = views(Tally({}), [View.ALL])[0]
        self.show_tally(Tally({}), ())

    @property
    def view(self) -> View | None:
        """The view that is chosen; None where something else is."""
        return self.entry.view

    def show_tally(self, tally: Tally, groups: Sequence[EntryGroup]) -> None:
        """Show how many projects each view holds, and the groups below the views."""
        self.tree.show_rows((*views(tally, _ABOVE), *groups))
        self.trash.show_rows(views(tally, [View.TRASH]))
        same = next((each for each in self.entries() if each.key == self.entry.key), None)
        self._mark(same or self._view_entry(self.entry.query.view), comes=False)

    def entries(self) -> Iterator[Entry]:
        """Everything that can be chosen."""
        yield from self.tree.rows.entries()
        yield from self.trash.rows.entries()

    def choose(self, view: View) -> None:
        """Choose a view; tells it as a click does."""
        self.choose_entry(self._view_entry(view))

    def choose_entry(self, entry: Entry) -> None:
        """Choose an entry; tells it as a click does."""
        if entry.key != self.entry.key:
            self._choose(entry)

    def show_query(self, query: Query, *, comes: bool = True) -> None:
        """Mark what the list shows: the entry whose own words it has, else the view; see `SidebarTree.mark`."""
        if self.entry.view is None and self.entry.fits(query):
            return
        fitting = [each for each in self.entries() if each.is_asked_by(query)]
        self._mark(max(fitting, key=_length, default=self._view_entry(query.view)), comes=comes)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().fonts.px(260), look().fonts.px(240))

    def _step_over(self, by: int) -> None:
        """The keyboard goes on from the rows to the trash below them, and back."""
        if by > 0 and self.tree.hasFocus():
            self.trash.come_in(by)
        elif by < 0 and self.trash.hasFocus():
            self.tree.come_in(by)

    def _choose(self, entry: Entry) -> None:
        before = self.entry
        self._mark(entry)
        self.chosen.emit(entry, before)

    def _mark(self, entry: Entry, *, comes: bool = True) -> None:
        self.entry = entry
        is_trash = entry.view is View.TRASH
        had_focus = self.tree.hasFocus() or self.trash.hasFocus()
        self.tree.mark("" if is_trash else entry.key, comes=comes)
        self.trash.mark(entry.key if is_trash else "", comes=comes)
        self.setFocusProxy(self.trash if is_trash else self.tree)
        if had_focus and not (self.tree.hasFocus() or self.trash.hasFocus()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _view_entry(self, view: View) -> Entry:
        return next(each for each in self.entries() if each.view is view)

    def _fit(self) -> None:
        self.trash.setFixedHeight(look().fonts.px(ROW) + _MARGIN)


def _length(entry: Entry) -> tuple[bool, int]:
    return entry.search is not None, len(entry.query.text)
