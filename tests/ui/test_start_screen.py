from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from hankeapp.ui.start_buttons import ActionCard, RecentRow
from hankeapp.ui.start_screen import StartScreen
from tests.ui.test_pictures import NOW, RECENT


@pytest.fixture
def screen(qapp, qtbot):
    made = StartScreen()
    made.show_recent(RECENT, NOW)
    qtbot.addWidget(made)
    made.resize(1024, 680)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_actions_ask_for_what_they_say(screen):
    signals = (screen.create_requested, screen.open_requested, screen.import_requested, screen.example_requested)
    for card, signal in zip(screen.findChildren(ActionCard), signals, strict=True):
        spy = QSignalSpy(signal)
        card.setFocus()
        QTest.keyClick(card, Qt.Key.Key_Return)
        assert spy.count() == 1


def test_recent_register_is_opened_by_its_path(screen):
    spy = QSignalSpy(screen.open_requested)
    screen.take_focus()
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Space)
    assert spy.at(0)[0] == Path("/hanketoimisto/pori.hanke")


def test_arrows_go_through_all_and_round(screen):
    screen.take_focus()
    seen = []
    for _ in range(7):
        seen.append(screen.focusWidget().text())
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Down)
    assert seen[:3] == ["pori.hanke", "koulutus-testi.hanke", "Luo uusi rekisteri"]
    assert seen[6] == seen[0]


def test_recent_ones_say_where_and_when(screen):
    rows = screen.findChildren(RecentRow)
    assert [row.accessibleDescription() for row in rows] == [
        "/hanketoimisto · eilen 15.47",
        "/home/kayttaja · 12.10.2026",
    ]


def test_new_list_takes_the_place_of_the_old(screen, qtbot):
    screen.show_recent([], NOW)
    qtbot.waitUntil(lambda: not screen.findChildren(RecentRow))
    screen.take_focus()
    assert screen.focusWidget().text() == "Luo uusi rekisteri"
