"""The print preview: options at the left, the very pages that will be printed or saved at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.errors import PrintError
from hankeapp.services.printing import Wish, ids_of
from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.keep_report_dialog import ask_keeping
from hankeapp.ui.labels import line, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.page_bar import PageBar
from hankeapp.ui.page_outlet import PageOutlet
from hankeapp.ui.page_strip import PageStrip
from hankeapp.ui.page_view import PageView
from hankeapp.ui.pdf_pages import PdfPages
from hankeapp.ui.print_day import PrintDay
from hankeapp.ui.print_options import PrintOptions, PrintScope, view_name
from hankeapp.ui.print_presets import PrintPresets
from hankeapp.ui.print_remark import remark
from hankeapp.ui.setting_desk import SettingDesk
from hankeapp.ui.stacking import bare_column
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query import Query
    from hankeapp.reports.typesetting import Print
    from hankeapp.services.past import Past
    from hankeapp.services.presets import Presets
    from hankeapp.services.register import Register

__all__ = ["PrintScope", "PrintWindow"]

SIZE = (1440, 900)
"""Px at 100 % text, where the screen has room for it."""
OPTIONS = 330


class PrintWindow(QDialog):
    """Begins with a `past` day where one is given. To the register it writes only presets and frozen copies."""

    letterhead_asked = Signal()
    """The office's name and logo are to be changed."""

    def __init__(
        self,
        register: Register,
        scope: PrintScope,
        parent: QWidget | None = None,
        folder: Path | None = None,
        past: Past | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("print_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.day = PrintDay(register, past)
        self.setWindowTitle(tr("Print preview – {view}", view=view_name(scope.query, self._source.today())))
        self._register = register
        self._print: Print | None = None
        self._pages: PdfPages | None = None
        self.options = PrintOptions(scope, self._count, self._source.today())
        self.options.day.addWidget(self.day)
        self._offer(register.presets)
        self.view = PageView()
        self.strip = PageStrip(self.view)
        self.bar = PageBar(self.view, self.strip)
        self.notice = InfoBar(Mood.QUIET)
        self.remark = InfoBar(Mood.NOTICE)
        self.outlet = PageOutlet(self, self.notice, folder)
        self.print_button = buttons.primary(tr("Print…"), "printer")
        self.save_button = buttons.ordinary(tr("Save PDF…"), "download")
        self.open_button = buttons.quiet(tr("Open in a PDF program"))
        self.keep_button = buttons.quiet(tr("Keep in the register…"))
        self.setting = SettingDesk(lambda: (self._source, self.options.wish), self.remark, self)
        self._typesetter = self.setting.typesetter
        self._lay_out()
        self._connect()
        self.setting.begin()
        self.options.first_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_pages(self) -> None:
        """Ask for a printer, and print what is shown."""
        if self._pages is not None and not (self._typesetter.is_waiting or self.outlet.is_busy):
            self.outlet.print_pages(self._pages, self._file_name(), self.view.seen[0] - 1)

    def save_pdf(self) -> None:
        """Ask for a place, and save the PDF that is shown: the typesetter's own, tagged and with its texts."""
        if self._print is not None and not self._typesetter.is_waiting:
            kind = questions.FileKind(tr("PDF files"), "pdf")
            self.outlet.save(self._print.pdf, tr("Save PDF"), self._file_name(), kind)

    def open_elsewhere(self) -> None:
        """Open what is shown in the program that the desktop has for PDF."""
        if self._print is not None and not self._typesetter.is_waiting:
            self.outlet.open_elsewhere(self._print.pdf, self._file_name())

    def keep_report(self) -> None:
        """Ask for a title, and keep a frozen copy of what is shown in the register."""
        manuscript = self._typesetter.manuscript
        if manuscript is None or self._print is None or self._typesetter.is_waiting:
            return
        kept = self._register.kept_reports
        report = ask_keeping(partial(kept.keep, manuscript, self._print), kept.title_of(manuscript), self)
        if report is not None:
            told = tr("The report “{name}” was kept as {number}.", name=report.name, number=report.number)
            self.notice.show_notice(told, tr("It is found in the menu: File – Kept reports."))

    @override
    def done(self, result: int) -> None:
        self.outlet.stop()
        self._typesetter.stop()
        super().done(result)

    @property
    def _source(self) -> Register | Past:
        return self.day.source

    def _count(self, query: Query, chosen: Collection[ProjectId] | None = None) -> int:
        return len(ids_of(self._source, Wish(query, chosen=chosen)))

    def _offer(self, presets: Presets) -> None:
        choice = PrintPresets(presets, lambda: self.options.wish, can_write=self._register.is_writable)
        choice.chosen.connect(self.options.show_wish)
        self.options.presets.addWidget(choice)

    def _find(self) -> None:
        self.bar.finder.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.finder.words.selectAll()

    def _wait(self) -> None:
        self._enable(tr("The pages are being set."))
        self.bar.wait()

    def _wait_no_more(self, obstacle: str) -> None:
        self._enable(obstacle)
        self.bar.wait_no_more()

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
        self.strip.show_pages(pages)

    def _show_remark(self, title: str, sentence: str, mood: Mood = Mood.NOTICE) -> None:
        if title:
            self.remark.show_notice(title, sentence, mood=mood)
        else:
            self.remark.hide()

    def _enable(self, obstacle: str = "") -> None:
        for button in (self.print_button, self.save_button, self.open_button):
            button.setEnabled(not obstacle)
            set_tool_tip(button, obstacle)
        refusal = "" if self._register.is_writable else tr("The register can only be read.")
        self.keep_button.setEnabled(not (obstacle or refusal))
        set_tool_tip(self.keep_button, refusal or obstacle)

    def _show_busy(self, is_busy: bool) -> None:
        self.options.setEnabled(not is_busy)
        self._enable(tr("The pages are being printed.") if is_busy else "")

    def _change_letterhead(self) -> None:
        """Have it asked for, and show the pages with what then is set."""
        self.letterhead_asked.emit()
        self._show_source()

    def _show_source(self) -> None:
        """Show the pages of the day, with its counts and letterhead."""
        self.options.show_day(self._source.today())
        self.options.show_letterhead(self._source.letterhead())
        self.setting.renew()

    def _file_name(self) -> str:
        return tr("project-overview-{day}.pdf", day=self._source.today().isoformat())

    def _connect(self) -> None:
        self.options.changed.connect(self.setting.renew)
        self.options.show_letterhead(self._source.letterhead())
        self.day.changed.connect(self._show_source)
        self.options.letterhead.clicked.connect(self._change_letterhead)
        self.setting.begun.connect(self._wait)
        self.setting.put_off.connect(self._wait_no_more)
        self._typesetter.finished.connect(self._show_print)
        self._typesetter.failed.connect(self._show_failure)
        self.outlet.busy_changed.connect(self._show_busy)
        self.print_button.clicked.connect(self.print_pages)
        self.save_button.clicked.connect(self.save_pdf)
        self.open_button.clicked.connect(self.open_elsewhere)
        self.keep_button.clicked.connect(self.keep_report)
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
        foot = QVBoxLayout()
        foot.setContentsMargins(px(20), 0, px(20), px(12))
        foot.setSpacing(px(2))
        foot.addWidget(self.keep_button)
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
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.strip)
        pages.addWidget(self.view, 1)
        column.addLayout(pages, 1)
        return right
