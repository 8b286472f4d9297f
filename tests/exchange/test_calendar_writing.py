"""The calendar of ends and deadlines, read by icalendar and by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.naming import NO_NAMES, Names
from hankeapp.domain.parts import Deadline, DeadlineKind
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from hankeapp.domain.values import Key
from hankeapp.exchange.calendar_writing import write_calendar
from hankeapp.translation import tr
from tests.strategies import several_projects

TODAY = date(2026, 11, 24)
NAMES = Names({"u": "Elinvoima"}, {})
PROJECT = Project(id=ProjectId("a"), number="H-2026-001", name="Perhonen", unit=Key("u"), end=PartialDate(2026, 12, 31))
REPORT = Deadline(id="d", kind=DeadlineKind.FINAL_REPORT, due=PartialDate(2027, 3), note="Tampereelle; ELY, 2 kpl")


def events(*projects: Project, data: bytes = b"") -> list[Any]:
    return Calendar.from_ical(data or write_calendar(projects, NAMES, TODAY).data).walk("VEVENT")


def test_an_end_is_a_whole_day() -> None:
    (end,) = events(PROJECT)
    assert (end["dtstart"].dt, end["dtend"].dt) == (date(2026, 12, 31), date(2027, 1, 1))
    assert end["summary"] == tr("{what}: {project}", what=tr("Project ends"), project="Perhonen")
    assert "Elinvoima" in end["description"]
    assert end["status"] == "CONFIRMED"


@pytest.mark.parametrize(
    ("due", "last"), [(PartialDate(2027), date(2027, 12, 31)), (PartialDate(2027, 2), date(2027, 2, 28))]
)
def test_what_is_known_to_the_month_or_year_is_told_so(due: PartialDate, last: date) -> None:
    (deadline,) = events(replace(PROJECT, end=None, deadlines=(replace(REPORT, due=due),)))
    assert deadline["dtstart"].dt == last
    assert str(due) in deadline["summary"]
    assert str(due) in deadline["description"]
    assert REPORT.note in deadline["description"]


def test_an_event_keeps_its_name_and_a_later_export_is_the_newer() -> None:
    before = events(replace(PROJECT, deadlines=(REPORT,), version=1))
    after = events(replace(PROJECT, name="Uusi", deadlines=(replace(REPORT, due=PartialDate(2028)),), version=2))
    assert [each["uid"] for each in before] == [each["uid"] for each in after]
    assert len({each["uid"] for each in before}) == 2
    assert [each["sequence"] for each in after] == [2, 2]


def test_what_was_done_is_taken_out_of_the_calendar() -> None:
    done = replace(REPORT, done=PartialDate(2026, 11, 1))
    end, report = events(replace(PROJECT, status=Status.ENDED, deadlines=(done,)))
    assert {end["status"], report["status"]} == {"CANCELLED"}
    past = replace(done, due=PartialDate(2025))
    assert events(replace(PROJECT, status=Status.ENDED, end=PartialDate(2020), deadlines=(past,))) == []


def test_a_passed_end_that_nobody_ended_stays() -> None:
    (end,) = events(replace(PROJECT, end=PartialDate(2020)))
    assert end["status"] == "CONFIRMED"


@settings(max_examples=40)
@given(several_projects(4))
def test_any_calendar_is_read(projects: list[Project]) -> None:
    data = write_calendar(projects, NO_NAMES, TODAY).data
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    found = events(data=data)
    assert len({each["uid"] for each in found}) == len(found)
    assert len(found) >= sum(each.end is not None and each.status is not Status.ENDED for each in projects)
