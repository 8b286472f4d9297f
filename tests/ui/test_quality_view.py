"""The data-quality view and the warnings under fields, in the real window with a real register."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.parts import Attachment
from hankeapp.domain.problems import Problem, Rule
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query, View
from hankeapp.domain.values import RowState
from hankeapp.services.duplicates import Duplicate
from hankeapp.services.quality import Finding, Found
from hankeapp.translation import tr
from hankeapp.ui.past_dialog import PastDay
from hankeapp.ui.quality_model import QualityModel
from hankeapp.ui.quality_notes import DuplicateWarning
from hankeapp.ui.quality_view import QualityView
from tests.ui.accessible import nameless

pytestmark = pytest.mark.usefixtures("qapp", "look")


@pytest.fixture
def quality(person):
    return person.workspace.quality


def finding(rule, *names):
    found = [
        Found(ProjectId(f"{at:032x}"), f"H-2026-{at:03}", name, Problem(rule, "end", f"{name} on väärin."))
        for at, name in enumerate(names, 1)
    ]
    return Finding(rule, found)


FINDINGS = [finding(Rule.OVERDUE, "Aukio", "Satama"), finding(Rule.NO_UNIT, "Aukio", "Ranta", "Satama")]


@pytest.fixture
def view(qtbot):
    view = QualityView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show_findings(FINDINGS)
    with qtbot.waitActive(view):
        view.show()
    view.take_focus()
    view.opened = []
    view.open_requested.connect(view.opened.append)
    return view


def texts(view):
    return [view.model.index(row).data() for row in range(view.model.rowCount())]


def press(view, *keys):
    for key in keys:
        QTest.keyClick(view.list, key)


def current(view):
    return view.list.currentIndex().data()


def find_problems(person):
    """Go to the view of all problems, and wait until they have been found."""
    person.choose("quality")
    person.finish_tasks()


# --- the list


def test_contradictions_are_open_and_what_is_missing_is_not(view):
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert texts(view) == ["Päättymispäivä ohitettu", "Aukio", "Satama", "Vastuuyksikkö puuttuu"]
    assert current(view) == "Päättymispäivä ohitettu"


def test_problems_are_opened_and_closed_by_the_keyboard(view):
    press(view, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert texts(view)[3:] == ["Vastuuyksikkö puuttuu", "Aukio", "Ranta", "Satama"]
    assert current(view) == "Vastuuyksikkö puuttuu"
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert current(view) == "Vastuuyksikkö puuttuu"
    press(view, Qt.Key.Key_Left)
    assert len(texts(view)) == 4
    press(view, Qt.Key.Key_Right)
    assert len(texts(view)) == 7
    press(view, Qt.Key.Key_Enter)
    assert len(texts(view)) == 4
    press(view, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert texts(view) == ["Päättymispäivä ohitettu", "Vastuuyksikkö puuttuu"]


def test_a_click_opens_a_problem_and_only_selects_a_project(view):
    place = view.list.visualRect(view.model.index(3)).center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(texts(view)) == 7
    QTest.mouseClick(
        view.list.viewport(), Qt.MouseButton.LeftButton, pos=view.list.visualRect(view.model.index(1)).center()
    )
    assert (current(view), view.opened) == ("Aukio", [])


def test_enter_opens_a_project(view):
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert view.opened == [FINDINGS[0].projects[1]]


def test_the_current_row_stays_when_the_register_is_read_again(view):
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down)
    view.show_findings([finding(Rule.ENDED_WITHOUT_END, "Uusi"), *FINDINGS])
    assert current(view) == "Satama"
    view.show_findings([replace(FINDINGS[0], projects=FINDINGS[0].projects[:1])])
    assert current(view) == "Päättymispäivä ohitettu"
    view.show_findings([FINDINGS[1]])
    assert current(view) == "Vastuuyksikkö puuttuu"


def test_what_was_found_stays_while_it_is_looked_for_anew(view):
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down)
    view.tell_looking()
    assert view._sentence.text() == tr("Problems are being looked for.")
    assert current(view) == "Satama"
    view.show_findings([])
    view.tell_looking()
    assert view.list.isVisible()


def test_what_is_opened_stays_open(view):
    press(view, Qt.Key.Key_End, Qt.Key.Key_Return)
    view.show_findings(FINDINGS)
    assert len(texts(view)) == 7


def test_rows_are_read_whole(view):
    def spoken(row):
        return view.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken(0) == "Päättymispäivä ohitettu, 2 hanketta, avattu"
    assert spoken(1) == "Aukio, H-2026-001. Aukio on väärin."
    assert spoken(3) == "Vastuuyksikkö puuttuu, 3 hanketta, suljettu"
    assert nameless(view) == []


def test_markup_in_a_name_is_only_text():
    model = QualityModel()
    model.show_findings([finding(Rule.OVERDUE, "<b>Aukio")])
    assert "&lt;b&gt;Aukio" in model.index(1).data(Qt.ItemDataRole.ToolTipRole)


def test_without_problems_it_says_so(view):
    view.show_findings([])
    assert not view.list.isVisible()
    left = []
    view.left.connect(lambda: left.append(True))
    view._nothing.acted.emit()
    assert left == [True]


def test_how_many_projects_are_meant(view):
    assert view._sentence.text() == "3 hankkeessa on tarkistettavaa. Huomautukset eivät estä tallentamista."


def test_its_picture(keep):
    shown = QualityView()
    shown.show_findings([*FINDINGS, finding(Rule.SIMILAR_NAME, "Meri-Porin ja keskustan joukkoliikenne " * 4)])
    keep(shown, "quality", 1180, 700)


@pytest.mark.parametrize("read_only", [False, True])
def test_nobody_is_told_apart_in_a_register_to_be_read_only(qtbot, read_only):
    duplicate = Duplicate(Rule.SAME_CODE, ProjectId("1"), "H-2026-001", "Satama")
    warning = DuplicateWarning(duplicate, read_only=read_only)
    qtbot.addWidget(warning)
    warning.show()
    assert warning.words.text == "Sama tunnus on hankkeella ”Satama” (H-2026-001)."
    assert warning.open.isVisible()
    assert warning.apart.isVisible() is not read_only


class Windows(QObject):
    """Sees what is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.seen.append(watched)
        return False


