"""What differs from what was last published on the city's web page; from here it is copied and marked as published."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from hankeapp.domain.kept_reports import Form
from hankeapp.services.web_page import BY_PAGE
from hankeapp.translation import tr, trn
from hankeapp.ui import buttons, formatting, publishing, questions, tasks
from hankeapp.ui.comparison_view import ComparisonView
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.labels import label, set_tool_tip
from hankeapp.ui.stacking import Foot, bare_column, page_head
from hankeapp.ui.window_sizes import open_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.comparisons import Comparison
    from hankeapp.domain.kept_reports import KeptReport
    from hankeapp.services.register import Register

_SIZE = (860, 680)
"""Px at 100 % text."""


class PublishedWindow(QDialog):
    """Compares when it opens, and again when something was marked as published."""

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("published_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("The web page and what differs"))
        self._register = register
        self._last: KeptReport | None = None
        self.since = label(role="secondary", wrap=True)
        self.comparison = ComparisonView()
        self.nothing = EmptyState()
        self.notice = InfoBar(Mood.QUIET)
        self.copy_button = buttons.ordinary(tr("Copy the page"))
        self.mark_button = buttons.primary(tr("Mark as published"))
        self._lay_out()
        self.copy_button.clicked.connect(self.copy_page)
        self.mark_button.clicked.connect(self.mark)
        self.follow()
        self.comparison.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Compare with the page of today, beside the window."""
        last = self._last = self._register.web_page.last()
        self.comparison.show_waiting()
        self.comparison.show()
        self.nothing.hide()
        work, tell = partial(self._register.web_page.changes_beside, last), partial(questions.tell, parent=self)
        tasks.run(work, partial(self._show_changes, last), tell, self)

    def _show_changes(self, last: KeptReport | None, found: Comparison | None) -> None:
        """Show what differs, unless another page was marked as published meanwhile."""
        if last != self._last:
            return
        self.comparison.setVisible(found is not None)
        self.nothing.setVisible(found is None)
        self.since.setText(tr("Compared with the page that was taken in."))
        if last is not None:
            day = formatting.day_text(last.made_on)
            told = tr(
                "Last marked as published on {day} by {name} ({number}).", day=day, name=last.maker, number=last.number
            )
            self.since.setText(told)
        if found is not None:
            self.comparison.show_comparison(found)
        else:
            self.since.clear()
            told = tr("Mark the page as published when it is on the web: from then on it is told here what differs.")
            self.nothing.show_case("file-text", tr("No page has been published yet"), told)

    def copy_page(self) -> None:
        """Put the public texts of all projects on the clipboard for a web page."""
        count = publishing.copy_page(self._register, BY_PAGE, self)
        if count is not None:
            copied = trn("The text of {n} project was copied.", "The texts of {n} projects were copied.", count)
            self.notice.show_notice(copied, tr("Mark the page as published once it is on the web."))

    def mark(self) -> None:
        """Remember the page of today as published."""
        report = publishing.mark_page(self._register, Form.HTML, BY_PAGE, self)
        if report is not None:
            marked = tr("The web page was marked as published: {number}", number=report.number)
            self.notice.show_notice(marked, tr("It is kept among the reports. Undoing in the register takes it back."))
            self.follow()

    def _lay_out(self) -> None:
        refusal = "" if self._register.is_writable else tr("The register can only be read.")
        self.mark_button.setEnabled(not refusal)
        set_tool_tip(self.mark_button, refusal)
        column = bare_column(self)
        column.addWidget(page_head(tr("The web page and what differs"), self.since))
        self.notice.setProperty("apart", "below")
        column.addWidget(self.notice)
        column.addWidget(self.comparison, 1)
        column.addWidget(self.nothing, 1)
        close = buttons.ordinary(tr("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(Foot((close, self.copy_button, self.mark_button)))
        open_at(self, *_SIZE)
