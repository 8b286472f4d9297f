""" "Palauta suunnitteille": asks why ended projects are planned again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from hankeapp.domain.status import Status
from hankeapp.translation import tr, trn
from hankeapp.ui import questions
from hankeapp.ui.form_row import FormRow
from hankeapp.ui.step_dialog import StepDialog, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.project import Project


def ask_planning(projects: Sequence[Project], parent: QWidget | None) -> str | None:
    """The comment on it; None when they changed their mind."""
    dialog = PlanningDialog(projects, parent)
    return dialog.note if questions.run(dialog) else None


class PlanningDialog(StepDialog):
    """`note` is the comment."""

    def __init__(self, projects: Sequence[Project], parent: QWidget | None = None) -> None:
        super().__init__(_words(len(projects)), projects, Status.PLANNED, parent)
        self.setObjectName("planning_dialog")
        self._note = QLineEdit()
        self._note.setPlaceholderText(tr("Only for the history, for example a decision's number"))
        FormRow(self.form, tr("Comment"), self._note)
        self.begin_at(self._note)

    @property
    def note(self) -> str:
        return self._note.text().strip()


def _words(count: int) -> Words:
    title = trn("Take {n} project back to planned", "Take {n} projects back to planned", count)
    foot = tr("How it ended before stays in the history.")
    return Words(title, act=title, foot=foot)
