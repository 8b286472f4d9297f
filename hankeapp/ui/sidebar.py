"""The views of the register at the window's left, each with its count; the trash stands at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate
from typing_extensions import override

from hankeapp.domain.query import View
from hankeapp.translation import tr
from hankeapp.ui import formatting, glyphs, icons, row_painting
from hankeapp.ui.fonts import Role
from hankeapp.ui.glyphs import Glyph
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPersistentModelIndex, QPoint
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    AnyIndex = QModelIndex | QPersistentModelIndex

ViewRole = Qt.ItemDataRole.UserRole
"""The `View` of a row."""
CountRole = Qt.ItemDataRole.UserRole + 1
"""How many projects the view holds."""

_SIGNS = {
    View.PLANNED: Glyph.PLANNED,
    View.ACTIVE: Glyph.ACTIVE,
    View.ENDED: Glyph.ENDED,
    View.SOON: Glyph.SOON,
    View.OVERDUE: Glyph.OVERDUE,
}
_ICONS = {View.ALL: "layers", View.TRASH: "trash-2"}
_ROW, _GAP = 31, 10
_VIEWS = tuple(View)
_NOWHERE = QModelIndex()


class ViewModel(QAbstractListModel):
    """The views in their order, with their counts."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[View, int] = {}

    def show_counts(self, counts: Mapping[View, int]) -> None:
        self._counts = dict(counts)
        self.dataChanged.emit(self.index(0), self.index(len(_VIEWS) - 1))

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_VIEWS)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        view = _VIEWS[index.row()]
        answers = {
            ViewRole: view,
            CountRole: self._counts.get(view, 0),
            Qt.ItemDataRole.DisplayRole: view.label,
            Qt.ItemDataRole.AccessibleTextRole: f"{view.label}, {formatting.count_text(self._counts.get(view, 0))}",
        }
        return answers.get(role)


class Sidebar(QListView):
    """Chooses a view; the arrow keys go through them."""

    view_chosen = Signal(View)

    def __init__(self) -> None:
        super().__init__()
        self._views = ViewModel()
        self._views.setParent(self)
        self.setModel(self._views)
        self.setItemDelegate(_ViewDelegate(self))
        self.setAccessibleName(tr("Views"))
        self.setProperty("ground", "sidebar")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setViewportMargins(0, 6, 0, 6)
        self.setCurrentIndex(self._views.index(0))
        self.selectionModel().currentChanged.connect(self._tell)
        look().changed.connect(self.doItemsLayout)

    @property
    def view(self) -> View:
        """The view that is chosen."""
        return _VIEWS[max(self.currentIndex().row(), 0)]

    def choose(self, view: View) -> None:
        """Choose a view; tells it as a click does."""
        self.setCurrentIndex(self._views.index(_VIEWS.index(view)))

    def show_counts(self, counts: Mapping[View, int]) -> None:
        """How many projects each view holds; a badge stands only for what needs an act."""
        self._views.show_counts(counts)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().fonts.px(260), look().fonts.px(240))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        # The blank above a row is no part of it, least of all that above the trash.
        index = super().indexAt(point)
        blank = self.visualRect(index).bottom() - look().fonts.px(_ROW)
        return index if point.y() > blank else QModelIndex()

    def _tell(self, now: QModelIndex) -> None:
        if now.isValid():
            self.view_chosen.emit(_VIEWS[now.row()])


class _ViewDelegate(QStyledItemDelegate):
    """Sign, word, count."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        fonts = look().fonts
        view = index.data(ViewRole)
        gap = fonts.px(_GAP) if view in {View.SOON, View.TRASH} else 0
        if view is View.TRASH:
            list_view = self.parent()
            assert isinstance(list_view, QListView)
            others = fonts.px(_ROW) * len(_VIEWS) + fonts.px(_GAP)
            gap = max(gap, list_view.viewport().height() - others - 1)
        return QSize(fonts.px(120), fonts.px(_ROW) + gap)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        fonts = look().fonts
        painter.save()
        row = QRectF(option.rect)
        row.setTop(row.bottom() - fonts.px(_ROW))
        row_painting.paint_pill(painter, option, row.adjusted(8, 1.5, -8, -1.5))
        inner = row.adjusted(20, 0, -19, 0)
        _paint_sign(painter, inner, index.data(ViewRole), chosen=row_painting.is_selected(option))
        inner.setRight(_paint_count(painter, inner, index.data(ViewRole), index.data(CountRole), option))
        words = inner.adjusted(fonts.px(26), 0, -fonts.px(8), 0)
        paint_text(painter, words, index.data(), Role.BODY, look().tokens.text)
        painter.restore()


def _paint_sign(painter: QPainter, box: QRectF, view: View, *, chosen: bool) -> None:
    fonts, tokens = look().fonts, look().tokens
    glyph = _SIGNS.get(view)
    if glyph is not None:
        side = fonts.px(13)
        left = box.left() + (fonts.px(16) - side) / 2
        glyphs.draw(painter, glyph, getattr(tokens, glyph.ink), left, box.center().y(), side)
        return
    side = fonts.px(16)
    device = painter.device()
    ink = tokens.accent if chosen else tokens.text2
    sign = icons.pixmap(_ICONS[view], ink, side, device.devicePixelRatioF() if device else 1.0)
    painter.drawPixmap(round(box.left()), round(box.center().y() - side / 2), sign)


def _paint_count(painter: QPainter, box: QRectF, view: View, count: int, option: QStyleOptionViewItem) -> float:
    """Paint the count, or the badge of what needs an act; where the words must end."""
    if not count:
        return box.right()
    tokens, fonts = look().tokens, look().fonts
    text = str(count)
    room = width(text, Role.CAPTION_STRONG)
    if view is not View.OVERDUE:
        # text3 is too pale on a selected row.
        ink = tokens.text2 if row_painting.is_selected(option) else tokens.text3
        paint_text(painter, box, text, Role.CAPTION, ink, right=True)
        return box.right() - room
    tall = fonts.px(18)
    badge = QRectF(0, 0, max(room + fonts.px(12), fonts.px(21)), tall)
    badge.moveCenter(box.center())
    badge.moveRight(box.right() + fonts.px(4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tokens.over_fg))
    painter.drawRoundedRect(badge, tall / 2, tall / 2)
    left = badge.center().x() - room / 2
    paint_text(painter, QRectF(left, badge.top(), room, tall), text, Role.CAPTION_STRONG, tokens.on_accent)
    return badge.left()
