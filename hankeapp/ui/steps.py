"""What a person does to the register: asked for what is needed, done by the register, told what stopped it."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

from hankeapp.domain.status import Status, step
from hankeapp.services.acts import Journal, short
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.file_reading import Stopped
from hankeapp.ui.securing import secured
from hankeapp.ui.waiting import awaited

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.domain.proposals import Progress
    from hankeapp.domain.status import Outcome
    from hankeapp.services.acts import Act
    from hankeapp.services.review import Decision
    from hankeapp.ui.workspace import Workspace


class Steps:
    """Begins projects, takes them from status to status, and takes acts back: the keyboard goes where it must."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._register = workspace.register
        self.resting: Callable[[], AbstractContextManager[None]] = nullcontext
        """During which the window reads nothing by itself."""

    def begin(self, *, copy: bool = False) -> None:
        """Ask what a new project is called and begins with, put it into the register and go on in it."""
        from hankeapp.ui.new_project_dialog import NewProjectDialog

        if copy and not self._workspace.settle():
            return
        self._workspace.detail.commit()
        shown = self._workspace.detail.project
        dialog = NewProjectDialog(self._register, self._workspace.names, shown, self._workspace, copy=copy)
        if questions.run(dialog):
            with questions.told(self._workspace):
                self._go_on_in(self._register.add(dialog.values))
        elif dialog.other is not None:
            self._workspace.show_project(dialog.other)

    def keep_as_template(self) -> None:
        """Ask for a name, and keep what the shown project has for new ones."""
        from hankeapp.ui.template_dialogs import ask_template

        shown = self._workspace.detail.project
        if (
            shown is not None
            and self._workspace.settle()
            and ask_template(self._register.templates, shown, self._workspace)
        ):
            self._tell_last()

    def end(self, ids: Sequence[ProjectId], outcome: Outcome | None = None) -> None:
        """Ask how projects ended, and end those that can end with the outcome, if one is said."""
        from hankeapp.ui.ending_dialog import ask_endings

        open_ones = [each for each in self._at_hand(ids) if _can_end(each, outcome)]
        today = self._register.today()
        endings = ask_endings(open_ones, today, self._workspace, outcome) if open_ones else None
        if endings and secured(self._workspace, len(endings)):
            with questions.told(self._workspace):
                self._register.end(endings)

    def extend(self, ids: Sequence[ProjectId]) -> None:
        """Ask until when projects go on, and give those that are active the later end."""
        from hankeapp.ui.extension_dialog import ask_extensions

        active = [each for each in self._at_hand(ids) if each.status is Status.ACTIVE]
        extensions = ask_extensions(active, self._register.today(), self._workspace) if active else None
        if extensions and secured(self._workspace, len(extensions)):
            with questions.told(self._workspace):
                self._register.extend(extensions)

    def activate(self, ids: Sequence[ProjectId]) -> None:
        """Take what is not active to active; where one of them has ended, ask for a new end and a comment."""
        from hankeapp.ui.reopening_dialog import Reopening, ask_reopening

        others = [each for each in self._at_hand(ids) if each.status is not Status.ACTIVE]
        ended = any(project.status is Status.ENDED for project in others)
        answer = ask_reopening(others, self._register.today(), self._workspace) if ended else Reopening(None, "")
        if others and answer is not None and secured(self._workspace, len(others)):
            with questions.told(self._workspace):
                self._register.activate([project.id for project in others], note=answer.note, end=answer.end)

    def plan(self, ids: Sequence[ProjectId]) -> None:
        """Ask why ended projects go back to planned, and take them there."""
        from hankeapp.ui.planning_dialog import ask_planning

        ended = [each for each in self._at_hand(ids) if each.status is Status.ENDED]
        note = ask_planning(ended, self._workspace) if ended else None
        if note is not None and secured(self._workspace, len(ended)):
            with questions.told(self._workspace):
                self._register.plan([project.id for project in ended], note)

    def review(self, decisions: Mapping[ProjectId, Decision]) -> None:
        """Carry out what was decided of passed ends, and tell of it even where it only corrected a date."""
        if secured(self._workspace, len(decisions)):
            with questions.told(self._workspace):
                before = self._register.journal.undoable
                self._register.review(decisions)
                act = self._register.journal.undoable
                if act is not None and act != before:
                    self._workspace.snackbar.show_message(act.name)

    def undo(self) -> None:
        """Take the last act back."""
        self._workspace.detail.commit()
        journal = self._register.journal
        with suppress(Stopped), questions.told(self._workspace, but=Stopped):
            act = self._reversed(journal.is_long(journal.undoable), Journal.undo, tr("Undoing…"))
            if act is not None:
                self._workspace.snackbar.show_message(tr("Undone: {act}", act=act.name), undo=False)

    def redo(self) -> None:
        """Do again what was taken back last."""
        journal = self._register.journal
        with suppress(Stopped), questions.told(self._workspace, but=Stopped):
            act = self._reversed(journal.is_long(journal.redoable), Journal.redo, tr("Doing it again…"))
            if act is not None:
                self._workspace.snackbar.show_message(act.name)

    def _reversed(self, is_long: bool, reverse: Callable[[Journal], Act | None], words: str) -> Act | None:
        """Take an act back; a long one beside the window, so that it can be stopped."""
        journal = self._register.journal
        if not is_long:
            return reverse(journal)

        def work(progress: Progress) -> Act | None:
            with journal.beside(progress) as (_, other, _):
                return reverse(other)

        with self.resting():
            act = awaited(words, work, self._workspace)
        if act is not None:
            journal.tell(act)
        return act

    def _go_on_in(self, project: Project) -> None:
        """Show a new project with the keyboard after what was asked of it, and tell its number."""
        self._workspace.show_project(project.id)
        self._workspace.edit("kind")
        said = tr("“{name}” was added as {number}.", name=short(project.title), number=project.number)
        self._workspace.snackbar.show_message(said)

    def _tell_last(self) -> None:
        act = self._register.journal.undoable
        if act is not None:
            self._workspace.snackbar.show_message(act.name)

    def _at_hand(self, ids: Sequence[ProjectId]) -> list[Project]:
        """The projects, what is being written in one of them saved; none where that waits, or they are too many."""
        if not self._workspace.settle() or self._workspace.bulk.are_too_many(ids):
            return []
        return self._register.projects(ids)


def _can_end(project: Project, outcome: Outcome | None) -> bool:
    allowed = step(project.status, Status.ENDED)
    return allowed is not None and (outcome is None or outcome in allowed.outcomes)
