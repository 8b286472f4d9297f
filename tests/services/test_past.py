"""The register of a past day: what was in force then, what the register said then."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.columns import columns
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import Query, Sort, View
from hankeapp.domain.status import Ending, Status
from hankeapp.reports.typesetting import typeset
from hankeapp.services.opening import create_example, open_register
from hankeapp.services.past import end_of
from hankeapp.services.printing import PAGE_ORDER, Wish, document_of
from hankeapp.services.register import OVERDUE
from hankeapp.services.steps import on_recorded_end

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.services.register import Register

TODAY = date(2026, 11, 24)


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def example(tmp_path: Path, hands: Hands) -> Iterator[Register]:
    """The example's projects, taken in on 1.11.2026; it is 24.11.2026 now."""
    register = create_example(tmp_path / "hankkeet.hanke", Desk("testaaja", Clock(hands), tmp_path / "välimuisti"))
    hands.moment = datetime(2026, 11, 24, 12, tzinfo=UTC)
    with closing(register):
        yield register


def end_the_nine(register: Register) -> None:
    nine = register.projects(register.ids(OVERDUE))
    assert len(nine) == 9
    register.end({project.id: on_recorded_end(project) for project in nine})


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2020, 6, 30), 0),
        (date(2022, 6, 30), 1),
        (date(2023, 6, 30), 4),
        (date(2024, 6, 30), 7),
        (TODAY, 9),
    ],
)
def test_a_project_is_ended_on_a_day_by_the_effective_date_of_its_end(example: Register, day: date, count: int) -> None:
    end_the_nine(example)
    past = example.past(on=day)
    assert len(past.ids(Query(View.ENDED))) == count
    assert past.counts()[View.ENDED] == count


def test_a_project_is_not_listed_before_its_start(example: Register) -> None:
    (project,) = (each for each in example.projects(example.ids(Query())) if "ILPI" in each.title)
    assert project.start == PartialDate(2024)
    assert project.id not in example.past(on=date(2023, 12, 31)).ids(Query())
    assert project.id in example.past(on=date(2024, 1, 1)).ids(Query())


def test_the_register_is_told_as_it_was_known(example: Register) -> None:
    end_the_nine(example)
    assert example.past(known=date(2026, 11, 23)).counts()[View.ENDED] == 0
    assert example.past(known=date(2026, 11, 23)).counts()[View.OVERDUE] == 9
    assert example.past(known=TODAY).counts()[View.ENDED] == 9
    assert example.past(known=date(2026, 10, 31)).counts()[View.ALL] == 0


def test_the_two_questions_can_be_asked_together(example: Register) -> None:
    end_the_nine(example)
    day = date(2023, 6, 30)
    assert example.past(on=day, known=TODAY).counts()[View.ENDED] == 4
    assert example.past(on=day, known=date(2026, 11, 23)).counts()[View.ENDED] == 0


def test_what_is_past_its_end_is_seen_from_that_day(example: Register) -> None:
    end_the_nine(example)
    assert example.past(on=TODAY).counts()[View.OVERDUE] == 0
    known = example.past(known=date(2026, 11, 1))
    assert len(known.ids(OVERDUE)) == len(known.ids(OVERDUE, date(2026, 11, 1)))
    assert len(known.ids(OVERDUE, date(2020, 1, 1))) == 0


def test_a_past_is_sorted_as_the_register_is(example: Register) -> None:
    end_the_nine(example)
    past = example.past(known=TODAY)
    names = {field.name for field in fields_of(Project)} | {column.name for column in columns()}
    for name in sorted(names):
        for descending in (False, True):
            query = Query(sorts=(Sort(name, descending),))
            assert past.ids(query) == example.ids(query), query
    several = Query(sorts=(Sort("unit", descending=True), Sort("end")))
    assert past.ids(several) == example.ids(several)


def test_a_past_is_grouped_as_the_register_is(example: Register) -> None:
    end_the_nine(example)
    past = example.past(known=TODAY)
    for name in (column.name for column in columns() if column.is_for_groups):
        for descending in (False, True):
            query = Query(sorts=(Sort(name, descending),), group=name)
            assert past.ids(query) == example.ids(query), query
            assert past.groups(query) == example.groups(query), query
            assert sum(row.count for row in past.groups(query)) == 30


