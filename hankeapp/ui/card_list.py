"""The projects as cards under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hankeapp.translation import tr
from hankeapp.ui import card_delegate, group_painting
from hankeapp.ui.card_delegate import CardDelegate
from hankeapp.ui.look import look
from hankeapp.ui.project_model import CARD
from hankeapp.ui.project_view import ProjectView
from hankeapp.ui.row_list import RowList

if TYPE_CHECKING:
    from hankeapp.ui.project_model import ProjectModel


class CardList(ProjectView, RowList):
    """Rows of two lines, of three while words are searched."""

    edit_requested = Signal()
    fold_requested = Signal(int, bool)
    own_column = CARD

    def __init__(self, model: ProjectModel) -> None:
        super().__init__(model, CARD)
        self.set_up(model, tr("Projects as cards"))
        self.setItemDelegate(CardDelegate(self))
        self._measure()
        self._measure()
        model.modelReset.connect(self._measure)
        look().changed.connect(self._measure)

    def _measure(self) -> None:
        row = card_delegate.row_height(with_hit=self._projects.hits is not None)
        self.set_heights(row, group_painting.card_height())
