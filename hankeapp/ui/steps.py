"""What a person does with chosen projects: asked for what is needed, done by the register, told what stopped it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.status import Status
from hankeapp.ui import questions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.services.register import Register
    from hankeapp.services.review import Decision


class Steps:
    """The status steps of one register; every one is an act that can be undone."""

    def __init__(self, register: Register, parent: QWidget) -> None:
        self._register = register
        self._parent = parent

    def end(self, projects: Sequence[Project]) -> None:
        """Ask how the projects ended, and end those that have not."""
        from hankeapp.ui.ending_dialog import ask_endings

        open_ones = [project for project in projects if project.status is not Status.ENDED]
        endings = ask_endings(open_ones, self._register.today(), self._parent) if open_ones else None
        if endings:
            with questions.told(self._parent):
                self._register.end(endings)

    def activate(self, projects: Sequence[Project]) -> None:
        """Take what is not active to active; where one of them has ended, ask for a new end and a comment."""
        from hankeapp.ui.reopening_dialog import Reopening, ask_reopening

        others = [project for project in projects if project.status is not Status.ACTIVE]
        ended = any(project.status is Status.ENDED for project in others)
        answer = ask_reopening(others, self._register.today(), self._parent) if ended else Reopening(None, "")
        if others and answer is not None:
            with questions.told(self._parent):
                self._register.activate([project.id for project in others], note=answer.note, end=answer.end)

    def review(self, decisions: Mapping[ProjectId, Decision]) -> None:
        """Carry out what was decided of passed ends."""
        with questions.told(self._parent):
            self._register.review(decisions)
