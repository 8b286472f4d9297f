""" "Jatka hanketta": asks until when active projects go on, when that was decided, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from hankeapp.domain import rules
from hankeapp.domain.errors import DateError, FieldError
from hankeapp.domain.status import Extension, check_extension
from hankeapp.translation import tr, trn
from hankeapp.ui import formatting, questions
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.date_words import ENDS
from hankeapp.ui.ending_dates import doubt_of_ending
from hankeapp.ui.form_row import DateRow, FormRow
from hankeapp.ui.step_dialog import StepDialog, Words
from hankeapp.ui.step_preview import PreviewRow, StepPreview

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project, ProjectId


_ENDS_WIDTH = 160
"""Px at 100 % text of the column of old and new ends in the preview."""


def ask_extensions(
    projects: Sequence[Project], today: date, parent: QWidget | None
) -> dict[ProjectId, Extension] | None:
    """The new end of the projects, in a person's words; None when they changed their mind."""
    dialog = ExtensionDialog(projects, today, parent)
    return dialog.extensions if questions.run(dialog) else None


class ExtensionDialog(StepDialog):
    """`extensions` is the answer once it has been accepted; of many, those that cannot go on are left out."""

    def __init__(self, projects: Sequence[Project], today: date, parent: QWidget | None = None) -> None:
        self._is_many = len(projects) > 1
        super().__init__(_words(len(projects), names_projects=not self._is_many), projects, None, parent)
        self.setObjectName("extension_dialog")
        self.extensions: dict[ProjectId, Extension] = {}
        self._projects = projects
        self._today = today
        self._end, self._decided, self._note = DateLine(ENDS), DateLine(ENDS), QLineEdit()
        self._note.setPlaceholderText(tr("Only for the history, for example a decision's number"))
        self._end_row = DateRow(self.form, tr("New end date"), self._end, hint=self._hint(), required=True)
        hint = tr("Until that day the earlier end was in force. Leave it empty for today.")
        self._decided_row = DateRow(self.form, tr("Decided on"), self._decided, hint=hint)
        FormRow(self.form, tr("Comment"), self._note)
        self.preview = StepPreview(tr("Ends"), _ENDS_WIDTH) if self._is_many else None
        if self.preview is not None:
            self.form.addWidget(self.preview, self.form.rowCount(), 0, 1, 2)
            self._end.textChanged.connect(self._foresee)
            self._foresee()
        self._end.editingFinished.connect(self._check_end)
        self._decided.editingFinished.connect(self._check_decided)
        self.begin_at(self._end)

    @override
    def accept(self) -> None:
        for row, field, read in (
            (self._end_row, self._end, self._new_end),
            (self._decided_row, self._decided, self._decided.date),
        ):
            try:
                read()
            except FieldError as error:
                row.show_error(str(error))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                field.selectAll()
                return
        end = self._new_end()
        extension = Extension(end=end, decided=self._decided.date(), note=self._note.text().strip())
        self.extensions = {each.id: extension for each in self._projects if not _fault(each, end)}
        super().accept()

    def _new_end(self) -> PartialDate:
        """What was typed; `FieldError` where none of the projects can go on until then."""
        end = self._end.required_date()
        faults = [_fault(project, end) for project in self._projects]
        if all(faults):
            raise DateError(faults[0])
        return end

    def _foresee(self) -> None:
        """Show what would become of the end of each, and on the button of how many."""
        end = self._end.known_date
        rows = [self._foreseen(project, end) for project in self._projects]
        fitting = sum(not row.fault for row in rows)
        assert self.preview is not None
        self.preview.show_rows(rows)
        self.call(_title(fitting if end and fitting else len(rows)))

    def _foreseen(self, project: Project, end: PartialDate | None) -> PreviewRow:
        old = formatting.value_text(project.end) or formatting.NOTHING
        if end is None:
            return PreviewRow(project.title, old)
        fault = _fault(project, end)
        return PreviewRow(project.title, old if fault else f"{old} → {formatting.value_text(end)}", fault)

    def _hint(self) -> str:
        how = tr("A day, a month or a year.")
        end = self._projects[0].end
        if self._is_many or end is None:
            return how
        whence = tr("The recorded end date is {date}; it is kept in the history.", date=end)
        return f"{how} {whence}"

    def _check_end(self) -> None:
        """Say what is wrong with the new end, or doubtful, once it has been typed."""
        self._end_row.show_hint()
        if not self._end.text().strip():
            return
        try:
            end = self._new_end()
        except FieldError as error:
            self._end_row.show_error(str(error))
            return
        left = sum(bool(_fault(project, end)) for project in self._projects)
        if left:
            self._end_row.show_warning(
                trn("{n} project is left as it is: see below.", "{n} projects are left as they are: see below.", left)
            )
        elif end.latest < self._today:
            self._end_row.show_warning(tr("{date} has passed already.", date=end))

    def _check_decided(self) -> None:
        self._decided_row.show_hint()
        try:
            decided = self._decided.date()
        except DateError as error:
            self._decided_row.show_error(str(error))
            return
        doubt = doubt_of_ending(decided, self._today) if decided else ""
        if doubt:
            self._decided_row.show_warning(doubt)


def _fault(project: Project, end: PartialDate) -> str:
    """Why a project cannot go on until then; empty where it can."""
    try:
        check_extension(project, end)
        rules.check(replace(project, end=end))
    except FieldError as error:
        return str(error)
    return ""


def _title(count: int) -> str:
    return trn("Extend {n} project", "Extend {n} projects", count)


def _words(count: int, *, names_projects: bool) -> Words:
    title = _title(count)
    foot = tr("The earlier end date stays in the history.")
    return Words(title, act=title, foot=foot, names_projects=names_projects)
