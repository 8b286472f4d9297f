"""The review of passed ends: by keyboard alone, with wrong dates, with six rows and with two thousand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from hankeapp.domain.attention import is_overdue
from hankeapp.domain.dates import PartialDate, Season
from hankeapp.domain.project import ProjectId
from hankeapp.services.review import Continued, Corrected, Ended
from hankeapp.translation import tr, trn
from hankeapp.ui.calendar_popup import CalendarPopup
from hankeapp.ui.overdue_choices import Choice, ReviewAct
from hankeapp.ui.overdue_model import Column, OverdueModel
from hankeapp.ui.overdue_review import OverdueReview
from tests.ui.person import strike
from tests.ui.samples import TODAY, projects

OVERDUE = [project for project in projects() if is_overdue(project, TODAY)]
NAMES = [
    "Porin talous- ja asumisneuvontapiste TASSI",
    "CIRCWASTE – Kohti kiertotaloutta",
    "Energianeuvonta Satakunnassa",
    "Ikäystävällinen Pori",
    "Mahanpuruja muovista -kampanja Porissa",
    "Porin jokisuiston vieraskasvilajit hallintaan",
]
CONTROL = Qt.KeyboardModifier.ControlModifier


def many(count):
    return [replace(OVERDUE[at % 6], id=ProjectId(f"{at:032x}"), name=f"Hanke {at}") for at in range(count)]


@pytest.fixture
def show(qtbot):
    def shown(some=OVERDUE) -> OverdueReview:
        review = OverdueReview()
        qtbot.addWidget(review)
        review.resize(1180, 792)
        review.show_projects(some, TODAY)
        with qtbot.waitActive(review):
            review.show()
        review.table.setFocus()
        return review

    return shown


@pytest.fixture
def review(show):
    return show()


def press(*keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        QApplication.processEvents()


def write(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def pick(act):
    """Choose from the opened list by the arrow keys."""
    press(*[Qt.Key.Key_Up] * 3, *[Qt.Key.Key_Down] * list(ReviewAct).index(act), Qt.Key.Key_Return)


def go_to(review, row, column):
    review.table.make_current(0)
    press(*[Qt.Key.Key_Down] * row, *[Qt.Key.Key_Right] * column)


def test_model_keeps_qts_rules(qapp):
    model = OverdueModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_projects(OVERDUE, TODAY)
    model.toggle(1)
    model.take_all(taken=False)
    model.end_taken()
    model.setData(model.index(0, Column.ACT), ReviewAct.CONTINUE.value)
    model.setData(model.index(0, Column.DATE), "2027")
    model.show_projects([], TODAY)
    assert tester.model() is model


def test_oldest_first(review):
    assert [choice.project.title for choice in review.model.choices] == NAMES


def test_all_are_ended_on_their_recorded_ends_at_first(review, qtbot):
    assert review._counts.text() == "6 päätetään"
    with qtbot.waitSignal(review.decided) as told:
        press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert told.args == [{project.id: Ended(project.end) for project in OVERDUE}]


def test_whole_review_by_keyboard(review, qtbot):
    go_to(review, 4, Column.ACT)
    press(Qt.Key.Key_Return)
    pick(ReviewAct.CONTINUE)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    write("31.12.2027")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert review._counts.text() == "4 päätetään, 1 jatkuu, 1 jää myöhemmäksi"
    go_to(review, 1, Column.DATE)
    press(Qt.Key.Key_F2)
    write("12/2023")
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(review.decided) as told:
        press(Qt.Key.Key_Return, modifiers=CONTROL)
    decisions = told.args[0]
    choices = review.model.choices
    assert decisions[choices[1].project.id] == Ended(PartialDate(2023, 12))
    assert decisions[choices[4].project.id] == Continued(PartialDate(2027, 12, 31))
    assert choices[5].project.id not in decisions
    assert len(decisions) == 5


def test_wrong_dates_are_corrected_by_keyboard(review, qtbot):
    go_to(review, 2, Column.ACT)
    press(Qt.Key.Key_Return)
    pick(ReviewAct.CORRECT)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == tr("Right end date: {name}", name=NAMES[2])
    write("12/2027")
    press(Qt.Key.Key_Return)
    wrong = trn("{n} date is corrected", "{n} dates are corrected", 1)
    assert review._counts.text() == f"5 päätetään, {wrong}"
    with qtbot.waitSignal(review.decided) as told:
        press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert told.args[0][review.model.choices[2].project.id] == Corrected(PartialDate(2027, 12))


def test_a_date_corrected_into_the_past_is_doubted_and_taken():
    choice = Choice.proposed(OVERDUE[0]).with_act(ReviewAct.CORRECT).with_date("2025")
    assert choice.doubt(TODAY) == "2025 on jo mennyt."
    assert choice.decision(TODAY) == Corrected(PartialDate(2025))
    same = choice.with_date(str(OVERDUE[0].end))
    assert tr("{date} is the recorded end date already.", date=OVERDUE[0].end) in same.fault(TODAY)
    assert same.with_act(ReviewAct.END).date_text == str(OVERDUE[0].end)


def test_a_date_corrected_to_before_the_start_is_refused():
    circwaste = next(project for project in OVERDUE if project.acronym == "CIRCWASTE")
    choice = Choice.proposed(circwaste).with_act(ReviewAct.CORRECT).with_date("2015")
    assert "Päättyminen on ennen alkua (2016)." in choice.fault(TODAY)


def test_typing_in_a_date_opens_it(review):
    go_to(review, 0, Column.DATE)
    write("2")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    write("023")
    press(Qt.Key.Key_Return)
    assert review.model.choices[0].date_text == "2023"


def test_a_new_end_may_be_written_in_words(review):
    go_to(review, 1, Column.ACT)
    press(Qt.Key.Key_Return)
    pick(ReviewAct.CONTINUE)
    for letter in "keväällä 2027":
        strike(QApplication.focusWidget(), letter)
    press(Qt.Key.Key_F4)
    assert isinstance(QApplication.activePopupWidget(), CalendarPopup)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)
    choice = review.model.choices[1]
    assert choice.until == "kevät 2027"
    assert choice.decision(TODAY).end == PartialDate(2027, season=Season.SPRING)


def test_date_being_typed_is_saved_by_control_enter(review, qtbot):
    go_to(review, 0, Column.DATE)
    press(Qt.Key.Key_Return)
    write("11/2022")
    with qtbot.waitSignal(review.decided) as told:
        press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert told.args[0][review.model.choices[0].project.id] == Ended(PartialDate(2022, 11))


def test_escape_gives_the_date_up(review):
    go_to(review, 0, Column.DATE)
    press(Qt.Key.Key_F2)
    write("2029")
    press(Qt.Key.Key_Escape)
    assert review.model.choices[0].date_text == "12/2022"
    assert review.table.hasFocus()


def test_escape_gives_the_act_up(review, qtbot):
    go_to(review, 0, Column.ACT)
    press(Qt.Key.Key_F2)
    assert QApplication.activePopupWidget() is not None
    press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert review.model.choices[0].act is ReviewAct.END
    qtbot.waitUntil(review.table.hasFocus)
    assert not [combo for combo in review.table.findChildren(QComboBox) if combo.isVisible()]


def test_leaving_for_later_by_the_act_unchecks(review):
    go_to(review, 0, Column.ACT)
    press(Qt.Key.Key_F2)
    pick(ReviewAct.LATER)
    check = review.model.index(0, Column.CHECK).data(Qt.ItemDataRole.CheckStateRole)
    assert check is Qt.CheckState.Unchecked
    assert not review.model.index(0, Column.DATE).flags() & Qt.ItemFlag.ItemIsEditable


def test_clicks(review):
    def click(column):
        place = review.table.visualRect(review.model.index(0, column)).center()
        QTest.mouseClick(review.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()

    click(Column.CHECK)
    assert review.model.choices[0].act is ReviewAct.LATER
    click(Column.CHECK)
    assert review.model.choices[0].act is ReviewAct.END
    click(Column.DATE)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    click(Column.ACT)
    assert QApplication.activePopupWidget() is not None


def test_wrong_date_is_marked_and_saving_goes_to_it(review, qtbot):
    review.model.choose(2, review.model.choices[2].with_date("31.2.2026"))
    spoken = review.model.index(2, Column.DATE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Virhe: 31.2.2026 Helmikuussa 2026 ei ole 31. päivää.")
    with qtbot.assertNotEmitted(review.decided):
        press(Qt.Key.Key_Return, modifiers=CONTROL)
    current = review.table.currentIndex()
    assert (current.row(), current.column()) == (2, Column.DATE)
    assert review.table.hasFocus()
    assert review._counts.text().startswith("Ei tallennettu. Helmikuussa 2026")
    write("2/2026")
    press(Qt.Key.Key_Return)
    assert review._counts.text() == "6 päätetään"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "Päivä puuttuu."),
        ("2025", "2025 on jo mennyt."),
        ("huomenna", "ei ole päivämäärä"),
        ("2015", "Päättyminen on ennen alkua (2016)."),
    ],
)
def test_new_end_that_cannot_stand_is_refused(review, qtbot, text, part):
    review.model.choose(1, review.model.choices[1].with_act(ReviewAct.CONTINUE).with_date(text))
    with qtbot.assertNotEmitted(review.decided):
        review.save()
    assert part in review._counts.text()


def test_missing_new_end_is_no_error_before_saving_was_tried(review):
    choice = review.model.choices[1].with_act(ReviewAct.CONTINUE)
    review.model.choose(1, choice)
    assert review.model.visible_fault(choice) == ""
    review.save()
    assert "Päivä puuttuu." in review.model.visible_fault(choice)


def test_ending_in_the_future_is_doubted_and_taken(review, qtbot):
    choice = review.model.choices[0].with_date("2027")
    assert choice.doubt(TODAY) == "Päivä on tulevaisuudessa."
    review.model.choose(0, choice)
    with qtbot.waitSignal(review.decided):
        review.save()


def test_batch(review):
    review._all.click()
    assert review._all.checkState() is Qt.CheckState.Unchecked
    assert review._counts.text() == "6 jää myöhemmäksi"
    assert not review._save.isEnabled()
    assert "tallennettavaa ei ole" in review._save.toolTip()
    review.model.toggle(3)
    assert review._all.checkState() is Qt.CheckState.PartiallyChecked
    review._all.click()
    assert review._all.checkState() is Qt.CheckState.Checked
    review.model.choose(0, review.model.choices[0].with_act(ReviewAct.CONTINUE).with_date("x"))
    review._end.click()
    assert [choice.act for choice in review.model.choices] == [ReviewAct.END] * 6
    assert review.model.choices[0].date_text == "12/2022"
    review._later.click()
    assert [choice.act for choice in review.model.choices] == [ReviewAct.LATER] * 6


def test_taking_a_project_up_again_brings_its_act_and_date_back():
    choice = Choice.proposed(OVERDUE[0]).with_act(ReviewAct.CONTINUE).with_date("2028")
    again = replace(replace(choice, is_taken=False), is_taken=True)
    assert (again.act, again.date_text) == (ReviewAct.CONTINUE, "2028")
    assert choice.with_act(ReviewAct.END).date_text == str(OVERDUE[0].end)


def test_choices_of_projects_that_stay_are_kept(review):
    review.model.choose(4, review.model.choices[4].with_act(ReviewAct.CONTINUE).with_date("2028"))
    kept = review.model.choices[4].project.id
    review.table.make_current(4)
    review.show_projects([project for project in OVERDUE if project.acronym != "TASSI"], TODAY)
    assert [choice.act for choice in review.model.choices].count(ReviewAct.CONTINUE) == 1
    assert review.table.current_id == kept
    review.show_projects([replace(project, end=PartialDate(2020)) for project in OVERDUE], TODAY)
    assert {choice.date_text for choice in review.model.choices} == {"2020"}


def test_cancel_drops_the_choices(review, qtbot):
    review.model.toggle(0)
    with qtbot.waitSignal(review.cancelled):
        review._cancel.click()
    assert review._counts.text() == "6 päätetään"


def test_open_selected_project(review, qtbot):
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(review.open_requested) as told:
        review._open.click()
    assert told.args == [review.model.choices[1].project.id]


def test_nothing_overdue_is_said_calmly(show, qtbot):
    review = show([])
    said = [each.text() for each in review.findChildren(type(review._counts)) if each.isVisible()]
    assert "Ei ohitettuja päättymispäiviä" in said
    with qtbot.assertNotEmitted(review.decided):
        review.save()


def test_f2_is_for_the_review_and_not_for_the_window(review):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(review.table, event)
    assert event.isAccepted()


def test_tab_leaves_the_table(review):
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is review._open


def test_two_thousand_rows_are_painted_without_a_widget_each(show, qtbot):
    review = show(many(2000))
    assert len(review.model.choices) == 2000
    widgets = len(review.findChildren(QWidget))
    assert widgets < 60
    press(Qt.Key.Key_End, modifiers=CONTROL)
    assert review.table.currentIndex().row() == 1999
    review.model.choose(1500, review.model.choices[1500].with_date("31.2.2026"))
    review.table.make_current(0)
    review.save()
    assert review.table.currentIndex().row() == 1500
    assert len(review.findChildren(QWidget)) <= widgets + 1
    review._end.click()
    with qtbot.waitSignal(review.decided) as told:
        review.save()
    assert len(told.args[0]) == 2000


def test_name_with_markup_is_plain(show):
    review = show([replace(OVERDUE[0], name="<b>Hanke</b>", acronym="")])
    assert "&lt;b&gt;" in review.model.index(0, Column.PROJECT).data(Qt.ItemDataRole.ToolTipRole)
    assert isinstance(review.font(), QFont)
