"""Ending projects: the dialog by keyboard alone, wrong and doubtful dates, one project and many."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from hankeapp.domain.attention import is_overdue
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.closing import ClosingItem
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.parts import Funding
from hankeapp.domain.status import Ending, Outcome, Status, end
from hankeapp.translation import tr, trn
from hankeapp.ui import questions
from hankeapp.ui.date_line import DateLine
from hankeapp.ui.ending_dialog import EndingDialog, ask_endings
from tests.ui.samples import TODAY, projects

CIRCWASTE = next(project for project in projects() if project.acronym == "CIRCWASTE")
ICC = next(project for project in projects() if project.acronym == "ICC")
WITHOUT_END = next(project for project in projects() if project.acronym == "HINKU")
OVERDUE = [project for project in projects() if is_overdue(project, TODAY)]


@pytest.fixture
def show(qtbot):
    def shown(*some, today=TODAY) -> EndingDialog:
        dialog = EndingDialog(some, today)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return shown


def press(dialog, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(dialog.focusWidget(), key, modifiers)


def write(dialog, text):
    QTest.keyClicks(dialog.focusWidget(), text)


def date_row(dialog):
    return dialog._date_row


def test_enter_ends_a_project_on_its_recorded_end(show):
    dialog = show(CIRCWASTE)
    assert dialog.focusWidget().selectedText() == "2023"
    press(dialog, Qt.Key.Key_Return)
    assert dialog.endings == {
        CIRCWASTE.id: Ending(effective=PartialDate(2023), outcome=Outcome.COMPLETED, note="", results=None)
    }
    assert not dialog.isVisible()


def test_whole_form_by_keyboard(show):
    dialog = show(CIRCWASTE)
    write(dialog, "12/2023")
    press(dialog, Qt.Key.Key_Tab)
    assert isinstance(dialog.focusWidget(), QComboBox)
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Tab)
    assert isinstance(dialog.focusWidget(), QPlainTextEdit)
    write(dialog, "Tiekartta.")
    press(dialog, Qt.Key.Key_Return)
    write(dialog, "Ja muuta.")
    press(dialog, Qt.Key.Key_Tab)
    write(dialog, "PRIDno-2019-1105")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.endings[CIRCWASTE.id] == Ending(
        effective=PartialDate(2023, 12),
        outcome=Outcome.DISCONTINUED,
        note="PRIDno-2019-1105",
        results="Tiekartta.\nJa muuta.",
    )


def test_control_enter_in_the_text_area_ends(show):
    dialog = show(CIRCWASTE)
    for _ in range(2):
        press(dialog, Qt.Key.Key_Tab)
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.endings


def test_tab_comes_to_the_buttons_last(show):
    dialog = show(CIRCWASTE)
    for _ in range(4):
        press(dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget().text() == "Peruuta"
    press(dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget().text() == "Päätä hanke"
    press(dialog, Qt.Key.Key_Tab)
    assert isinstance(dialog.focusWidget(), DateLine)


def test_escape_changes_nothing(show):
    dialog = show(CIRCWASTE)
    write(dialog, "2024")
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.endings == {}


@pytest.mark.parametrize(
    ("text", "part"),
    [("31.2.2026", "Helmikuussa 2026 ei ole 31. päivää."), ("huomenna", "ei ole päivämäärä"), ("", "Päivä puuttuu.")],
)
def test_wrong_date_is_said_and_the_dialog_stays(show, text, part):
    dialog = show(CIRCWASTE)
    dialog.focusWidget().clear()
    write(dialog, text)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.endings == {}
    assert part in date_row(dialog).message
    field = dialog.focusWidget()
    assert isinstance(field, DateLine)
    assert field.accessibleDescription().startswith("Virhe: ")
    assert field.property("invalid") is True


def test_wrong_date_is_said_when_the_field_is_left_and_forgotten_when_mended(show):
    dialog = show(CIRCWASTE)
    write(dialog, "31.2.2026")
    assert "Ehdotus" in date_row(dialog).message
    press(dialog, Qt.Key.Key_Tab)
    assert "Helmikuussa" in date_row(dialog).message
    press(dialog, Qt.Key.Key_Backtab)
    dialog.focusWidget().setText("2/2026")
    press(dialog, Qt.Key.Key_Tab)
    assert "Ehdotus" in date_row(dialog).message


def test_dialog_grows_with_a_long_error(show, qtbot):
    dialog = show(CIRCWASTE)
    before = dialog.height()
    write(dialog, "31.2.2026")
    press(dialog, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: dialog.height() > before)


def test_future_date_is_doubted_and_taken(show):
    dialog = show(CIRCWASTE)
    write(dialog, "2027")
    press(dialog, Qt.Key.Key_Tab)
    assert date_row(dialog).message == "Päivä on tulevaisuudessa."
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.endings[CIRCWASTE.id].effective == PartialDate(2027)


def test_a_date_before_the_start_keeps_the_dialog_and_what_was_written(show):
    dialog = show(CIRCWASTE)
    write(dialog, "2015")
    press(dialog, Qt.Key.Key_Tab)
    assert date_row(dialog).message == "Päättyminen on ennen alkua (2016). Tarkista vuodet."
    press(dialog, Qt.Key.Key_Tab)
    write(dialog, "Tiekartta.")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert dialog.endings == {}
    assert dialog._results.toPlainText() == "Tiekartta."


def test_of_many_the_one_that_cannot_have_ended_then_is_named(show):
    dialog = show(CIRCWASTE, ICC)
    dialog._same.setChecked(True)
    dialog._effective.setText("2015")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert "CIRCWASTE" in date_row(dialog).message


def test_this_year_is_not_the_future(show):
    dialog = show(replace(CIRCWASTE, end=PartialDate(2026)))
    assert "tulevaisuudessa" not in date_row(dialog).message


def test_planned_project_is_not_funded_or_cancelled(show):
    dialog = show(ICC)
    assert [dialog._outcome.itemText(at) for at in range(dialog._outcome.count())] == ["Ei rahoitusta", "Peruttu"]
    write(dialog, "2026")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.endings[ICC.id].outcome is Outcome.NOT_FUNDED


def test_many_end_each_on_its_recorded_end(show):
    dialog = show(*OVERDUE)
    assert dialog.windowTitle() == f"Päätä {len(OVERDUE)} hanketta"
    press(dialog, Qt.Key.Key_Return)
    assert {project: ending.effective for project, ending in dialog.endings.items()} == {
        project.id: project.end for project in OVERDUE
    }


def test_results_of_many_are_left_as_they_are(show):
    dialog = show(*OVERDUE)
    press(dialog, Qt.Key.Key_Return)
    assert all(ending.results is None for ending in dialog.endings.values())


def test_many_end_on_the_same_date(show):
    dialog = show(*OVERDUE)
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Tab)
    assert isinstance(dialog.focusWidget(), DateLine)
    write(dialog, "24.11.2026")
    press(dialog, Qt.Key.Key_Return)
    assert {ending.effective for ending in dialog.endings.values()} == {PartialDate(2026, 11, 24)}


def test_those_of_many_without_a_recorded_end_need_a_date(show):
    dialog = show(CIRCWASTE, WITHOUT_END)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "Päivä puuttuu." in date_row(dialog).message
    write(dialog, "2025")
    press(dialog, Qt.Key.Key_Return)
    assert [ending.effective for ending in dialog.endings.values()] == [PartialDate(2023), PartialDate(2025)]


def test_many_of_two_statuses_share_an_outcome(show):
    dialog = show(ICC, CIRCWASTE)
    write(dialog, "")
    assert [dialog._outcome.itemText(at) for at in range(dialog._outcome.count())] == ["Peruttu"]


def test_markup_in_a_name_is_shown_as_it_is(show):
    dialog = show(replace(CIRCWASTE, name="<b>Kohti</b>", acronym=""))
    texts = [each for each in dialog.findChildren(type(date_row(dialog)._message)) if "<b>" in each.text()]
    assert [each.textFormat() for each in texts] == [Qt.TextFormat.PlainText]


def test_asking_goes_through_the_seam_and_the_domain_takes_the_answer(qapp):
    questions.answer_next(lambda dialog: dialog.accept())
    endings = ask_endings([CIRCWASTE], TODAY, None)
    assert questions.asked() == ["Päätä hanke"]
    questions.forget_answers()
    ended = end(CIRCWASTE, endings[CIRCWASTE.id], Desk("testaaja", Clock.standing(2026, 11, 24)))
    assert ended.status is Status.ENDED


def test_a_changed_mind_is_no_ending(qapp):
    questions.answer_next(lambda dialog: dialog.reject())
    assert ask_endings([CIRCWASTE], date(2026, 11, 24), None) is None
    questions.forget_answers()


def previewed(dialog):
    model = dialog.preview.model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def test_one_project_needs_no_preview(show):
    assert show(CIRCWASTE).preview is None


def test_which_end_each_of_many_gets_is_shown(show):
    early = replace(CIRCWASTE, id="early", acronym="VARHAIN", start=PartialDate(2025), end=PartialDate(2024))
    dialog = show(CIRCWASTE, WITHOUT_END, early)
    assert previewed(dialog) == [
        (WITHOUT_END.title, "–", "Päivä puuttuu."),
        (early.title, "2024", "Päättyminen on ennen alkua (2025). Tarkista vuodet."),
        (CIRCWASTE.title, "2023", ""),
    ]
    dialog._same.setChecked(True)
    dialog._effective.setText("2027")
    assert previewed(dialog) == [
        (project.title, "2027", "Päivä on tulevaisuudessa.") for project in (CIRCWASTE, WITHOUT_END, early)
    ]
    dialog._effective.setText("31.2.2027")
    assert [date for _, date, _ in previewed(dialog)] == ["–"] * 3


# --- what is seen to when a project ends, and endings in their own words


def closing_lines(dialog):
    return {item: line.words.text() for item, line in dialog._closing.lines.items() if line.isVisible()}


def test_what_is_open_is_told_and_never_hinders(show):
    dialog = show(replace(CIRCWASTE, public_text="", links=(), attachments=(), fundings=(Funding(fund="LIFE"),)))
    lines = closing_lines(dialog)
    assert list(lines) == list(ClosingItem)
    assert tr("not written") in lines[ClosingItem.PUBLIC_TEXT]
    assert tr("not among the deadlines") in lines[ClosingItem.FINAL_REPORT]
    press(dialog, Qt.Key.Key_Return)
    assert dialog.endings


def test_written_results_are_seen_to_at_once(show):
    dialog = show(CIRCWASTE)
    assert tr("not written") in closing_lines(dialog)[ClosingItem.RESULTS]
    dialog._results.setPlainText("Tiekartta.")
    assert tr("in order") in closing_lines(dialog)[ClosingItem.RESULTS]


def test_what_never_ran_has_neither_results_nor_a_checklist(show):
    dialog = show(ICC)
    assert closing_lines(dialog) == {}
    assert not dialog._results.isVisible()


def test_the_words_follow_the_outcome_and_what_was_typed_stays(show):
    dialog = show(CIRCWASTE)
    press(dialog, Qt.Key.Key_Tab)
    press(dialog, Qt.Key.Key_Down)
    discontinue = trn("Discontinue {n} project", "Discontinue {n} projects", 1)
    assert (dialog.windowTitle(), dialog._main.text()) == (discontinue, discontinue)
    assert dialog._effective.text() == "24.11.2026"
    press(dialog, Qt.Key.Key_Down)
    assert dialog.windowTitle() == trn("Mark {n} project as cancelled", "Mark {n} projects as cancelled", 1)
    assert closing_lines(dialog) == {}
    press(dialog, Qt.Key.Key_Backtab)
    write(dialog, "5/2024")
    press(dialog, Qt.Key.Key_Tab)
    press(dialog, Qt.Key.Key_Home)
    assert (dialog.windowTitle(), dialog._effective.text()) == ("Päätä hanke", "5/2024")


def test_an_outcome_can_be_said_beforehand(qapp, qtbot):
    dialog = EndingDialog([CIRCWASTE], TODAY, None, Outcome.CANCELLED)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == trn("Mark {n} project as cancelled", "Mark {n} projects as cancelled", 1)
    dialog.accept()
    assert dialog.endings[CIRCWASTE.id].outcome is Outcome.CANCELLED


def test_many_that_never_ran_end_today(show):
    dialog = show(ICC, replace(ICC, id="b"))
    press(dialog, Qt.Key.Key_Return)
    assert {ending.effective for ending in dialog.endings.values()} == {PartialDate(2026, 11, 24)}
