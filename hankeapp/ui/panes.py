"""Where the keyboard is among the panes: F6 takes it from one to the next, and none takes it along when it goes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from hankeapp.ui.workspace import Workspace


def go(workspace: Workspace, by: int) -> None:
    """Put the focus into the next or the previous pane that is shown."""
    found = ((pane, _first(target)) for pane, target in _stops(workspace) if target.isVisible())
    stops = [(pane, target) for pane, target in found if target is not None]
    focus = QApplication.focusWidget()
    now = next((at for at, (pane, _) in enumerate(stops) if focus and (pane is focus or pane.isAncestorOf(focus))), 0)
    _, target = stops[(now + by) % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason)


def _first(pane: QWidget) -> QWidget | None:
    """What of a pane takes the keyboard: itself, or the first within that Tab would reach; None where nothing is."""
    each: QWidget | None = pane
    while each is not None and not (_is_reached(each) and (each is pane or pane.isAncestorOf(each))):
        each = each.nextInFocusChain()
        if each is pane:
            return None
    return each


def _is_reached(each: QWidget) -> bool:
    by_tab = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) or each.focusProxy() is not None
    return by_tab and each.isEnabled() and each.isVisible()


@contextmanager
def keeping_focus(workspace: Workspace) -> Iterator[None]:
    """The keyboard stays in its pane; where the pane goes, it moves to the projects."""
    before = QApplication.focusWidget()
    yield
    if before is not None and workspace.isAncestorOf(before) and not before.isVisible():
        focus_projects(workspace)


def focus_projects(workspace: Workspace) -> None:
    """Put the focus into the list or the review; where nothing is left to review, into the sidebar.

    An empty list takes none: it would take it from whoever writes on, as soon as it is shown again.
    """
    target: QWidget = workspace.list.view
    if workspace.review.is_shown:
        target = workspace.review.view.table if workspace.review.view.model.choices else workspace.sidebar
    if not target.isHidden():
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _stops(workspace: Workspace) -> list[tuple[QWidget, QWidget]]:
    return [
        (workspace.sidebar, workspace.sidebar),
        (workspace.list, workspace.list.view),
        (workspace.review.view, workspace.review.view),
        (workspace.history.view, workspace.history.view.view.words),
        (workspace.quality.view, workspace.quality.view.list),
        *([(workspace.lists.view, workspace.lists.view.picker.list)] if workspace.lists.is_shown else []),
        (workspace.detail, workspace.detail),
        (workspace.toolbar, workspace.toolbar.search),
    ]
