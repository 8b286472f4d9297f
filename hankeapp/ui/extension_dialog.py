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
from hankeapp.ui import questions
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.date_words import ENDS
from hankeapp.ui.ending_dates import doubt_of_ending
from hankeapp.ui.form_row import DateRow, FormRow
from hankeapp.ui.step_dialog import StepDialog, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project


def ask_extension(projects: Sequence[Project], today: date, parent: QWidget | None) -> Extension | None:
    """The new end of the projects, in a person's words; None when they changed their mind."""
    dialog = ExtensionDialog(projects, today, parent)
    return dialog.extension if questions.run(dialog) else None


class ExtensionDialog(StepDialog):
    """`extension` is the answer once it has been accepted."""

    def __init__(self, projects: Sequence[Project], today: date, parent: QWidget | None = None) -> None:
        super().__init__(_words(len(projects)), projects, None, parent)
        self.setObjectName("extension_dialog")
        self.extension: Extension | None = None
        self._projects = projects
        self._today = today
        self._end, self._decided, self._note = DateLine(ENDS), DateLine(), QLineEdit()
        self._note.setPlaceholderText(tr("Only for the history, for example a decision's number"))
        self._end_row = DateRow(self.form, tr("New end date"), self._end, hint=self._hint(), required=True)
        hint = tr("Until that day the earlier end was in force. Leave it empty for today.")
        self._decided_row = DateRow(self.form, tr("Decided on"), self._decided, hint=hint)
        FormRow(self.form, tr("Comment"), self._note)
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
        self.extension = Extension(end=self._new_end(), decided=self._decided.date(), note=self._note.text().strip())
        super().accept()

    def _new_end(self) -> PartialDate:
        """What was typed; `FieldError` where one of the projects cannot go on until then."""
        end = self._end.required_date()
        for project in self._projects:
            check_extension(project, end)
        rules.check_all([replace(project, end=end) for project in self._projects])
        return end

    def _hint(self) -> str:
        how = tr("A day, a month or a year.")
        end = self._projects[0].end
        if len(self._projects) > 1 or end is None:
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
        if end.latest < self._today:
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


def _words(count: int) -> Words:
    title = trn("Extend {n} project", "Extend {n} projects", count)
    return Words(title, act=title, foot=tr("The earlier end date stays in the history."))
