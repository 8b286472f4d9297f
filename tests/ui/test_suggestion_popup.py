"""The list of suggestions below the search field: by keys and mouse, with the keyboard staying in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.offers import Offer, OfferModel
from hankeapp.ui.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hankeapp.ui.look import Look

ROWS = (
    Offer("Rahoittaja"),
    Offer("Interreg Baltic Sea Region", "baltic", "landmark", aside="1 hanke"),
    Offer("Kaikki Interreg-ohjelmat", "all", "landmark", "rahoittaja:Interreg", "2 hanketta"),
    Offer("Muita rajauksia"),
    Offer("tila:", "status", "circle-dot", "aktiivinen, päättynyt"),
)


@pytest.fixture
def field(qapp: QApplication, look: Look) -> Iterator[SearchField]:
    window = QWidget()
    column = QVBoxLayout(window)
    field = SearchField("Ctrl+F", "Ctrl+Vaihto+R")
    column.addWidget(field)
    column.addStretch()
    column.addWidget(QLineEdit())
    window.resize(500, 420)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    field.reach()
    yield field
    window.deleteLater()
    QApplication.processEvents()


def press(field: SearchField, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(field.edit, key)


def reached(field: SearchField) -> object:
    return field.popup.current.value if field.popup.current else None


def test_the_arrows_go_over_headings_and_round(field: SearchField) -> None:
    field.popup.show_rows(ROWS, "Välilyönti yhdistää rajaukset.")
    assert reached(field) is None
    seen = []
    for _ in range(4):
        press(field, Qt.Key.Key_Down)
        seen.append(reached(field))
    assert seen == ["baltic", "all", "status", "baltic"]
    press(field, Qt.Key.Key_Up)
    assert reached(field) == "status"
    assert field.edit.hasFocus()


def test_what_is_reached_is_said_through_the_field(field: SearchField) -> None:
    field.popup.show_rows(ROWS)
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert field.edit.accessibleDescription() == "Kaikki Interreg-ohjelmat, rahoittaja:Interreg, 2 hanketta"
    press(field, Qt.Key.Key_Escape)
    assert field.edit.accessibleDescription() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_key_takes_what_is_reached(field: SearchField, key: Qt.Key) -> None:
    chosen = QSignalSpy(field.popup.chosen)
    field.popup.show_rows(ROWS)
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Down, key)
    assert chosen.at(0) == ["all"]
    assert field.popup.isHidden()
    assert field.edit.hasFocus()


def test_tab_takes_the_first_and_enter_takes_none_before_one_is_reached(field: SearchField) -> None:
    chosen, left = QSignalSpy(field.popup.chosen), QSignalSpy(field.left)
    field.popup.show_rows(ROWS, is_completing=True)
    press(field, Qt.Key.Key_Tab)
    assert chosen.at(0) == ["baltic"]
    field.popup.show_rows(ROWS)
    press(field, Qt.Key.Key_Return)
    assert (chosen.count(), left.count()) == (1, 1)


def test_escape_closes_the_list_then_clears_then_leaves(field: SearchField) -> None:
    left = QSignalSpy(field.left)
    field.edit.insert("rahoittaja:Inter")
    field.popup.show_rows(ROWS)
    press(field, Qt.Key.Key_Escape)
    assert (field.popup.isHidden(), field.text) == (True, "rahoittaja:Inter")
    press(field, Qt.Key.Key_Escape)
    assert (field.text, left.count()) == ("", 0)
    press(field, Qt.Key.Key_Escape)
    assert left.count() == 1


def test_the_mouse_takes_a_row_and_leaves_the_keyboard_where_it_was(field: SearchField) -> None:
    chosen = QSignalSpy(field.popup.chosen)
    field.popup.show_rows(ROWS)
    view = field.popup.findChild(QListView)
    assert view is not None
    for row, heard in ((0, 0), (2, 1)):
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        assert chosen.count() == heard
        assert field.edit.hasFocus()
    assert chosen.at(0) == ["all"]


def test_it_goes_with_the_focus_and_where_nothing_is_offered(field: SearchField) -> None:
    field.popup.show_rows(ROWS)
    field.popup.show_rows(())
    assert field.popup.isHidden()
    field.popup.show_rows(ROWS)
    QTest.keyClick(field.edit, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert field.popup.isHidden()


@pytest.mark.parametrize(
    ("before", "after", "text", "whole"),
    [
        ("", "", "tila:", "tila:"),
        ("tila:", "", "aktiivinen", "tila:aktiivinen "),
        ("tila:", ",päättynyt", "aktiivinen", "tila:aktiivinen,päättynyt"),
        ("tila:päättynyt,", " ilmasto", "aktiivinen", "tila:päättynyt,aktiivinen ilmasto"),
        ("rahoittaja:Eur", "", "tila:", "rahoittaja:Eur tila:"),
    ],
)
def test_a_completion_stands_apart_from_what_is_beside_it(
    field: SearchField, before: str, after: str, text: str, whole: str
) -> None:
    field.edit.insert(before + after)
    field.complete(len(before), len(before), text)
    assert field.text == whole


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_lies_below_the_field_inside_the_window(field: SearchField, look: Look, scale: float) -> None:
    look.wear(ThemeChoice.LIGHT, scale)
    field.popup.show_rows([*ROWS, *(Offer(f"Rahoittaja {n}", n) for n in range(40))], "Välilyönti yhdistää.")
    window, popup = field.window(), field.popup
    assert popup.parentWidget() is window
    assert window.rect().contains(popup.geometry())
    assert popup.y() >= field.geometry().bottom()
    window.resize(400, 300)
    QApplication.processEvents()
    assert popup.geometry().right() <= window.width()


def test_it_goes_with_its_field(field: SearchField) -> None:
    field.popup.show_rows(ROWS)
    window = field.window()
    field.setParent(None)
    field.deleteLater()
    QTest.qWait(0)
    QApplication.sendPostedEvents(None, 0)
    assert not [each for each in window.findChildren(QListView) if each.isVisible()]


def test_the_empty_field_asks_for_what_was_searched_before(field: SearchField) -> None:
    left = QSignalSpy(field.left)
    field.recalled.connect(lambda: field.popup.show_rows(ROWS))
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert reached(field) == "baltic"
    field.popup.dismiss()
    field.edit.insert("x")
    press(field, Qt.Key.Key_Down)
    assert left.count() == 1


def test_the_model_keeps_qts_rules(qapp: QApplication) -> None:
    model = OfferModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(ROWS)
    model.change_rows(ROWS[::-1])
    model.change_rows(ROWS[:2])
    model.show_rows(())
    assert tester.model() is model


def test_tab_leaves_a_word_that_is_whole_by_itself(field: SearchField) -> None:
    chosen = QSignalSpy(field.popup.chosen)
    field.edit.insert("pori")
    field.popup.show_rows(ROWS)
    press(field, Qt.Key.Key_Tab)
    assert chosen.count() == 0
    assert field.popup.isHidden()
    assert not field.edit.hasFocus()


def test_a_completion_takes_the_place_of_what_was_typed(field: SearchField) -> None:
    field.edit.insert("hulevesi til")
    field.complete(9, 12, "tila:")
    assert (field.text, field.edit.cursorPosition()) == ("hulevesi tila:", 14)
    field.edit.undo()
    assert field.text == "hulevesi til"
    field.edit.redo()
    field.complete(14, 14, "aktiivinen")
    assert (field.text, field.edit.cursorPosition()) == ("hulevesi tila:aktiivinen ", 25)


def test_what_was_reached_before_more_was_written_is_not_taken(field: SearchField) -> None:
    chosen, left = QSignalSpy(field.popup.chosen), QSignalSpy(field.left)
    field.popup.show_rows(ROWS)
    press(field, Qt.Key.Key_Down)
    field.edit.insert("x")
    assert reached(field) is None
    press(field, Qt.Key.Key_Return)
    assert (chosen.count(), left.count()) == (0, 1)


def test_field_with_chips_and_suggestions_is_pictured(keep: Callable[[QWidget, str, int, int], None]) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    field = SearchField("Ctrl+F", "Ctrl+Vaihto+R")
    column.addWidget(field)
    column.addStretch()
    field.edit.find_filters_by(lambda _text: [(0, 15), (16, 38)])
    field.write('tila:aktiivinen -rahoittaja:"EU, LIFE" ympärist')
    window.resize(700, 420)
    window.show()
    field.popup.show_rows(ROWS, "Välilyönti yhdistää rajaukset (JA), pilkku antaa vaihtoehdot (TAI).")
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    keep(window, "search-field", 700, 420)
