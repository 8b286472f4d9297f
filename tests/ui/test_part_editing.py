"""The rows of parts in the form: opened, written, moved and taken away by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from hankeapp.domain.fields import parts_of
from hankeapp.domain.project import Project
from hankeapp.services.opening import create
from hankeapp.translation import tr
from tests.ui.accessible import nameless
from tests.ui.part_bench import ALT, CTRL, FIRST, SECOND, TEXT, shown_bench


@pytest.fixture
def register(tmp_path, desk):
    register = create(tmp_path / "koe.hanke", desk)
    yield register
    register.close()


@pytest.fixture
def bench(register, qtbot):
    return shown_bench(register, qtbot)


@pytest.fixture(params=FIRST)
def name(request):
    return request.param


@pytest.fixture
def shown(bench, name):
    """The list of a part that holds two rows."""
    rows = (FIRST[name], SECOND[name])
    bench.pane.show_project(bench.register.add({"name": "Jokiranta", name: rows}))
    QApplication.processEvents()
    return bench.part(name)


def has_focus(item):
    return item.summary.hasFocus()


def words(rows, name):
    return [getattr(row, TEXT[name]) for row in rows]


def test_every_part_that_is_edited_is_tried():
    assert FIRST.keys() == SECOND.keys() == TEXT.keys() == {part.name for part in parts_of(Project) if part.one}


def test_a_row_opens_is_written_saved_and_closed_again(bench, shown, name):
    item = shown.items[0]
    item.summary.setFocus()
    bench.press(Qt.Key.Key_Return)
    assert item.form is not None
    assert QApplication.focusWidget() is next(iter(item.editors.values())).widget
    if not item.editors[TEXT[name]].widget.isVisible():
        item.form.more.click()
    bench.go(item, TEXT[name])
    bench.press(Qt.Key.Key_A, CTRL)
    bench.type("Uusi")
    bench.press(Qt.Key.Key_Escape)
    assert item.form is None
    assert has_focus(item)
    assert words(bench.rows(name), name)[0] == "Uusi"
    assert "Uusi" in item.summary.words
    bench.undo()
    assert "Uusi" not in item.summary.words
    assert has_focus(item)


def test_a_row_is_emptied_and_the_emptying_undone(bench, shown, name):
    item = shown.items[0]
    item.enter()
    optional = [
        each for each in item.editors.values() if isinstance(each.widget, QLineEdit) and not each.field.required
    ]
    filled = next(each for each in optional if each.widget.text())
    was = bench.rows(name)
    filled.widget.setFocus(Qt.FocusReason.TabFocusReason)
    bench.press(Qt.Key.Key_A, CTRL)
    bench.press(Qt.Key.Key_Delete)
    bench.leave()
    assert not getattr(bench.rows(name)[0], filled.field.name)
    bench.undo()
    assert bench.rows(name) == was
    assert filled.widget.text()


def test_a_row_is_removed_and_comes_back_with_the_focus(bench, shown, name):
    was = bench.rows(name)
    shown.items[0].summary.setFocus()
    bench.press(Qt.Key.Key_Delete)
    assert bench.rows(name) == was[1:]
    assert [item.row for item in shown.items] == list(was[1:])
    assert has_focus(shown.items[0])
    bench.press(Qt.Key.Key_Delete)
    assert bench.rows(name) == ()
    assert shown.add.hasFocus()
    bench.undo()
    assert has_focus(shown.items[0])
    bench.undo()
    assert bench.rows(name) == was
    assert has_focus(shown.items[0])


def test_rows_are_reordered_by_keyboard_and_keep_the_focus(bench, shown, name):
    was = bench.rows(name)
    item = shown.items[0]
    item.summary.setFocus()
    bench.press(Qt.Key.Key_Down, ALT)
    assert bench.rows(name) == was[::-1]
    assert shown.items[1] is item
    assert has_focus(item)
    bench.press(Qt.Key.Key_Down, ALT)
    assert bench.rows(name) == was[::-1]
    bench.press(Qt.Key.Key_Up, ALT)
    assert bench.rows(name) == was
    bench.press(Qt.Key.Key_Down)
    assert has_focus(shown.items[1])
    bench.press(Qt.Key.Key_Down)
    assert shown.add.hasFocus()


def test_buttons_do_what_the_keys_do(bench, shown, name):
    was = bench.rows(name)
    shown.items[0].enter()
    form = shown.items[0].form
    assert not form.up.isVisible()
    form.down.click()
    assert bench.rows(name) == was[::-1]
    assert form.up.isVisible()
    assert not form.down.isVisible()
    form.remove.click()
    assert bench.rows(name) == was[1:]
    assert QApplication.focusWidget() is not None
    assert shown.isAncestorOf(QApplication.focusWidget())


def test_rows_are_named_for_screen_readers(bench, shown, name):
    noun = shown.part.noun
    assert shown.items[1].summary.accessibleName() == tr(
        "{part} {n}/{count}: {text}",
        part=noun[:1].upper() + noun[1:],
        n=2,
        count=2,
        text=shown.items[1].summary.words,
    )
    shown.items[0].enter()
    assert nameless(bench.pane) == []


def test_tab_goes_through_a_row_and_on_to_the_next(bench, shown, name):
    item = shown.items[0]
    item.summary.setFocus()
    item.open()
    QApplication.processEvents()
    stops = [stop for stop in item.stops if stop.isVisible()]
    for stop in [*stops[1:], shown.items[1].summary, shown.add]:
        bench.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_a_row_that_is_only_read_can_be_opened_and_not_changed(bench, shown, name):
    bench.pane.set_read_only(True)
    assert not shown.add.isVisible()
    was = bench.rows(name)
    shown.items[0].summary.setFocus()
    bench.press(Qt.Key.Key_Delete)
    bench.press(Qt.Key.Key_Down, ALT)
    bench.press(Qt.Key.Key_Return)
    assert bench.rows(name) == was
    assert not shown.items[0].form.remove.isVisible()
    bench.press(Qt.Key.Key_Escape)
    assert has_focus(shown.items[0])


def test_what_is_written_elsewhere_is_shown_and_asks_only_for_the_touched_field(bench, shown, name):
    item = shown.items[0]
    item.open()
    other, own = shown.items[1], item.editors[TEXT[name]]
    own.widget.setText("oma")
    first, second = bench.rows(name)
    (project,) = bench.register.projects([bench.pane.project.id])
    changed = [replace(first, **{TEXT[name]: "toisen"}), replace(second, **{TEXT[name]: "muu"})]
    bench.register.parts.save(project, name, changed)
    assert "muu" in other.summary.words
    assert own.widget.text() == "oma"
    assert words(bench.rows(name), name)[0] == "toisen"
    own.commit()
    assert own.error
    assert bench.pane.drafts == 1
    assert words(bench.rows(name), name)[0] == "toisen"


def test_nothing_but_summaries_is_made_until_a_row_is_opened(shown):
    assert all(item.form is None and not item.editors for item in shown.items)
