""" "Palauta aktiiviseksi", and "Merkitse aktiiviseksi" for planned projects: asks for a new end and a comment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from hankeapp.domain import rules
from hankeapp.domain.errors import FieldError
from hankeapp.domain.status import Status
from hankeapp.translation import tr, trn
from hankeapp.ui import questions
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.date_words import ENDS
from hankeapp.ui.form_row import DateRow, FormRow
from hankeapp.ui.step_dialog import StepDialog, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project


@dataclass(frozen=True)
class Reopening:
    """What a person says when taking projects to active; no end leaves the recorded ones."""

    end: PartialDate | None
    note: str


def ask_reopening(projects: Sequence[Project], today: date, parent: QWidget | None) -> Reopening | None:
    """The new end and the comment; None when they changed their mind."""
    dialog = ReopeningDialog(projects, today, parent)
    return dialog.reopening if questions.run(dialog) else None


class ReopeningDialog(StepDialog):
    """`reopening` is the answer once it has been accepted."""

    def __init__(self, projects: Sequence[Project], today: date, parent: QWidget | None = None) -> None:
        super().__init__(_words(projects), projects, Status.ACTIVE, parent)
        self.setObjectName("reopening_dialog")
        self.reopening: Reopening | None = None
        self._projects = projects
        self._today = today
        self._end = DateLine(ENDS)
        self._note = QLineEdit()
        self._note.setPlaceholderText(tr("Only for the history, for example a decision's number"))
        self._end_row = DateRow(self.form, tr("New end date"), self._end, hint=self._hint())
        FormRow(self.form, tr("Comment"), self._note)
        self._end.editingFinished.connect(self._check_end)
        self.begin_at(self._end)

    @override
    def accept(self) -> None:
        try:
            end = self._checked_end()
        except FieldError as error:
            self._end_row.show_error(str(error))
            self._end.setFocus(Qt.FocusReason.OtherFocusReason)
            self._end.selectAll()
            return
        self.reopening = Reopening(end, self._note.text().strip())
        super().accept()

    def _checked_end(self) -> PartialDate | None:
        end = self._end.date()
        if end is not None:
            for project in self._projects:
                rules.check(replace(project, end=end))
        return end

    def _hint(self) -> str:
        ends = {project.end for project in self._projects if project.end}
        kept = tr("Leave it empty to keep the recorded one.") if ends else tr("Can be left empty.")
        if len(self._projects) == 1 and ends:
            kept = tr("Leave it empty to keep the recorded one: {date}.", date=next(iter(ends)))
        how = tr("A day, a month or a year.")
        return f"{how} {kept}"

    def _check_end(self) -> None:
        """Say what is wrong with a date, or doubtful, once it has been typed."""
        self._end_row.show_hint()
        try:
            end = self._checked_end()
        except FieldError as error:
            self._end_row.show_error(str(error))
            return
        if end is not None and end.latest < self._today:
            self._end_row.show_warning(tr("{date} has passed already.", date=end))


def _words(projects: Sequence[Project]) -> Words:
    count = len(projects)
    if all(project.status is Status.PLANNED for project in projects):
        title = trn("Mark {n} project as active", "Mark {n} projects as active", count)
    else:
        title = trn("Reactivate", "Reactivate {n} projects", count)
    foot = trn("You can end the project at any time.", "You can end the projects at any time.", count)
    return Words(title, act=title, foot=foot)
