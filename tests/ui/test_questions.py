from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QWidget

from hankeapp.domain.errors import LockedRegister, StepError
from hankeapp.ui import questions
from hankeapp.ui.message_dialog import Choice, Message, MessageDialog
from hankeapp.ui.questions import FileKind

REGISTER = FileKind("Hankerekisterit", "hanke")
MESSAGE = Message(
    title="Rekisteriä ei voitu tallentaa.",
    sentences=["Muutoksesi ovat tallessa tällä koneella."],
    choices=[Choice("copy", "Tallenna kopio…"), Choice("again", "Yritä uudelleen")],
    details="OSError: Y:\\pori.hanke",
)


def test_unanswered_question_fails_at_once(qapp):
    with pytest.raises(questions.Unanswered):
        questions.ask(MESSAGE, None)
    with pytest.raises(questions.Unanswered):
        questions.open_path("Avaa rekisteri", Path(), (REGISTER,), None)
    with pytest.raises(questions.Unanswered):
        questions.run(QDialog())


def test_answers_are_given_in_their_order(qapp):
    questions.answer_next(Path("a.hanke"), None, "again")
    assert questions.open_path("Avaa rekisteri", Path(), (REGISTER,), None) == Path("a.hanke")
    assert questions.save_path("Tallenna", Path("b.hanke"), REGISTER, None) is None
    assert questions.ask(MESSAGE, None) == "again"
    assert questions.asked() == [
        "Avaa rekisteri",
        "Tallenna",
        "Rekisteriä ei voitu tallentaa. Muutoksesi ovat tallessa tällä koneella.",
    ]


def test_answer_must_fit_the_question(qapp):
    questions.answer_next("nothing such")
    with pytest.raises(questions.Unanswered):
        questions.ask(MESSAGE, None)


def test_error_is_told_and_the_work_goes_on(qapp):
    questions.answer_next("close")
    with questions.told(None):
        raise StepError("Hankkeen tila on jo päättynyt.", "Mitään ei muutettu.")
    assert questions.asked() == ["Hankkeen tila on jo päättynyt. Mitään ei muutettu."]


def test_bug_is_not_told_but_rises(qapp):
    with pytest.raises(ZeroDivisionError), questions.told(None):
        raise ZeroDivisionError


def test_cause_of_an_error_stands_in_the_details(qapp):
    error = LockedRegister("Toinen ohjelma käyttää rekisteriä.")
    error.__cause__ = OSError("database is locked")
    message = questions.error_message(error, (Choice("close", "Sulje"),))
    assert message.details == "OSError: database is locked"
    assert message.title == "Toinen ohjelma käyttää rekisteriä."


def test_own_dialog_is_filled_in_by_a_function(qapp):
    dialog = QDialog()
    questions.answer_next(QDialog.accept)
    assert questions.run(dialog)
    questions.answer_next(QDialog.reject)
    assert not questions.run(dialog)


@pytest.mark.usefixtures("qapp")
def test_a_dialog_that_was_answered_does_not_stay_in_the_window():
    window = QWidget()
    questions.answer_next(QDialog.accept)
    assert questions.run(QDialog(window))
    assert window.findChildren(QDialog)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not window.findChildren(QDialog)


@pytest.fixture
def dialog(qapp, qtbot):
    made = MessageDialog(MESSAGE)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_main_choice_has_the_focus_and_takes_enter(dialog):
    assert dialog.focusWidget().text() == "Yritä uudelleen"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.chosen == "again"
    assert not dialog.isVisible()


def test_escape_is_the_first_choice(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.chosen == "copy"


def test_details_are_shown_on_demand_and_copied(dialog):
    details = dialog.findChild(QPlainTextEdit)
    assert not details.isVisible()
    dialog.findChild(QPushButton, "details").click()
    assert details.isVisible()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Kopioi tiedot").click()
    assert QGuiApplication.clipboard().text() == "OSError: Y:\\pori.hanke"


def test_people_are_asked_where_no_test_answers(qapp, monkeypatch):
    monkeypatch.setattr(questions._script, "answers", None)
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return))
    assert questions.ask(MESSAGE, None) == "again"