@pytest.mark.parametrize("read_only", [False, True])
def test_no_part_of_a_warning_is_shown_before_it_has_its_place(qtbot, qapp, read_only):
    windows = Windows()
    qapp.installEventFilter(windows)
    duplicate = Duplicate(Rule.SAME_CODE, ProjectId("1"), "H-2026-001", "Satama")
    qtbot.addWidget(DuplicateWarning(duplicate, read_only=read_only))
    qapp.removeEventFilter(windows)
    assert windows.seen == []


# --- in the window


def test_from_a_problem_to_its_field(person, quality):
    find_problems(person)
    assert quality.is_shown
    assert person.focus is quality.view.list
    rows = quality.view.model.rows
    assert len([row for row in rows if row.finding.rule is Rule.OVERDUE]) == 1 + 9
    title = rows[1].found.title
    person.press("Down")
    person.press("Return")
    assert not quality.is_shown
    assert person.shown.title == title
    assert isinstance(person.focus, QLineEdit)
    assert person.focus.objectName() == "end"


def test_from_a_picture_without_words_to_its_row(person, quality):
    person.select("CIRCWASTE")
    register = person.workspace.register
    files = [Attachment(name=name, sha256="0" * 64) for name in ("päätös.pdf", "ranta.jpg")]
    project = register.parts.save(person.shown, "attachments", files)
    (problem,) = (each for each in register.quality.problems(project) if each.rule is Rule.NO_ALT_TEXT)
    quality.view.open_requested.emit(Found(project.id, project.number, project.title, problem))
    assert "ranta.jpg" in person.focus.accessibleName()


def test_a_problem_that_is_solved_is_gone(person, quality):
    find_problems(person)
    person.press("Down")
    person.press("Return")
    person.write("end", "2030")
    find_problems(person)
    assert len([row for row in quality.view.model.rows if row.finding.rule is Rule.OVERDUE]) == 1 + 8
    person.choose("undo")
    person.finish_tasks()
    assert len([row for row in quality.view.model.rows if row.finding.rule is Rule.OVERDUE]) == 1 + 9


def test_the_window_goes_on_while_problems_are_looked_for(person, quality):
    (overdue, *_) = person.workspace.register.ids(Query(View.OVERDUE))
    person.view(View.ALL)
    quality.show()  # nothing is handed over before the window comes to it
    assert quality.is_shown
    assert quality.view._sentence.text() == tr("Problems are being looked for.")
    assert quality.view.model.rows == []
    assert not quality.view._open.isEnabled()
    register = person.workspace.register
    register.save(*register.projects([overdue]), {"end": PartialDate(2030)})
    for _ in range(2):  # what was changed meanwhile is looked at afterwards
        person.finish_tasks()
    assert quality.view._sentence.text() != tr("Problems are being looked for.")
    assert len([row for row in quality.view.model.rows if row.finding.rule is Rule.OVERDUE]) == 1 + 8


def test_problems_that_are_found_after_the_view_was_left_wait_for_it(person, quality):
    quality.show()
    person.press("Escape")
    person.finish_tasks()
    assert not quality.is_shown
    assert quality.view.model.rows == []
    find_problems(person)
    assert quality.view.model.rows


