""" "Päätä hanke": asks when and how projects ended, one or many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from hankeapp.domain.closing import closing_checks
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FieldError
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.domain.status import Ending, Outcome, Status, step
from hankeapp.translation import tr, trn
from hankeapp.ui import formatting, questions
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.closing_list import ClosingList
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.date_words import ENDS
from hankeapp.ui.ending_dates import check_endings, doubt_of_ending
from hankeapp.ui.form_row import DateRow, FormRow, text_area
from hankeapp.ui.labels import label
from hankeapp.ui.look import look
from hankeapp.ui.step_dialog import StepDialog, Words
from hankeapp.ui.step_preview import PreviewRow, StepPreview

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QLabel

    from hankeapp.domain.project import ProjectId

_DATE_WIDTH = 110
"""Px at 100 % text of the column of dates in the preview."""


def ask_endings(
    projects: Sequence[Project], today: date, parent: QWidget | None, outcome: Outcome | None = None
) -> dict[ProjectId, Ending] | None:
    """How the projects ended, in a person's words; None when they changed their mind."""
    dialog = EndingDialog(projects, today, parent, outcome)
    return dialog.endings if questions.run(dialog) else None


class EndingDialog(StepDialog):
    """`endings` is the answer once it has been accepted; its words follow the outcome, `outcome` being the first."""

    def __init__(
        self,
        projects: Sequence[Project],
        today: date,
        parent: QWidget | None = None,
        outcome: Outcome | None = None,
    ) -> None:
        super().__init__(_words(len(projects)), projects, Status.ENDED, parent)
        self.setObjectName("ending_dialog")
        self.endings: dict[ProjectId, Ending] = {}
        self._projects = projects
        self._today = today
        self._undated = [project for project in projects if project.end is None]
        self._recorded = QRadioButton(tr("Each on its recorded end date"))
        self._same = QRadioButton(tr("All on the same date"))
        self._effective = DateLine(ENDS)
        self._outcome = ChoiceBox()
        self._results = text_area(2)
        self._note = QLineEdit()
        self._closing = ClosingList()
        self.preview = StepPreview(tr("Ended on"), _DATE_WIDTH) if self._is_many else None
        self._fill_in(outcome)
        self._lay_out_form()
        self._check_date()
        self.begin_at(self._recorded if self._is_many else self._effective)

    @override
    def accept(self) -> None:
        try:
            check_endings((project, self._effective_of(project)) for project in self._projects)
        except FieldError as error:
            self._date_row.show_error(str(error))
            self._effective.setFocus(Qt.FocusReason.OtherFocusReason)
            self._effective.selectAll()
            return
        self.endings = {project.id: self._ending(project) for project in self._projects}
        super().accept()

    @property
    def _is_many(self) -> bool:
        return len(self._projects) > 1

    @property
    def _is_one_active(self) -> bool:
        """Whether there is one that has run: it may have results, and things to be seen to."""
        return not self._is_many and self._projects[0].status is Status.ACTIVE

    @property
    def _chosen_outcome(self) -> Outcome:
        return Outcome(self._outcome.currentData())

    def _ending(self, project: Project) -> Ending:
        return Ending(
            effective=self._effective_of(project),
            outcome=self._chosen_outcome,
            note=self._note.text().strip(),
            # Untouched results stay as they are: the editor turns a no-break space into a blank, and another may
            # have written to them meanwhile.
            results=self._results.toPlainText().strip() if self._results.document().isModified() else None,
        )

    def _effective_of(self, project: Project) -> PartialDate:
        if self._recorded.isChecked() and project.end is not None:
            return project.end
        return self._effective.required_date()

    def _fill_in(self, outcome: Outcome | None) -> None:
        for each in _outcomes(self._projects):
            self._outcome.addItem(each.label, each.value)
        if outcome is not None:
            self._outcome.setCurrentIndex(self._outcome.findData(outcome.value))
        self._recorded.setChecked(self._is_many and self._chosen_outcome is Outcome.COMPLETED)
        self._same.setChecked(not self._recorded.isChecked())
        self._results.setPlainText(self._projects[0].results)
        self._note.setPlaceholderText(tr("Only for the history, for example a decision's number"))
        self._propose_date()
        self._name_act()

    def _propose_date(self) -> None:
        """What is completed ended on its recorded end, anything else today; what was typed stays."""
        if self._effective.isModified():
            return
        recorded = self._projects[0].end if self._is_on_recorded else PartialDate.of(self._today)
        has_one = not self._is_many or not self._is_on_recorded
        self._effective.setText(str(recorded) if recorded and has_one else "")
        self._effective.selectAll()

    @property
    def _is_on_recorded(self) -> bool:
        return self._chosen_outcome is Outcome.COMPLETED

    def _name_act(self) -> None:
        self.call(_act(self._chosen_outcome, len(self._projects)))

    def _follow_outcome(self) -> None:
        """Another outcome has other words, another date and other things to be seen to."""
        self._name_act()
        self._propose_date()
        self._date_row.show_hint(self._hint())
        self._check_date()
        self._show_closing()

    def _show_closing(self) -> None:
        first = replace(self._projects[0], results=self._results.toPlainText())
        checks = closing_checks(first, self._chosen_outcome) if self._is_one_active else ()
        self._closing.show_checks(checks)
        for widget in (self._closing, self._closing_label):
            widget.setVisible(bool(checks))

    def _lay_out_form(self) -> None:
        if self._is_many:
            self.form.addWidget(self._date_choice(), self.form.rowCount(), 1)
        self._date_row = DateRow(self.form, tr("Ended on"), self._effective, hint=self._hint(), required=True)
        self._outcome.setFixedWidth(look().fonts.px(200))
        FormRow(self.form, tr("Outcome"), self._outcome)
        if self._is_one_active:
            results = field_of(Project, "results")
            FormRow(self.form, results.title, self._results, hint=results.hint and tr(results.hint))
        FormRow(self.form, tr("Comment"), self._note)
        self._closing_label = self._lay_out_closing()
        if self.preview is not None:
            self.form.addWidget(self.preview, self.form.rowCount(), 0, 1, 2)
            self._effective.textChanged.connect(self._foresee)
        self._effective.editingFinished.connect(self._check_date)
        self._same.toggled.connect(self._show_date_choice)
        self._outcome.currentIndexChanged.connect(self._follow_outcome)
        self._results.textChanged.connect(self._show_closing)
        self._show_date_choice()
        self._show_closing()

    def _lay_out_closing(self) -> QLabel:
        at, px = self.form.rowCount(), look().fonts.px
        name = label(tr("Checklist"), "secondary")
        name.setContentsMargins(0, px(6), px(12), 0)
        self.form.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        self.form.addWidget(self._closing, at, 1)
        return name

    def _date_choice(self) -> QWidget:
        box = QWidget()
        box.setAccessibleName(tr("Ended on"))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, look().fonts.px(4))
        column.setSpacing(0)
        column.addWidget(self._recorded)
        column.addWidget(self._same)
        return box

    def _show_date_choice(self) -> None:
        needed = not self._is_many or self._same.isChecked() or bool(self._undated)
        self._effective.setEnabled(needed)
        self._date_row.show_hint(self._hint())
        self._foresee()

    def _foresee(self) -> None:
        """Show which end each would get."""
        if self.preview is not None:
            self.preview.show_rows(self._foreseen(project) for project in self._projects)

    def _foreseen(self, project: Project) -> PreviewRow:
        effective = project.end if self._recorded.isChecked() and project.end else self._effective.known_date
        if effective is None:
            return PreviewRow(project.title, "", fault=tr("The date is missing."))
        try:
            check_endings([(project, effective)])
        except FieldError as error:
            return PreviewRow(project.title, formatting.value_text(effective), fault=str(error))
        doubt = doubt_of_ending(effective, self._today)
        return PreviewRow(project.title, formatting.value_text(effective), doubt=doubt)

    def _hint(self) -> str:
        if self._is_many and not self._same.isChecked():
            if not self._undated:
                return tr("Every one has a recorded end date.")
            return trn(
                "{n} project has no recorded end date: give it one here.",
                "{n} projects have no recorded end date: give them one here.",
                len(self._undated),
            )
        how = tr("A day, a month or a year.")
        if self._is_many or self._undated:
            return how
        if not self._is_on_recorded:
            return how
        whence = tr("The proposal is the end date recorded of the project.")
        return f"{how} {whence}"

    def _check_date(self) -> None:
        """Say what is wrong with a date, or doubtful, once it has been typed."""
        self._date_row.show_hint()
        if not self._effective.isEnabled() or not self._effective.text().strip():
            return
        try:
            check_endings((project, self._effective_of(project)) for project in self._projects)
        except FieldError as error:
            self._date_row.show_error(str(error))
            return
        doubt = doubt_of_ending(self._effective.required_date(), self._today)
        if doubt:
            self._date_row.show_warning(doubt)


def _act(outcome: Outcome, count: int) -> str:
    match outcome:
        case Outcome.COMPLETED:
            return trn("End {n} project", "End {n} projects", count)
        case Outcome.DISCONTINUED:
            return trn("Discontinue {n} project", "Discontinue {n} projects", count)
        case Outcome.NOT_FUNDED:
            return trn("Mark {n} project as not funded", "Mark {n} projects as not funded", count)
        case Outcome.CANCELLED:
            return trn("Mark {n} project as cancelled", "Mark {n} projects as cancelled", count)


def _words(count: int) -> Words:
    title = trn("End {n} project", "End {n} projects", count)
    foot = trn("You can reactivate the project at any time.", "You can reactivate the projects at any time.", count)
    return Words(title, act=title, foot=foot, names_projects=count == 1)


def _outcomes(projects: Sequence[Project]) -> list[Outcome]:
    """The outcomes that every one of the projects may have, in their declared order."""
    steps = [step(project.status, Status.ENDED) for project in projects]
    return [outcome for outcome in Outcome if all(each and outcome in each.outcomes for each in steps)]
