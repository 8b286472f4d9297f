"""The query's line: chips for the eye, plain text for everything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.query_edit import QueryEdit
from hankeapp.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF

    from hankeapp.ui.look import Look

QUERY = 'tila:aktiivinen -rahoittaja:"EU, LIFE" ympärist ä'


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r'-?\w+:("[^"]*"|\S)+', text)]


@pytest.fixture
def edit(qapp: QApplication, look: Look) -> Iterator[QueryEdit]:
    window = QWidget()
    column = QVBoxLayout(window)
    edit, other = QueryEdit(), QLineEdit()
    edit.find_filters_by(_spans)
    for part in (edit, other):
        column.addWidget(part)
    window.resize(700, 120)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    edit.setFocus()
    yield edit
    window.deleteLater()


def chips(edit: QueryEdit) -> list[str]:
    return [edit.text()[chip.start : chip.end] for chip in edit.chips]


def test_a_filter_is_a_chip_when_it_has_been_written(edit: QueryEdit) -> None:
    edit.insert("tila:aktiivinen")
    assert chips(edit) == []
    edit.insert(" ")
    assert chips(edit) == ["tila:aktiivinen"]
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert (edit.text(), chips(edit)) == ("tila:aktiivinen", [])


def test_it_is_a_chip_where_the_keyboard_is_elsewhere_or_all_is_selected(edit: QueryEdit) -> None:
    edit.insert("tila:aktiivinen")
    edit.selectAll()
    assert chips(edit) == ["tila:aktiivinen"]
    QTest.keyClick(edit, Qt.Key.Key_End)
    assert chips(edit) == []
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert chips(edit) == ["tila:aktiivinen"]


def test_the_text_is_copied_as_it_was_written(edit: QueryEdit) -> None:
    edit.insert(QUERY)
    assert len(edit.chips) == 2
    edit.selectAll()
    edit.copy()
    assert QApplication.clipboard().text() == QUERY


def test_typing_and_chips_that_are_taken_away_come_back_with_undo(edit: QueryEdit) -> None:
    edit.insert(QUERY)
    click(edit, edit.close_box(edit.chips[0]).center())
    assert edit.text() == '-rahoittaja:"EU, LIFE" ympärist ä'
    edit.undo()
    assert edit.text() == QUERY
    edit.undo()
    assert edit.text() == ""


def test_a_chip_can_be_taken_away_before_the_field_was_reached(edit: QueryEdit) -> None:
    edit.insert("hulevesi tila:aktiivinen")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    click(edit, edit.close_box(edit.chips[0]).center())
    assert edit.text() == "hulevesi "


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("before", ["", "hulevesi " * 40])
def test_chips_lie_behind_their_text(edit: QueryEdit, look: Look, scale: float, before: str) -> None:
    look.wear(ThemeChoice.LIGHT, scale)
    edit.insert(f"{before}tila:aktiivinen kumppani:pori")
    edit.insert(" x")
    QApplication.processEvents()
    for chip in edit.chips:
        box = edit.box(chip)
        places = [edit.cursorPositionAt(QPoint(round(x), 10)) for x in (box.left() + 8, box.right() - 40 * scale)]
        assert all(chip.start <= place <= chip.end for place in places), (chip, box, places)


def test_what_an_input_method_composes_is_left_alone(edit: QueryEdit) -> None:
    edit.insert("tila:aktiivinen ")
    compose(edit, "´")
    assert chips(edit) == []
    compose(edit, "", "é")
    assert (edit.text(), chips(edit)) == ("tila:aktiivinen é", ["tila:aktiivinen"])


def test_endless_and_odd_texts_are_taken(edit: QueryEdit) -> None:
    for text in (":" * 500, "tila:a" * 1500, '"', "-:", "🙂:🙂 a"):
        edit.write_whole(text)
        edit.insert(" ")
        assert edit.text() == f"{text} "


def compose(edit: QueryEdit, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(edit, event)


def click(edit: QueryEdit, place: QPointF) -> None:
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.toPoint())


def test_of_a_long_query_the_beginning_is_seen_when_the_keyboard_has_gone(edit: QueryEdit) -> None:
    edit.insert("tila:aktiivinen " * 20)
    QApplication.processEvents()
    assert edit.box(edit.chips[0]).right() < 0
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert edit.box(edit.chips[0]).left() >= 0


def test_chips_are_painted_where_the_text_has_scrolled_to(edit: QueryEdit) -> None:
    edit.insert("hulevesi " * 40 + "tila:aktiivinen x")
    image = edit.grab().toImage()
    box = edit.box(edit.chips[0]).toRect()
    assert edit.rect().contains(box)
    fill = QColor(Theme.LIGHT.tokens.selected)
    assert image.pixelColor(box.left() + 3, box.top() + 3) == fill
    assert image.pixelColor(box.left() - 3, box.top() + 3) != fill


def test_selected_text_is_shown_as_such_and_nothing_moves(edit: QueryEdit) -> None:
    edit.insert("tila:aktiivinen ympäristö")
    box = edit.box(edit.chips[0]).toRect()
    corner = (box.left() + 10, box.top() + 1)
    assert edit.grab().toImage().pixelColor(*corner) == QColor(Theme.LIGHT.tokens.selected)
    edit.selectAll()
    assert edit.box(edit.chips[0]).toRect() == box
    assert edit.grab().toImage().pixelColor(*corner) == QColor(Theme.LIGHT.tokens.base)