def test_no_other_project_is_edited_in_the_place_of_one_that_went(person, quality):
    person.select("Inklusiivinen")
    find_problems(person)
    person.press("Down")
    found = quality.view.model.rows[1].found
    person.workspace.register.throw_away([found.id])
    quality.view.list.open_current()  # before it is known that the problem went too
    person.settle()
    assert not quality.is_shown
    assert not person.workspace.detail.isAncestorOf(person.focus)


def test_closing_the_register_while_problems_are_looked_for(person, quality):
    quality.show()
    person.choose("close")
    person.finish_tasks()
    assert person.window.workspace is None


def test_escape_leads_back_to_the_projects(person, quality):
    person.view(View.ACTIVE)
    find_problems(person)
    person.press("Escape")
    assert not quality.is_shown
    assert person.workspace.list.query.view is View.ACTIVE
    assert person.focus is person.workspace.list.view


def test_a_search_and_a_view_lead_back_to_the_projects(person, quality):
    find_problems(person)
    person.search("kierto")
    assert not quality.is_shown
    find_problems(person)
    person.view(View.ENDED)
    assert not quality.is_shown


def test_a_click_on_the_view_that_is_chosen_leads_back(person, quality):
    find_problems(person)
    sidebar = person.workspace.sidebar.tree
    place = sidebar.visualRect(sidebar.currentIndex()).center()
    QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not quality.is_shown


def test_contradictions_stand_under_their_fields(person, quality):
    person.select("Inklusiivinen")
    assert quality.notes.said == {}
    person.write("start", "2021")
    person.write("end", "2027")
    assert quality.notes.said == {"start": "2021–2027 on ohjelmakausi. Tarkista, että se on myös hankkeen kesto."}
    editor = person.workspace.detail.page.form.editors["start"]
    assert editor.widget.accessibleDescription() == quality.notes.said["start"]
    assert person.shown.end == PartialDate(2027)
    person.write("end", "2026")
    assert quality.notes.said == {}
    assert editor.widget.accessibleDescription() == ""


def test_a_new_project_with_a_name_that_is_there(person, quality, qtbot):
    there = next(title for title in person.listed if title.startswith("Ikäystävällinen"))
    person.begin("Ikäystvällinen Pori")
    assert person.shown.name == "Ikäystvällinen Pori"
    qtbot.waitUntil(lambda: bool(quality.notes.duplicates))
    (warning,) = quality.notes.duplicates
    assert warning.words.text == "Nimi on samankaltainen kuin hankkeella ”Ikäystävällinen Pori” (H-2026-012)."
    assert nameless(person.workspace.detail) == []
    warning.open.click()
    assert person.shown.title == there


def test_not_a_duplicate_is_remembered_and_can_be_taken_back(person, quality, qtbot):
    person.begin("Ikäystävällinen Pori")
    qtbot.waitUntil(lambda: bool(quality.notes.duplicates))
    quality.notes.duplicates[0].apart.click()
    qtbot.waitUntil(lambda: not quality.notes.duplicates)
    assert Rule.SIMILAR_NAME not in {each.rule for each in person.workspace.register.quality.findings()}
    person.choose("undo")
    qtbot.waitUntil(lambda: bool(quality.notes.duplicates))


def test_in_a_large_register_only_what_is_written_is_compared(person, quality, qtbot, monkeypatch):
    person.begin("Ikäystävällinen Pori")
    qtbot.waitUntil(lambda: bool(quality.notes.duplicates))
    monkeypatch.setattr("hankeapp.services.quality.QUICKLY_COMPARED", 10)
    person.select("Inklusiivinen")
    person.select("Ikäystävällinen")
    assert not quality.notes._pause.isActive()
    assert not quality.notes.duplicates
    person.write("acronym", "IYP")
    qtbot.waitUntil(lambda: bool(quality.notes.duplicates))


def test_of_a_past_day_nothing_is_warned(person, quality, qtbot):
    person.begin("Ikäystävällinen Pori")
    person.write("start", "2021")
    person.write("end", "2027")
    qtbot.waitUntil(lambda: bool(quality.notes.duplicates))
    assert quality.notes.said
    person.workspace.past.show(PastDay(person.workspace.register.today(), is_known=True))
    person.select("Ikäystävällinen")
    assert not quality.notes.said
    assert not quality.notes.duplicates
    assert not quality.notes._pause.isActive()
    assert not person.window.commands["quality"].isEnabled()


def test_of_a_project_in_the_trash_nothing_is_warned(person, quality):
    person.select("Inklusiivinen")
    person.write("start", "2021")
    person.write("end", "2027")
    assert quality.notes.said
    person.workspace.detail.show_project(replace(person.shown, state=RowState.TRASH))
    quality.follow()
    assert not quality.notes.said


def test_closing_the_register_while_names_are_to_be_compared(person, qtbot):
    person.select("Ikäystävällinen")
    person.choose("close")
    qtbot.wait(200)
    assert person.window.workspace is None
