import tracemalloc
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication

from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Found, Query, Sort, View
from hankeapp.domain.status import Status
from hankeapp.ui import row_changes, tasks
from hankeapp.ui.kept_projects import MOST
from hankeapp.ui.project_model import CARD, PAGE, TITLE, ProjectModel, ProjectRole
from hankeapp.ui.row_keys import RowKeys
from tests.ui.samples import Samples, projects

Spoken = Qt.ItemDataRole.AccessibleTextRole


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
    """The titles of the projects' rows, the names of the groups in brackets."""
    groups = [model.group_at(row) for row in range(model.rowCount())]
    return [
        f"[{model.group_text(group)}]" if group else model.project_at(row).title for row, group in enumerate(groups)
    ]


def many(count):
    return [replace(projects()[0], id=ProjectId(f"{n:032x}"), name=f"Hanke {n:04}", acronym="") for n in range(count)]


def arrive():
    """What was asked beside the window comes in."""
    QApplication.processEvents()
    tasks.finish()
    QApplication.processEvents()


def test_columns_are_those_of_the_declaration(model):
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads[:5] == ["Hanke", "Tila", "Hanke", "Kesto", "Teemat"]
    assert model.headerData(model.column_of("end"), Qt.Orientation.Horizontal) == "Päättyy"


def test_cells_and_what_is_said_of_them(model):
    row = titles(model).index("CIRCWASTE – Kohti kiertotaloutta")
    card, end = model.index(row, CARD), model.index(row, model.column_of("end"))
    assert card.data() == "CIRCWASTE – Kohti kiertotaloutta"
    assert card.data(Spoken).startswith("CIRCWASTE – Kohti kiertotaloutta, tila aktiivinen")
    assert model.index(row, TITLE).data(Spoken) == "CIRCWASTE – Kohti kiertotaloutta"
    assert end.data() == "2023"
    assert end.data(Spoken) == "2023, päättymispäivä ohitettu"
    assert model.index(row, model.column_of("duration")).data(Spoken) == "2016–2023, päättymispäivä ohitettu"
    assert card.data(ProjectRole).acronym == "CIRCWASTE"
    assert card.data(Qt.ItemDataRole.ToolTipRole) is None


def test_heads_say_the_place_of_their_order(model):
    model.arrange(Query(sorts=(Sort("kind"), Sort("end", descending=True))))
    end, kind = (model.column_of(name) for name in ("end", "kind"))
    assert "2" in model.headerData(end, Qt.Orientation.Horizontal, Spoken)
    assert "1" in model.headerData(kind, Qt.Orientation.Horizontal, Spoken)
    assert model.headerData(model.column_of("unit"), Qt.Orientation.Horizontal, Spoken) == "Vastuuyksikkö"


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


def test_list_that_differs_everywhere_is_shown_from_the_start(qapp):
    some = many(400)
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
    some = many(100)
    source = Samples(some)
    model = ProjectModel(source)
    model.reset(Query())
    spy = QSignalSpy(model.outdated)
    del source.kept[some[70].id]
    shown = titles(model)
    assert shown[70] == "Poistettu rekisteristä toisaalla"
    assert shown[:70] + shown[71:] == [each.title for each in some[:70] + some[71:]]
    assert spy.count() == 1


# --- the first page


def test_the_first_page_is_shown_at_once_and_the_rest_comes_in_under_it(qapp):
    model = ProjectModel(Samples(many(300), page=50))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.reset(Query())
    assert (model.rowCount(), model.count, model.is_whole) == (50, 50, False)
    inserted, completed = QSignalSpy(model.rowsInserted), QSignalSpy(model.completed)
    arrive()
    assert [inserted.at(0)[1:]] == [[50, 299]]
    assert (inserted.count(), completed.count()) == (1, 1)
    assert (model.rowCount(), model.count, model.is_whole) == (300, 300, True)


def test_what_an_older_query_finds_is_dropped(qapp):
    some = many(300)
    source = Samples([*some[:-1], replace(some[-1], status=Status.ENDED)], page=50)
    model = ProjectModel(source)
    model.reset(Query())
    model.reset(Query(View.ENDED))
    arrive()
    assert titles(model) == [some[-1].title]


def test_a_long_list_keeps_its_rows_until_all_of_its_new_order_has_come(qapp):
    source = Samples(many(300), page=50)
    model = ProjectModel(source)
    model.reset(Query())
    arrive()
    selection = QItemSelectionModel(model)
    selection.setCurrentIndex(model.index(200, CARD), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    model.arrange(Query(sorts=(Sort("title", descending=True),)))
    assert model.rowCount() == 300
    assert titles(model)[0] == "Hanke 0000"
    arrive()
    assert titles(model)[0] == "Hanke 0299"
    assert [index.row() for index in selection.selectedIndexes()] == [99]


# --- groups


def test_groups_have_heads_that_cannot_be_selected(model):
    model.reset(Query(group="status"))
    assert titles(model)[0] == "[Aktiiviset]"
    assert [model.group_text(group) for group in model.groups] == [
        View.ACTIVE.label,
        View.ENDED.label,
        View.PLANNED.label,
    ]
    head = model.index(0, CARD)
    assert head.data(Spoken).startswith(f"{View.ACTIVE.label}, 25 hanketta")
    assert head.data(ProjectRole) is None
    assert not head.flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1, CARD).flags() & Qt.ItemFlag.ItemIsSelectable
    assert (model.rowCount(), model.count) == (33, 30)
    assert model.ids_in(range(26)) == [model.id_at(row) for row in range(1, 26)]


