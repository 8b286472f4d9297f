"""The menu of a list's orders and groups: all that the heads of columns do and more, by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from hankeapp.domain import columns
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import Sort
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

SORTS = ("title", "number", "status", "duration", "start", "end", "kind", "themes", "unit", "funder", "budget_whole")
"""The columns that are offered for ordering."""
PAGE_ORDER = "page_order"
"""The one field that is offered without being a column."""


class OrderMenu(QMenu):
    """Shows the orders and the group of a list, and asks for others."""

    sorts_chosen = Signal(tuple)
    group_chosen = Signal(str)
    fold_all_chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sorts: tuple[Sort, ...] = ()
        self.best = _offer(self, [""], _best_name, self._choose_best)[""]
        self.first = _offer(self, (*SORTS, PAGE_ORDER), sort_name, self._choose_first)
        self.addSeparator()
        self.descending = _offer(self, [""], _descending_name, self._turn_first)[""]
        self.addSeparator()
        self._then = self.addMenu(tr("Then by"))
        self.further = _offer(self._then, SORTS, sort_name, self._choose_further)
        self._then.addSeparator()
        self.last_descending = _offer(self._then, [""], _descending_name, self._turn_last)[""]
        self._parted = self.addMenu(tr("Group by"))
        names = [column.name for column in columns.columns() if column.is_for_groups]
        self.groups = _offer(self._parted, ["", *names], group_name, self._choose_group)
        self._parted.addSeparator()
        self.fold_all = _offer(self._parted, [True, False], _fold_name, self._choose_folding, checkable=False)

    def show_query(self, sorts: tuple[Sort, ...], group: str, *, has_ranks: bool) -> None:
        """Check what the list is ordered and parted by; the best hits are offered while words are searched."""
        self._sorts = sorts
        self.best.setVisible(has_ranks)
        self.best.setChecked(not sorts)
        for name, action in self.first.items():
            action.setChecked(bool(sorts) and name == sorts[0].field)
        self.descending.setEnabled(bool(sorts))
        self.descending.setChecked(bool(sorts) and sorts[0].descending)
        self._then.menuAction().setEnabled(bool(sorts))
        self._show_further()
        for name, action in self.groups.items():
            action.setChecked(name == group)
        for action in self.fold_all.values():
            action.setEnabled(bool(group))

    def _show_further(self) -> None:
        places = {sort.field: place for place, sort in enumerate(self._sorts, 1)}
        for name, action in self.further.items():
            place = places.get(name)
            action.setVisible(place != 1)
            action.setChecked(place is not None)
            action.setText(sort_name(name) if place is None else f"{place}. {sort_name(name)}")
        self.last_descending.setEnabled(len(self._sorts) > 1)
        self.last_descending.setChecked(len(self._sorts) > 1 and self._sorts[-1].descending)

    def _choose_best(self) -> None:
        self.sorts_chosen.emit(())

    def _choose_first(self, action: QAction) -> None:
        self.sorts_chosen.emit((Sort(action.data()),))

    def _turn_first(self) -> None:
        first, *others = self._sorts
        self.sorts_chosen.emit((Sort(first.field, not first.descending), *others))

    def _choose_further(self, action: QAction) -> None:
        others = tuple(sort for sort in self._sorts if sort.field != action.data())
        self.sorts_chosen.emit(others if others != self._sorts else (*others, Sort(action.data())))

    def _turn_last(self) -> None:
        *others, last = self._sorts
        self.sorts_chosen.emit((*others, Sort(last.field, not last.descending)))

    def _choose_group(self, action: QAction) -> None:
        self.group_chosen.emit(action.data())

    def _choose_folding(self, action: QAction) -> None:
        self.fold_all_chosen.emit(action.data())


def sort_name(name: str) -> str:
    """What an order is called."""
    if name == "title":
        return tr("Name")
    return field_of(Project, name).title if name == PAGE_ORDER else columns.column_of(name).title


def group_name(name: str) -> str:
    """What a list is parted by, empty for nothing."""
    return columns.column_of(name).group_title if name else tr("No groups")


def _best_name(_name: object) -> str:
    return tr("Best hits first")


def _descending_name(_name: object) -> str:
    return tr("Descending")


def _fold_name(fold: object) -> str:
    return tr("Fold all groups") if fold else tr("Unfold all groups")


def _offer(
    menu: QMenu,
    names: Iterable[Any],
    words: Callable[[Any], str],
    chosen: Callable[..., None],
    *,
    checkable: bool = True,
) -> dict[Any, QAction]:
    """Put an action for each name into a menu; each of them, when triggered, is handed to `chosen`."""
    group = QActionGroup(menu)
    group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
    made = {}
    for name in names:
        action = made[name] = menu.addAction(words(name))
        action.setCheckable(checkable)
        action.setData(name)
        group.addAction(action)
    group.triggered.connect(chosen)
    return made
