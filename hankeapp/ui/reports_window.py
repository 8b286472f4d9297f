"""The kept reports: found by words at the left, and at the right their pages, or what has changed since."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import KnownError
from hankeapp.domain.kept_reports import Form
from hankeapp.services.report_changes import changes_beside
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, formatting, questions, tasks
from hankeapp.ui.buttons import Segment, Segments
from hankeapp.ui.comparison_view import ComparisonView
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.entry_picker import EntryRole, RowList
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.labels import breakable, label, line, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.page_bar import PageBar
from hankeapp.ui.page_outlet import PageOutlet
from hankeapp.ui.page_strip import PageStrip
from hankeapp.ui.page_view import PageView
from hankeapp.ui.pdf_pages import PdfPages
from hankeapp.ui.stacking import Foot, bare_column
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.domain.comparisons import Comparison
    from hankeapp.domain.kept_reports import KeptReport
    from hankeapp.services.register import Register

_SIZE = (1280, 820)
_LIST = 320
"""Px at 100 % text."""


class ReportsWindow(QDialog):
    """Reads a report when it becomes current; a damaged one is told in its place."""

    def __init__(self, register: Register, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("reports_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Kept reports"))
        self._register = register
        self._data = b""
        self._pages: PdfPages | None = None
        self._is_compared = False
        self.words = QLineEdit()
        self.list = RowList(tr("Kept reports"))
        self.count = label(role="hint")
        self.title, self.told = label(role="section", wrap=True), label(role="secondary", wrap=True)
        self.aspect = Segments(
            tr("What is shown of the report"),
            (Segment("kept", tr("As it was kept")), Segment("changes", tr("What has changed"))),
        )
        self.view, self.text, self.comparison = PageView(), QPlainTextEdit(), ComparisonView()
        self.strip = PageStrip(self.view)
        self.bar = PageBar(self.view, self.strip)
        self.nothing = EmptyState()
        self.notice, self.damage = InfoBar(Mood.QUIET), InfoBar(Mood.ERROR)
        self.outlet = PageOutlet(self, self.notice, folder)
        self.open_button = buttons.ordinary(tr("Open in a PDF program"))
        self.save_button = buttons.ordinary(tr("Save as…"), "download")
        self.print_button = buttons.primary(tr("Print…"), "printer")
        self.copy_button = buttons.ordinary(tr("Copy what has changed"))
        self.remove_button = buttons.quiet(tr("Remove"), "trash-2")
        self._lay_out()
        self._connect()
        self.follow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def report(self) -> KeptReport | None:
        """The one that is current."""
        item = self.list.currentItem()
        return item.data(EntryRole) if item else None

    def follow(self) -> None:
        """Show what is kept now; the current one stays so, if it is still there."""
        was, reports = self.report, self._register.kept_reports.all(self.words.text())
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for each in reports:
            day = formatting.day_text(each.made_on)
            spoken = f"{each.number}, {each.name}, {each.form.label}, {day}"
            self.list.add(each.name, each, each.number, spoken)
        kept = next((row for row, each in enumerate(reports) if was and each.id == was.id), 0)
        self.list.setCurrentRow(kept if reports else -1)
        self.list.blockSignals(False)  # noqa: FBT003
        self.count.setText(trn("{n} report", "{n} reports", len(reports)))
        self._show_current()

    def print_shown(self) -> None:
        """Print the kept pages again, or what has changed since."""
        if self.aspect.value == "changes":
            if self._is_compared:
                self.outlet.print_text(self.comparison.paper(), self._file_name())
        elif self._pages is not None and not self.outlet.is_busy:
            self.outlet.print_pages(self._pages, self._file_name(), self.view.seen[0] - 1)

    def save(self) -> None:
        """Write the kept copy into a file."""
        report = self.report
        if report is not None and self._data:
            kind = questions.FileKind(report.form.label, report.form.suffix)
            self.outlet.save(self._data, tr("Save the kept report"), self._file_name(), kind)

    def open_elsewhere(self) -> None:
        """Open the kept copy in the program that the desktop has for it."""
        if self._data:
            self.outlet.open_elsewhere(self._data, self._file_name())

    def copy_changes(self) -> None:
        """Put what has changed on the clipboard, whole."""
        self.comparison.selectAll()
        self.comparison.copy()
        self.comparison.moveCursor(self.comparison.textCursor().MoveOperation.Start)
        self.notice.show_notice(tr("What has changed was copied."), "")

    def remove(self) -> None:
        """Remove the current one; undoing brings it back."""
        report = self.report
        if report is None or not self.remove_button.isEnabled():
            return
        with questions.told(self):
            self._register.kept_reports.remove(report)
            removed = tr("“{name}” was removed. Undoing in the register brings it back.", name=report.name)
            self.notice.show_notice(removed, "")
        self.follow()

    @override
    def done(self, result: int) -> None:
        self.outlet.stop()
        super().done(result)

    def _show_current(self) -> None:
        report = self.report
        self._body.setVisible(report is not None)
        self.nothing.setVisible(report is None)
        self.damage.hide()
        self._data, self._pages = b"", None
        if report is None:
            self._show_nothing()
        else:
            self.title.setText(breakable(f"{report.number} {report.name}"))
            self.told.setText(breakable(_told(report)))
            self._read(report)
            self._show_aspect()
        self._enable()

    def _read(self, report: KeptReport) -> None:
        try:
            self._data = self._register.kept_reports.content(report)
            self._pages = PdfPages(self._data) if report.form is Form.PDF else None
        except KnownError as error:
            first, *others = error.sentences
            self.damage.show_notice(first, " ".join(others))
        self.view.show_pages(self._pages)
        self.bar.show_pages(self._pages)
        self.strip.show_pages(self._pages)
        self.text.setPlainText("" if report.form is Form.PDF else self._data.decode("utf-8", "replace"))

    def _show_aspect(self) -> None:
        report = self.report
        if report is None:
            return
        self._is_compared = False
        if self.aspect.value == "changes":
            self.comparison.show_waiting()
            self._aspects.setCurrentWidget(self.comparison)
            show, tell = partial(self._show_comparison, report), partial(questions.tell, parent=self)
            tasks.run(partial(changes_beside, self._register, report), show, tell, self)
        else:
            self._aspects.setCurrentWidget(self._kept if report.form is Form.PDF else self.text)
        self._enable()

    def _show_comparison(self, of: KeptReport, comparison: Comparison) -> None:
        """Show what has changed, unless something else is looked at by now."""
        if of == self.report and self.aspect.value == "changes":
            self.comparison.show_comparison(comparison)
            self._is_compared = True
            self._enable()

    def _show_nothing(self) -> None:
        if self.words.text().strip():
            self.nothing.show_case("search", tr("No matches"), tr("No kept report holds these words."))
        else:
            told = tr("Keep one in the print preview: then it stays as it was, whatever is changed later.")
            self.nothing.show_case("archive", tr("No report has been kept yet"), told)

    def _enable(self) -> None:
        is_change = self.aspect.value == "changes" and self.report is not None
        can_print = self._is_compared if is_change else self._pages is not None
        for button in (self.open_button, self.save_button):
            button.setEnabled(bool(self._data))
        self.print_button.setEnabled(can_print and not self.outlet.is_busy)
        self.copy_button.setVisible(is_change)
        self.copy_button.setEnabled(can_print)
        refusal = "" if self._register.is_writable else tr("The register can only be read.")
        self.remove_button.setEnabled(self.report is not None and not refusal)
        set_tool_tip(self.remove_button, refusal)

    def _file_name(self) -> str:
        report = self.report
        return f"{report.number}.{report.form.suffix}" if report else ""

    def _connect(self) -> None:
        self.words.textChanged.connect(self.follow)
        self.list.currentItemChanged.connect(self._show_current)
        self.list.removal_asked.connect(self.remove)
        self.list.opened.connect(self.open_elsewhere)
        self.aspect.chosen.connect(self._show_aspect)
        self.outlet.busy_changed.connect(self._enable)
        self.open_button.clicked.connect(self.open_elsewhere)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print_shown)
        self.copy_button.clicked.connect(self.copy_changes)
        self.remove_button.clicked.connect(self.remove)
        keys = {"Ctrl+P": self.print_shown, "Ctrl+S": self.save, "Ctrl+F": self.words.setFocus}
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(tr("Search by title, number, note or day"))
        self.words.setAccessibleName(tr("Search the kept reports"))
        buttons.offer_clearing(self.words)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The kept page"))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left())
        middle.addWidget(line(down=True))
        middle.addWidget(self._right(), 1)
        middle.addWidget(self.nothing, 1)
        column = bare_column(self)
        column.addLayout(middle, 1)
        foot = (self.remove_button, self.open_button, self.save_button, self.copy_button, self.print_button)
        column.addWidget(Foot(foot))
        open_at(self, *_SIZE)

    def _left(self) -> QWidget:
        px = look().fonts.px
        left = QWidget()
        left.setFixedWidth(px(_LIST))
        column = QVBoxLayout(left)
        column.setContentsMargins(px(12), px(14), px(12), px(8))
        column.setSpacing(px(8))
        column.addWidget(label(tr("Kept reports"), "dialog"))
        for part in (self.words, self.list, self.count):
            column.addWidget(part)
        return left

    def _right(self) -> QWidget:
        px = look().fonts.px
        self._body = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), px(10))
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.told)
        head.addLayout(words, 1)
        head.addWidget(self.aspect, alignment=Qt.AlignmentFlag.AlignTop)
        self._kept = QWidget()
        kept = bare_column(self._kept)
        kept.addWidget(self.bar)
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.strip)
        pages.addWidget(self.view, 1)
        kept.addLayout(pages, 1)
        self._aspects = QStackedWidget()
        for aspect in (self._kept, self.text, self.comparison):
            self._aspects.addWidget(aspect)
        column = bare_column(self._body)
        column.addLayout(head)
        for bar in (self.damage, self.notice):
            bar.setProperty("apart", "below")
            column.addWidget(bar)
        column.addWidget(self._aspects, 1)
        return self._body


def _told(report: KeptReport) -> str:
    parts = [tr("Kept on {day} by {name}", day=formatting.day_text(report.made_on), name=report.maker)]
    parts.append(tr("Situation on {date}", date=PartialDate.of(report.day.latest)))
    parts.append(trn("{n} project", "{n} projects", len(report.numbers)))
    if report.pages:
        parts.append(trn("{n} page", "{n} pages", report.pages))
    return " · ".join([*parts, *([report.note] if report.note else [])])
