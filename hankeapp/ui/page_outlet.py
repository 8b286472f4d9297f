"""Where pages that are shown go: to a printer, into a file, to the program that the desktop has for PDF."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

from hankeapp.services.files import write_whole
from hankeapp.translation import tr
from hankeapp.ui import paper, questions
from hankeapp.ui.printing import PrintJob, print_text

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.errors import KnownError
    from hankeapp.ui.info_bar import InfoBar
    from hankeapp.ui.pdf_pages import PdfPages


class PageOutlet(QObject):
    """Tells in a notice of its window how it went; there a print can be stopped, and a saved file opened."""

    busy_changed = Signal(bool)
    """Whether pages are on their way to a printer."""
    folder_changed = Signal(object)
    """The `Path` of the folder that a file was saved in."""

    def __init__(self, window: QWidget, notice: InfoBar, folder: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._notice = notice
        self._folder = folder or Path.home()
        self._job: PrintJob | None = None
        self._saved: Path | None = None
        self._elsewhere: TemporaryDirectory[str] | None = None
        notice.first_requested.connect(self._act_on_notice)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def print_pages(self, pages: PdfPages, name: str, current: int) -> None:
        """Ask for a printer, and print; `current` is the page that is read, from 0."""
        printer = paper.make_printer()
        printer.setDocName(name)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setMinMax(1, pages.count)
        if not questions.run(dialog):
            return
        with questions.told(self._window):
            self._begin(PrintJob(pages, printer, current, self))

    def _begin(self, job: PrintJob) -> None:
        self._job = job
        self._job.progressed.connect(self._tell_progress)
        self._job.finished.connect(self._tell_printed)
        self._job.failed.connect(self._tell_not_printed)
        self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no names
        self._job.start()

    def print_text(self, document: QTextDocument, name: str) -> None:
        """Ask for a printer, and print a text that is no page yet."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        if questions.run(QPrintDialog(printer, self._window)):
            with questions.told(self._window):
                print_text(document, printer)
                self._notice.show_notice(tr("The pages went to the printer."), "")

    def save(self, data: bytes, title: str, name: str, kind: questions.FileKind) -> None:
        """Ask for a place, and write the bytes there."""
        path = questions.save_path(title, self._folder / name, kind, self._window)
        if path is None:
            return
        with questions.told(self._window):
            write_whole(path, data)
            self._saved = path
            self._folder = path.parent
            self.folder_changed.emit(path.parent)
            self._notice.show_notice(tr("“{name}” was saved.", name=path.name), "", first=tr("Open the file"))

    def open_elsewhere(self, data: bytes, name: str) -> None:
        """Open a PDF in the program that the desktop has for it: in a folder that goes with the window."""
        self._elsewhere = self._elsewhere or TemporaryDirectory(prefix="hankeapp-", ignore_cleanup_errors=True)
        path = Path(self._elsewhere.name) / name
        with questions.told(self._window):
            write_whole(path, data)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._notice.show_notice(tr("No program opened the PDF. Save it, and open it yourself."), "")

    def stop(self) -> None:
        """Print no more, and let go of what another program was to show: the window is closed."""
        if self._job is not None:
            self._stop_printing(self._job)
        if self._elsewhere is not None:
            self._elsewhere.cleanup()
            self._elsewhere = None

    def _stop_printing(self, job: PrintJob) -> None:
        job.stop()
        self._end_job()

    def _tell_progress(self, done: int, of: int) -> None:
        self._notice.show_notice(tr("Printing: {done} / {of}", done=done, of=of), "", first=tr("Stop printing"))

    def _tell_printed(self) -> None:
        self._end_job()
        self._notice.show_notice(tr("The pages went to the printer."), "")

    def _tell_not_printed(self, error: KnownError) -> None:
        self._end_job()
        self._notice.hide()
        questions.tell(error, self._window)

    def _end_job(self) -> None:
        self._job = None
        self.busy_changed.emit(False)  # noqa: FBT003

    def _act_on_notice(self) -> None:
        if self._job is not None:
            self._stop_printing(self._job)
            self._notice.show_notice(tr("Printing was stopped."), "")
        elif self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))
