"""Texts of many lines: pasted plain, counted, and proofread in what is in view."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.language.packed_words import PackedWords
from hankeapp.language.spelling import Spelling, words_to_check
from hankeapp.translation import tr, trn
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.names import Names
from hankeapp.ui.proofreader import Proofreader

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The editor of a text on the screen."""

    def __init__(self, qtbot, text, proofreader=None):
        self.editor = editor_of(field_of(Project, "notes"), Names())
        self.area = self.editor.widget
        qtbot.addWidget(self.area)
        with qtbot.waitActive(self.area):
            self.area.show()
        self.area.setFocus()
        self.remarks = []
        self.editor.remarked.connect(self.remarks.append)
        self.editor.show(text)
        if proofreader is not None:
            self.editor.proofread(proofreader)
        self.mark()

    def mark(self):
        """What the pauses between keys would bring, at once."""
        self.editor._look_over()
        if self.area._marks is not None:
            for _ in range(200):
                self.area._marks._timer.stop()
                self.area._marks.mark()
                if not self.area._marks._timer.isActive():
                    break

    @property
    def marked(self):
        return [each.cursor.selectedText() for each in self.area.extraSelections()]

    def paste(self, **formats):
        data = QMimeData()
        if "html" in formats:
            data.setHtml(formats["html"])
        if "text" in formats:
            data.setText(formats["text"])
        if "image" in formats:
            data.setImageData(formats["image"])
        QGuiApplication.clipboard().setMimeData(data)
        QTest.keyClick(self.area, Qt.Key.Key_V, CTRL)

    def put_cursor(self, at):
        cursor = self.area.textCursor()
        cursor.setPosition(at)
        self.area.setTextCursor(cursor)

    def menu(self):
        """The words of the context menu at the cursor, by the keyboard."""
        place = self.area.cursorRect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, self.area.mapToGlobal(place))
        QApplication.sendEvent(self.area.viewport(), event)
        return QApplication.activePopupWidget()


@pytest.fixture
def desk(qtbot):
    def made(text="", proofreader=None):
        return Desk(qtbot, text, proofreader)

    yield made
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


# Pasting


def test_rich_text_is_pasted_plain_and_clean(desk):
    at = desk()
    at.paste(html="<h1>Otsikko</h1><b>lihava</b>", text="Otsikko\r\nlihava\x00\x07 \u202eteksti\ufeff")
    assert at.editor.value() == "Otsikko\nlihava teksti"


def test_a_picture_is_not_pasted_and_that_is_explained(desk):
    at = desk("Ennen.")
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    at.paste(image=image)
    assert at.editor.value() == "Ennen."
    assert at.remarks[-1] == tr("A text takes no pictures. Add the picture as an attachment.")


def test_a_long_text_is_pasted_whole_and_taken_back_with_one_step(desk):
    text = "Hanke kehittää palveluja. " * 4000
    at = desk("")
    at.paste(text=text)
    assert at.editor.value() == text
    QTest.keyClick(at.area, Qt.Key.Key_Z, CTRL)
    assert at.editor.value() == ""


def test_a_line_is_pasted_without_what_no_one_sees(qtbot):
    editor = editor_of(field_of(Project, "acronym"), Names())
    qtbot.addWidget(editor.widget)
    editor.widget.setText("\ufeffILPI\u202e\x7f")
    assert editor.value() == "ILPI"


# Counting


def test_the_length_of_a_long_text_is_told(desk):
    at = desk("sana " * 248)
    words = trn("{n} word", "{n} words", 248)
    count = trn("{grouped} character", "{grouped} characters", 1240, grouped="1\N{NO-BREAK SPACE}240")
    assert at.remarks[-1] == f"{count}, {words}"


def test_the_length_of_a_short_text_is_not(desk):
    at = desk("Lyhyt teksti.")
    assert at.remarks[-1] == ""


# Very long texts


def test_a_very_long_paragraph_is_laid_out_plainly_until_it_is_parted(desk):
    sentence = "Hanke kehittää palveluja. "
    at = desk(sentence * 4000)
    at.mark()
    assert not at.area.font().kerning()
    QTest.keyClick(at.area, Qt.Key.Key_A, CTRL)
    at.paste(text="\n".join([sentence] * 4000))
    at.mark()
    assert at.area.font().kerning()


def test_a_plainly_laid_out_text_grows_with_the_look(desk, look):
    at = desk("Hanke kehittää palveluja. " * 4000)
    at.mark()
    size = at.area.font().pointSizeF()
    look.wear(ThemeChoice.LIGHT, 2.0)
    at.mark()
    assert at.area.font().pointSizeF() == pytest.approx(2 * size, rel=0.1)
    assert not at.area.font().kerning()


