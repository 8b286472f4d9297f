"""The filter builder: reads a query, writes it live, by keyboard and by mouse."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget

from hankeapp.domain.query_keys import FilterKind
from hankeapp.domain.query_terms import Choice, Named
from hankeapp.services.filter_values import FilterValue
from hankeapp.ui.filter_builder import USUAL, FilterBuilder
from tests.ui.accessible import nameless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QApplication

    from hankeapp.domain.query_keys import FilterKey
    from hankeapp.ui.look import Look

TODAY = date(2026, 11, 24)


def _values(asked: FilterKey) -> Sequence[FilterValue]:
    if asked.kind is FilterKind.CHOICE:
        return [FilterValue(each.label, Choice(asked.name, each.value), 7) for each in asked.field.type]  # type: ignore[attr-defined]
    return [
        FilterValue(name, Named(asked.name, name, whole=True), 3) for name in ("EU, LIFE", "Interreg Central Baltic")
    ]


@pytest.fixture
def build(qapp: QApplication, look: Look) -> Iterator[Callable[[str], FilterBuilder]]:
    made: list[FilterBuilder] = []

    def built(text: str) -> FilterBuilder:
        made.append(FilterBuilder(text, TODAY, _values))
        made[-1].show()
        made[-1].activateWindow()
        assert QTest.qWaitForWindowActive(made[-1])
        return made[-1]

    yield built
    for each in made:
        each.deleteLater()


def press(builder: FilterBuilder, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(builder.focusWidget() or builder, key)


def write(builder: FilterBuilder, text: str) -> None:
    field = builder.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)


def checked(builder: FilterBuilder) -> list[str]:
    values = builder.page.findChild(QListWidget)
    assert values is not None
    items = [values.item(row) for row in range(values.count())]
    return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]


def sides(builder: FilterBuilder) -> list[str]:
    return [field.text() for field in builder.page.findChildren(QLineEdit)]


def test_values_are_checked_by_keyboard_alone(build: Callable[[str], FilterBuilder]) -> None:
    builder = build("ympärist")
    written = QSignalSpy(builder.written)
    press(builder, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert builder.text == "tila:aktiivinen ympärist"
    press(builder, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert builder.text == "tila:aktiivinen,päättynyt ympärist"
    press(builder, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert builder.text == "tila:päättynyt ympärist"
    assert written.count() == 3
    press(builder, Qt.Key.Key_Return)
    assert builder.result() == QDialog.DialogCode.Accepted


def test_a_query_is_read_back(build: Callable[[str], FilterBuilder]) -> None:
    builder = build("päättyy:2026-2027 status:active,ended rahoittaja:Interreg,EU budjetti:>=1000 käynnissä:2025")
    assert checked(builder) == ["Aktiivinen (7)", "Päättynyt (7)"]
    builder.choose("funder")
    assert checked(builder) == ["Interreg", "EU"]
    builder.choose("ends")
    assert sides(builder) == ["2026", "2027"]
    builder.choose("running")
    assert sides(builder) == ["2025", "2025"]
    builder.choose("budget")
    assert sides(builder) == ["1\u00a0000,00\u00a0€", ""]
    assert builder.text.startswith("päättyy:2026-2027 status:active")


def test_it_opens_at_the_first_filter_that_is_asked(build: Callable[[str], FilterBuilder]) -> None:
    assert build("hulevesi päättyy:2027 rahoittaja:EU").page.asked.name == "funder"
    assert build("hulevesi").page.asked.name == "status"


def test_dates_and_amounts_are_written_and_wrong_ones_told_when_they_are_left(
    build: Callable[[str], FilterBuilder],
) -> None:
    builder = build("")
    builder.choose("ends")
    press(builder, Qt.Key.Key_Tab)
    write(builder, "2026")
    assert builder.text == "päättyy:>=2026"
    press(builder, Qt.Key.Key_Tab)
    write(builder, "31.2.2027")
    assert builder.text == "päättyy:>=2026"
    assert "31." not in messages(builder)
    press(builder, Qt.Key.Key_Tab)
    assert "31." in messages(builder)
    builder.choose("budget")
    builder.page.fields[0].setFocus()
    write(builder, "100 000")
    assert builder.text == "budjetti:>=100000 päättyy:>=2026"


def test_a_range_that_ends_before_it_begins_is_told(build: Callable[[str], FilterBuilder]) -> None:
    builder = build("päättyy:2026-2027")
    builder.choose("ends")
    least, most = builder.page.findChildren(QLineEdit)
    most.setFocus()
    most.selectAll()
    write(builder, "2025")
    assert builder.text == "päättyy:2026-2027"
    least.setFocus()
    assert messages(builder)


@pytest.mark.parametrize(
    "others", ["-tila:päättynyt", "päättyy:90pv", "kunta:pori", '"kaksi sanaa"', "maa:Viro ohitettu"]
)
def test_what_it_cannot_show_stays_and_is_told(build: Callable[[str], FilterBuilder], others: str) -> None:
    builder = build(f"{others} tila:aktiivinen")
    assert any(others in each.text() for each in builder.findChildren(QLabel))
    press(builder, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert others in builder.text
    builder._clear.click()
    assert builder.text == others
    assert checked(builder) == []


def test_the_whole_row_answers_to_the_mouse_and_once(build: Callable[[str], FilterBuilder]) -> None:
    builder = build("")
    values = builder.page.findChild(QListWidget)
    assert values is not None
    row = values.visualItemRect(values.item(1))
    for place, text in ((QPoint(row.right() - 20, row.center().y()), "tila:aktiivinen"), (row.topLeft(), "")):
        inside = place if text else QPoint(row.left() + 14, row.center().y())
        QTest.mouseClick(values.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, inside)
        assert builder.text == text


def test_every_usual_filter_has_a_page_whose_parts_have_names(build: Callable[[str], FilterBuilder]) -> None:
    builder = build("")
    for name in USUAL:
        builder.choose(name)
        assert builder.page.asked.name == name
        assert nameless(builder) == []


def test_the_main_button_says_how_many_there_are(build: Callable[[str], FilterBuilder]) -> None:
    builder = build("")
    builder.show_count(1)
    one = builder._show.text()
    builder.show_count(12)
    assert "12" in builder._show.text() != one
    assert builder._show.isDefault()


def messages(builder: FilterBuilder) -> str:
    shown = builder.page.findChildren(QLabel)
    return " ".join(each.text() for each in shown if each.isVisible() and each.property("role") == "error")


def test_filter_builder_is_pictured(keep: Callable[[FilterBuilder, str, int, int], None]) -> None:
    keep(
        FilterBuilder("status:active rahoittaja:Interreg -ohitettu ilmasto", TODAY, _values), "filter-builder", 700, 480
    )
