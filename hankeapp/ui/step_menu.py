"""The menu of further steps of the project that is shown: those that its status allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from hankeapp.ui.actions import Actions

_STEPS = ("extend", "discontinue", "not_funded", "cancel", "plan")
"""The first step of a status has a button of its own."""


class StepMenu(QObject):
    """Filled anew whenever it opens."""

    def __init__(self, menu: QMenu, actions: Actions) -> None:
        super().__init__(menu)
        self._menu = menu
        self._steps = [actions[name] for name in _STEPS]
        menu.aboutToShow.connect(self._fill)
        # An empty menu hides its button.
        menu.addActions(self._steps)

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addActions([step for step in self._steps if step.isEnabled()])
