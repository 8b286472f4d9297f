"""Pages on a printer: which of them, in which order, and each as a picture that fits the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from hankeapp.ui.pdf_pages import PdfPages

RESOLUTION = 300
"""Dots per inch: printers claim 1200, and a page of that many takes half a gigabyte."""
_POINTS = 72


def make_printer() -> QPrinter:
    """A printer for whole sheets of A4, before a person chooses another."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(RESOLUTION)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    use_whole_sheets(printer)
    return printer


def use_whole_sheets(printer: QPrinter) -> None:
    """The pages bring their own margins; a print dialog may have set others."""
    printer.setFullPage(True)


def wanted_pages(printer: QPrinter, count: int, current: int = 0) -> Sequence[int]:
    """The pages to print, from 0, copies counted in where the printer makes none itself."""
    match printer.printRange():
        case QPrinter.PrintRange.PageRange if printer.fromPage():
            pages = list(range(printer.fromPage() - 1, min(printer.toPage(), count)))
        case QPrinter.PrintRange.CurrentPage:
            pages = [current]
        case _:
            pages = list(range(count))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def paint_page(painter: QPainter, printer: QPrinter, pages: PdfPages, page: int) -> None:
    """Paint a page in the middle of the sheet, as large as on paper, or smaller where the sheet is."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    box = _fitted(pages.size(page) * (printer.resolution() / _POINTS), sheet)
    fine = min(1.0, RESOLUTION / printer.resolution())
    image = pages.image(page, (box.size() * fine).toSize())
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, image)


def _fitted(page: QSizeF, sheet: QRectF) -> QRectF:
    scale = min(1.0, sheet.width() / page.width(), sheet.height() / page.height())
    size = page * scale
    left = (sheet.width() - size.width()) / 2
    top = (sheet.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
