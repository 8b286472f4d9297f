"""New rows of parts in the form: written with their first field, explained and kept where they cannot be saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.parts import Contact, Funding, PeriodKind, Role
from hankeapp.domain.values import Cents
from hankeapp.services.opening import create
from hankeapp.translation import tr
from tests.ui.part_bench import CTRL, FIRST, shown_bench


@pytest.fixture
def register(tmp_path, desk):
    register = create(tmp_path / "koe.hanke", desk)
    yield register
    register.close()


@pytest.fixture
def bench(register, qtbot):
    return shown_bench(register, qtbot)


@pytest.fixture(params=sorted(FIRST.keys() - {"attachments"}))
def name(request):
    return request.param


@pytest.fixture
def bare(bench):
    """A project without any rows."""
    bench.pane.show_project(bench.register.add({"name": "Jokiranta"}))
    QApplication.processEvents()
    return bench


def test_an_unused_part_is_one_line_with_the_way_to_add(bare, name):
    shown = bare.part(name)
    assert shown.add.isVisible()
    assert shown.add.text() == tr("Add {part}", part=shown.part.noun)
    assert shown.height() <= 48


def test_a_new_row_is_written_with_its_first_field_and_never_empty(bare, name):
    shown = bare.part(name)
    shown.add.setFocus()
    bare.press(Qt.Key.Key_Space)
    item = shown.items[0]
    for _ in range(3):
        bare.press(Qt.Key.Key_Tab)
    assert bare.rows(name) == ()
    for field in (each for each in FIRST[name].__dataclass_fields__ if each in item.editors):
        editor = item.editors[field]
        wanted = getattr(FIRST[name], field)
        editor._put(editor._write(wanted))
        editor.commit()
    (row,) = bare.rows(name)
    assert replace(row, id="") == FIRST[name]
    assert shown.items == [item]
    assert item.form is not None
    assert bare.pane.drafts == 0


def test_a_row_that_was_left_blank_goes(bare, name):
    shown = bare.part(name)
    shown.add.click()
    assert len(shown.items) == 1
    shown.add.click()
    assert len(shown.items) == 1
    bare.press(Qt.Key.Key_Escape)
    assert shown.items == []
    assert shown.add.hasFocus()
    assert bare.rows(name) == ()


def test_undo_takes_a_new_row_away_and_the_focus_stays_in_the_part(bare, name):
    bare.register.parts.save(bare.pane.project, name, [FIRST[name]])
    shown = bare.part(name)
    shown.items[0].enter()
    bare.undo()
    assert shown.items == []
    assert shown.add.hasFocus()


def test_what_a_row_must_have_is_explained_and_waits_with_what_was_written(bare):
    shown = bare.part("links")
    shown.add.click()
    bare.press(Qt.Key.Key_Tab)
    bare.type("Hankkeen sivu")
    bare.press(Qt.Key.Key_Tab)
    (item,) = shown.items
    assert item.editors["address"].error
    assert bare.pane.drafts == 1
    assert not bare.pane.commit()
    bare.pane.edit_draft()
    assert item.editors["address"].widget.hasFocus()
    bare.type("https://www.pori.fi/hanke")
    bare.press(Qt.Key.Key_Tab)
    assert [(row.address, row.caption) for row in bare.rows("links")] == [
        ("https://www.pori.fi/hanke", "Hankkeen sivu")
    ]
    assert bare.pane.drafts == 0


def test_an_address_without_its_beginning_gets_a_suggestion_and_is_not_changed(bare):
    shown = bare.part("links")
    shown.add.click()
    bare.type("www.pori.fi")
    bare.press(Qt.Key.Key_Tab)
    editor = shown.items[0].editors["address"]
    assert "https://www.pori.fi" in editor.error
    assert editor.widget.text() == "www.pori.fi"
    assert bare.rows("links") == ()


def test_drafts_of_rows_wait_until_their_project_comes_back(bare):
    project, other = bare.pane.project, bare.register.add({"name": "Satama"})
    bare.part("links").add.click()
    bare.type("pori.fi")
    bare.part("periods").begin()
    bare.go(bare.part("periods").items[0], "end")
    bare.type("2030")
    bare.leave()
    assert bare.pane.drafts == 2
    bare.pane.show_project(other)
    assert bare.pane.drafts == 2
    assert bare.pane.drafted() == (project.id,)
    assert not bare.part("links").items
    bare.pane.show_project(project)
    assert bare.pane.drafts == 2
    assert bare.part("links").items[0].editors["address"].widget.text() == "pori.fi"
    period = bare.part("periods").items[0]
    bare.go(period, "kind")
    bare.type("V")
    bare.leave()
    assert [(row.kind, row.end) for row in bare.rows("periods")] == [(PeriodKind.PHASE, PartialDate(2030))]
    assert bare.pane.drafts == 1


def test_a_wrong_value_in_a_saved_row_waits_while_others_are_saved(bare):
    bare.register.parts.save(bare.pane.project, "fundings", [Funding(fund="EAKR")])
    item = bare.part("fundings").items[0]
    item.enter()
    bare.go(item, "granted")
    bare.type("paljon")
    bare.go(item, "programme")
    assert item.editors["granted"].error
    bare.type("LIFE")
    bare.press(Qt.Key.Key_Escape)
    assert item.form is not None
    assert item.summary.hasFocus()
    assert bare.rows("fundings")[0].programme == "LIFE"
    assert bare.pane.drafts == 1
    bare.go(item, "granted")
    bare.press(Qt.Key.Key_A, CTRL)
    bare.type("1500")
    bare.press(Qt.Key.Key_Escape)
    assert bare.rows("fundings")[0].granted == Cents(150_000)
    assert item.form is None


def test_enter_in_the_last_field_and_ctrl_enter_go_on_to_a_new_row(bare):
    shown = bare.part("links")
    shown.add.click()
    for address in ("https://a.fi", "https://b.fi"):
        bare.type(address)
        bare.press(Qt.Key.Key_Return, CTRL)
    bare.type("https://c.fi")
    bare.press(Qt.Key.Key_Tab)
    bare.type("C")
    bare.press(Qt.Key.Key_Return)
    assert [row.address for row in bare.rows("links")] == ["https://a.fi", "https://b.fi", "https://c.fi"]
    assert shown.items[3].is_blank
    assert QApplication.focusWidget() is shown.items[3].editors["address"].widget


def test_an_organisation_is_added_on_the_spot(bare):
    shown = bare.part("participations")
    shown.add.click()
    bare.type("Koo")
    bare.press(Qt.Key.Key_Tab)
    bare.type("Prizztech Oy")
    bare.press(Qt.Key.Key_Return, CTRL)
    (row,) = bare.rows("participations")
    assert row.role is Role.COORDINATOR
    assert bare.register.lists.name_of(row.organisation) == "Prizztech Oy"


def test_another_project_is_completed_by_name_and_number(bare):
    parent = bare.register.add({"name": "Lähiöohjelma", "acronym": "LÄHIÖ"})
    bare.register.add({"name": "Lähiöliikunta"})
    shown = bare.part("relations")
    shown.add.click()
    bare.type("Em")
    bare.press(Qt.Key.Key_Tab)
    editor = shown.items[0].editors["project"]
    bare.type("ohjelma")
    offered = editor._model.stringList()
    assert offered == [parent.title]
    editor.widget.setText(parent.number)
    editor.commit()
    (row,) = bare.rows("relations")
    assert row.project == parent.id
    assert editor.widget.text() == parent.title
    editor.widget.setText("Ei ole")
    editor.commit()
    assert editor.error


def test_what_was_written_in_a_row_that_is_gone_elsewhere_becomes_a_new_row(bare):
    bare.register.parts.save(bare.pane.project, "contacts", [Contact(name="Maija")])
    item = bare.part("contacts").items[0]
    item.enter()
    item.editors["name"].widget.setText("Maija Meikäläinen")
    (project,) = bare.register.projects([bare.pane.project.id])
    item.editors["name"].set_error("väärin")
    bare.register.parts.save(project, "contacts", [])
    assert bare.part("contacts").items == [item]
    assert item.row is None
    bare.pane.commit()
    item.editors["name"].retry()
    assert [row.name for row in bare.rows("contacts")] == ["Maija Meikäläinen"]


def test_seldom_used_fields_wait_behind_a_button_until_they_hold_something(bare):
    rows = [Funding(fund="EAKR"), Funding(fund="EAKR", priority="Kiertotalous")]
    bare.register.parts.save(bare.pane.project, "fundings", rows)
    first, second = bare.part("fundings").items
    first.enter()
    second.enter()
    assert not first.editors["priority"].widget.isVisible()
    assert second.editors["priority"].widget.isVisible()
    first.form.more.click()
    assert all(editor.widget.isVisible() for editor in first.editors.values())
    assert not first.form.more.isVisible()
    assert QApplication.focusWidget() is first.editors["authority"].widget
