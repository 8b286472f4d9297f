"""Many projects changed in the window: shown what would become of them, and done when a person says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.errors import KnownError
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.securing import secured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.export_formats import ExportFormat
    from hankeapp.domain.project import ProjectId
    from hankeapp.ui.bulk_dialog import BulkDialog
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace

MOST_AT_ONCE = 2_000
"""Projects that an act of the window changes at once: more would hold the window up, and its undo once more."""


class BulkDesk:
    """Stands between the open register's bulk acts and the selection."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._register = workspace.register
        self._settings = settings
        several = workspace.detail.several
        several.change_asked.connect(self.change)
        several.export_asked.connect(self.export)

    def change(self, ids: Sequence[ProjectId]) -> None:
        """Ask what is to be done to projects, and do it; what has changed meanwhile is shown, and asked again."""
        from hankeapp.ui.bulk_dialog import BulkDialog

        if not ids or self.are_too_many(ids) or not self._workspace.settle():
            return
        dialog = BulkDialog(self._register.projects(ids), self._workspace.names, self._workspace)
        while questions.run(dialog) and not self._carry_out(dialog):
            dialog.show_projects(self._register.projects(ids))

    def export(self, *, prefers_selected: bool = True) -> None:
        """Write projects into a file, as a person asks."""
        from hankeapp.ui.export_desk import ExportDesk

        ExportDesk(self._workspace, self._settings).ask(prefers_selected=prefers_selected)

    def request(self, faulty: Sequence[ProjectId] = ()) -> None:
        """Write files in which contact persons complete their projects, as a person asks."""
        from hankeapp.ui.request_desk import ask_for_data

        ask_for_data(self._workspace, self._settings, faulty)

    def export_page(self, format_: ExportFormat) -> None:
        """Write the web page of all projects, as text or as HTML."""
        from hankeapp.ui.export_desk import ExportDesk

        ExportDesk(self._workspace, self._settings).write_page(format_)

    def _carry_out(self, dialog: BulkDialog) -> bool:
        revision = dialog.revision
        if not secured(self._workspace, len(dialog.changing)):
            return False
        try:
            self._register.bulk.carry_out(dialog.changing, [revision] if revision else [])
        except KnownError as error:
            questions.tell(error, dialog)
            return False
        return True

    def are_too_many(self, ids: Sequence[ProjectId]) -> bool:
        """Whether so many cannot be changed at once; then it is told."""
        if len(ids) <= MOST_AT_ONCE:
            return False
        most = tr("At most {n} projects can be changed at once.", n=MOST_AT_ONCE)
        way_on = tr("Narrow the list, or use the command line.")
        questions.tell(KnownError(most, tr("Nothing was changed."), way_on), self._workspace)
        return True
