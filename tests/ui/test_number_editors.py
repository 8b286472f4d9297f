"""The editors of counts and of yes or no: the five standard checks of each, and what is particular to one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from hankeapp.domain.fields import field_of
from hankeapp.domain.parts import Funding, Participation
from hankeapp.domain.templates import DeadlineApart, Months
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.names import Names

CTRL = Qt.KeyboardModifier.ControlModifier
COUNT = field_of(Participation, "count")
FLAG = field_of(Funding, "is_partial")
MONTHS = field_of(DeadlineApart, "months")
CASES = [(COUNT, 8, "12", 12, None), (MONTHS, Months(4), "-6", Months(-6), None), (FLAG, 0, " ", 1, 0)]


class Bench:
    """An editor on the screen, and everything that it handed over."""

    def __init__(self, qtbot, field, value):
        self.editor = editor_of(field, Names())
        qtbot.addWidget(self.editor.widget)
        with qtbot.waitActive(self.editor.widget):
            self.editor.widget.show()
        self.given = []
        self.editor.committed.connect(self._note)
        self.editor.show(value)

    def _note(self, _name, value):
        self.given.append(value)

    def write(self, keys):
        if not isinstance(self.editor.widget, QCheckBox):
            QTest.keyClick(self.editor.widget, Qt.Key.Key_A, CTRL)
            QTest.keyClick(self.editor.widget, Qt.Key.Key_Delete)
        QTest.keyClicks(self.editor.widget, keys)
        return self.editor.commit()


@pytest.fixture(params=CASES, ids=["count", "months", "flag"])
def case(request):
    return request.param


def test_shows(qtbot, case):
    field, value, _, written, _ = case
    bench = Bench(qtbot, field, value)
    assert bench.editor.value() == value
    bench.editor.show(written)
    assert bench.editor.value() == written
    assert not bench.editor.is_touched
    assert bench.given == []


def test_hands_over_once(qtbot, case):
    field, value, keys, written, _ = case
    bench = Bench(qtbot, field, value)
    bench.write(keys)
    assert bench.given == [written]
    assert type(bench.given[0]) is field.type
    bench.editor.commit()
    assert bench.given == [written]


def test_keeps_what_is_refused(qtbot, case):
    field, value, keys, _, _ = case
    bench = Bench(qtbot, field, value)
    bench.editor.committed.connect(lambda *_: bench.editor.set_error("Ei käy."))
    assert not bench.write(keys)
    draft = bench.editor.draft
    bench.editor.show(value)
    bench.editor.resume(draft)
    assert bench.editor.is_touched
    assert bench.editor.error.startswith("Ei käy. ")


def test_empties(qtbot, case):
    field, _, _, written, empty = case
    bench = Bench(qtbot, field, written)
    bench.write(" " if field is FLAG else "")
    assert bench.given == [empty]


def test_is_read_only(qtbot, case):
    field, value, keys, _, _ = case
    bench = Bench(qtbot, field, value)
    bench.editor.set_read_only(True)
    bench.write(keys)
    assert bench.given == []
    assert bench.editor.value() == value
    assert bench.editor.widget.isEnabled()


@pytest.mark.parametrize("text", ["kahdeksan", "-8", "8,5", "1" * 10, "٨"])
def test_what_is_no_count_waits_with_a_sentence(qtbot, text):
    bench = Bench(qtbot, COUNT, None)
    bench.editor.widget.setText(text)
    assert not bench.editor.commit()
    assert text in bench.editor.error
    assert bench.given == []


def test_a_count_may_be_grouped(qtbot):
    bench = Bench(qtbot, COUNT, None)
    assert bench.write("1 200")
    assert bench.given == [1200]


@pytest.mark.parametrize("text", ["kohta", "1,5", "--6", "1201", "٨"])
def test_what_is_no_number_of_months_waits_with_a_sentence(qtbot, text):
    bench = Bench(qtbot, MONTHS, None)
    bench.editor.widget.setText(text)
    assert not bench.editor.commit()
    assert text in bench.editor.error
    assert bench.given == []
