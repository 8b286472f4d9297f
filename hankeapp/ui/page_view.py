"""The pages of a print, white on grey in every theme.

Not Qt's own QPdfView: that knows no two pages side by side, and no scale but per page.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui.look import look
from hankeapp.ui.page_layout import GAP, Fit, PageLayout, lay_out
from hankeapp.ui.theme import LIGHT, colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from hankeapp.ui.pdf_pages import PageHit, PdfPages

STEP = 1.25
"""How much larger a step of zoom makes the pages."""
_KEPT = 12
"""Rendered pages that are kept."""
_MARK = 0.25
"""How much of what was found its mark covers: the words stay readable, on paper that is white in every theme."""
_DOTS = 96 / 72
"""Px of a point at 100 %."""


class PageView(QAbstractScrollArea):
    """Scrolls by keyboard and wheel; + and − zoom."""

    turned = Signal(int, int)
    """The first and the last page that can be seen, from 1."""
    zoomed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._layout = PageLayout((), QSizeF(0, 0), 1.0)
        self._fit = Fit.SPREAD
        self._zoom = 1.0
        self._images: OrderedDict[tuple[int, int, int], QPixmap] = OrderedDict()
        self._seen = (0, 0)
        self._hits: Sequence[PageHit] = ()
        self._hit = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Pages of the print"))
        self.setProperty("kind", "pages")
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        look().changed.connect(self.viewport().update)

    @property
    def fit(self) -> Fit:
        return self._fit

    @property
    def seen(self) -> tuple[int, int]:
        """The first and the last page that can be seen, from 1; zeros for none."""
        return self._seen

    @property
    def scale(self) -> float:
        """How large the pages are shown; 1.0 is the size on paper."""
        return self._layout.scale

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show another print, as far down as the one before."""
        share = self._share()
        self._pages = pages
        self._hits = ()
        self._images.clear()
        self._lay_out(share)

    def show_hits(self, hits: Sequence[PageHit], current: int) -> None:
        """Mark what was found, and bring the current one of it into view."""
        self._hits, self._hit = hits, current
        if hits and hits[current].boxes:
            box = self._on_page(hits[current].page, hits[current].boxes[0])
            for bar, low, high, room in (
                (self.verticalScrollBar(), box.top(), box.bottom(), self.viewport().height()),
                (self.horizontalScrollBar(), box.left(), box.right(), self.viewport().width()),
            ):
                if not bar.value() <= low <= high <= bar.value() + room:
                    bar.setValue(round((low + high - room) / 2))
        self.viewport().update()

    def _on_page(self, page: int, box: QRectF) -> QRectF:
        """A box in points of a page as it stands among all pages."""
        scale = self._layout.scale * _DOTS
        corner = self._layout.boxes[page].topLeft() + box.topLeft() * scale
        return QRectF(corner, box.size() * scale)

    def go_to(self, page: int) -> None:
        """Bring a page, from 0, to the top."""
        self.verticalScrollBar().setValue(round(self._layout.boxes[page].top()) - GAP)

    def choose_fit(self, fit: Fit) -> None:
        """Show the pages as large as a fit makes them; `Fit.ZOOM` keeps the size."""
        share = self._share()
        self._zoom = self._layout.scale
        self._fit = fit
        self._lay_out(share)

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller."""
        share = self._share()
        self._fit = Fit.ZOOM
        self._zoom = self._layout.scale * factor
        self._lay_out(share)
        self._zoom = self._layout.scale

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out(self._share())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = look().tokens
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour(tokens.paper_table))
        shift = (-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for page in self._visible():
            box = self._layout.boxes[page].translated(*shift)
            painter.drawPixmap(box.topLeft(), self._image(page, box))
            painter.setPen(QPen(colour(tokens.border_strong), 1))
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        for place, hit in enumerate(self._hits):
            tint = colour(LIGHT.accent if place == self._hit else LIGHT.soon_fg)
            tint.setAlphaF(_MARK)
            for box in hit.boxes:
                painter.fillRect(self._on_page(hit.page, box).translated(*shift), tint)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            painter.setPen(QPen(colour(tokens.accent), 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Minus}:
            self.zoom(STEP if event.key() == Qt.Key.Key_Plus else 1 / STEP)
        elif event.key() in _SCROLLS:
            self.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _lay_out(self, share: float) -> None:
        """Lay the pages out, `share` of the way down."""
        pages = self._pages
        sizes = [pages.size(page) for page in range(pages.count)] if pages else []
        # The room that is left beside a scroll bar, so that its coming does not change the layout again.
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        self._layout = lay_out(sizes, QSizeF(room.width() - bar, room.height()), self._fit, self._zoom, _DOTS)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        view = self.viewport().size()
        down.setRange(0, max(round(self._layout.extent.height()) - view.height(), 0))
        across.setRange(0, max(round(self._layout.extent.width()) - view.width(), 0))
        down.setPageStep(view.height())
        down.setSingleStep(view.height() // 10)
        across.setPageStep(view.width())
        down.setValue(round(share * down.maximum()))
        self.zoomed.emit(self._layout.scale)
        self._tell_page()
        self.viewport().update()

    def _share(self) -> float:
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def _visible(self) -> list[int]:
        top = self.verticalScrollBar().value()
        return self._layout.visible(top, top + self.viewport().height())

    def _image(self, page: int, box: QRectF) -> QPixmap:
        """The page rendered for the screen, from the few that are kept."""
        assert self._pages is not None
        ratio = self.devicePixelRatioF()
        size = QSize(round(box.width() * ratio), round(box.height() * ratio))
        key = (page, size.width(), size.height())
        if key not in self._images:
            image = QPixmap.fromImage(self._pages.image(page, size))
            image.setDevicePixelRatio(ratio)
            self._images[key] = image
        self._images.move_to_end(key)
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        return self._images[key]

    def _tell_page(self) -> None:
        top = self.verticalScrollBar().value()
        read = self._layout.read(top, top + self.viewport().height())
        seen = (read[0] + 1, read[-1] + 1) if read else (0, 0)
        self.viewport().update()
        if seen == self._seen and self._pages is not None:
            return
        self._seen = seen
        # A screen reader gets the words of the page, since a picture says nothing.
        words = self._pages.text(read[0]) if self._pages is not None and read else ""
        self.setAccessibleDescription(words)
        self.turned.emit(*seen)


def pages_text(first: int, last: int, count: int) -> str:
    """ "Sivut 1–2 / 7"."""
    if first == last:
        return tr("Page {first} / {count}", first=first, count=count)
    return tr("Pages {first}–{last} / {count}", first=first, last=last, count=count)


_SCROLLS = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
