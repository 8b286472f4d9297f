"""Taking projects to active: the new end is optional and checked, the comment goes along."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hankeapp.domain.dates import PartialDate
from hankeapp.ui import questions
from hankeapp.ui.reopening_dialog import Reopening, ReopeningDialog, ask_reopening
from tests.ui.samples import TODAY, projects

HEALINT = next(project for project in projects() if project.name == "Healint")
ICC = next(project for project in projects() if project.acronym == "ICC")


@pytest.fixture
def show(qtbot):
    def shown(*some) -> ReopeningDialog:
        dialog = ReopeningDialog(some, TODAY)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return shown


def test_new_end_and_comment_by_keyboard(show):
    dialog = show(HEALINT)
    assert dialog.windowTitle() == "Palauta aktiiviseksi"
    QTest.keyClicks(dialog.focusWidget(), "31.12.2027")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "Jatkorahoitus ")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.reopening == Reopening(PartialDate(2027, 12, 31), "Jatkorahoitus")


def test_end_can_be_left_as_it_is(show):
    dialog = show(HEALINT)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.reopening == Reopening(None, "")


@pytest.mark.parametrize(
    ("text", "part"), [("31.13.2027", "Kuukautta 13 ei ole."), ("2016", "Päättyminen on ennen alkua (2017).")]
)
def test_end_that_cannot_stand_is_said(show, text, part):
    dialog = show(HEALINT)
    QTest.keyClicks(dialog.focusWidget(), text)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert part in dialog._end_row.message


def test_passed_end_is_doubted_and_taken(show):
    dialog = show(HEALINT)
    QTest.keyClicks(dialog.focusWidget(), "2025")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog._end_row.message == "2025 on jo mennyt."
    dialog.accept()
    assert dialog.reopening == Reopening(PartialDate(2025), "")


def test_planned_projects_are_marked_active(show):
    assert show(ICC).windowTitle() == "Merkitse aktiiviseksi"
    assert show(HEALINT, ICC).windowTitle() == "Palauta 2 hanketta aktiiviseksi"


def test_a_changed_mind_is_no_answer(qapp):
    questions.answer_next(lambda dialog: dialog.reject())
    assert ask_reopening([HEALINT], TODAY, None) is None
    questions.forget_answers()
