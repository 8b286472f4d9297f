from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from hankeapp.domain.columns import LISTED
from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query
from hankeapp.ui.card_list import CardList
from hankeapp.ui.list_layout import ColumnWidth
from hankeapp.ui.project_model import CARD, TITLE, ProjectModel
from hankeapp.ui.project_table import ProjectTable
from hankeapp.ui.project_views import kept_in_place, share_selection
from tests.ui.samples import Samples, projects


@pytest.fixture
def desk(qapp, qtbot):
    """Both views in a stack, above a field that Tab should reach."""
    window = QWidget()
    window.model = ProjectModel(Samples(), parent=window)
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


@pytest.mark.parametrize("keys", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_click_on_a_head_asks_for_an_order_with_shift_for_a_further_one(desk, keys):
    table = view(desk, "table")
    head = table.horizontalHeader()
    spy = QSignalSpy(table.order_requested)
    at = head.sectionViewportPosition(desk.model.column_of("duration")) + 20
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, keys, QPoint(at, 10))
    assert spy.at(0) == ["duration", keys is Qt.KeyboardModifier.ShiftModifier]


def test_table_shows_the_columns_of_the_declaration_in_their_order(desk):
    assert [column.name for column in desk.table.visible()] == list(LISTED)


def test_columns_are_shown_as_they_were_chosen(desk):
    chosen = (ColumnWidth("end", 120), ColumnWidth("title", 200), ColumnWidth("gone", 10), ColumnWidth("unit", 150))
    desk.table.show_columns(chosen)
    assert desk.table.shown_columns == (chosen[0], chosen[1], chosen[3])
    assert desk.table.columnWidth(desk.model.column_of("end")) == 120
    desk.table.show_columns(())
    assert [column.name for column in desk.table.visible()] == list(LISTED)


def test_a_width_that_was_drawn_is_kept_at_every_text_size(desk, look):
    view(desk, "table").setColumnWidth(desk.model.column_of("title"), 400)
    look.wear(look._choice, 1.5)
    assert desk.table.columnWidth(desk.model.column_of("title")) == 600
    assert desk.table.shown_columns[1] == ColumnWidth("title", 400)


def test_heads_are_wide_enough_for_their_words(desk, look):
    for scale in (1.0, 2.0):
        look.wear(look._choice, scale)
        head = desk.table.horizontalHeader()
        for column in desk.table.visible():
            size = head.sectionSize(desk.model.column_of(column.name))
            assert size >= head.fontMetrics().horizontalAdvance(column.title)


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
    some = [replace(pattern, id=ProjectId(f"{n:032x}"), name=f"Hanke {n:05}", acronym="") for n in range(5000)]
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


# --- groups


def grouped(desk, name):
    desk.model.reset(Query(group="status"))
    shown = view(desk, name)
    QApplication.processEvents()
    return shown


@pytest.mark.parametrize("name", ["cards", "table"])
def test_the_keyboard_passes_over_heads_and_leaves_the_selection(desk, name):
    shown = grouped(desk, name)
    ended = desk.model.head_row("ended")
    shown.setCurrentIndex(desk.model.index(ended - 1, shown.own_column))
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown.currentIndex().row() == ended
    assert [index.row() for index in desk.selection.selectedRows()] == [ended - 1]
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert [index.row() for index in desk.selection.selectedRows()] == [ended + 1]


@pytest.mark.parametrize("name", ["cards", "table"])
@pytest.mark.parametrize(
    ("key", "folded"),
    [(Qt.Key.Key_Left, True), (Qt.Key.Key_Right, False), (Qt.Key.Key_Return, True), (Qt.Key.Key_Space, True)],
)
def test_keys_on_a_head_ask_to_fold_its_group(desk, name, key, folded):
    shown = grouped(desk, name)
    shown.setCurrentIndex(desk.model.index(0, shown.own_column))
    spy = QSignalSpy(shown.fold_requested)
    QTest.keyClick(shown, key)
    assert spy.at(0) == [0, folded]


