"""A PDF in memory, as QtPdf reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from hankeapp.domain.errors import PrintError
from hankeapp.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF, QSize, QSizeF
    from PySide6.QtPdf import QPdfSelection


@dataclass(frozen=True)
class PageHit:
    """Where words stand: the page from 0, and the boxes around them in points."""

    page: int
    boxes: tuple[QRectF, ...]


class PdfPages(QObject):
    """The pages of a PDF; keeps the bytes alive that QtPdf reads from. `PrintError` for bytes that are no PDF."""

    def __init__(self, pdf: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise PrintError(
                tr("The pages could not be shown: {reason}.", reason=self._document.error().name),
                tr("The register was not changed."),
                tr("Save the PDF and open it in another program."),
            )

    @property
    def count(self) -> int:
        return self._document.pageCount()

    def size(self, page: int) -> QSizeF:
        """The size of a page in points."""
        return self._document.pagePointSize(page)

    def image(self, page: int, pixels: QSize) -> QImage:
        """A page on white paper, `pixels` wide and high."""
        image = QImage(pixels, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.drawImage(0, 0, self._document.render(page, pixels))
        painter.end()
        return image

    def find(self, words: str) -> list[PageHit]:
        """Where the words stand, whatever their case, in the order of the pages; lines may break between them."""
        wanted = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        return [
            PageHit(page, tuple(each.boundingRect() for each in self._selection(page, found).bounds()))
            for page in range(self.count)
            for found in wanted.finditer(self.text(page))
        ]

    def _selection(self, page: int, found: re.Match[str]) -> QPdfSelection:
        return self._document.getSelectionAtIndex(page, found.start(), found.end() - found.start())

    def text(self, page: int) -> str:
        """The words of a page in their reading order."""
        return self._document.getAllText(page).text()
