"""F6: the focus goes from pane to pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hankeapp.ui.workspace import Workspace


def go(workspace: Workspace, by: int) -> None:
    """Put the focus into the next or the previous pane that is shown."""
    stops = [(pane, target) for pane, target in _stops(workspace) if target.isVisible()]
    focus = QApplication.focusWidget()
    now = next((at for at, (pane, _) in enumerate(stops) if focus and (pane is focus or pane.isAncestorOf(focus))), 0)
    _, target = stops[(now + by) % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason)


def _stops(workspace: Workspace) -> list[tuple[QWidget, QWidget]]:
    return [
        (workspace.sidebar, workspace.sidebar),
        (workspace.list, workspace.list.view),
        (workspace.review, workspace.review),
        (workspace.history.view, workspace.history.view.view.words),
        (workspace.quality.view, workspace.quality.view.list),
        (workspace.detail, workspace.detail),
        (workspace.toolbar, workspace.toolbar.search),
    ]
