from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hankeapp.ui import buttons


def _window(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    for text in ("Yksi", "Kaksi"):
        column.addWidget(buttons.ordinary(text))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def test_ring_follows_the_keyboard(look, qtbot):
    window = _window(qtbot)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert look.ring.widget() is window.focusWidget()
    assert look.ring.isVisible()


def test_ring_stays_away_from_the_mouse(look, qtbot):
    window = _window(qtbot)
    QTest.mouseClick(window.children()[2], Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window.children()[2]
    assert look.ring.widget() is None
