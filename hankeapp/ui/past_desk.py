"""A past day in the window: plainly marked, nothing of it can be changed, and a button leads back to today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hankeapp.domain.query import View
from hankeapp.translation import tr
from hankeapp.ui import formatting, questions
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.past_dialog import ask_past_day

if TYPE_CHECKING:
    from hankeapp.services.past import Past
    from hankeapp.ui.past_dialog import PastDay
    from hankeapp.ui.workspace import Workspace


class PastDesk(QObject):
    """Has the workspace show another source than the register, and the register again."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.bar = InfoBar(Mood.NOTICE)
        self.bar.setProperty("apart", "band")
        self.bar.first_requested.connect(self.leave)

    def ask(self) -> None:
        """Ask for a day, and show it."""
        answer = ask_past_day(self._workspace.register.today(), self._workspace)
        if answer is not None:
            with questions.told(self._workspace):
                self.show(answer)

    def show(self, asked: PastDay) -> None:
        """Show the projects as they were."""
        workspace = self._workspace
        on, known = (None, asked.day) if asked.is_known else (asked.day, None)
        past = workspace.register.past(on=on, known=known)
        self.bar.show_notice(_title(past), tr("Nothing can be changed here."), tr("Back to the present"))
        reason = tr("A past day is shown, and cannot be changed.")
        workspace.show_source(past, reason)

    def leave(self) -> None:
        """Show the register as it is now."""
        self.bar.hide()
        self._workspace.show_source(self._workspace.register)
        if self._workspace.review.is_shown:
            self._workspace.show_view(View.ALL)


def _title(past: Past) -> str:
    day = formatting.day_text(past.today())
    if past.known is None:
        return tr("Situation on {date}: what was in force, as we know it now", date=day)
    return tr("Situation on {date}: what the register said then", date=day)
