"""What is cut off, pressed together or covered is found, and a foot is none of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hankeapp.ui.stacking import Foot
from tests.ui.fitting import misfits, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("width", [300, 420, 900])
def test_a_foot_shows_its_words_and_buttons_whole(qtbot: QtBot, width: int) -> None:
    words = QLabel("Voit palauttaa hankkeen aktiiviseksi milloin tahansa.")
    words.setWordWrap(True)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch()
    column.addWidget(Foot((QPushButton("Peruuta"), QPushButton("Merkitse")), words))
    window.resize(width, 200)
    window.show()
    settle()
    assert window.width() == width
    assert not misfits(window)
    assert words.height() < 4 * words.fontMetrics().height(), "a column of single words"


def test_what_is_cut_or_covered_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    cut, whole = QLabel("Nimi on pitkä ja jää kesken"), QLabel("Lyhyt")
    cut.setFixedWidth(20)
    for each in (cut, whole):
        row.addWidget(each)
    window.show()
    settle()
    assert [each.split(" in ")[0] for each in misfits(window)] == ["cut: QLabel '' 'Nimi on pitkä ja jää kesken'"]
    cut.setFixedWidth(300)
    settle()
    whole.move(cut.pos())
    assert {each.split(":")[0] for each in misfits(window)} == {"covered"}
