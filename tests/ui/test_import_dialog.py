"""The import review on the real example page: decided one by one, corrected in place, by keyboard alone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.matches import MatchedBy
from hankeapp.domain.page import PageLayout, PageSection
from hankeapp.domain.proposals import Alternative, Certainty, Proposal, Reading, Suggestion
from hankeapp.domain.query import Query
from hankeapp.domain.status import Status
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.services import opening
from hankeapp.services.comparing import PARTS
from hankeapp.services.import_entries import Verdict
from hankeapp.services.import_sources import ImportSource
from hankeapp.services.intake import prepare_alone
from hankeapp.services.kept_imports import KeptImport
from hankeapp.services.sources import read_file
from hankeapp.translation import tr, trn
from hankeapp.ui import questions
from hankeapp.ui.import_dialog import ImportDialog, Leave
from hankeapp.ui.import_model import CandidateModel
from hankeapp.ui.import_slots import slots
from hankeapp.ui.kept_imports_dialog import KeptImportsDialog
from hankeapp.ui.project_finder import ProjectFinder
from tests.ui.accessible import faults
from tests.ui.fitting import misfits, settle
from tests.ui.person import button, strike

CONTROL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def reading():
    return read_file(EXAMPLE_PAGE)


@pytest.fixture
def show(qtbot, reading):
    def shown(what=None, review=None, register=None) -> ImportDialog:
        dialog = ImportDialog(review or prepare_alone(what or reading), register)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return shown


@pytest.fixture
def register(tmp_path, desk):
    register = opening.create(tmp_path / "r.hanke", desk)
    yield register
    register.close()


def press(*keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def write(dialog, key, text):
    """Put a text into a field and leave it."""
    dialog.fields.form.reach(key)
    QApplication.focusWidget().selectAll()
    press(Qt.Key.Key_Delete)
    for letter in text:
        strike(QApplication.focusWidget(), letter)
    press(Qt.Key.Key_Tab)


def page(*texts, remarks=(), page_remarks=(), certainty=Certainty.CERTAIN):
    layout = PageLayout("", (PageSection("Aktiiviset hankkeet:", Status.ACTIVE),), "", "\n\n", (), "utf-8")
    proposals = tuple(
        Proposal(
            text=text,
            status=Status.ACTIVE,
            order=at,
            suggestions=(Suggestion(field="name", value=text[:9], span=(0, 9), certainty=certainty),),
            remarks=remarks,
            is_paragraph=True,
        )
        for at, text in enumerate(texts, 1)
    )
    return Reading(layout=layout, proposals=proposals, remarks=page_remarks, source="hankkeet.txt")


def row_of(dialog, name):
    return next(row for row, each in enumerate(dialog.review.entries) if name in each.title)


def go_to(dialog, name):
    dialog.list.setCurrentIndex(dialog.model.index(row_of(dialog, name)))


def taken(dialog):
    return [each.title for each in dialog.review.accepted]


def verdicts(dialog):
    return [each.verdict for each in dialog.review.entries]


def test_nothing_is_accepted_at_first_and_then_one_after_another(show):
    dialog = show(page("Jokiranta.", "Satamatie.", "Uimahalli."))
    assert (dialog._count.text(), dialog.add.isEnabled()) == (tr("{n} / {of} looked at", n=0, of=3), False)
    press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert (dialog.row, taken(dialog), dialog._bar.value()) == (1, ["Jokiranta"], 1)
    press(Qt.Key.Key_Delete)
    assert dialog.row == 2
    press(Qt.Key.Key_Up, modifiers=ALT)
    assert dialog.row == 1
    press(Qt.Key.Key_Down, modifiers=ALT)
    press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert verdicts(dialog) == [Verdict.ACCEPTED, Verdict.LEFT_OUT, Verdict.ACCEPTED]
    assert QApplication.focusWidget() is dialog.add
    press(Qt.Key.Key_Space)
    assert (dialog.left, dialog.result()) == (Leave.ADD, ImportDialog.DialogCode.Accepted)


def test_space_accepts_and_takes_back_and_so_does_a_click_on_the_sign(show):
    dialog = show(page("Jokiranta.", "Satamatie."))
    press(Qt.Key.Key_Space)
    assert taken(dialog) == ["Jokiranta"]
    press(Qt.Key.Key_Space)
    assert taken(dialog) == []
    row = dialog.list.visualRect(dialog.model.index(1))
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(18, row.center().y()))
    assert taken(dialog) == ["Satamatie"]
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert taken(dialog) == ["Satamatie"]


def test_escape_leaves_it_for_later(show):
    dialog = show(page("Jokiranta."))
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    press(Qt.Key.Key_Escape)
    assert (dialog.left, dialog.isVisible()) == (Leave.LATER, False)


def test_discarding_is_asked_about(show):
    dialog = show(page("Jokiranta."))
    questions.answer_next("keep", "discard")
    dialog.discard.click()
    assert dialog.isVisible()
    dialog.discard.click()
    assert dialog.left is Leave.DISCARD


def test_all_certain_ones_are_accepted_together_and_then_the_rest(show, reading):
    dialog = show()
    certain = [each.title for each in dialog.review.entries if each.is_certain]
    assert 0 < len(certain) < 30
    assert dialog.several.text() == tr("Accept all certain ({n})", n=len(certain))
    dialog.several.click()
    assert taken(dialog) == certain
    assert dialog.several.text() == tr("Accept the rest ({n})", n=30 - len(certain))
    dialog.several.click()
    assert len(taken(dialog)) == 30
    assert not dialog.several.isVisible()


def test_a_field_is_corrected_in_place(show):
    dialog = show(page("Jokiranta: vihreää."))
    write(dialog, "name", "Jokirannan puisto")
    write(dialog, "start", "5/2026")
    write(dialog, "unit", "Kaupunkikehitys")
    (entry,) = dialog.review.entries
    told = {each.field: each for each in entry.changes}
    assert (told["name"].value, str(told["unit"].value)) == ("Jokirannan puisto", "Kaupunkikehitys")
    assert (told["start"].value, told["start"].is_certain) == (PartialDate(2026, 5), True)
    assert dialog.model.candidate(0).title == "Jokirannan puisto"
    write(dialog, "unit", "")
    assert "unit" not in {each.field for each in dialog.review.entries[0].changes}


def test_what_cannot_be_read_is_explained_and_keeps_the_project_out(show):
    dialog = show(page("Jokiranta.", "Satamatie."))
    press(Qt.Key.Key_Space)
    write(dialog, "start", "31.2.2026")
    assert taken(dialog) == []
    row = next(each for each in dialog.fields.form.rows if "start" in each.slot.keys)
    assert "31" in row._error.text
    press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert (dialog.row, taken(dialog)) == (0, [])
    assert QApplication.focusWidget().objectName() == "start"
    assert dialog.fields.remarks.isVisible()
    dialog.several.click()
    assert taken(dialog) == ["Satamatie"]
    dialog.list.setCurrentIndex(dialog.model.index(1))
    dialog.list.setCurrentIndex(dialog.model.index(0))
    assert row.editors["start"].content == "31.2.2026"
    write(dialog, "start", "28.2.2026")
    press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert "Jokiranta" in taken(dialog)


def test_a_project_without_a_name_or_with_its_end_before_its_start_is_kept_out(show):
    dialog = show(page("Jokiranta."))
    write(dialog, "name", "")
    press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert taken(dialog) == []
    write(dialog, "name", "Jokiranta")
    write(dialog, "start", "2026")
    write(dialog, "end", "2020")
    press(Qt.Key.Key_Return, modifiers=CONTROL)
    assert (taken(dialog), QApplication.focusWidget().objectName()) == ([], "end")


def test_alternatives_are_buttons(show):
    dialog = show()
    go_to(dialog, "CIRCWASTE")
    button(dialog, "2016–2021").click()
    told = {each.field: each for each in dialog.review.entries[dialog.row].findings}
    assert (told["end"].value, told["end"].is_certain) == (PartialDate(2021), True)
    assert told["time_text"].value == "vuosina 2016–2021"
    chosen = [each.text() for each in dialog.fields.findChildren(QPushButton) if each.property("kind") == "primary"]
    assert chosen == ["2016–2021"]
    row = next(each for each in dialog.fields.form.rows if "end" in each.slot.keys)
    assert row.editors["end"].content == "2021"
    dialog.fields.form.reach("end")
    assert "2016–2021" in dialog.text.marked_text()
    write(dialog, "end", "31.2.2021")
    assert dialog.review.problem(dialog.row) is not None
    button(dialog, "2021–2023").click()
    assert (row.editors["end"].content, row.editors["end"].error) == ("2023", "")
    assert row.editors["end"].widget.accessibleDescription() == f"{Certainty.CERTAIN.label}. {tr('You chose this.')}"
    assert dialog.review.problem(dialog.row) is None


def test_what_is_uncertain_is_reached_from_the_queue(show):
    dialog = show()
    go_to(dialog, "CIRCWASTE")
    doubts = dialog.fields.doubts()
    assert (doubts[:2], dialog.doubt.text()) == (["areas", "start"], tr("Next uncertain ({n})", n=len(doubts)))
    press(Qt.Key.Key_Return)
    reached = [QApplication.focusWidget().objectName()]
    for _ in doubts:
        press(Qt.Key.Key_F8)
        reached.append(QApplication.focusWidget().objectName())
    assert reached == [*doubts, doubts[0]]
    dialog.list.setFocus()
    go_to(dialog, "Uudet lukutaidot")
    assert not dialog.doubt.isVisible()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "name"
    row = dialog.list.visualRect(dialog.model.index(row_of(dialog, "CIRCWASTE")))
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 20, row.center().y()))
    assert QApplication.focusWidget().objectName() == "areas"


def test_where_in_a_table_a_project_stands(show):
    (proposal,) = page("Jokiranta.").proposals
    rows = [replace(proposal, is_paragraph=False, row=at, sheet="Hankkeet", order=at) for at in (2, 1207)]
    dialog = show(Reading(proposals=tuple(rows), remarks=("Koodaus.",), source="h.xlsx"))
    dialog.list.setCurrentIndex(dialog.model.index(1))
    told = [tr("sheet “{name}”", name="Hankkeet"), tr("row {n}", n="1\N{NO-BREAK SPACE}207")]
    assert dialog._place.text() == " · ".join(["h.xlsx", *told])
    assert dialog.text.accessibleName() == tr("Source")


def test_a_tick_of_a_row_says_its_name_once(show):
    dialog = show()
    go_to(dialog, "CIRCWASTE")
    (row,) = (each for each in dialog.fields.form.rows if "fundings#1.is_partial" in each.editors)
    assert row._name.text() == ""
    assert row.first.text() == row.first.accessibleName().rpartition(": ")[2]


@pytest.mark.parametrize("name", ["Liveability", "Mahanpuruja"])
def test_a_long_alternative_pushes_nothing_out_of_sight(show, name):
    dialog = show()
    go_to(dialog, name)
    QApplication.processEvents()
    form = dialog.fields.form
    buttons = [each for each in form.findChildren(QPushButton) if each.isVisibleTo(form) and each.toolTip()]
    assert buttons
    assert all(each.toolTip() in each.accessibleName() for each in buttons)
    assert form.width() <= form.parentWidget().width()


def test_another_row_of_a_part_that_the_source_may_mean(show):
    rows = [Suggestion(field="name", value="Jokiranta", span=(0, 9))]
    other = Alternative(value="Ranta", span=(0, 9))
    rows[0] = replace(rows[0], alternatives=(other,))
    what = page("Jokiranta.")
    dialog = show(replace(what, proposals=(replace(what.proposals[0], suggestions=tuple(rows)),)))
    button(dialog, "Ranta").click()
    assert dialog.review.entries[0].title == "Ranta"
    write(dialog, "name", "Oma")
    assert not [each for each in dialog.fields.findChildren(QPushButton) if each.property("kind") == "primary"]
    button(dialog, "Jokiranta").click()
    assert dialog.review.entries[0].title == "Jokiranta"


def test_fields_of_parts_are_corrected_and_whole_rows_left_out(show):
    dialog = show()
    go_to(dialog, "CIRCWASTE")
    write(dialog, "participations#2.organisation", "Prizztech")
    write(dialog, "fundings#1.programme", "")
    entry = dialog.review.entries[dialog.row]
    told = {each.key: each.value for each in entry.changes}
    assert (str(told["participations#2"].organisation), told["fundings#1"].programme) == ("Prizztech", "")
    row = next(each for each in dialog.fields.form.rows if "periods#1" in each.slot.findings)
    row._check.click()
    assert "periods#1" not in {each.key for each in dialog.review.entries[dialog.row].changes}


def test_those_in_the_register_are_known(show, reading, register):
    register.intake.take_in(reading, reading.proposals[:2])
    dialog = show(review=register.intake.prepare(reading), register=register)
    first = dialog.model.index(0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).endswith(tr("Already in the register"))
    assert trn("{n} unchanged project", "{n} unchanged projects", 2) in dialog._foreseen.text()
    assert (dialog.row, dialog.review.settled) == (2, 2)


def test_a_changed_page_updates_field_by_field(show, register):
    register.intake.take_in(page("Jokiranta: vanha."), page("Jokiranta: vanha.").proposals)
    (project,) = register.projects(register.ids(Query()))
    dialog = show(review=register.intake.prepare(page("Jokiranta: uusi.")), register=register)
    assert dialog.fields.target.choice.currentData().id == project.id
    assert dialog.fields.target.reason == MatchedBy.NAME.reason
    (row,) = dialog.fields.form.rows
    assert row.slot.keys == ("public_text",)
    dialog.fields.form.same.click()
    assert {"name", "public_text"} < {key for each in dialog.fields.form.rows for key in each.slot.keys}
    assert next(each for each in dialog.fields.form.rows if "name" in each.editors)._sign.words == tr("Unchanged")
    dialog.fields.form.same.click()
    assert dialog.fields.form.rows == [row]
    assert "Jokiranta: vanha." in row._reason.text()
    row._check.click()
    assert dialog.model.accept(0)
    assert taken(dialog) == []
    row._check.click()
    assert taken(dialog) == ["Jokiranta"]


def test_what_the_page_said_before_is_shown_as_people_made_it(show, register):
    (project,) = register.intake.take_in(page("Jokiranta: vanha."), page("Jokiranta: vanha.").proposals)
    register.save(project, {"name": "Jokirannan raitti"})
    dialog = show(review=register.intake.prepare(page("Jokiranta: vanha.")), register=register)
    row = next(each for each in dialog.fields.form.rows if "name" in each.editors)
    assert row.editors["name"].content == "Jokirannan raitti"


def test_rows_that_people_took_away_stay_away_and_are_shown_empty(show, reading, register):
    for project in register.intake.take_in(reading, reading.proposals):
        for part in PARTS:
            if getattr(project, part):
                project = register.parts.save(project, part, ())
    dialog = show(review=register.intake.prepare(reading), register=register)
    seen = set()
    for at, entry in enumerate(dialog.review.entries):
        dialog.list.setCurrentIndex(dialog.model.index(at))
        rows = [each for each in dialog.fields.form.rows if "#" in each.slot.keys[0]]
        assert not any(each.draft or each.base for row in rows for each in row.editors.values())
        assert entry.is_unchanged
        seen |= {row.slot.keys[0].partition("#")[0] for row in rows}
    assert {"fundings", "participations", "periods"} <= seen


def test_a_person_says_that_it_is_another_project(show, register):
    register.intake.take_in(page("Jokiranta: vanha."), page("Jokiranta: vanha.").proposals)
    satama = register.add({"name": "Sataman valot"})
    dialog = show(review=register.intake.prepare(page("Jokiranta: uusi.", "Satamatie.")), register=register)
    dialog.fields.target.choice.setCurrentIndex(0)
    dialog.fields.target.choice.activated.emit(0)
    assert dialog.review.entries[0].target is None

    def find(finder):
        for letter in "sataman":
            strike(finder.search, letter)
        press_in(finder)

    def press_in(finder):
        QTest.keyClick(finder.search, Qt.Key.Key_Down)
        QTest.keyClick(finder.search, Qt.Key.Key_Return)

    for row in (0, 1):
        dialog.list.setCurrentIndex(dialog.model.index(row))
        questions.answer_next(find)
        dialog.fields.target.other.click()
    assert [each.target.id for each in dialog.review.entries] == [satama.id, satama.id]
    assert dialog.fields.target.reason == MatchedBy.PERSON.reason
    assert dialog.model.accept(0)
    assert not dialog.model.accept(1)
    (after,) = register.intake.carry_out(dialog.review)
    assert (after.id, after.name) == (satama.id, "Jokiranta")


def test_words_behind_a_field_stand_out_and_lead_to_it(show):
    dialog = show()
    go_to(dialog, "CIRCWASTE")
    seen = {}
    for row in dialog.fields.form.rows:
        row.take_focus()
        seen[row.slot.keys[0]] = dialog.text.marked_text()
    assert (seen["acronym"], seen["name"], seen["status"]) == ("CIRCWASTE", "Kohti kiertotaloutta", "")
    assert "Prizztech" in seen["participations#2.role"]
    acronym = next(each for each in dialog.fields.form.rows if each.slot.keys == ("acronym",))
    dialog.fields.form.reach("name")
    QApplication.sendEvent(acronym, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert dialog.text.marked_text() == "CIRCWASTE"
    QApplication.sendEvent(acronym, QEvent(QEvent.Type.Leave))
    assert dialog.text.marked_text() == "Kohti kiertotaloutta"
    dialog.text.setFocus()
    dialog.text.mark([(113, 145)])
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "fundings#1.funder"


def test_every_suggestion_marks_its_own_words(show, reading):
    dialog = show()
    for row, proposal in enumerate(reading.proposals):
        dialog.text.show_paragraph(reading.proposals, row)
        for each in proposal.suggestions:
            dialog.text.mark([each.span])
            shown = dialog.text.marked_text().replace("\N{NO-BREAK SPACE}", " ")
            assert shown == proposal.text[slice(*each.span)].replace("\N{NO-BREAK SPACE}", " ")


def test_emoji_and_windows_line_ends_before_a_span_do_not_move_it(show):
    text = "Hanke 1:\r\n🌍🌍 jatkuu vuoteen 2027."
    start = text.index("2027")
    dialog = show(page(text, "Hanke 2: muuta."))
    dialog.text.mark([(start, start + 4)])
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


def test_what_was_looked_for_has_a_slot_found_or_not(reading):
    nothing = Proposal(text="Teksti.", status=Status.ENDED, order=1, suggestions=())
    (entry,) = prepare_alone(replace(reading, proposals=(nothing,))).entries
    keys = [key for slot in slots(entry) for key in slot.keys]
    assert keys == ["name", "acronym", "kind", "unit", "themes", "start", "end", "status"]


def test_the_model_keeps_qts_rules(qapp, reading):
    model = CandidateModel(prepare_alone(reading))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.toggle(2)
    model.leave_out(3)
    model.accept_several(model.review.rest)
    assert tester.model() is model


def test_nothing_is_missed_in_the_windows_around(show, register, qtbot):
    register.add({"name": "Jokiranta", "end": PartialDate(2020)})
    review = register.intake.prepare(page("Jokiranta: uusi."))
    dialog = show(review=review, register=register)
    write(dialog, "start", "31.2.2026")
    kept = KeptImport(source=ImportSource("hankkeet.txt", b""), moment=NOW, settled=1, of=3, columns=None, decisions=())
    finder, half_way = ProjectFinder(register.titles), KeptImportsDialog([kept], NOW)
    for each in (dialog, finder, half_way):
        qtbot.addWidget(each)
        with qtbot.waitActive(each):
            each.show()
        settle()
        assert faults(each) + misfits(each) == []
