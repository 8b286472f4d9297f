"""The list by itself, over a source that gives only its first page at once."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.status import Status
from hankeapp.ui import tasks
from hankeapp.ui.list_pane import ListPane
from hankeapp.ui.names import Names
from hankeapp.ui.settings import Settings
from tests.ui.samples import Samples
from tests.ui.test_project_model import many


@pytest.fixture
def source():
    return Samples(many(300), page=50)


@pytest.fixture
def pane(qapp, qtbot, source, tmp_path):
    made = ListPane(source, Names(), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    made.show_query(Query())
    return made


def arrive():
    QApplication.processEvents()
    tasks.finish()
    QApplication.processEvents()


def ids(source):
    return list(source.kept)


def test_the_first_page_is_there_before_the_count(pane, source):
    arrive()  # what the fixture asked for may have come before the test began
    pane.show_query(Query())
    counted = QSignalSpy(pane.counted)
    assert pane.head.count_text == "50+"
    assert pane.selected() == ids(source)[:1]
    arrive()
    assert pane.head.count_text == "300"
    assert counted.count() == 1
    assert pane.selected() == ids(source)[:1]


def test_the_scroll_place_stays_when_the_rest_comes(pane):
    bar = pane.cards.verticalScrollBar()
    bar.setValue(1000)
    arrive()
    assert bar.value() == 1000
    assert bar.maximum() > 250 * 62


def test_what_is_not_there_yet_is_read_when_it_is_asked_for(pane, source):
    assert pane.select(ids(source)[200])
    assert pane.selected() == [ids(source)[200]]
    arrive()
    assert pane.selected() == [ids(source)[200]]
    shown = pane.cards.visualRect(pane.cards.currentIndex())
    assert pane.cards.viewport().rect().contains(shown.center())


def test_another_query_is_not_disturbed_by_what_comes_late(pane, source):
    source.kept[ids(source)[7]] = replace(source.kept[ids(source)[7]], status=Status.ENDED)
    pane.show_query(Query(View.ENDED))
    arrive()
    assert pane.selected() == [ids(source)[7]]


def test_a_long_list_in_another_order_keeps_selection_and_sight_of_it(pane, source):
    arrive()
    pane.select(ids(source)[150])
    pane.order_by((Sort("title", descending=True),))
    assert pane.selected() == [ids(source)[150]]
    arrive()
    assert pane.selected() == [ids(source)[150]]
    assert pane.model.row_of(ids(source)[150]) == 149
    shown = pane.cards.visualRect(pane.cards.currentIndex())
    assert pane.cards.viewport().rect().contains(shown.center())


def test_steps_pass_over_heads_of_groups(pane, source):
    source.kept[ids(source)[0]] = replace(source.kept[ids(source)[0]], status=Status.ENDED)
    arrive()
    pane.group_by("status")
    arrive()
    last_active = pane.model.head_row("ended") - 1
    pane.select(pane.model.id_at(last_active))
    pane.step(1)
    assert pane.selected() == [ids(source)[0]]
    pane.step(-1)
    assert pane.selected() == [pane.model.id_at(last_active)]


def test_a_new_project_is_there_at_once_however_long_the_list(pane, source):
    arrive()
    new = replace(source.kept[ids(source)[0]], id=ProjectId("f" * 32), name="Hanke 0150½")
    source.kept[new.id] = new
    pane.refresh([new.id])
    assert pane.select(new.id)
    assert pane.selected() == [new.id]


def test_what_leaves_a_long_list_hands_its_selection_to_the_next(pane, source):
    pane.show_query(Query(View.ACTIVE))
    arrive()
    pane.select(ids(source)[120])
    left = ids(source)[120]
    source.kept[left] = replace(source.kept[left], status=Status.ENDED)
    pane.refresh([left])
    assert pane.model.project_at(pane.model.row_of(left)).status is Status.ENDED
    arrive()
    assert pane.model.row_of(left) is None
    assert pane.selected() == [ids(source)[121]]