def test_a_past_is_searched_as_the_register_is(example: Register) -> None:
    end_the_nine(example)
    past = example.past(known=TODAY)
    texts = ("", "porin", "ymparisto hanke", "ei missään", "\ud800", "”", "nuorille", "hulevsien", '"Porin kaupunki"',
             "kampanja,hanke", "-hanke", "vesi tila:aktiivinen", "§", "päättyy:2026", "-tila:aktiivinen")  # fmt: skip
    assert example.search.make_ready()
    for view in View:
        for text in texts:
            assert past.ids(Query(view, text)) == example.ids(Query(view, text)), (view, text)
            assert past.find(Query(view, text)).near == example.find(Query(view, text)).near


def test_titles_of_a_past_begin_as_those_of_the_register(example: Register) -> None:
    past = example.past(known=TODAY)
    for text in ("i", "Ikä", "ilpi –", "", "ö", "x"):
        assert set(past.beginning_with(text)) == set(example.beginning_with(text)), text


def test_a_report_of_a_known_day_is_the_same_whenever_it_is_made(example: Register, hands: Hands) -> None:
    def pdf() -> bytes:
        past = example.past(known=date(2026, 11, 23))
        return typeset(document_of(past, Wish(Query(sorts=(PAGE_ORDER,)), office="Pori"))).pdf

    first = pdf()
    end_the_nine(example)
    (project,) = example.numbered(["H-2026-001"])
    example.save(project, {"name": "Toinen nimi"})
    hands.moment += timedelta(days=400)
    assert pdf() == first


def test_the_paper_says_which_question_it_answers(example: Register) -> None:
    def situation(**days: date) -> str:
        return document_of(example.past(**days), Wish(Query())).head.situation

    day, other = date(2026, 11, 23), date(2023, 6, 30)
    said = {situation(on=day), situation(known=day), situation(on=other, known=day)}
    assert len(said) == 3
    assert all("23.11.2026" in each for each in said)
    assert "30.6.2023" in situation(on=other, known=day)


def test_a_day_ends_by_the_local_clock() -> None:
    assert end_of(date(2026, 1, 1)) == datetime(2026, 1, 1, 21, 59, 59, 999999, tzinfo=UTC)
    assert end_of(date(2026, 7, 1)) == datetime(2026, 7, 1, 20, 59, 59, 999999, tzinfo=UTC)


def test_what_was_done_in_the_local_evening_belongs_to_the_day(example: Register, hands: Hands) -> None:
    hands.moment = datetime(2026, 11, 24, 21, 59, tzinfo=UTC)
    (project,) = example.numbered(["H-2026-001"])
    example.save(project, {"notes": "illalla"})
    hands.moment = datetime(2026, 11, 24, 22, 1, tzinfo=UTC)
    example.save(example.numbered(["H-2026-001"])[0], {"notes": "yöllä"})
    (then,) = example.past(known=TODAY).projects([project.id])
    assert then.notes == "illalla"


def test_a_past_comes_out_of_a_file_that_was_opened_again(example: Register, tmp_path: Path) -> None:
    end_the_nine(example)
    example.close()
    with closing(open_register(tmp_path / "hankkeet.hanke", Desk("toinen", Clock.standing(2027, 1, 1)))) as again:
        assert again.past(known=date(2026, 11, 23)).counts()[View.ENDED] == 0
        assert again.past(known=date(2026, 11, 24)).counts()[View.ENDED] == 9


def test_an_end_that_lies_ahead_is_not_in_force_yet(example: Register) -> None:
    (project,) = example.numbered(["H-2026-001"])
    example.end({project.id: Ending(effective=PartialDate(2026))})
    assert example.past(on=TODAY).statuses([project.id]) == {project.id: project.status}
    assert example.past(on=date(2026, 12, 31)).statuses([project.id]) == {project.id: Status.ENDED}


@pytest.mark.parametrize("text", ["rahoittaja:Interrek", "kumppani:xyzzy", "teema:xyzzy", "maa:xyzzy", "tila:xyzzy"])
@pytest.mark.parametrize("asked", ["on", "known"])
def test_what_finds_nothing_is_explained_as_it_is_today(example: Register, text: str, asked: str) -> None:
    past = example.past(**{asked: TODAY})
    (doubt,) = past.find(Query(text=text)).doubts
    assert doubt == example.find(Query(text=text)).doubts[0]
