"""The review of projects that are active although their end has passed, in place in the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from hankeapp.translation import tr, trn
from hankeapp.ui import buttons
from hankeapp.ui.check_all import CheckAll
from hankeapp.ui.empty_state import EmptyState
from hankeapp.ui.flow import Flow
from hankeapp.ui.labels import label, line, set_role, set_tool_tip
from hankeapp.ui.look import look
from hankeapp.ui.overdue_choices import ReviewAct
from hankeapp.ui.overdue_model import OverdueModel
from hankeapp.ui.overdue_table import OverdueTable
from hankeapp.ui.stacking import Foot, bare_column, page_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.services.review import Decision


class OverdueReview(QWidget):
    """Gathers what is to be done with each project; nothing is changed before `decided` tells it all."""

    decided = Signal(object)
    """The decisions by project id; projects that are left for later are not among them."""
    open_requested = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("overdue_review")
        self.setProperty("ground", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = OverdueModel(self)
        self.table = OverdueTable(self.model)
        self._sentence = label(role="secondary", wrap=True)
        self._counts = label(role="strong", wrap=True)
        self._all = CheckAll()
        self._end = buttons.ordinary(tr("End on recorded date"))
        self._later = buttons.ordinary(tr("Leave for later"))
        self._open = buttons.ordinary(tr("Open selected project"))
        self._cancel = buttons.ordinary(tr("Cancel"))
        self._save = buttons.primary(tr("Save choices"), "check")
        self._nothing = EmptyState()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_projects(self, projects: Iterable[Project], today: date) -> None:
        """Show overdue projects, the oldest first; what was chosen of those that were shown before stays."""
        current = self.table.current_id
        self.model.show_projects(projects, today, self.model.choices)
        self._tell_sentence()
        self._pages.setCurrentIndex(0 if self.model.choices else 1)
        rows = (row for row, choice in enumerate(self.model.choices) if choice.project.id == current)
        self.table.make_current(next(rows, 0))

    def forget(self) -> None:
        """Drop all that was chosen."""
        if self.model.choices:
            self.model.show_projects([choice.project for choice in self.model.choices], self.model.today)

    def save(self) -> None:
        """Tell the decisions, or show the first date that cannot stand."""
        # An open field commits what was typed when it loses the focus.
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.model.show_missing()
        fault = self.model.first_fault()
        if fault.isValid():
            self.table.go_to(fault)
            self._tell_fault(self.model.choices[fault.row()].fault(self.model.today))
            return
        decisions = self._decisions()
        if decisions:
            self.decided.emit(decisions)

    def _decisions(self) -> dict[ProjectId, Decision]:
        decided = ((choice.project.id, choice.decision(self.model.today)) for choice in self.model.choices)
        return {project: decision for project, decision in decided if decision is not None}

    def _cancel_review(self) -> None:
        self.forget()
        self.cancelled.emit()

    def _open_current(self) -> None:
        project = self.table.current_id
        if project is not None:
            self.open_requested.emit(project)

    def _leave_all(self) -> None:
        self.model.take_all(taken=False)

    def _take_all(self, taken: bool) -> None:
        self.model.take_all(taken=taken)

    def _tell_sentence(self) -> None:
        count = len(self.model.choices)
        said = trn(
            "{n} project is still active although its end date has passed.",
            "{n} projects are still active although their end dates have passed.",
            count,
        )
        todo = tr("Choose what to do with each. Nothing changes before you choose “{act}”.", act=tr("Save choices"))
        self._sentence.setText(f"{said} {todo}" if count else "")

    def _tell_counts(self) -> None:
        counts = {act: self.model.count(act) for act in ReviewAct}
        total = sum(counts.values())
        decided = total - counts[ReviewAct.LATER]
        self._all.show_share(decided, total)
        set_role(self._counts, "strong")
        self._counts.setText(_counted(counts))
        is_decided = bool(decided)
        self._save.setEnabled(is_decided)
        set_tool_tip(self._save, "" if is_decided else tr("All projects are left for later: there is nothing to save."))
        for button in (self._end, self._later):
            button.setEnabled(is_decided)
            set_tool_tip(button, "" if is_decided else tr("Check the projects first."))

    def _tell_fault(self, fault: str) -> None:
        set_role(self._counts, "error")
        self._counts.setText(tr("Not saved. {fault}", fault=fault))

    def _connect(self) -> None:
        self.model.chosen.connect(self._tell_counts)
        self._all.asked.connect(self._take_all)
        self._end.clicked.connect(self.model.end_taken)
        self._later.clicked.connect(self._leave_all)
        self._open.clicked.connect(self._open_current)
        self._cancel.clicked.connect(self._cancel_review)
        self._save.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def _lay_out(self) -> None:
        review = QWidget()
        inner = bare_column(review)
        inner.addWidget(page_head(tr("End date passed"), self._sentence))
        inner.addWidget(line())
        inner.addWidget(self._bar())
        inner.addWidget(line())
        inner.addWidget(self.table, 1)
        inner.addWidget(Foot((self._open, self._cancel, self._save), self._counts))
        self._nothing.show_case("circle-check", tr("No end dates have passed"), tr("Everything is up to date."), "")
        self._pages.addWidget(review)
        self._pages.addWidget(self._nothing)
        bare_column(self).addWidget(self._pages)

    def _bar(self) -> QWidget:
        px = look().fonts.px
        bar = QWidget()
        bar.setProperty("ground", "subtle")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        flow = Flow(gap=px(8), line_gap=px(5), last_at_right=True)
        chosen = label(tr("For the checked:"), "secondary")
        chosen.setContentsMargins(px(16), 0, 0, 0)
        for part in (self._all, chosen, self._end, self._later, self.table.headings):
            flow.addWidget(part)
        parts = QWidget()
        parts.setLayout(flow)
        around = bare_column(bar)
        around.setContentsMargins(px(22), px(5), 0, px(5))
        around.addWidget(parts)
        return bar


def _counted(counts: Mapping[ReviewAct, int]) -> str:
    """ "4 päätetään, 1 jatkuu, 1 jää myöhemmäksi": the parts that are not none."""
    return ", ".join(_count_words(act, count) for act, count in counts.items() if count)


def _count_words(act: ReviewAct, count: int) -> str:
    match act:
        case ReviewAct.END:
            return trn("{n} will end", "{n} will end", count)
        case ReviewAct.CONTINUE:
            return trn("{n} goes on", "{n} go on", count)
        case ReviewAct.CORRECT:
            return trn("{n} date is corrected", "{n} dates are corrected", count)
        case ReviewAct.LATER:
            return trn("{n} is left for later", "{n} are left for later", count)
