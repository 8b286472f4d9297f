"""The print preview: options at the left, the very pages that will be printed or saved at the right."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.errors import PrintError
from hankeapp.services.files import write_whole
from hankeapp.services.printing import document_maker
from hankeapp.translation import tr
from hankeapp.ui import buttons, paper, questions
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.labels import line, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.page_bar import PageBar
from hankeapp.ui.page_view import PageView
from hankeapp.ui.pdf_pages import PdfPages
from hankeapp.ui.print_options import PrintOptions, PrintScope, view_name
from hankeapp.ui.print_presets import PrintPresets
from hankeapp.ui.print_remark import remark
from hankeapp.ui.printing import PrintJob
from hankeapp.ui.stacking import bare_column
from hankeapp.ui.typesetter import Typesetter
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.query import Query
    from hankeapp.reports.typesetting import Document, Print
    from hankeapp.services.past import Past
    from hankeapp.services.presets import Presets
    from hankeapp.services.register import Register

__all__ = ["PrintScope", "PrintWindow"]

SIZE = (1440, 900)
"""Px at 100 % text, where the screen has room for it."""
OPTIONS = 330


class PrintWindow(QDialog):
    """Nothing of it writes to the register."""

    office_changed = Signal(str)
    folder_changed = Signal(object)
    """The `Path` of the folder that a PDF was saved in."""

    def __init__(
        self,
        register: Register | Past,
        scope: PrintScope,
        office: str = "",
        parent: QWidget | None = None,
        folder: Path | None = None,
        presets: Presets | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("print_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print preview – {view}", view=view_name(scope.query, register.today())))
        self._register = register
        self._folder = folder or Path.home()
        self._print: Print | None = None
        self._pages: PdfPages | None = None
        self._job: PrintJob | None = None
        self._saved: Path | None = None
        self._elsewhere: TemporaryDirectory[str] | None = None
        self.options = PrintOptions(scope, self._count, office, register.today())
        if presets is not None:
            self._offer(presets)
        self.view = PageView()
        self.bar = PageBar(self.view)
        self.notice = InfoBar(Mood.QUIET)
        self.remark = InfoBar(Mood.NOTICE)
        self.print_button = buttons.primary(tr("Print…"), "printer")
        self.save_button = buttons.ordinary(tr("Save PDF…"), "download")
        self.open_button = buttons.quiet(tr("Open in a PDF program"))
        self._typesetter = Typesetter(self._maker, self)
        self._lay_out()
        self._connect()
        self._enable(tr("The pages are being set."))
        self.bar.wait()
        self._typesetter.begin()
        self.options.first_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_pages(self) -> None:
        """Ask for a printer, and print what is shown."""
        if self._pages is None or self._typesetter.is_waiting or self._job is not None:
            return
        printer = paper.make_printer()
        printer.setDocName(self._file_name())
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setMinMax(1, self._pages.count)
        if questions.run(dialog):
            self._print_on(printer)

    def save_pdf(self) -> None:
        """Ask for a place, and save the PDF that is shown: the typesetter's own, tagged and with its texts."""
        if self._print is None or self._typesetter.is_waiting:
            return
        kind = questions.FileKind(tr("PDF files"), "pdf")
        path = questions.save_path(tr("Save PDF"), self._folder / self._file_name(), kind, self)
        if path is None:
            return
        with questions.told(self):
            write_whole(path, self._print.pdf)
            self._saved = path
            self._folder = path.parent
            self.folder_changed.emit(path.parent)
            self.notice.show_notice(tr("“{name}” was saved.", name=path.name), "", first=tr("Open the PDF"))

    def open_elsewhere(self) -> None:
        """Open what is shown in the program that the desktop has for PDF: in a folder that goes with the window."""
        if self._print is None or self._typesetter.is_waiting:
            return
        self._elsewhere = self._elsewhere or TemporaryDirectory(prefix="hankeapp-")
        path = Path(self._elsewhere.name) / self._file_name()
        with questions.told(self):
            write_whole(path, self._print.pdf)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self.notice.show_notice(tr("No program opened the PDF. Save it, and open it yourself."), "")

    @override
    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.stop()
        super().done(result)

    def _count(self, query: Query) -> int:
        return len(self._register.ids(query))

    def _offer(self, presets: Presets) -> None:
        choice = PrintPresets(presets, lambda: self.options.wish, can_write=self._register.is_writable)
        choice.chosen.connect(self.options.show_wish)
        self.options.presets.addWidget(choice)

    def _find(self) -> None:
        self.bar.finder.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.finder.words.selectAll()

    def _maker(self) -> Callable[[], Document]:
        return document_maker(self._register, self.options.wish)

    def _renew(self) -> None:
        self._enable(tr("The pages are being set."))
        self.bar.wait()
        self._typesetter.renew()

    def _show_print(self, print_: Print) -> None:
        try:
            pages = PdfPages(print_.pdf, self)
        except PrintError as error:
            self._show_failure(error)
            return
        self._print = print_
        self._show_pages(pages)
        self._enable()
        self._show_remark(*remark(print_))

    def _show_failure(self, error: KnownError) -> None:
        self._print = None
        self._show_pages(None)
        self._enable(error.sentences[0])
        self._show_remark(error.sentences[0], " ".join(error.sentences[1:]), Mood.ERROR)

    def _show_pages(self, pages: PdfPages | None) -> None:
        if self._pages is not None:
            self._pages.deleteLater()
        self._pages = pages
        self.view.show_pages(pages)
        self.bar.show_pages(pages)

    def _show_remark(self, title: str, sentence: str, mood: Mood = Mood.NOTICE) -> None:
        if title:
            self.remark.show_notice(title, sentence, mood=mood)
        else:
            self.remark.hide()

    def _enable(self, obstacle: str = "") -> None:
        for button in (self.print_button, self.save_button, self.open_button):
            button.setEnabled(not obstacle)
            set_tool_tip(button, obstacle)

    def _print_on(self, printer: QPrinter) -> None:
        assert self._pages is not None
        self._job = PrintJob(self._pages, printer, self.view.seen[0] - 1, self)
        self._job.progressed.connect(self._tell_progress)
        self._job.finished.connect(self._tell_printed)
        self._job.failed.connect(self._tell_not_printed)
        self._enable(tr("The pages are being printed."))
        self.options.setEnabled(False)
        self._job.start()

    def _tell_progress(self, done: int, of: int) -> None:
        self.notice.show_notice(tr("Printing: {done} / {of}", done=done, of=of), "", first=tr("Stop printing"))

    def _tell_printed(self) -> None:
        self._end_job()
        self.notice.show_notice(tr("The pages went to the printer."), "")

    def _tell_not_printed(self, error: PrintError) -> None:
        self._end_job()
        self.notice.hide()
        questions.tell(error, self)

    def _end_job(self) -> None:
        self._job = None
        self.options.setEnabled(True)
        self._enable()

    def _act_on_notice(self) -> None:
        """The notice offers to stop a print under way, or to open the PDF that was saved."""
        if self._job is not None:
            self._job.stop()
            self._end_job()
            self.notice.show_notice(tr("Printing was stopped."), "")
        elif self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def _remember_office(self) -> None:
        self.office_changed.emit(self.options.office)

    def _file_name(self) -> str:
        return tr("project-overview-{day}.pdf", day=self._register.today().isoformat())

    def _connect(self) -> None:
        self.options.changed.connect(self._renew)
        self.options.office_edited.connect(self._remember_office)
        self._typesetter.finished.connect(self._show_print)
        self._typesetter.failed.connect(self._show_failure)
        self.notice.first_requested.connect(self._act_on_notice)
        self.print_button.clicked.connect(self.print_pages)
        self.save_button.clicked.connect(self.save_pdf)
        self.open_button.clicked.connect(self.open_elsewhere)
        keys = {"Ctrl+P": self.print_pages, "Ctrl+S": self.save_pdf, "Ctrl+F": self._find}
        for sequence, act in (keys | dict.fromkeys(("Ctrl+Return", "Ctrl+Enter"), self.print_pages)).items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(line(down=True))
        row.addWidget(self._right(), 1)
        open_at(self, *SIZE)

    def _left(self) -> QWidget:
        px = look().fonts.px
        left = QWidget()
        left.setFixedWidth(px(OPTIONS))
        scroll = QScrollArea()
        scroll.setWidget(self.options)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        acts = QHBoxLayout()
        acts.setContentsMargins(px(20), px(10), px(20), px(4))
        acts.setSpacing(px(8))
        acts.addWidget(self.print_button, 1)
        acts.addWidget(self.save_button, 1)
        column = bare_column(left)
        column.addWidget(scroll, 1)
        column.addLayout(acts)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), 0, px(20), px(12))
        foot.addWidget(self.open_button)
        column.addLayout(foot)
        return left

    def _right(self) -> QWidget:
        px = look().fonts.px
        right = QWidget()
        notices = QVBoxLayout()
        notices.setContentsMargins(px(12), 0, px(12), 0)
        notices.setSpacing(0)
        for bar in (self.remark, self.notice):
            bar.setProperty("apart", "below")
            notices.addWidget(bar)
        column = bare_column(right)
        column.addWidget(self.bar)
        column.addLayout(notices)
        column.addWidget(self.view, 1)
        return right
