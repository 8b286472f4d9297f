"""The strip of small pages beside a preview: the page that is read is current, and one that is chosen is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.fonts import Role
from hankeapp.ui.look import look
from hankeapp.ui.row_painting import is_selected, paint_ring, paint_text, width
from hankeapp.ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSizeF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from hankeapp.ui.page_view import PageView
    from hankeapp.ui.pdf_pages import PdfPages

    Index = QModelIndex | QPersistentModelIndex

EDGE = 92
"""Px of a small page's longer side at 100 % text."""
_GAP = 10


class PageStrip(QListView):
    """Works on one view of pages; a small page is drawn when it comes into sight."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self.pages = _Pages()
        self.setModel(self.pages)
        self.setItemDelegate(_PagePainter(self))
        self.setAccessibleName(tr("Small pages"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "pages")
        self.selectionModel().currentChanged.connect(self._show_chosen)
        view.turned.connect(self._follow)
        look().changed.connect(self._fit)
        self._fit()

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show the pages that the view has just been given."""
        with QSignalBlocker(self.selectionModel()):
            self.pages.show_pages(pages)
        self._follow(*self._view.seen)

    def _show_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._view.go_to(index.row())

    def _follow(self, first: int, last: int) -> None:
        """Make the page that is read current, unless the current one can be seen: both of two may be."""
        row = self.currentIndex().row()
        if first and not first <= row + 1 <= last:
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(self.pages.index(first - 1))
            self.scrollTo(self.currentIndex())
            self.viewport().update()

    def _fit(self) -> None:
        self.pages.forget()
        self.setFixedWidth(look().fonts.px(EDGE + 4 * _GAP) + self.verticalScrollBar().sizeHint().width())


class _Pages(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._images: dict[int, QPixmap] = {}

    def show_pages(self, pages: PdfPages | None) -> None:
        self.beginResetModel()
        self._pages = pages
        self._images.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Draw the small pages anew."""
        self._images.clear()
        self.layoutChanged.emit()

    def image(self, page: int, ratio: float) -> QPixmap:
        """The small page, drawn once."""
        assert self._pages is not None
        if page not in self._images:
            image = QPixmap.fromImage(self._pages.image(page, (self.size(page) * ratio).toSize()))
            image.setDevicePixelRatio(ratio)
            self._images[page] = image
        return self._images[page]

    def size(self, page: int) -> QSizeF:
        """How large a small page is, in px."""
        assert self._pages is not None
        size = self._pages.size(page)
        return size * (look().fonts.px(EDGE) / max(size.width(), size.height()))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return self._pages.count if self._pages is not None and not (parent and parent.isValid()) else 0

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("Page {n}", n=index.row() + 1)
        return None


class _PagePainter(QStyledItemDelegate):
    """Draws a small page above its number."""

    def __init__(self, strip: PageStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = look().fonts.px
        return QSize(px(EDGE + 2 * _GAP), px(EDGE + 2 * _GAP) + round(look().fonts.metrics(Role.BODY).height()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, tokens = look().fonts.px, look().tokens
        box = option.rect
        is_current = is_selected(option)
        size = self._strip.pages.size(index.row())
        left, top = box.left() + (box.width() - size.width()) / 2, box.top() + px(_GAP)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(round(left), round(top), self._strip.pages.image(index.row(), ratio))
        painter.setPen(QPen(colour(tokens.accent if is_current else tokens.border_strong), 3 if is_current else 1))
        painter.drawRect(round(left) - 1, round(top) - 1, round(size.width()) + 1, round(size.height()) + 1)
        text, role = str(index.row() + 1), Role.STRONG if is_current else Role.BODY
        line = QRectF(box).adjusted(0, px(EDGE + _GAP) + 4, 0, 0)
        line.setLeft(box.left() + (box.width() - width(text, role)) / 2)
        paint_text(painter, line, text, role, tokens.text)
        paint_ring(painter, option, QRectF(box).adjusted(2, 2, -2, -2))
