"""What is overdue and what ends soon."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.attention import days_left, is_ending_soon, is_overdue
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from tests.strategies import projects

TODAY = date(2026, 11, 24)
PROJECT = Project(id=ProjectId("1"), number="H-2026-001", name="Jokiranta")


def ending(end):
    return replace(PROJECT, end=end)


@pytest.mark.parametrize(
    ("days", "overdue", "soon"),
    [(-1, True, False), (0, False, True), (1, False, True), (90, False, True), (91, False, False)],
)
def test_the_boundary_days(days, overdue, soon):
    project = ending(PartialDate.of(TODAY + timedelta(days=days)))
    assert (is_overdue(project, TODAY), is_ending_soon(project, TODAY)) == (overdue, soon)
    assert days_left(project, TODAY) == days


@pytest.mark.parametrize(
    ("end", "overdue", "soon"),
    [
        ("2025", True, False),
        ("2026", False, True),
        ("2027", False, False),
        ("2026-10", True, False),
        ("2026-11", False, True),
        ("2026-23", False, True),
        ("2025-24", True, False),
        ("2026-24", False, False),
    ],
)
def test_the_latest_possible_day_counts(end, overdue, soon):
    project = ending(PartialDate.from_iso(end))
    assert (is_overdue(project, TODAY), is_ending_soon(project, TODAY)) == (overdue, soon)


def test_a_year_is_not_over_on_its_last_day():
    project = ending(PartialDate(2026))
    assert not is_overdue(project, date(2026, 12, 31))
    assert is_overdue(project, date(2027, 1, 1))


def test_without_an_end_nothing_is_noticed():
    assert not is_overdue(PROJECT, TODAY)
    assert not is_ending_soon(PROJECT, TODAY)
    assert days_left(PROJECT, TODAY) is None


@given(projects(), st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_only_active_projects_are_noticed_and_in_one_way(project, today):
    noticed = [is_overdue(project, today), is_ending_soon(project, today)]
    assert sum(noticed) <= 1
    if any(noticed):
        assert project.status is Status.ACTIVE
        assert (days_left(project, today) < 0) == noticed[0]


@given(projects(status=st.just(Status.ACTIVE)), st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_what_is_overdue_stays_so(project, today):
    if is_overdue(project, today):
        assert is_overdue(project, today + timedelta(days=1))
