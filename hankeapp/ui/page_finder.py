"""The field that finds words on the pages of a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.labels import label
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hankeapp.ui.page_view import PageView
    from hankeapp.ui.pdf_pages import PageHit, PdfPages

_WIDTH = 150
"""Px at 100 % text."""


class PageFinder(QWidget):
    """Finds as is typed; Enter goes on to the next hit, Shift+Enter back."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._pages: PdfPages | None = None
        self._hits: list[PageHit] = []
        self._at = 0
        self.words = QLineEdit()
        self.words.setAccessibleName(tr("Find on the pages"))
        self.words.setPlaceholderText(tr("Find on the pages"))
        buttons.offer_clearing(self.words)
        self.words.setMaximumWidth(look().fonts.px(_WIDTH))
        self.count = label(role="hint")
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("000 / 000"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addWidget(self.count)
        self.words.textChanged.connect(self._find)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Find in other pages what was being looked for."""
        self._pages = pages
        self._find()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.words.text():
            self.words.clear()
        else:
            super().keyPressEvent(event)

    def _find(self) -> None:
        words = self.words.text().strip()
        self._hits = self._pages.find(words) if self._pages is not None and words else []
        self._at = 0
        self._show()

    def _go(self, by: int) -> None:
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._show()

    def _show(self) -> None:
        self._view.show_hits(self._hits, self._at)
        told = tr("{n} / {count}", n=self._at + 1, count=len(self._hits)) if self._hits else tr("No hits")
        self.count.setText(told if self.words.text().strip() else "")
        self.words.setAccessibleDescription(self.count.text())
