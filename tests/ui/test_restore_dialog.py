"""The backups to choose from: their cells stand under their heads, and the chosen row is seen in every theme."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from hankeapp.db.contents import Contents
from hankeapp.services.backups import Backup
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.restore_dialog import RestoreDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hankeapp.ui.look import Look

pytestmark = pytest.mark.usefixtures("qapp")

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def first_ink(widget: QWidget, left: int, middle: int, height: int) -> int:
    """How far from the left the first letter begins, between `left` and the next 60 px."""
    image = widget.grab().toImage()
    ground = image.pixelColor(left + 1, middle)
    rows = range(middle - height // 4, middle + height // 4)
    return next(x for x in range(1, 60) if any(_differ(image.pixelColor(left + x, y), ground) for y in rows))


def _differ(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 60


def shown(qtbot: QtBot) -> RestoreDialog:
    backups = [Backup(Path(name), NOON, Contents("r", 30, 1412, "x", NOON, "Tehtiin.")) for name in "ab"]
    dialog = RestoreDialog(backups, "pori.hanke")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_cells_stand_under_their_heads(qtbot: QtBot, look: Look, scale: float) -> None:
    look.wear(ThemeChoice.LIGHT, scale)
    dialog = shown(qtbot)
    table = dialog.table
    header, row = table.horizontalHeader(), table.visualRect(table.model().index(1, 0))
    for column in range(3):
        left = header.sectionViewportPosition(column)
        of_head = first_ink(header.viewport(), left, header.height() // 2, header.height())
        of_cell = first_ink(table.viewport(), left, row.center().y(), row.height())
        assert abs(of_head - of_cell) <= 2 * scale


def test_the_chosen_row_has_an_edge_in_high_contrast(qtbot: QtBot, look: Look) -> None:
    look.wear(ThemeChoice.CONTRAST, 1.0)
    dialog = shown(qtbot)
    table = dialog.table
    image, row = table.viewport().grab().toImage(), table.visualRect(table.model().index(0, 0))
    assert image.pixelColor(2, row.bottom()) == QColor(look.tokens.selected_edge)
