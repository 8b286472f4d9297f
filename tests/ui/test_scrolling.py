"""What the keyboard reaches is in view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tests.ui.person import activate

pytestmark = pytest.mark.usefixtures("qapp", "look")


def test_tab_into_a_scrolled_area_brings_the_first_stop_into_view(qtbot):
    window, inner, area = QWidget(), QWidget(), QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    rows = QVBoxLayout(inner)
    inside = [QPushButton(str(number)) for number in range(30)]
    for each in inside:
        rows.addWidget(each)
    area.setWidget(inner)
    outside = QPushButton("Ulkona")
    column = QVBoxLayout(window)
    column.addWidget(outside)
    column.addWidget(area)
    qtbot.addWidget(window)
    window.resize(200, 200)
    window.show()
    activate(window)
    outside.setFocus(Qt.FocusReason.TabFocusReason)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert inside[0].visibleRegion().isEmpty()
    QTest.keyClick(outside, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert inside[0].hasFocus()
    assert not inside[0].visibleRegion().isEmpty()
