"""The kept reports and the published page, opened over the window; what is loaded for pages is loaded only then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace


def show_reports(workspace: Workspace, settings: Settings) -> None:
    """Show what is kept."""
    from hankeapp.ui.reports_window import ReportsWindow

    if workspace.settle():
        window = ReportsWindow(workspace.register, workspace.window(), settings.print_folder)
        window.bar.remember(settings)
        window.outlet.folder_changed.connect(partial(setattr, settings, "print_folder"))
        window.open()


def show_published(workspace: Workspace) -> None:
    """Show what differs from the web page."""
    from hankeapp.ui.published_window import PublishedWindow

    if workspace.settle():
        PublishedWindow(workspace.register, workspace.window()).open()
