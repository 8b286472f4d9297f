"""The queue of an import: Space accepts a project or takes that back, Delete leaves it out, Enter goes into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QStyledItemDelegate
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import icons, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.import_model import ItemRole
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.ui.import_model import AnyIndex, Candidate, CandidateModel

SIGN = 38
"""Px at 100 % text: where a click is for the sign."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_EDGE = 12
"""Px at 100 % text behind a remark."""
_LEAST_NAME = 70
"""Px at 100 % text of a name beside which a remark stands."""


class CandidateList(QListView):
    """The projects of the source; a click on the sign before one does what Space does.

    A click on what is remarked of one does what Enter does.
    """

    removal_asked = Signal()
    opened = Signal()
    """The person wants to look at what the current project is doubtful of."""

    def __init__(self, model: CandidateModel) -> None:
        super().__init__()
        self._rows = model
        self.setItemDelegate(_CandidateDelegate(self))
        self.setProperty("ground", "sidebar")
        self.setAccessibleName(tr("Projects in the source"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        look().changed.connect(self.doItemsLayout)

    def show_rows(self) -> None:
        """Once it stands where it belongs: each step on the way there would lay all rows out again."""
        self.setModel(self._rows)

    @override
    def dataChanged(self, topLeft: AnyIndex, bottomRight: AnyIndex, roles: Sequence[int] = ()) -> None:
        # Qt's own lays all rows out anew; here none has another height than before.
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self._rows.toggle(row)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.removal_asked.emit()
        elif event.key() in _ENTER and row >= 0:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index, at, px = self.indexAt(event.position().toPoint()), event.position().x(), look().fonts.px
        if not index.isValid() or index != self.currentIndex():
            return
        candidate = self._rows.candidate(index.row())
        if at < px(SIGN):
            self._rows.toggle(index.row())
        elif candidate.is_doubtful and at > self.viewport().width() - _remark_width(candidate) - px(_EDGE):
            self.opened.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class _CandidateDelegate(QStyledItemDelegate):
    """The sign of what was decided, the name, and what is to be known before it is taken in."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        fonts = look().fonts
        return QSize(fonts.px(200), max(fonts.px(31), round(fonts.metrics(Role.CELL_STRONG).height()) + fonts.px(10)))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        candidate: Candidate = index.data(ItemRole)
        fonts, tokens, row = look().fonts, look().tokens, QRectF(option.rect)
        is_current = row_painting.is_selected(option)
        painter.save()
        fill = row_painting.ground(option)
        if fill:
            painter.fillRect(row, colour(fill))
        if is_current:
            painter.fillRect(QRectF(row.left(), row.top(), 3.5, row.height()), colour(tokens.accent))
        row_painting.paint_ring(painter, option, row)
        sign, ink = candidate.sign
        if is_current and sign == "circle":
            sign, ink = "circle-dot", "accent"
        size = fonts.px(16)
        _paint_icon(painter, sign, getattr(tokens, ink), QPointF(row.left() + fonts.px(14), row.center().y()), size)
        room = row.adjusted(fonts.px(SIGN), 0, -fonts.px(_EDGE), 0)
        remark_ink = tokens.soon_fg if candidate.is_doubtful else tokens.text2
        taken = _remark_width(candidate)
        if room.width() - taken < fonts.px(_LEAST_NAME):
            taken = 0  # the sign says it too
        if taken:
            paint_text(painter, room, candidate.remark, Role.CAPTION_STRONG, remark_ink, right=True)
        role = Role.CELL_STRONG if is_current else Role.CELL
        name_ink = tokens.text2 if candidate.is_known else tokens.text
        paint_text(painter, room.adjusted(0, 0, -taken, 0), candidate.title, role, name_ink)
        painter.restore()


def _remark_width(candidate: Candidate) -> float:
    return width(candidate.remark, Role.CAPTION_STRONG) + look().fonts.px(10) if candidate.remark else 0


def _paint_icon(painter: QPainter, name: str, ink: str, at: QPointF, size: int) -> None:
    sign = icons.pixmap(name, ink, size, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(at.x(), round(at.y() - size / 2)), sign)
