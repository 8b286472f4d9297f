from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query
from hankeapp.ui.project_model import CARD, TITLE, ProjectModel
from hankeapp.ui.project_views import CardList, ProjectTable, share_selection
from tests.ui.samples import Samples, projects


@pytest.fixture
def desk(qapp, qtbot):
    """Both views in a stack, above a field that Tab should reach."""
    window = QWidget()
    window.model = ProjectModel(Samples(), window)
    window.model.reset(Query())
    window.cards, window.table = CardList(window.model), ProjectTable(window.model)
    window.selection = share_selection(window.cards, window.table)
    window.stack, window.field = QStackedWidget(), QLineEdit()
    window.stack.addWidget(window.cards)
    window.stack.addWidget(window.table)
    column = QVBoxLayout(window)
    column.addWidget(window.stack)
    column.addWidget(window.field)
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitActive(window):
        window.show()
    return window


def view(desk, name):
    desk.stack.setCurrentWidget(getattr(desk, name))
    desk.stack.currentWidget().setFocus()
    return desk.stack.currentWidget()


@pytest.mark.parametrize("name", ["cards", "table"])
def test_tab_goes_on_to_the_next_control(desk, name):
    QTest.keyClick(view(desk, name), Qt.Key.Key_Tab)
    assert desk.focusWidget() is desk.field


@pytest.mark.parametrize("name", ["cards", "table"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_ask_to_edit(desk, name, key):
    shown = view(desk, name)
    spy = QSignalSpy(shown.edit_requested)
    QTest.keyClick(shown, key)
    assert spy.count() == 1


@pytest.mark.parametrize("name", ["cards", "table"])
def test_typing_finds_a_project_by_its_title(desk, name):
    shown = view(desk, name)
    QTest.keyClicks(shown, "ilpi")
    assert desk.model.project_at(shown.currentIndex().row()).acronym == "ILPI"


def test_one_letter_again_goes_to_the_next(desk):
    shown = view(desk, "cards")
    found = []
    for _ in range(2):
        QTest.keyClicks(shown, "m")
        found.append(desk.model.project_at(shown.currentIndex().row()).title)
    assert found == ["Maahanmuuttajien neuvontapiste Maine", "Mahanpuruja muovista -kampanja Porissa"]


def test_views_share_the_selected_row_and_go_on_from_it(desk):
    cards = view(desk, "cards")
    cards.setCurrentIndex(desk.model.index(10, CARD))
    table = view(desk, "table")
    assert [index.row() for index in table.selectionModel().selectedRows()] == [10]
    assert table.currentIndex().column() == TITLE
    QTest.keyClick(table, Qt.Key.Key_Down)
    cards = view(desk, "cards")
    QTest.keyClick(cards, Qt.Key.Key_Down)
    assert [index.row() for index in desk.selection.selectedRows()] == [12]


def test_click_on_a_head_sorts(desk):
    table = view(desk, "table")
    head = table.horizontalHeader()
    at = head.sectionViewportPosition(desk.model.column_of("number")) + 20
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=head.rect().center().__class__(at, 10))
    assert desk.model.query.first_sort.field == "number"


def test_table_shows_status_first_and_neither_name_nor_acronym_twice(desk):
    head = desk.table.horizontalHeader()
    shown = [head.logicalIndex(at) for at in range(head.count()) if not head.isSectionHidden(head.logicalIndex(at))]
    fields = [desk.model.field_at(column) for column in shown]
    assert [field.name if field else "title" for field in fields][:3] == ["status", "title", "number"]
    assert not {"name", "acronym"} & {field.name for field in fields if field}


def test_heads_are_wide_enough_for_their_words(desk, look):
    for scale in (1.0, 2.0):
        look.wear(look._choice, scale)
        head = desk.table.horizontalHeader()
        for field in desk.model.columns:
            column = desk.model.column_of(field.name)
            if not head.isSectionHidden(column):
                assert head.sectionSize(column) >= head.fontMetrics().horizontalAdvance(field.title)


def test_screen_reader_hears_a_sentence_a_row_and_cells_of_the_table(desk):
    cards = QAccessible.queryAccessibleInterface(view(desk, "cards"))
    assert cards.text(QAccessible.Text.Name) == "Hankkeet kortteina"
    spoken = [cards.child(at).text(QAccessible.Text.Name) for at in range(cards.childCount())]
    assert any(text.startswith("ILPI – Ilmastokestävät pientaloalueet, tila aktiivinen, kesto") for text in spoken)
    table = QAccessible.queryAccessibleInterface(view(desk, "table"))
    cells = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    assert "2023, päättymispäivä ohitettu" in cells
    assert "ei tietoa" in cells


def test_far_row_is_scrolled_to_at_once(qapp, qtbot):
    pattern = projects()[0]
    some = [replace(pattern, id=ProjectId(f"{n:05}"), name=f"Hanke {n:05}", acronym="") for n in range(5000)]
    model = ProjectModel(Samples(some))
    model.reset(Query())
    cards = CardList(model)
    qtbot.addWidget(cards)
    cards.resize(400, 600)
    cards.show()
    model.reset(Query())
    cards.setCurrentIndex(model.index(4900, CARD))
    assert cards.viewport().rect().contains(cards.visualRect(cards.currentIndex()).center())


def test_the_header_is_spared_the_selection_of_all_rows(desk):
    table = view(desk, "table")
    table.selectAll()
    assert len(desk.selection.selectedRows()) == desk.model.rowCount()
    assert not table.horizontalHeader().selectionModel().hasSelection()
