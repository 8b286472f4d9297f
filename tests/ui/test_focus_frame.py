from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete

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
    assert look.ring.widget is window.focusWidget()


def test_ring_stays_away_from_the_mouse(look, qtbot):
    window = _window(qtbot)
    QTest.mouseClick(window.children()[2], Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window.children()[2]
    assert look.ring.widget is None


def test_ring_outlives_the_window_it_lay_in(look, qtbot):
    for _ in range(2):
        window = QWidget()
        QVBoxLayout(window).addWidget(buttons.ordinary("Yksi"))
        with qtbot.waitActive(window):
            window.show()
        QTest.keyClick(window, Qt.Key.Key_Tab)
        window.focusWidget().setFocus(Qt.FocusReason.TabFocusReason)
        window.clearFocus()
        delete(window)
        assert look.ring.widget is None
