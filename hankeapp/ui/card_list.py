"""The projects as cards under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import card_painting, group_painting, row_painting
from hankeapp.ui.look import look
from hankeapp.ui.project_model import CARD
from hankeapp.ui.project_view import ProjectView
from hankeapp.ui.row_list import RowList

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from hankeapp.ui.project_model import ProjectModel


class CardList(ProjectView, RowList):
    """Rows of two lines, of three while words are searched."""

    edit_requested = Signal()
    fold_requested = Signal(int, bool)
    own_column = CARD

    def __init__(self, model: ProjectModel) -> None:
        super().__init__(model, CARD)
        self.set_up(model, tr("Projects as cards"))
        self._measure()
        model.modelReset.connect(self._measure)
        look().changed.connect(self._measure)

    @override
    def paint_rows(self, painter: QPainter, rows: range) -> None:
        model = self._projects
        model.read(rows)
        boxes = {row: QRectF(self.rect_of(row)) for row in rows}
        told = {row: box for row, box in boxes.items() if not card_painting.paint_head(painter, box, row, model)}
        selected = row_painting.selected_rows(self, rows)
        card_painting.paint_lines(painter, [box for row, box in told.items() if row not in selected])
        for row, option in row_painting.marked(self, rows, self.rect_of):
            card_painting.paint_mark(painter, option, is_head=row not in told)
        card_painting.paint_texts(painter, [(model.project_at(row), box) for row, box in told.items()], model)

    def _measure(self) -> None:
        row = card_painting.row_height(with_hit=self._projects.hits is not None)
        self.set_heights(row, group_painting.card_height())
