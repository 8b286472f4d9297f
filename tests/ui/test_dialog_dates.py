"""Dates in dialogs are read as in the form: words, with what they mean beside them, or picked from the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hankeapp.domain.dates import PartialDate, Season
from hankeapp.translation import tr
from hankeapp.ui.calendar_popup import CalendarPopup
from hankeapp.ui.ending_dialog import EndingDialog
from hankeapp.ui.extension_dialog import ExtensionDialog
from hankeapp.ui.past_dialog import PastDialog
from hankeapp.ui.reopening_dialog import ReopeningDialog
from tests.ui.person import strike
from tests.ui.samples import TODAY, projects

CIRCWASTE = next(project for project in projects() if project.acronym == "CIRCWASTE")
SPRING = PartialDate(2025, season=Season.SPRING)


@pytest.fixture
def show(qtbot):
    def shown(dialog):
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return shown


def write(dialog, text):
    dialog.focusWidget().selectAll()
    for letter in text:
        strike(dialog.focusWidget(), letter)


def press(key):
    QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)
    QApplication.processEvents()


def test_an_ending_in_words_is_read_while_it_is_typed_and_afterwards(show):
    dialog = show(EndingDialog([CIRCWASTE], TODAY))
    write(dialog, "kevät 2025")
    assert dialog._date_row.message == "= maaliskuu–toukokuu 2025"
    press(Qt.Key.Key_Tab)
    assert dialog._date_row.message == "= maaliskuu–toukokuu 2025"
    dialog.accept()
    assert dialog.endings[CIRCWASTE.id].effective == SPRING


def test_what_cannot_be_read_yet_is_not_commented(show):
    dialog = show(ExtensionDialog([CIRCWASTE], TODAY))
    hint = dialog._end_row.message
    write(dialog, "joulukuussa 2")
    assert dialog._end_row.message == hint
    write(dialog, "joulukuussa 2027")
    assert dialog._end_row.message == "= joulukuu 2027"
    dialog.accept()
    assert dialog.extensions[CIRCWASTE.id].end == PartialDate(2027, 12)


def test_an_end_may_say_that_it_is_one_but_not_that_it_is_a_start(show):
    dialog = show(ReopeningDialog([CIRCWASTE], TODAY))
    write(dialog, "31.12.2027 asti")
    dialog.accept()
    assert dialog.reopening.end == PartialDate(2027, 12, 31)
    dialog = show(ReopeningDialog([CIRCWASTE], TODAY))
    write(dialog, "kesästä 2027 alkaen")
    dialog.accept()
    assert dialog.reopening is None
    assert tr("“{text}” is a start.", text="kesästä 2027 alkaen") in dialog._end_row.message


def test_the_situation_at_the_end_of_a_season(show):
    dialog = show(PastDialog(TODAY))
    write(dialog, "keväällä 2025")
    dialog.accept()
    assert dialog.chosen.day == date(2025, 5, 31)


def test_f4_opens_the_calendar_at_the_date_and_enter_takes_a_day(show):
    dialog = show(ExtensionDialog([CIRCWASTE], TODAY))
    write(dialog, "31.12.2027")
    press(Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    assert tr("New end date") in popup.accessibleName()
    press(Qt.Key.Key_Escape)
    assert dialog._end.text() == "31.12.2027"
    press(Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    popup.month.click()
    assert dialog._end.text() == "12/2027"
    assert dialog._end_row.message == "= joulukuu 2027"
    assert dialog.isVisible()
