"""Choices: their open list is named as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from hankeapp.ui.choice_box import ChoiceBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.mark.parametrize("is_written_in", [False, True])
def test_an_open_list_has_the_name_of_its_choice(qtbot: QtBot, is_written_in: bool) -> None:
    choice = ChoiceBox()
    choice.setEditable(is_written_in)
    choice.addItems(["A4", "A3"])
    choice.setAccessibleName("Paperin koko")
    qtbot.addWidget(choice)
    choice.show()
    choice.showPopup()
    assert choice.view().isVisible()
    interface = QAccessible.queryAccessibleInterface(choice.view())
    assert interface.text(QAccessible.Text.Name) == "Paperin koko"
    choice.hidePopup()
