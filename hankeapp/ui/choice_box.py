"""A choice whose open list has the name of the choice: it has the focus while it is open, and no name of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from typing_extensions import override


class ChoiceBox(QComboBox):
    """What every choice in the program is made of."""

    @override
    def showPopup(self) -> None:
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()
