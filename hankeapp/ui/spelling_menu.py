"""What the menu of a text offers for a word that is written wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from hankeapp.ui.proofreader import Proofreader


def offer(menu: QMenu, proofreader: Proofreader, wrong: str, replace: Callable[[str], None]) -> None:
    """Put what may have been meant on top of a menu, and the way to take the word as right; Enter takes the first."""
    actions = []
    for word in proofreader.suggestions(wrong):
        action = QAction(word.replace("&", "&&"), menu)
        action.triggered.connect(partial(replace, word))
        actions.append(action)
    if not actions:
        none = QAction(tr("No suggestions"), menu)
        none.setEnabled(False)
        actions.append(none)
    learn = QAction(tr("Add “{word}” to own words", word=wrong), menu)
    learn.triggered.connect(partial(proofreader.learn, wrong))
    actions.append(learn)
    first = menu.actions()[0]
    menu.insertActions(first, actions)
    menu.insertSeparator(first)
    menu.setActiveAction(next(each for each in actions if each.isEnabled()))