@pytest.mark.parametrize("name", ["cards", "table"])
def test_a_click_on_a_head_asks_to_fold_and_selects_nothing(desk, name):
    shown = grouped(desk, name)
    shown.setCurrentIndex(desk.model.index(3, shown.own_column))
    spy = QSignalSpy(shown.fold_requested)
    place = shown.visualRect(desk.model.index(0, shown.own_column)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert spy.at(0) == [0, True]
    assert [index.row() for index in desk.selection.selectedRows()] == [3]


def test_all_projects_are_selected_and_no_head(desk):
    shown = grouped(desk, "cards")
    shown.selectAll()
    assert len(desk.selection.selectedRows()) == desk.model.count == 30


# --- the card list's own places


@pytest.mark.parametrize("group", ["", "status"])
def test_cards_stand_under_each_other(desk, group):
    desk.model.reset(Query(group=group))
    cards = view(desk, "cards")
    QApplication.processEvents()
    rects = [cards.visualRect(desk.model.index(row, CARD)) for row in range(desk.model.rowCount())]
    assert [rect.top() for rect in rects] == [0, *(rect.bottom() + 1 for rect in rects[:-1])]
    seen = [rect for rect in rects if rect.bottom() < cards.viewport().height()]
    for row, rect in enumerate(seen):
        assert {cards.indexAt(rect.topLeft()).row(), cards.indexAt(rect.bottomRight()).row()} == {row}
    assert not cards.indexAt(QPoint(5, -1)).isValid()


def test_pages_and_ends_by_the_keyboard(desk):
    cards = view(desk, "cards")
    cards.setCurrentIndex(desk.model.index(0, CARD))
    rows = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_Up):
        QTest.keyClick(cards, key)
        rows.append(cards.currentIndex().row())
        assert cards.viewport().rect().contains(cards.visualRect(cards.currentIndex()).center())
    page, end, back, home, up = rows
    assert 5 <= page <= 12
    assert (end, home, up) == (29, 0, 0)
    assert back == 29 - page


def test_a_range_is_selected_with_shift(desk):
    cards = view(desk, "cards")
    cards.setCurrentIndex(desk.model.index(2, CARD))
    for _ in range(3):
        QTest.keyClick(cards, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert sorted(index.row() for index in desk.selection.selectedRows()) == [2, 3, 4, 5]


def test_rows_are_higher_while_words_are_searched(desk):
    cards = view(desk, "cards")
    low = cards.visualRect(desk.model.index(0, CARD)).height()
    desk.model.reset(Query(text="porin"))
    QApplication.processEvents()
    assert (low, cards.visualRect(desk.model.index(0, CARD)).height()) == (62, 86)


@pytest.mark.parametrize("name", ["cards", "table"])
def test_what_is_seen_stays_where_it_is_when_rows_come_in_above(qapp, qtbot, name):
    pattern = projects()[0]
    some = [replace(pattern, id=ProjectId(f"{n:032x}"), name=f"Hanke {n:05}", acronym="") for n in range(0, 3000, 2)]
    source = Samples(some, page=10_000)
    model = ProjectModel(source)
    model.reset(Query())
    shown = {"cards": CardList, "table": ProjectTable}[name](model)
    qtbot.addWidget(shown)
    shown.resize(600, 500)
    shown.show()
    shown.scrollTo(model.index(1000, TITLE), shown.ScrollHint.PositionAtTop)
    seen = model.id_at(shown.indexAt(QPoint(5, 5)).row())
    top = shown.visualRect(model.index(model.row_of(seen), TITLE)).top()
    new = replace(pattern, id=ProjectId(f"{1:032x}"), name="Hanke 00001", acronym="")
    source.kept[new.id] = new
    with kept_in_place(shown, model):
        model.refresh([new.id])
    assert shown.visualRect(model.index(model.row_of(seen), TITLE)).top() == top
