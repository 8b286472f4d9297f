"""A print on its way to the printer: page by page, so that the window stays alive and it can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from hankeapp.domain.errors import FileError, PrintError
from hankeapp.translation import tr
from hankeapp.ui import paper
from hankeapp.ui.printed_file import PrintedFile

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from hankeapp.ui.pdf_pages import PdfPages


class PrintJob(QObject):
    """Prints from `start` on; then one of `finished` and `failed` tells how it went, none after `stop`."""

    progressed = Signal(int, int)
    """How many sheets have been painted, and of how many."""
    finished = Signal()
    failed = Signal(object)

    def __init__(self, pages: PdfPages, printer: QPrinter, current: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._wanted = paper.wanted_pages(printer, pages.count, current)
        self._done = 0
        self._file = PrintedFile(printer) if printer.outputFileName() else None
        self._painter = QPainter()
        self._clock = QTimer(self)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._print_next)

    def start(self) -> None:
        """Begin; `failed` tells where the printer cannot be reached."""
        paper.use_whole_sheets(self._printer)
        if self._wanted and _is_there(self._printer) and self._painter.begin(self._printer):
            self._clock.start()
        else:
            self.stop()
            self.failed.emit(_failure())

    def stop(self) -> None:
        """Print no more."""
        self._clock.stop()
        self._printer.abort()
        if self._painter.isActive():
            self._painter.end()
        if self._file is not None:
            self._file.leave()

    def _print_next(self) -> None:
        if self._done and not self._printer.newPage():
            self.stop()
            self.failed.emit(_failure())
            return
        paper.paint_page(self._painter, self._printer, self._pages, self._wanted[self._done])
        self._done += 1
        self.progressed.emit(self._done, len(self._wanted))
        if self._done == len(self._wanted) and self._painter.isActive():
            self._clock.stop()
            self._painter.end()
            self._tell()

    def _tell(self) -> None:
        try:
            if self._file is not None:
                self._file.hand_over()
        except FileError as error:
            self.failed.emit(error)
            return
        if _is_there(self._printer):
            self.finished.emit()
        else:
            self.failed.emit(_failure())


def print_text(document: QTextDocument, printer: QPrinter) -> None:
    """Print a text that is no page yet, at once; `PrintError` and `FileError`."""
    file = PrintedFile(printer) if printer.outputFileName() else None
    if _is_there(printer):
        document.print_(printer)
    if file is not None:
        file.hand_over()
    if not _is_there(printer):
        raise _failure()


def _is_there(printer: QPrinter) -> bool:
    """Whether the system knows the printer still: Qt tells nothing where one is gone, or where there is none."""
    if printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat:
        return bool(printer.outputFileName())
    return not QPrinterInfo.printerInfo(printer.printerName()).isNull()


def _failure() -> PrintError:
    return PrintError(
        tr("The printer did not take the pages."),
        tr("The register was not changed."),
        tr("Check that the printer is on and has paper, or save the PDF and print it later."),
    )
