"""The form: built from the declaration, labelled for eyes and ears, laid out for wide and narrow panes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Group, fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.status import Ending, Outcome, Status, activate, end
from hankeapp.ui import status_words
from hankeapp.ui.form import DURATION, STATUS, Form
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.project_rows import LABEL_WIDTH
from tests.ui.accessible import nameless
from tests.ui.samples import TODAY, projects

ILPI = next(project for project in projects() if project.acronym == "ILPI")
ICC = next(project for project in projects() if project.acronym == "ICC")
HEALINT = next(project for project in projects() if project.name == "Healint")


@pytest.fixture
def form(qtbot):
    form = Form()
    qtbot.addWidget(form)
    form.resize(690, 1200)
    with qtbot.waitActive(form):
        form.show()
    for name, editor in form.editors.items():
        editor.show(getattr(ILPI, name))
    form.show_facts(ILPI, TODAY)
    QApplication.processEvents()
    return form


def row_of(form, name):
    widget = form.status.chip if name == STATUS else form.editors[name].widget
    return next(row for section in form.sections for row in section.rows if row.isAncestorOf(widget))


def top(form, widget):
    return widget.mapTo(form, QPoint(0, 0)).y()


def test_every_declared_field_has_its_row_in_its_section(form):
    for field in fields_of(Project):
        row = row_of(form, field.name)
        section = next(section for section in form.sections if row in section.rows)
        assert section.group is field.group
        assert section.accessibleName() == field.group.label


def test_rows_stand_in_the_order_of_the_declaration(form):
    rows = [row_of(form, field.name) for field in fields_of(Project)]
    tops = [top(form, row) for row in rows]
    assert tops == sorted(tops)
    assert [section.group for section in form.sections] == list(Group)


def test_labels_name_their_fields(form):
    for field in fields_of(Project):
        if field.name in (STATUS, *DURATION):
            continue
        label = row_of(form, field.name).label
        assert label.text() == (f"{field.title} *" if field.required else field.title)
        assert label.buddy() is form.editors[field.name].widget


def test_start_and_end_stand_side_by_side(form):
    start, end = (form.editors[name].widget for name in DURATION)
    row = row_of(form, "start")
    assert row is row_of(form, "end")
    assert row.label.text() == "Kesto"
    assert top(form, start) == top(form, end)
    assert start.geometry().right() < end.geometry().left()
    assert (start.accessibleName(), end.accessibleName()) == ("Alkaa", "Päättyy")
    assert row.note.text.startswith("Voit antaa päivän")


def test_everything_that_takes_the_focus_has_a_name(form):
    assert nameless(form) == []


def test_widths_are_those_declared(form):
    for field in fields_of(Project):
        if field.width and field.editable:
            assert form.editors[field.name].widget.width() == field.width
    assert 500 < form.editors["name"].widget.width() <= 600


def test_text_that_is_not_edited_stands_on_the_line_of_its_label(form):
    row = row_of(form, "number")
    text = form.editors["number"].widget
    assert isinstance(text, QLabel)
    label_middle = top(form, row.label) + row.label.contentsMargins().top() + row.label.fontMetrics().height() / 2
    assert abs(top(form, text) + text.height() / 2 - label_middle) <= 1


def test_labels_stand_beside_their_fields_and_above_them_in_a_narrow_pane(form):
    row, field = row_of(form, "acronym"), form.editors["acronym"].widget
    assert row.label.width() == LABEL_WIDTH
    assert field.mapTo(form, QPoint(0, 0)).x() == LABEL_WIDTH + 8
    form.set_narrow(narrow=True)
    QApplication.processEvents()
    assert field.mapTo(form, QPoint(0, 0)).x() == 0
    assert top(form, row.label) + row.label.height() <= top(form, field)
    form.set_narrow(narrow=False)
    QApplication.processEvents()
    assert row.label.width() == LABEL_WIDTH


def test_form_is_no_wider_than_a_small_pane_at_large_text(form, look):
    look.wear(ThemeChoice.LIGHT, 2.0)
    form.set_narrow(narrow=True)
    QApplication.processEvents()
    assert form.minimumSizeHint().width() <= 560 - 2 * 28


def test_sizes_follow_the_text(form, look):
    before = form.editors["results"].widget.height()
    look.wear(ThemeChoice.LIGHT, 1.5)
    QApplication.processEvents()
    assert form.editors["results"].widget.height() == pytest.approx(1.5 * before, rel=0.1)
    assert row_of(form, "acronym").label.width() == LABEL_WIDTH * 1.5


def test_an_error_replaces_the_hint_and_goes_again(form):
    row, editor = row_of(form, "results"), form.editors["results"]
    hint = row.note.text
    editor.set_error("Ei käy. Kirjoita toisin.")
    assert row.note.text == "Ei käy. Kirjoita toisin."
    assert not row.note._hint.isVisible()
    editor.set_error(None)
    assert row.note.text == hint
    assert row.note._hint.isVisible()


def test_a_field_without_a_hint_has_no_empty_line_until_it_has_an_error(form):
    row = row_of(form, "name")
    assert not row.note.isVisible()
    form.editors["name"].set_error("Hankkeella pitää olla nimi.")
    assert row.note.isVisible()


def test_both_errors_of_the_duration_are_told(form):
    form.editors["start"].set_error("Alku on väärin.")
    form.editors["end"].set_error("Loppu on väärin.")
    assert row_of(form, "end").note.text == "Alku on väärin.\nLoppu on väärin."


def test_tab_goes_through_the_fields_in_visual_order(form):
    order = []
    for group in Group:
        order += [field.name for field in fields_of(Project) if field.editable and field.group is group]
        order += [f"add_{part.name}" for part in parts_of(Project) if part.one and part.group is group]
    form.editors["name"].widget.setFocus()
    visited = ["name"]
    while len(visited) < 60 and visited[-1] != order[-1]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget().objectName())
    assert [name for name in visited if name] == order
    assert visited.index("") == visited.index("time_text") + 1
    # Between them stands the button that changes the status.
    assert visited.count("") == 1


def test_read_only_form_can_be_read_but_not_changed(form):
    form.set_read_only(True)
    assert not form.status.change.isVisible()
    assert form.editors["name"].widget.isReadOnly()
    assert form.editors["notes"].widget.isReadOnly()
    form.set_read_only(False)
    assert form.status.change.isVisible()


# The status


@pytest.mark.parametrize(
    ("project", "words"),
    [
        (ILPI, "vuodesta 2024"),
        (replace(ILPI, start=PartialDate(2024, 3)), "3/2024 alkaen"),
        (replace(ILPI, start=PartialDate(2027)), ""),
        (replace(ILPI, start=None), ""),
        (ICC, ""),
        (HEALINT, "päättyi 2020"),
        (replace(HEALINT, end=None), ""),
    ],
)
def test_status_tells_since_when(project, words):
    assert status_words.since(project, TODAY) == words


def test_status_of_an_ended_project_tells_when_and_how(desk):
    ended = end(ILPI, Ending(effective=PartialDate(2026, 5), outcome=Outcome.DISCONTINUED), desk)
    assert status_words.since(ended, TODAY) == "päättyi 5/2026 · keskeytetty"
    back = activate(ended, desk, effective=PartialDate(2026, 8, 1))
    assert status_words.since(back, TODAY) == "1.8.2026 alkaen"


def test_status_button_acts_where_there_is_one_act_and_asks_where_there_are_two(form, qtbot):
    form.show_facts(ILPI, TODAY)
    with qtbot.waitSignal(form.end_asked):
        form.status.change.click()
    form.show_facts(HEALINT, TODAY)
    with qtbot.waitSignal(form.activate_asked):
        form.status.change.click()
    form.show_facts(ICC, TODAY)
    assert ICC.status is Status.PLANNED
    form.status.change.click()
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.isVisible()] == [
        "Merkitse aktiiviseksi",
        "Päätä hanke…",
    ]
    with qtbot.waitSignal(form.activate_asked):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
