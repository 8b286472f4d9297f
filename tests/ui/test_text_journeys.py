"""Dates and texts at the real window, by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.dates import PartialDate
from hankeapp.translation import tr, trn
from hankeapp.ui.text_finder import TextFinder
from tests.ui.person import Person


@pytest.fixture
def person(qapp, tmp_path):
    person = Person(Desk("testaaja", Clock.standing(2026, 11, 24)), tmp_path)
    person.open_example()
    person.workspace.proof.begin()
    person.finish_tasks()
    yield person
    person.leave()


def test_a_duration_is_written_into_one_field_and_taken_with_its_button(person):
    person.select("Healint")
    person.write("start", "1.3.2024–31.12.2026")
    assert person.workspace.detail.drafts == 1
    person.press("Tab")
    assert person.focus.text() == tr("Set the duration {duration}", duration="1.3.2024–31.12.2026")
    person.press("Space")
    assert (person.shown.start, person.shown.end) == (PartialDate(2024, 3, 1), PartialDate(2026, 12, 31))
    assert person.workspace.detail.drafts == 0
    assert person.focus.objectName() == "start"


def test_the_words_of_a_date_are_kept_beside_it(person):
    person.select("Healint")
    person.write("time_text", "")
    person.write("end", "31.12.2027 asti")
    assert person.shown.end == PartialDate(2027, 12, 31)
    assert person.shown.time_text == ""
    person.press("Space")
    assert person.shown.time_text == "31.12.2027 asti"


def test_f7_goes_to_a_misspelled_word_and_enter_takes_the_first_suggestion(person):
    person.select("Healint")
    person.workspace.detail.edit("notes")
    person.type("Hulevesien käsitely")
    person.press("F7")
    assert QApplication.activePopupWidget() is not None
    person.press("Return")
    person.press("Tab")
    assert person.shown.notes == "Hulevesien käsittely"


def test_where_no_word_is_misspelled_f7_says_so(person):
    person.select("Healint")
    person.workspace.detail.edit("notes")
    person.type("Healint on hyvä.")
    person.press("F7")
    assert person.told == tr("No misspelled word was found.")


def test_marks_are_switched_off_in_the_menu_and_stay_off(person):
    person.choose("spelling")
    assert not person.window.settings.spelling
    assert not person.workspace.proof.proofreader.is_on
    person.choose("spelling")
    assert person.workspace.proof.proofreader.is_on


def test_the_public_text_is_compared_with_the_web_page_where_it_differs(person):
    person.select("Healint")
    desk = person.workspace.page_text
    desk.follow()
    assert desk.button.isHidden()
    person.workspace.detail.edit("public_text")
    person.type("Uutta alkuun. ")
    person.press("Tab")
    desk.follow()
    assert not desk.button.isHidden()
    shown = []
    person.dialog(lambda dialog: shown.extend((dialog.page.toPlainText(), dialog.now.toPlainText())))
    desk.button.click()
    assert shown[1] == f"Uutta alkuun. {shown[0]}"
    person.choose("undo")
    desk.follow()
    assert desk.button.isHidden()


def test_words_are_found_in_a_text(person):
    person.select("Healint")
    person.workspace.detail.edit("notes")
    person.type("Pori kehittyy. Rauma kasvaa. pori kasvaa.")
    area = person.focus
    person.press("Ctrl+Shift+G")
    finder = QApplication.activePopupWidget()
    assert isinstance(finder, TextFinder)
    QTest.keyClicks(finder.words, "pori")
    assert finder.count.text() == trn("{n} hit", "{n} hits", 2)
    first = area.textCursor().selectionStart()
    QTest.keyClick(finder.words, Qt.Key.Key_Return)
    second = area.textCursor().selectionStart()
    assert {first, second} == {0, 29}
    QTest.keyClick(finder.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert area.textCursor().selectionStart() == first
    QTest.keyClicks(finder.words, "x")
    assert finder.count.text() == trn("{n} hit", "{n} hits", 0)
    QTest.keyClick(finder.words, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert person.focus is area


def test_outside_texts_there_is_nothing_to_find_in(person):
    person.workspace.list.view.setFocus()
    person.press("Ctrl+Shift+G")
    assert person.told == tr("Go to a text first.")