# Spelling


def test_wrong_words_are_marked_and_others_are_not(desk, proofreader):
    at = desk(
        "Hulevesien käsitely, Healint ja EU:n sosiaali- ja terveyspalvelut. Kirjoittta: a@b.fi, www.pori.fi",
        proofreader,
    )
    assert at.marked == ["käsitely", "Kirjoittta"]


def test_marks_stand_right_behind_wide_letters(desk, proofreader):
    at = desk("🌱🌱 hyvä 🌱 käsitely", proofreader)
    assert at.marked == ["käsitely"]


def test_the_word_that_is_being_typed_is_not_marked(desk, proofreader):
    at = desk("", proofreader)
    at.area.insertPlainText("Hulevesien käsitely")
    at.mark()
    assert at.marked == []
    at.area.insertPlainText(" ")
    at.mark()
    assert at.marked == ["käsitely"]


def test_only_what_is_in_view_is_judged(desk, morphology, settings):
    asked = []

    class Listening(Spelling):
        def is_right(self, word):
            asked.append(word)
            return super().is_right(word)

    reader = Proofreader(settings)
    reader.begin(partial(Listening, morphology), PackedWords())
    letters = "abcdefghij"
    lines = [f"käsitely{letters[at // 100 % 10]}{letters[at // 10 % 10]}{letters[at % 10]}" for at in range(1000)]
    desk("\n".join(lines), reader)
    assert 0 < len(asked) < 60


def test_a_suggestion_takes_the_place_of_the_word(desk, proofreader):
    at = desk("Hulevesien käsitely Porissa", proofreader)
    at.put_cursor(13)
    menu = at.menu()
    assert isinstance(menu, QMenu)
    meant = next(each for each in menu.actions() if each.text() == "käsittely")
    meant.trigger()
    assert at.editor.value() == "Hulevesien käsittely Porissa"
    QTest.keyClick(at.area, Qt.Key.Key_Z, CTRL)
    assert at.editor.value() == "Hulevesien käsitely Porissa"


def test_a_right_word_has_the_usual_menu(desk, proofreader):
    at = desk("Hulevesien käsittely", proofreader)
    at.put_cursor(13)
    assert not any("käsi" in each.text() for each in at.menu().actions())


def test_an_own_word_is_right_from_then_on(desk, proofreader, settings):
    at = desk("Lotsitus alkaa, lotsitus päättyy.", proofreader)
    assert at.marked == ["Lotsitus", "lotsitus"]
    at.put_cursor(3)
    words = tr("Add “{word}” to own words", word="Lotsitus")
    next(each for each in at.menu().actions() if each.text() == words).trigger()
    at.mark()
    assert at.marked == []
    assert settings.own_words == ("Lotsitus",)


def test_the_next_mistake_is_found_and_opens_its_menu(desk, proofreader):
    at = desk("Hyvä alku.\nKäsitely.\nUusi käsitely.", proofreader)
    assert at.area.find_mistake()
    assert at.area.textCursor().selectedText() == "Käsitely"
    QApplication.activePopupWidget().close()
    assert at.area.find_mistake()
    assert at.area.textCursor().block().blockNumber() == 2
    QApplication.activePopupWidget().close()
    assert at.area.find_mistake()
    assert at.area.textCursor().selectedText() == "Käsitely"


def test_a_text_without_mistakes_says_so(desk, proofreader):
    assert not desk("Hyvä alku.", proofreader).area.find_mistake()


def test_switched_off_nothing_is_marked(desk, proofreader, settings):
    at = desk("käsitely on", proofreader)
    assert at.marked == ["käsitely"]
    proofreader.switch(on=False)
    at.mark()
    assert at.marked == []
    assert not settings.spelling
    assert not at.area.find_mistake()


def test_what_cannot_be_changed_is_not_marked(desk, proofreader):
    at = desk("käsitely on", proofreader)
    at.editor.set_read_only(True)
    at.mark()
    assert at.marked == []


def test_without_a_dictionary_nothing_is_wrong(desk, settings):
    reader = Proofreader(settings)
    reader.begin(lambda *_right: None, PackedWords())
    assert desk("käsitely", reader).marked == []


@pytest.mark.parametrize("text", ["a," * 50_000, "x" * 100_000, "a." * 50_000, "a-" * 50_000, "@" * 100_000])
def test_odd_texts_are_read_at_once(text):
    assert len(list(words_to_check(text))) <= 50_000


def test_a_mark_keeps_the_cursor_and_what_is_selected(desk, proofreader):
    at = desk("käsitely on", proofreader)
    cursor = at.area.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    at.area.setTextCursor(cursor)
    at.mark()
    assert at.area.textCursor().selectedText() == "käsitely on"
