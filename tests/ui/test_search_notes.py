"""What is said above the list of a search, and in its place where nothing is found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hankeapp.domain.project import ProjectId
from hankeapp.domain.query import Found, Query, View
from hankeapp.services.ways_out import DeadEnd, WayOut
from hankeapp.ui.nothing_found import NothingFound
from hankeapp.ui.search_notes import SearchNotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

TODAY = date(2026, 11, 24)
NEAR = Found([ProjectId("a")], near="hulevesi")
DOUBTFUL = Found([ProjectId("a")], doubts=("”outo:” ei ole rajaus.", "”99” ei ole päivä."))


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    window = QWidget()
    QVBoxLayout(window)
    window.resize(360, 500)
    window.show()
    yield window
    window.deleteLater()


@pytest.fixture
def notes(window: QWidget) -> SearchNotes:
    return put(window, SearchNotes())


def put(window: QWidget, part: SearchNotes) -> SearchNotes:
    column = window.layout()
    assert column is not None
    column.addWidget(part)
    return part


def said(part: QWidget) -> str:
    return " ".join(each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part))


def press(part: QWidget, at: int) -> None:
    [each for each in part.findChildren(QPushButton) if each.isVisibleTo(part)][at].click()


def test_it_waits_until_a_person_has_finished_writing(notes: SearchNotes) -> None:
    notes.show_found("outo:x", DOUBTFUL, TODAY)
    assert notes.isHidden()
    notes.say_now()
    assert not notes.isHidden()
    assert all(doubt in said(notes) for doubt in DOUBTFUL.doubts)


def test_what_has_gone_is_not_said_afterwards(notes: SearchNotes) -> None:
    notes.show_found("outo:x", DOUBTFUL, TODAY)
    notes.show_found("x", Found(()), TODAY)
    notes.say_now()
    assert notes.isHidden()


def test_another_note_takes_the_place_of_one_at_once(notes: SearchNotes) -> None:
    notes.show_found("outo:x", DOUBTFUL, TODAY)
    notes.say_now()
    notes.show_found("hulevsi", NEAR, TODAY)
    assert "hulevesi" in said(notes)
    assert "outo" not in said(notes)
    notes.show_found("hulevesi", Found([ProjectId("a")]), TODAY)
    assert notes.isHidden()


@pytest.mark.parametrize(("at", "text"), [(0, "hulevesi tila:aktiivinen"), (1, '"hulevsi" tila:aktiivinen')])
def test_a_near_word_is_taken_into_the_search_or_shut_out(notes: SearchNotes, at: int, text: str) -> None:
    chosen = QSignalSpy(notes.text_chosen)
    notes.show_found("hulevsi tila:aktiivinen", NEAR, TODAY)
    notes.say_now()
    press(notes, at)
    assert chosen.at(0) == [text]


def test_of_a_near_word_that_finds_nothing_the_empty_list_tells(notes: SearchNotes) -> None:
    notes.show_found("hulevsi tila:päättynyt", Found((), near="hulevesi"), TODAY)
    notes.say_now()
    assert notes.isHidden()


def test_the_ways_out_give_their_queries(window: QWidget) -> None:
    nothing = NothingFound()
    nothing.setParent(window)
    nothing.show()
    ways = [WayOut(f"tie {n}", Query(View.ALL, f"haku {n}")) for n in range(3)]
    chosen, cleared = QSignalSpy(nothing.query_chosen), QSignalSpy(nothing.quietly_acted)
    nothing.show_dead_end(DeadEnd("Mikään hanke ei vastaa.", tuple(ways)))
    for at in range(3):
        press(nothing, at)
    assert [chosen.at(at)[0] for at in range(chosen.count())] == [ways[0].query, ways[1].query]
    assert cleared.count() == 1
    nothing.show_dead_end(DeadEnd("Mikään hanke ei vastaa."))
    press(nothing, 0)
    assert cleared.count() == 2
