"""The heads of the table's columns: each that the list is ordered by has an arrow, of several also its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader
from typing_extensions import override

from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from hankeapp.ui.project_model import ProjectModel

_Arrow = QStyleOptionHeader.SortIndicator


class OrderHeader(QHeaderView):
    """Qt's header knows of one order only."""

    def __init__(self, model: ProjectModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._projects = model

    @override
    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        super().initStyleOptionForIndex(option, logicalIndex)
        place = self._place(logicalIndex)
        if place is not None:
            descending = self._projects.orders[place].descending
            option.sortIndicator = _Arrow.SortUp if descending else _Arrow.SortDown

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        place = self._place(logicalIndex)
        if place is None or len(self._projects.orders) == 1:
            return
        fonts = look().fonts
        number = str(place + 1)
        room = QRectF(rect).adjusted(0, 0, -fonts.px(14) - 8, 0)
        room.setLeft(room.right() - width(number, Role.CAPTION))
        painter.save()
        painter.fillRect(room.adjusted(-2, 4, 0, -4), colour(look().tokens.subtle))
        paint_text(painter, room, number, Role.CAPTION, look().tokens.text2, right=True)
        painter.restore()

    def _place(self, section: int) -> int | None:
        column = self._projects.column_at(section)
        fields = [sort.field for sort in self._projects.orders]
        return fields.index(column.name) if column is not None and column.name in fields else None
