"""Templates that suit what was chosen and typed for an empty project, offered as buttons and never put in unasked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hankeapp.translation import tr
from hankeapp.ui import buttons
from hankeapp.ui.flow import Flow
from hankeapp.ui.labels import set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QPushButton

MOST = 3
"""Templates that are offered at once."""
_LONGEST = 36
"""Letters of a template's title on a button: a longer one is said whole in its tooltip and to screen readers."""


class TemplateOffers(QWidget):
    """Hidden while there is none; `taken` gives the id of the template to begin with."""

    taken = Signal(str)

    def __init__(self, after: QWidget) -> None:
        """`after` is the field from which Tab comes to them."""
        super().__init__()
        self._after = after
        self._offers: Mapping[str, str] = {}
        self._buttons: list[QPushButton] = []
        self.setAccessibleName(tr("Suggested templates"))
        self._flow = Flow(gap=8, line_gap=4)
        self.setLayout(self._flow)
        self.hide()

    def show_offers(self, offers: Mapping[str, str]) -> None:
        """Show others: what a template is called in the choice, by its id."""
        if offers == self._offers:
            return
        self._offers = offers
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(template, words) for template, words in offers.items()]
        before = self._after
        for button in self._buttons:
            # What is made last would be the last that Tab reaches.
            self.setTabOrder(before, button)
            before = button
        self.setVisible(bool(offers))
        self.updateGeometry()

    def _button(self, template: str, words: str) -> QPushButton:
        button = buttons.quiet(tr("Begin with the template {name}", name=_short(words)))
        button.setAccessibleName(tr("Begin with the template {name}", name=words))
        set_tool_tip(button, words if _short(words) != words else "")
        button.setProperty("flush", True)  # noqa: FBT003 - Qt's own signature
        button.clicked.connect(partial(self.taken.emit, template))
        self._flow.addWidget(button)
        return button


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
