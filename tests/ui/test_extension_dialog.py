"""Projects go on for longer: the new end must be a later one, the day of the decision may be left open."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.status import Extension
from hankeapp.translation import trn
from hankeapp.ui import questions
from hankeapp.ui.extension_dialog import ExtensionDialog, ask_extensions
from tests.ui.samples import TODAY, projects

CIRCWASTE = next(project for project in projects() if project.acronym == "CIRCWASTE")
WITHOUT_END = next(project for project in projects() if project.acronym == "HINKU")


@pytest.fixture
def show(qtbot):
    def shown(*some) -> ExtensionDialog:
        dialog = ExtensionDialog(some, TODAY)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return shown


def press(dialog, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(dialog.focusWidget(), key, modifiers)


def write(dialog, text):
    QTest.keyClicks(dialog.focusWidget(), text)


def test_whole_form_by_keyboard(show):
    dialog = show(CIRCWASTE)
    assert dialog.windowTitle() == trn("Extend {n} project", "Extend {n} projects", 1)
    assert "2023" in dialog._end_row.message
    write(dialog, "31.12.2027")
    press(dialog, Qt.Key.Key_Tab)
    write(dialog, "12.3.2024")
    press(dialog, Qt.Key.Key_Tab)
    write(dialog, "§ 14 ")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.extensions[CIRCWASTE.id] == Extension(
        end=PartialDate(2027, 12, 31), decided=PartialDate(2024, 3, 12), note="§ 14"
    )


def test_enter_is_enough_after_the_end(show):
    dialog = show(CIRCWASTE)
    write(dialog, "2027")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.extensions[CIRCWASTE.id] == Extension(end=PartialDate(2027))
    assert not dialog.isVisible()


def test_escape_changes_nothing(show):
    dialog = show(CIRCWASTE)
    write(dialog, "2027")
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not dialog.extensions


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "Päivä puuttuu."),
        ("31.2.2027", "Helmikuussa 2027 ei ole 31. päivää."),
        ("2022", "2023"),
        ("2023", "2023"),
        ("10/2023", "2023"),
    ],
)
def test_an_end_that_extends_nothing_is_said_and_the_dialog_stays(show, text, part):
    dialog = show(CIRCWASTE)
    write(dialog, text)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.extensions
    assert part in dialog._end_row.message
    assert dialog._end.accessibleDescription().startswith("Virhe: ")
    assert dialog._end.hasFocus()


def test_doubts_do_not_hinder(show):
    dialog = show(CIRCWASTE)
    write(dialog, "2025")
    press(dialog, Qt.Key.Key_Tab)
    assert dialog._end_row.message == "2025 on jo mennyt."
    write(dialog, "2028")
    press(dialog, Qt.Key.Key_Tab)
    assert dialog._decided_row.message == "Päivä on tulevaisuudessa."
    dialog.accept()
    assert dialog.extensions[CIRCWASTE.id] == Extension(end=PartialDate(2025), decided=PartialDate(2028))


def test_a_day_of_decision_that_is_none_is_said(show):
    dialog = show(CIRCWASTE)
    write(dialog, "2027")
    press(dialog, Qt.Key.Key_Tab)
    write(dialog, "eilen tai niin")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog._decided.hasFocus()
    assert "ei ole päivämäärä" in dialog._decided_row.message


def previewed(dialog):
    model = dialog.preview.model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def test_many_get_the_same_end_and_it_is_shown_before(show):
    dialog = show(CIRCWASTE, WITHOUT_END)
    assert dialog.windowTitle() == trn("Extend {n} project", "Extend {n} projects", 2)
    assert [ends for _, ends, _ in previewed(dialog)] == ["2023", "–"]
    write(dialog, "2029")
    assert previewed(dialog) == [(CIRCWASTE.title, "2023 → 2029", ""), (WITHOUT_END.title, "– → 2029", "")]
    press(dialog, Qt.Key.Key_Return)
    assert dialog.extensions == dict.fromkeys((CIRCWASTE.id, WITHOUT_END.id), Extension(end=PartialDate(2029)))


def test_of_many_one_begins_later_than_the_end(show):
    late = replace(WITHOUT_END, start=PartialDate(2028))
    dialog = show(CIRCWASTE, late)
    write(dialog, "2027")
    (title, ends, fault), good = previewed(dialog)
    assert (title, ends) == (late.title, "–")
    assert "2028" in fault
    assert good == (CIRCWASTE.title, "2023 → 2027", "")
    assert dialog.windowTitle() == trn("Extend {n} project", "Extend {n} projects", 1)
    press(dialog, Qt.Key.Key_Tab)
    counted = trn("{n} project is left as it is: see below.", "{n} projects are left as they are: see below.", 1)
    assert dialog._end_row.message == counted
    dialog.accept()
    assert list(dialog.extensions) == [CIRCWASTE.id]


def test_of_many_none_can_go_on_until_then(show):
    dialog = show(CIRCWASTE, replace(WITHOUT_END, start=PartialDate(2024)))
    write(dialog, "2022")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.extensions
    assert "2023" in dialog._end_row.message


def test_a_changed_mind_is_no_answer(qapp):
    questions.answer_next(lambda dialog: dialog.reject())
    assert ask_extensions([CIRCWASTE], TODAY, None) is None
    questions.forget_answers()
