"""Texts of one line, proofread: marked, offered what was meant, and nothing of them changed by that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.translation import tr
from hankeapp.ui.text_line import TextLine

if TYPE_CHECKING:
    from tests.ui.person import Person


@pytest.fixture
def shown(qtbot, proofreader):
    def made(text):
        line = TextLine()
        qtbot.addWidget(line)
        line.proofread(proofreader)
        with qtbot.waitActive(line):
            line.show()
        line.setFocus()
        line.setText(text)
        line.setCursorPosition(0)
        line.mark()
        return line

    yield made
    if popup := QApplication.activePopupWidget():
        popup.close()


def marked(line):
    return [each.word for each in line.misspelled]


def test_wrong_words_are_marked_and_nothing_else_changes(shown):
    line = shown("Healint ja hulevesien käsitely")
    assert marked(line) == ["käsitely"]
    assert line.text() == "Healint ja hulevesien käsitely"
    assert (line.cursorPosition(), line.isUndoAvailable(), line.isModified()) == (0, False, False)


def test_marks_stand_right_behind_wide_letters_and_are_seen(shown):
    line = shown("🌱🌱 käsitely")
    assert [(each.start, each.end) for each in line.misspelled] == [(5, 13)]
    with_marks = line.grab().toImage()
    line._draw(())
    assert line.grab().toImage() != with_marks


def test_the_word_that_is_being_typed_is_marked_once_it_is_left(shown, qtbot):
    line = shown("")
    QTest.keyClicks(line, "kasitely")
    line.mark()
    assert marked(line) == []
    QTest.keyClicks(line, " ")
    line.mark()
    assert marked(line) == ["kasitely"]
    QTest.keyClicks(line, "x")
    assert marked(line) == []


def test_an_input_method_that_composes_is_left_alone(shown):
    line = shown("")
    QTest.keyClicks(line, "kasitely ")
    QApplication.sendEvent(line, QInputMethodEvent("¨", []))
    line.mark()
    assert marked(line) == []
    QApplication.sendEvent(line, QInputMethodEvent("", []))
    line.mark()
    assert marked(line) == ["kasitely"]


def test_the_menu_offers_what_was_meant_and_the_word_is_replaced(shown):
    line = shown("Hulevesien käsitely.")
    line.setCursorPosition(13)
    place = line.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, line.mapToGlobal(place))
    QApplication.sendEvent(line, event)
    menu = QApplication.activePopupWidget()
    assert menu.actions()[0].text() == "käsittely"
    menu.actions()[0].trigger()
    assert line.text() == "Hulevesien käsittely."
    assert line.isUndoAvailable()


def test_the_next_mistake_is_found_and_learned(shown, settings):
    line = shown("Healint ja käsitely")
    assert line.find_mistake()
    assert line.selectedText() == "käsitely"
    words = tr("Add “{word}” to own words", word="käsitely")
    next(each for each in QApplication.activePopupWidget().actions() if each.text() == words).trigger()
    line.mark()
    assert marked(line) == []
    assert settings.own_words == ("käsitely",)
    assert not line.find_mistake()


def test_switched_off_or_read_only_nothing_is_marked(shown, proofreader):
    line = shown("käsitely")
    proofreader.switch(on=False)
    line.mark()
    assert marked(line) == []
    proofreader.switch(on=True)
    line.setReadOnly(True)
    line.mark()
    assert marked(line) == []


def test_names_codes_and_addresses_are_not_proofread():
    fields = [field for part in parts_of(Project) for field in fields_of(part.type)] + list(fields_of(Project))
    prose = {field.name for field in fields if field.prose}
    assert not prose & {"email", "phone", "address", "code", "application", "diary_number", "acronym", "number"}
    assert all(field.type is str for field in fields if field.prose)


def test_lines_of_the_form_and_of_its_rows_are_proofread(person: Person) -> None:
    person.workspace.proof.begin()
    person.finish_tasks()
    person.select("Healint")
    person.workspace.detail.edit("time_text")
    person.type("kolmevuotinen käsitely ")
    person.press("F7")
    assert QApplication.activePopupWidget() is not None
    person.press("Return")
    assert isinstance(person.focus, QLineEdit)
    assert person.focus.text() == "kolmevuotinen käsittely "
    contacts = next(each for each in person.workspace.detail.page.form.lists if each.part.name == "contacts")
    item = contacts.begin()
    item.editors["name"].widget.setFocus(Qt.FocusReason.TabFocusReason)
    person.type("Xqy Käsitely ")
    person.press("F7")
    assert person.told == tr("No misspelled word was found.")
    person.press("Tab")
    person.type("projektipaallikko ")
    person.press("F7")
    assert QApplication.activePopupWidget() is not None
    person.press("Return")
    assert person.focus.text() == "projektipäällikkö "
