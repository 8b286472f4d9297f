"""The import review on the real example page: what is chosen, what is marked in the source, by keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import parts_of
from hankeapp.domain.matches import MatchedBy
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.page import PageLayout, PageSection
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Proposal, Reading, Suggestion
from hankeapp.domain.query import Query
from hankeapp.domain.status import Status
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.services import opening
from hankeapp.services.intake import prepare_alone
from hankeapp.services.sources import read_file
from hankeapp.translation import tr, trn
from hankeapp.ui import questions
from hankeapp.ui.import_dialog import ImportDialog, ask_import
from hankeapp.ui.import_model import CandidateModel, FindingModel, ItemRole, shown

CONTROL = Qt.KeyboardModifier.ControlModifier

PART_TITLES = {part.name: part.title for part in parts_of(Project)}


@pytest.fixture(scope="module")
def reading():
    return read_file(EXAMPLE_PAGE)


@pytest.fixture
def show(qtbot, reading):
    def shown(what=None, review=None) -> ImportDialog:
        dialog = ImportDialog(review or prepare_alone(what or reading))
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return shown


def press(*keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def page(*texts, remarks=(), page_remarks=()):
    layout = PageLayout("", (PageSection("Aktiiviset hankkeet:", Status.ACTIVE),), "", "\n\n", (), "utf-8")
    proposals = tuple(
        Proposal(
            text=text,
            status=Status.ACTIVE,
            order=at,
            suggestions=(Suggestion(field="name", value=text[:9], span=(0, 9)),),
            remarks=remarks,
            is_paragraph=True,
        )
        for at, text in enumerate(texts, 1)
    )
    return Reading(layout=layout, proposals=proposals, remarks=page_remarks, source="hankkeet.txt")


def row_of(dialog, name):
    return next(row for row, each in enumerate(dialog.review.entries) if name in each.title)


def taken(dialog):
    return [each.proposal for each in dialog.model.checked]


def test_all_thirty_are_taken_at_first(show, reading):
    dialog = show()
    assert len(taken(dialog)) == 30
    assert dialog._add.text() == "Lisää rekisteriin (30)"
    press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert dialog.result() == ImportDialog.DialogCode.Accepted
    assert taken(dialog) == list(reading.proposals)


def test_leaving_out_by_keyboard(show, reading):
    dialog = show()
    press(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert taken(dialog) == [each for each in reading.proposals if each.order not in {1, 3}]
    assert dialog._count.text() == "28 / 30 valittu"
    assert dialog._all.checkState() is Qt.CheckState.PartiallyChecked
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is dialog._all
    press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert taken(dialog) == []
    assert not dialog._add.isEnabled()
    press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert dialog.isVisible()


def test_enter_in_the_list_takes_nothing_in(show):
    dialog = show()
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_escape_takes_nothing_in(show):
    dialog = show()
    press(Qt.Key.Key_Escape)
    assert dialog.result() == ImportDialog.DialogCode.Rejected


def test_a_click_on_the_check_leaves_out_and_one_on_the_name_does_not(show):
    dialog = show()
    row = dialog.list.visualRect(dialog.model.index(1))
    check = QPoint(18, row.center().y())
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=check)
    assert not dialog.model.is_checked(1)
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert not dialog.model.is_checked(1)


@pytest.fixture
def register(tmp_path, desk):
    register = opening.create(tmp_path / "r.hanke", desk)
    yield register
    register.close()


def test_those_in_the_register_are_marked_and_left_out(show, reading, register):
    register.intake.take_in(reading, reading.proposals[:2])
    dialog = show(review=register.intake.prepare(reading))
    assert len(taken(dialog)) == 28
    first = dialog.model.index(0)
    assert first.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).endswith(tr("Already in the register"))
    assert trn("{n} unchanged project", "{n} unchanged projects", 2) in dialog._foreseen.text()


def test_a_changed_page_updates_field_by_field(show, register):
    register.intake.take_in(page("Jokiranta: vanha."), page("Jokiranta: vanha.").proposals)
    (project,) = register.projects(register.ids(Query()))
    what = page("Jokiranta: uusi.")
    dialog = show(review=register.intake.prepare(what))
    assert dialog.targets.currentData().id == project.id
    assert dialog._matched.text() == MatchedBy.NAME.reason
    found = [dialog._found.index(row).data(ItemRole) for row in range(dialog._found.rowCount())]
    (change,) = [each for each in found if each.is_taken]
    assert change.value == tr("{old} → {new}", old="Jokiranta: vanha.", new="Jokiranta: uusi.")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    dialog.fields.setFocus()
    dialog.fields.setCurrentIndex(dialog._found.index(found.index(change)))
    press(Qt.Key.Key_Space)
    assert taken(dialog) == []
    assert not dialog._add.isEnabled()
    press(Qt.Key.Key_Space)
    assert taken(dialog) == list(what.proposals)


def test_a_person_says_that_it_is_another_project(show, register):
    register.intake.take_in(page("Jokiranta: vanha."), page("Jokiranta: vanha.").proposals)
    dialog = show(review=register.intake.prepare(page("Jokiranta: uusi.")))
    dialog.targets.setCurrentIndex(0)
    assert [each.target for each in dialog.model.checked] == [None]
    assert dialog._matched.text() == ""


def test_words_behind_a_field_stand_out_in_the_source(show):
    dialog = show()
    dialog.list.setCurrentIndex(dialog.model.index(row_of(dialog, "CIRCWASTE")))
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.fields
    seen = {}
    for row in range(dialog._found.rowCount()):
        dialog.fields.setCurrentIndex(dialog._found.index(row))
        seen[dialog._found.index(row).data()] = dialog.text.marked_text()
    assert seen["Lyhenne"] == "CIRCWASTE"
    assert seen["Hankkeen nimi"] == "Kohti kiertotaloutta"
    assert "2023" in seen["Päättyy"]
    assert seen["Tila"] == ""


def test_parts_are_told_in_words_each_on_its_own_row(reading):
    told = [(each.title, each.value) for each in shown(prepare_alone(reading).entries[15], NO_NAMES)]
    partners = [value for title, value in told if title == PART_TITLES["participations"]]
    assert [value.partition("; ")[0].rpartition(": ")[2] for value in partners]
    assert [value.count("; ") for title, value in told if title == PART_TITLES["periods"]]
    assert [value for title, value in told if title == PART_TITLES["fundings"] and "LIFE" in value]


def test_every_suggestion_marks_its_own_words(show, reading):
    dialog = show()
    for row, proposal in enumerate(reading.proposals):
        dialog.list.setCurrentIndex(dialog.model.index(row))
        for each in proposal.suggestions:
            dialog.text.mark_suggestion(each)
            shown = dialog.text.marked_text().replace("\N{NO-BREAK SPACE}", " ")
            assert shown == proposal.text[slice(*each.span)].replace("\N{NO-BREAK SPACE}", " ")


def test_emoji_and_windows_line_ends_before_a_span_do_not_move_it(show):
    text = "Hanke 1:\r\n🌍🌍 jatkuu vuoteen 2027."
    start = text.index("2027")
    what = page(text, "Hanke 2: muuta.")
    end = Suggestion(field="end", value=PartialDate(2027), span=(start, start + 4))
    proposal = replace(what.proposals[0], suggestions=(*what.proposals[0].suggestions, end))
    dialog = show(replace(what, proposals=(proposal, what.proposals[1])))
    dialog.text.mark_suggestion(proposal.suggestions[1])
    assert dialog.text.marked_text() == "2027"


def test_markup_in_the_source_is_plain(show):
    dialog = show(page("<b>Hanke</b> ja muuta", "Toinen <i>hanke</i>"))
    assert "<b>Hanke</b> ja muuta" in dialog.text.toPlainText()


def test_remarks_stand_above(show):
    dialog = show(
        page("Hanke yksi.", remarks=("Päivää 31.2.2026 ei ole.",), page_remarks=("Luettiin Windows-1252:na.",))
    )
    said = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert "Päivää 31.2.2026 ei ole." in said
    assert "Luettiin Windows-1252:na." in said
    assert dialog.model.candidate(0).remark == "Epävarma"


def test_what_was_not_found_is_said(reading):
    nothing = Proposal(text="Teksti.", status=Status.ENDED, order=1, suggestions=())
    (entry,) = prepare_alone(replace(reading, proposals=(nothing,))).entries
    found = {each.title: each for each in shown(entry, NO_NAMES)}
    assert found["Alkaa"].certainty == "Ei löytynyt"
    assert found["Tila"].value == "Päättynyt"


def test_models_keep_qts_rules(qapp, reading):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    candidates, found = CandidateModel(prepare_alone(reading)), FindingModel()
    testers = [QAbstractItemModelTester(candidates, mode), QAbstractItemModelTester(found, mode)]
    candidates.toggle(2)
    candidates.check_all(checked=False)
    found.show_findings(shown(candidates.review.entries[0], NO_NAMES))
    assert found.index(0).data(ItemRole).title == "Hankkeen nimi"
    assert len(testers) == 2


def test_asking_goes_through_the_seam(qapp, reading):
    def leave_first_out(dialog):
        dialog.model.toggle(0)
        dialog.accept()

    questions.answer_next(leave_first_out, lambda dialog: dialog.reject())
    review = prepare_alone(reading)
    assert ask_import(review, NO_NAMES, None)
    assert [each.proposal for each in review.accepted] == list(reading.proposals[1:])
    assert not ask_import(prepare_alone(reading), NO_NAMES, None)
    assert len(questions.asked()) == 2


def test_what_is_certain_is_accepted_together(show, reading):
    dialog = show()
    assert not dialog._certain.isVisible()
    dialog.model.check_all(checked=False)
    certain = [each.proposal for each in dialog.review.entries if each.is_certain]
    assert 0 < len(certain) < 30
    assert dialog._certain.text() == tr("Accept all certain ({n})", n=len(certain))
    dialog._certain.click()
    assert taken(dialog) == certain
    assert not dialog._certain.isVisible()
    assert QApplication.focusWidget() is dialog.list
