from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from hankeapp.reports.timeline import MOST_LABELS, Axis, place

TODAY = date(2026, 11, 24)
PROJECT = Project(id=ProjectId("0" * 32), number="H-2026-001", name="Hanke")

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
partial_dates = st.one_of(
    days.map(PartialDate.of),
    days.map(lambda day: PartialDate(day.year, day.month)),
    days.map(lambda day: PartialDate(day.year)),
)


def lasting(start: str, end: str, status: Status = Status.ACTIVE) -> Project:
    return replace(
        PROJECT,
        start=PartialDate.from_iso(start) if start else None,
        end=PartialDate.from_iso(end) if end else None,
        status=status,
    )


def bar(project: Project, first: int, last: int):
    return Axis(first, last).bar(project, TODAY)


def test_a_bar_lasts_from_the_first_to_the_last_possible_day():
    assert (bar(lasting("2021", "2022"), 2020, 2023).left, bar(lasting("2021", "2022"), 2020, 2023).right) == (
        pytest.approx(0.25, abs=0.001),
        pytest.approx(0.75, abs=0.001),
    )


def test_an_unknown_start_is_soft_and_a_year_before_the_end():
    drawn = bar(lasting("", "2022"), 2020, 2023)
    assert (drawn.soft_left, drawn.soft_right) == (True, False)
    assert (drawn.left, drawn.right) == (pytest.approx(0.5, abs=0.001), pytest.approx(0.75, abs=0.001))


def test_an_active_project_without_an_end_runs_until_today_and_fades_after_it():
    axis = Axis.of([lasting("2024", "")], TODAY)
    drawn = axis.bar(lasting("2024", ""), TODAY)
    assert drawn.soft_right
    assert drawn.right > axis.at(TODAY)


def test_an_ended_project_without_an_end_is_not_said_to_run_until_today():
    drawn = bar(lasting("2020", "", Status.ENDED), 2020, 2026)
    assert drawn.soft_right
    assert drawn.right < 0.2


def test_the_axis_holds_today_and_whole_years():
    assert Axis.of([lasting("2016-05", "2018-03")], TODAY) == Axis(2016, 2026)
    assert Axis.of([lasting("2027", "2029")], TODAY) == Axis(2026, 2029)


def test_each_year_is_labelled_while_there_is_room():
    assert [year.label for year in Axis(2016, 2026).years()] == [str(year) for year in range(2016, 2027)]
    assert [year.label for year in Axis(2003, 2029).years()] == ["2005", "2010", "2015", "2020", "2025"]


def test_a_year_too_near_the_end_has_a_line_and_no_label():
    assert [year.label for year in Axis(1995, 2020).years()][-1] == ""


@given(st.integers(1899, 2200), st.integers(0, 300))
def test_labels_never_touch(first: int, count: int):
    years = Axis(first, min(first + count, 2201)).years()
    distances = [right.left - left.left for left, right in pairwise(years)]
    assert all(distance > 0.95 / MOST_LABELS for distance in distances)


@given(st.none() | partial_dates, partial_dates, st.sampled_from(Status), days)
def test_every_bar_lies_on_its_axis(start: PartialDate | None, end: PartialDate, status: Status, today: date):
    for project in (
        replace(PROJECT, start=start, end=end, status=status),
        replace(PROJECT, start=end, end=start, status=status),
    ):
        axis = Axis.of([project], today)
        drawn = axis.bar(project, today)
        assert 0 <= drawn.left < drawn.right <= 1
        assert 0 <= axis.at(today) < 1


def test_the_order_is_by_status_then_as_they_began_with_unknown_beginnings_last():
    planned, early, late = lasting("2028", "", Status.PLANNED), lasting("2016", "2023"), lasting("2019", "2020")
    unknown, ended = lasting("", "2012"), lasting("2001", "2002", Status.ENDED)
    assert sorted([ended, unknown, late, early, planned], key=place) == [planned, early, late, unknown, ended]
