import tracemalloc
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.status import Status
from hankeapp.ui import row_changes
from hankeapp.ui.project_model import CARD, PAGE, PAGES, TITLE, ProjectModel, ProjectRole
from tests.ui.samples import Samples, projects


@pytest.fixture
def source():
    return Samples()


@pytest.fixture
def model(qapp, source):
    made = ProjectModel(source)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.reset(Query())
    return made


def titles(model):
    return [model.project_at(row).title for row in range(model.rowCount())]


def test_columns_are_those_of_the_declaration(model):
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads[:4] == ["Hanke", "Hanke", "Rekisterinumero", "Hankkeen nimi"]
    assert model.headerData(model.column_of("end"), Qt.Orientation.Horizontal) == "Päättyy"


def test_cells_and_what_is_said_of_them(model):
    row = titles(model).index("CIRCWASTE – Kohti kiertotaloutta")
    card, end = model.index(row, CARD), model.index(row, model.column_of("end"))
    assert card.data() == "CIRCWASTE – Kohti kiertotaloutta"
    assert card.data(Qt.ItemDataRole.AccessibleTextRole).startswith("CIRCWASTE – Kohti kiertotaloutta, tila aktiivinen")
    assert model.index(row, TITLE).data(Qt.ItemDataRole.AccessibleTextRole) == "CIRCWASTE – Kohti kiertotaloutta"
    assert end.data() == "2023"
    assert end.data(Qt.ItemDataRole.AccessibleTextRole) == "2023, päättymispäivä ohitettu"
    assert card.data(ProjectRole).acronym == "CIRCWASTE"
    assert card.data(Qt.ItemDataRole.ToolTipRole) is None


def test_refresh_tells_only_the_rows_that_changed(model, source):
    changed = model.id_at(3)
    source.kept[changed] = replace(source.kept[changed], time_text="kolme vuotta")
    spy = QSignalSpy(model.dataChanged)
    model.refresh([changed])
    assert [(spy.at(0)[0].row(), spy.at(0)[1].row())] == [(3, 3)]
    assert spy.count() == 1
    assert model.project_at(3).time_text == "kolme vuotta"


def test_refresh_keeps_the_selection_with_its_projects(model, source):
    selection = QItemSelectionModel(model)
    third, fifth = model.id_at(3), model.id_at(5)
    selection.select(
        model.index(5, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    source.kept[third] = replace(source.kept[third], name="Öljyvahinko")
    model.refresh([third])
    assert [model.id_at(index.row()) for index in selection.selectedRows()] == [fifth]
    assert model.id_at(model.rowCount() - 1) == third
    assert model.row_of(third) == model.rowCount() - 1


def test_ended_project_leaves_the_active_ones(model, source):
    model.reset(Query(View.ACTIVE))
    gone = model.id_at(0)
    removed = QSignalSpy(model.rowsRemoved)
    source.kept[gone] = replace(source.kept[gone], status=Status.ENDED)
    model.refresh([gone])
    assert removed.count() == 1
    assert model.row_of(gone) is None
    source.kept[gone] = replace(source.kept[gone], status=Status.ACTIVE)
    model.refresh([gone])
    assert model.row_of(gone) == 0


def test_sorting_asks_the_source(model):
    model.sort(model.column_of("number"), Qt.SortOrder.DescendingOrder)
    assert model.query.sorts == (Sort("number", descending=True),)
    assert model.project_at(0).number == "H-2026-030"
    model.sort(TITLE)
    assert model.query.sorts == (Sort("title"),)


def test_list_that_differs_everywhere_is_shown_from_the_start(qapp):
    some = [replace(projects()[0], id=ProjectId(f"{n:04}"), name=f"Hanke {n:04}", acronym="") for n in range(400)]
    source = Samples(some)
    model = ProjectModel(source)
    model.reset(Query())
    for project in some[::2]:
        del source.kept[project.id]
    spy = QSignalSpy(model.modelReset)
    model.refresh()
    assert spy.count() == 1
    assert model.rowCount() == 200


def test_row_starting_with_goes_round(model):
    healint = titles(model).index("Healint")
    assert model.row_starting_with("heal", healint + 1) == healint
    assert model.row_starting_with("xyz", 0) is None


def test_a_project_taken_out_elsewhere_says_so_and_moves_no_other(qapp):
    some = [replace(projects()[0], id=ProjectId(f"{n:04}"), name=f"Hanke {n:04}", acronym="") for n in range(100)]
    source = Samples(some)
    model = ProjectModel(source)
    model.reset(Query())
    spy = QSignalSpy(model.outdated)
    del source.kept[some[70].id]
    shown = titles(model)
    assert shown[70] == "Poistettu rekisteristä toisaalla"
    assert shown[:70] + shown[71:] == [each.title for each in some[:70] + some[71:]]
    assert spy.count() == 1


class Endless:
    """A hundred thousand projects, made as they are read."""

    def __init__(self):
        self.pattern = projects()[0]
        self.pages = []

    def ids(self, _query):
        return [ProjectId(f"{n:032x}") for n in range(100_000)]

    def projects(self, ids, *, gone=False):  # noqa: ARG002
        self.pages.append(len(ids))
        return [replace(self.pattern, id=each) for each in ids]

    def today(self):
        return Samples().today()


def test_hundred_thousand_rows_are_ids_and_a_few_pages(qapp):
    source = Endless()
    model = ProjectModel(source)
    tracemalloc.start()
    model.reset(Query())
    assert source.pages == []
    for row in range(0, 100_000, 500):
        model.index(row, CARD).data()
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert model.rowCount() == 100_000
    assert set(source.pages) == {PAGE}
    assert len(source.pages) == 200
    # 100,000 ids of 32 letters are some 9 MB by themselves; the kept pages are the rest.
    assert used < 9_000_000 + PAGES * PAGE * 2_000
    assert model.row_of(model.id_at(99_999)) == 99_999


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_change_leads_from_one_list_to_the_other(old, new):
    change = row_changes.between(old, new)
    rows = list(old)
    for first, last in change.removed:
        del rows[first : last + 1]
    assert sorted(rows) == sorted(change.kept)
    rows = list(change.kept)
    for first, last in change.inserted:
        rows[first:first] = new[first : last + 1]
    assert rows == new


@given(st.sets(st.integers(0, 50)))
def test_ranges_hold_the_same_rows(rows):
    found = row_changes.ranges(sorted(rows))
    assert [row for first, last in found for row in range(first, last + 1)] == sorted(rows)
    assert all(second[0] > first[1] + 1 for first, second in pairwise(found))
