"""The menu that opens on the list: what can be done with the selected projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QMenu

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from hankeapp.ui.actions import Actions
    from hankeapp.ui.list_pane import ListPane

_GROUPS = (
    ("edit", "change"),
    ("activate", "end", "extend", "discontinue", "not_funded", "cancel", "reopen", "plan"),
    ("copy", "print_selected", "export_selected"),
    ("throw_away", "put_back"),
)


class ListMenu(QObject):
    """Opens by the right button, or by the keyboard's own key for it; holds only what is at hand."""

    def __init__(self, pane: ListPane, actions: Actions) -> None:
        super().__init__(pane)
        self._actions = actions
        self.menu = QMenu(pane)
        for view in (pane.cards, pane.table):
            view.customContextMenuRequested.connect(self._open)

    def _open(self, place: QPoint) -> None:
        self.menu.clear()
        for group in _GROUPS:
            at_hand = [self._actions[name] for name in group if self._actions[name].isEnabled()]
            self.menu.addActions(at_hand)
            self.menu.addSeparator()
        view = self.sender()
        if self.menu.actions() and isinstance(view, QAbstractItemView):
            self.menu.popup(view.viewport().mapToGlobal(place))
