"""What the status line tells of the open register, and where its count of drafts leads."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from hankeapp.domain.history import Asked
from hankeapp.domain.query import View
from hankeapp.translation import tr, trn
from hankeapp.ui import questions
from hankeapp.ui.conflict_dialog import ConflictDialog, Versions
from hankeapp.ui.message_dialog import Choice, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.project import ProjectId
    from hankeapp.services.drafts import Drafts
    from hankeapp.ui.conflicts import Conflict
    from hankeapp.ui.workspace import Workspace

_MOST_LINES, _LONGEST_LINE = 8, 100
"""What a message quotes of what was written in a project."""


class StatusDesk(QObject):
    """Stands between the list and the detail pane and the foot of the window."""

    def __init__(self, workspace: Workspace, drafts: Drafts) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._drafts = drafts
        self._is_telling = False
        # Once the window is there.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_lost)
        self._detail = workspace.detail
        workspace.list.counted.connect(self.tell_count)
        self._detail.drafts_changed.connect(self.tell_saved)
        self._detail.drafts_failed.connect(self._tell_unkept)
        workspace.status.drafts_asked.connect(self.lead)
        workspace.changed.connect(self._tell_conflicts)
        self._detail.page.conflict.first_requested.connect(self.decide)
        # Later: the field is being left just then, and others may be too.
        self._detail.conflicted.connect(workspace.catch_up, Qt.ConnectionType.QueuedConnection)

    def tell_saved(self) -> None:
        """Say in the status line whether all is saved."""
        self._workspace.status.show_state(self._detail.drafts, is_writable=self._workspace.register.is_writable)
        self._tell_conflicts()

    def follow(self) -> None:
        """The register has been read anew: tell its count, and soon what waited in projects that are no more."""
        self.tell_count()
        if self._lost():
            self._soon.start()

    def _lost(self) -> list[ProjectId]:
        """The projects with drafts that were deleted for good; one in the trash may come back."""
        waiting = self._drafts.projects
        there = {each.id for each in self._workspace.register.projects(waiting, gone=True)} if waiting else set()
        return [project for project in waiting if project not in there]

    def _tell_lost(self) -> None:
        lost = self._lost()
        if self._is_telling or not lost:
            return
        self._is_telling = True
        questions.ask(_loss([self._drafts.text_of(project) for project in lost]), self._workspace)
        self._is_telling = False
        # Only now: it is not lost by a crash meanwhile either.
        self._drafts.forget(lost)
        self.tell_saved()

    def tell_count(self) -> None:
        """Say how many projects the list shows, and how many of them are selected."""
        shown, query, status = self._workspace.list, self._workspace.list.query, self._workspace.status
        found, selected = shown.model.count, len(self._workspace.selected)
        if query.text.strip():
            status.show_hits(found, self._workspace.views.counts.get(query.view, found), selected)
        else:
            status.show_count(found, selected)

    def lead(self) -> None:
        """Go into the first field that waits, in whichever project it is."""
        for project in self._detail.drafted():
            self._workspace.leave_page()
            self._workspace.show_project(project)
            if not self._shows(project):
                # Others may have thrown it away meanwhile.
                self._workspace.show_view(View.TRASH)
                self._workspace.list.select(project)
            if self._shows(project):
                self._workspace.panes.show_details(shown=True)
                self._detail.edit_draft()
                return

    def _shows(self, project: ProjectId) -> bool:
        return self._detail.project is not None and self._detail.project.id == project

    def decide(self) -> None:
        """Ask which versions of the fields that were changed elsewhere are to stay, and save them."""
        conflicts = self._detail.conflicts()
        versions = [self._versions(each) for each in conflicts]
        dialog = ConflictDialog(versions, datetime.now(UTC), self._workspace)
        if questions.run(dialog):
            for conflict, keeps_mine in zip(conflicts, dialog.mine, strict=True):
                # Others may have gone on while the person was choosing: that they have not seen.
                if conflict in self._detail.conflicts():
                    (conflict.keep_mine if keeps_mine else conflict.keep_theirs)()
            conflicts[0].editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _versions(self, conflict: Conflict) -> Versions:
        project, names, spot = self._detail.project, self._workspace.names, conflict.spot
        assert project is not None
        told = self._workspace.register.history(project.id, Asked(field=spot.field))
        last = next((entry for entry in told if entry.row == (spot.row or project.id)), None)
        return Versions(
            title=conflict.title,
            mine=conflict.mine(names),
            written=self._detail.written_at(spot),
            theirs=conflict.theirs(names),
            who=last.actor if last else "",
            saved=last.moment if last else None,
            before=conflict.before(names),
            is_kept=conflict.is_readable,
        )

    def _tell_conflicts(self) -> None:
        count, bar = len(self._detail.conflicts()), self._detail.page.conflict
        if not count:
            bar.hide()
            return
        title = trn(
            "{n} field was changed elsewhere while you wrote in it",
            "{n} fields were changed elsewhere while you wrote in them",
            count,
        )
        bar.show_notice(title, tr("Nothing of yours or theirs is lost."), tr("Merge the changes…"))

    def _tell_unkept(self, error: KnownError) -> None:
        self._workspace.snackbar.show_message(str(error), undo=False)


def _loss(texts: Sequence[str]) -> Message:
    return Message(
        title=tr("What you had written was not saved, and its project was deleted for good meanwhile."),
        sentences=[*map(_beginning, texts), tr("Copy what you still need: it goes when this is closed.")],
        choices=[Choice("close", tr("Close"))],
        details="\n".join(texts),
    )


def _beginning(text: str) -> str:
    """A book may have waited there: whole it is among the details, to be copied."""
    lines = text.splitlines()
    told = [line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE].rstrip()}…" for line in lines[:_MOST_LINES]]
    return "\n".join([*told, *(["…"] if len(lines) > _MOST_LINES else [])])
