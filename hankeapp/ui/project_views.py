"""The two views of the projects over one model and one selection, and what keeps them where they are."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QItemSelectionModel

    from hankeapp.ui.card_list import CardList
    from hankeapp.ui.project_model import ProjectModel
    from hankeapp.ui.project_table import ProjectTable


def share_selection(cards: CardList, table: ProjectTable) -> QItemSelectionModel:
    """Give both views one selection, and return it."""
    own = table.selectionModel()
    table.setSelectionModel(cards.selectionModel())
    own.deleteLater()
    return cards.selectionModel()


@contextmanager
def kept_in_place(view: CardList | ProjectTable, model: ProjectModel) -> Iterator[None]:
    """Whatever becomes of the rows: the current one, or the first that was seen, stays where it is on the screen.

    A list that is at its top stays there, as long as the row is seen.
    """
    seen, bar = _seen(view, model), view.verticalScrollBar()
    is_at_top = bar.value() == 0
    yield
    view.executeDelayedItemsLayout()
    for key, top in seen:
        row = model.row_of_key(key)
        if row is not None:
            place = view.visualRect(model.index(row, view.own_column))
            if not is_at_top or place.bottom() + bar.value() > view.viewport().height():
                bar.setValue(bar.value() + place.top() - top)
            return


def _seen(view: CardList | ProjectTable, model: ProjectModel) -> list[tuple[bytes, int]]:
    """The keys of the rows that are seen and how far down each stands; the current one first, if it is seen."""
    height = view.viewport().height()
    at = view.indexAt(view.viewport().rect().topLeft())
    found = []
    while at.isValid() and (top := view.visualRect(at).top()) < height:
        found.append((at.row(), top))
        at = at.siblingAtRow(at.row() + 1)
    current = view.currentIndex().row()
    found.sort(key=lambda each: each[0] != current)
    return [(model.key_at(row), top) for row, top in found]