def test_a_folded_group_leaves_its_head(model):
    model.reset(Query(group="status"))
    before = titles(model)
    model.fold({"active"})
    assert titles(model) == [before[0], *before[26:]]
    model.fold(set())
    assert titles(model) == before


def test_a_project_moves_to_another_group_and_both_heads_count_anew(model, source):
    model.reset(Query(group="status"))
    moved = model.id_at(1)
    told = QSignalSpy(model.dataChanged)
    source.kept[moved] = replace(source.kept[moved], status=Status.ENDED)
    model.refresh([moved])
    assert model.row_of(moved) == 26
    assert [group.count for group in model.groups] == [24, 4, 2]
    assert {0, 25} <= {told.at(at)[0].row() for at in range(told.count())}


def test_the_groups_of_a_first_page_tell_their_counts_when_all_is_known(qapp):
    some = many(300)
    model = ProjectModel(Samples([replace(some[0], status=Status.ENDED), *some[1:]], page=50))
    model.reset(Query(group="status"))
    assert (model.rowCount(), model.count) == (51, 50)
    assert model.index(0, CARD).data(Spoken) == View.ACTIVE.label
    arrive()
    assert (model.rowCount(), model.count) == (302, 300)
    assert model.index(0, CARD).data(Spoken) == f"{View.ACTIVE.label}, 299 hanketta"


def test_years_and_what_is_not_known_have_groups(model):
    model.reset(Query(group="end"))
    heads = [title for title in titles(model) if title.startswith("[")]
    assert heads[0] == "[2020]"
    assert len(heads) == len(model.groups)
    assert heads[-1].startswith("[Päättyy")


# --- size


class Endless:
    """A hundred thousand projects, made as they are read."""

    def __init__(self):
        self.pattern = projects()[0]
        self.pages = []

    def find(self, _query):
        return Found([ProjectId(f"{n:032x}") for n in range(100_000)])

    def hits(self, _query):
        return None

    def listed(self, ids, *, gone=False):  # noqa: ARG002
        self.pages.append(len(ids))
        return [replace(self.pattern, id=each) for each in ids]

    def today(self):
        return Samples().today()


def test_hundred_thousand_rows_are_keys_and_a_few_pages(qapp):
    source = Endless()
    model = ProjectModel(source)
    tracemalloc.start()
    model.reset(Query())
    model.found = Found(())
    assert source.pages == []
    for row in range(0, 100_000, 500):
        model.index(row, CARD).data()
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert model.rowCount() == 100_000
    assert set(source.pages) == {PAGE}
    assert len(source.pages) == 200
    # 100,000 keys are 1.6 MB; the kept projects are the rest.
    assert used < 1_700_000 + MOST * 2_000
    assert model.row_of(model.id_at(99_999)) == 99_999


KEYS = st.lists(st.integers(0, 30), unique=True).map(lambda several: [bytes([each]) * 16 for each in several])


@given(KEYS, KEYS)
def test_change_leads_from_one_list_to_the_other(old, new):
    change = row_changes.between(RowKeys(b"".join(old)), RowKeys(b"".join(new)))
    rows = list(old)
    for first, last in change.removed:
        del rows[first : last + 1]
    assert sorted(rows) == sorted(change.kept)
    rows = list(change.kept)
    for first, last in change.inserted:
        rows[first:first] = new[first : last + 1]
    assert rows == new


@given(KEYS)
def test_keys_stand_where_they_were_put(several):
    keys = RowKeys(b"".join(several))
    assert list(keys) == several
    assert [keys.row_of(key) for key in several] == list(range(len(several)))
    assert keys.row_of(b"\xff" * 16) is None
    assert keys.rows_of([*several, b"\xff" * 16]) == [*range(len(several)), None]


def test_a_key_is_not_found_across_two():
    keys = RowKeys(bytes(range(32)))
    assert keys.row_of(bytes(range(8, 24))) is None
    assert keys.row_of(bytes(range(16, 32))) == 1


RANGES = st.tuples(st.integers(0, 30), st.integers(0, 5)).map(lambda each: (each[0], sum(each)))


@given(st.lists(RANGES, max_size=8))
def test_joined_ranges_hold_the_same_rows_once(several):
    every = {row for first, last in several for row in range(first, last + 1)}
    assert row_changes.joined(several) == row_changes.ranges(sorted(every))


@given(KEYS)
def test_keys_are_told_as_ids(several):
    assert RowKeys(b"".join(several)).ids() == [key.hex() for key in several]


@given(st.sets(st.integers(0, 50)))
def test_ranges_hold_the_same_rows(rows):
    found = row_changes.ranges(sorted(rows))
    assert [row for first, last in found for row in range(first, last + 1)] == sorted(rows)
    assert all(second[0] > first[1] + 1 for first, second in pairwise(found))
