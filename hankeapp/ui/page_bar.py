"""The bar above the pages of a preview: which are seen, whether newer ones are coming, and how large they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hankeapp.translation import mark, tr
from hankeapp.ui import buttons
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.page_finder import PageFinder
from hankeapp.ui.page_layout import Fit
from hankeapp.ui.page_view import STEP, pages_text

if TYPE_CHECKING:
    from hankeapp.ui.page_strip import PageStrip
    from hankeapp.ui.page_view import PageView
    from hankeapp.ui.pdf_pages import PdfPages
    from hankeapp.ui.settings import Settings

_FITS = (
    (Fit.SPREAD, mark("Two pages")),
    (Fit.WIDTH, mark("Fit to width")),
    (Fit.PAGE, mark("Whole page")),
    (Fit.ZOOM, mark("Size of your own")),
)
_FIT_FIRST = 1000
"""The stretch of the choice of sizes beside the blank, which takes what its greatest width leaves over."""
QUIET_FOR = 400
"""Milliseconds before waiting is worth a word."""


class PageBar(QWidget):
    """Works on one view of pages, and on the strip of small ones beside it."""

    def __init__(self, view: PageView, strip: PageStrip) -> None:
        super().__init__()
        self._view = view
        self.strip = buttons.icon_button("panel-left", tr("Show or hide the small pages"))
        self.strip.setCheckable(True)
        self.strip.setChecked(True)
        self.strip.toggled.connect(strip.setVisible)
        self._count = 0
        self._pages = label(role="strong")
        self._busy = label(role="hint")
        self.finder = PageFinder(view)
        self._smaller = buttons.icon_button("zoom-out", tr("Show the pages smaller"))
        self._scale = label(role="secondary")
        self._larger = buttons.icon_button("zoom-in", tr("Show the pages larger"))
        self._fit = ChoiceBox()
        self._fit.setAccessibleName(tr("Size of the pages"))
        for fit, words in _FITS:
            self._fit.addItem(tr(words), fit.value)
        # It keeps its words as long as there is room, and gives way to the bar where there is none.
        self._fit.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fit.setMinimumContentsLength(6)
        self._fit.setMaximumWidth(look().fonts.px(220))
        self._fit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(QUIET_FOR)
        self._lay_out()
        self._connect()

    def show_pages(self, pages: PdfPages | None) -> None:
        """Tell of the pages that the view has just been given."""
        self.wait_no_more()
        self._count = pages.count if pages else 0
        self.finder.show_pages(pages)
        self._tell_pages(*self._view.seen)

    def remember(self, settings: Settings) -> None:
        """Begin with the small pages as they were left, and keep how they are."""
        self.strip.setChecked(settings.page_strip)
        self.strip.toggled.connect(partial(setattr, settings, "page_strip"))

    def wait(self) -> None:
        """Newer pages are coming; a word is said only when they take a while."""
        self._patience.start()

    def wait_no_more(self) -> None:
        """None are coming."""
        self._patience.stop()
        self._busy.clear()

    def _tell_busy(self) -> None:
        self._busy.setText(tr("Setting the pages…"))

    def _tell_pages(self, first: int, last: int) -> None:
        self._pages.setText(pages_text(first, last, self._count) if self._count else tr("No pages"))

    def _tell_scale(self, scale: float) -> None:
        self._scale.setText(tr("{n} %", n=round(scale * 100)))
        self._fit.setCurrentIndex(self._fit.findData(self._view.fit.value))

    def _choose_fit(self) -> None:
        self._view.choose_fit(Fit(self._fit.currentData()))

    def _zoom_in(self) -> None:
        self._view.zoom(STEP)

    def _zoom_out(self) -> None:
        self._view.zoom(1 / STEP)

    def _connect(self) -> None:
        self._patience.timeout.connect(self._tell_busy)
        self._view.turned.connect(self._tell_pages)
        self._view.zoomed.connect(self._tell_scale)
        self._fit.activated.connect(self._choose_fit)
        self._smaller.clicked.connect(self._zoom_out)
        self._larger.clicked.connect(self._zoom_in)

    def _lay_out(self) -> None:
        px = look().fonts.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(12), px(6))
        row.setSpacing(px(8))
        row.addWidget(self.strip)
        row.addWidget(self._pages)
        row.addWidget(self._busy, 1)
        for part in (self.finder, self._smaller, self._scale, self._larger):
            row.addWidget(part)
        row.addWidget(self._fit, _FIT_FIRST)
