"""The check above a list of checks: all, some or none of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from hankeapp.translation import tr


class CheckAll(QCheckBox):
    """Shows how many are checked and asks for all or none; a person never sets it to "some"."""

    asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__(tr("All"))
        self.setTristate(True)

    def show_share(self, checked: int, of: int) -> None:
        """Show that so many are checked."""
        if checked == 0:
            self.setCheckState(Qt.CheckState.Unchecked)
        else:
            self.setCheckState(Qt.CheckState.Checked if checked == of else Qt.CheckState.PartiallyChecked)

    @override
    def nextCheckState(self) -> None:
        self.asked.emit(self.checkState() is not Qt.CheckState.Checked)
