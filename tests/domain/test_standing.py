"""Which status was in force on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.domain.dates import PartialDate, Season
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.standing import force_day, on_day
from hankeapp.domain.status import Outcome, Status, StatusEvent
from tests.strategies import projects

if TYPE_CHECKING:
    from hankeapp.domain.project import Project as AnyProject

RECORDED = datetime(2026, 11, 24, 12, tzinfo=UTC)


def event(source: Status, target: Status, effective: PartialDate | None) -> StatusEvent:
    return StatusEvent(source=source, target=target, effective=effective, actor="a", recorded=RECORDED)


def project(status: Status, *events: StatusEvent, start: PartialDate | None = None) -> AnyProject:
    return Project(id=ProjectId("1"), number="H-2026-001", name="Aspu", status=status, events=events, start=start)


def status_on(one: AnyProject, day: date) -> Status | None:
    standing = on_day(one, day)
    return standing.status if standing else None


@pytest.mark.parametrize(
    ("effective", "day"),
    [
        (PartialDate(2023), date(2023, 12, 31)),
        (PartialDate(2023, 2), date(2023, 2, 28)),
        (PartialDate(2023, 2, 3), date(2023, 2, 3)),
        (PartialDate(2023, season=Season.WINTER), date(2024, 2, 29)),
        (None, date(2026, 11, 24)),
    ],
)
def test_a_step_takes_force_on_its_latest_day_or_on_that_of_its_recording(
    effective: PartialDate | None, day: date
) -> None:
    assert force_day(event(Status.ACTIVE, Status.ENDED, effective)) == day


def test_a_step_without_a_date_counts_from_its_local_day() -> None:
    late = replace(event(Status.ACTIVE, Status.ENDED, None), recorded=datetime(2026, 11, 24, 23, tzinfo=UTC))
    assert force_day(late) == date(2026, 11, 25)


def test_the_first_status_holds_until_a_step_is_in_force() -> None:
    ended = project(Status.ENDED, event(Status.ACTIVE, Status.ENDED, PartialDate(2023)), start=PartialDate(2021, 5))
    assert status_on(ended, date(2021, 4, 30)) is None
    assert status_on(ended, date(2021, 5, 1)) is Status.ACTIVE
    assert status_on(ended, date(2023, 12, 30)) is Status.ACTIVE
    assert status_on(ended, date(2023, 12, 31)) is Status.ENDED


def test_without_a_start_the_first_status_holds_from_the_beginning() -> None:
    assert status_on(project(Status.ACTIVE), date(1900, 1, 1)) is Status.ACTIVE


def test_what_was_cancelled_before_its_start_is_ended() -> None:
    cancelled = event(Status.PLANNED, Status.ENDED, PartialDate(2024))
    planned = project(Status.ENDED, cancelled, start=PartialDate(2026))
    assert status_on(planned, date(2023, 1, 1)) is None
    assert status_on(planned, date(2025, 1, 1)) is Status.ENDED


def test_a_later_recorded_step_corrects_an_earlier_one() -> None:
    end = event(Status.ACTIVE, Status.ENDED, PartialDate(2024))
    reopened = event(Status.ENDED, Status.ACTIVE, None)
    again = event(Status.ACTIVE, Status.ENDED, PartialDate(2022))
    assert status_on(project(Status.ACTIVE, end, reopened), date(2025, 1, 1)) is Status.ENDED
    assert status_on(project(Status.ACTIVE, end, reopened), date(2026, 11, 24)) is Status.ACTIVE
    corrected = project(Status.ENDED, end, reopened, again)
    assert [status_on(corrected, date(year, 12, 31)) for year in (2021, 2022, 2024, 2026)] == [
        Status.ACTIVE,
        Status.ENDED,
        Status.ENDED,
        Status.ENDED,
    ]


def test_the_outcome_is_that_of_the_end_in_force() -> None:
    end = replace(event(Status.ACTIVE, Status.ENDED, PartialDate(2024)), outcome=Outcome.DISCONTINUED)
    reopened = project(Status.ACTIVE, end, event(Status.ENDED, Status.ACTIVE, None))
    then = on_day(reopened, date(2025, 6, 1))
    assert then is not None
    assert then.outcome is Outcome.DISCONTINUED


def moved(old: int | None, new: int, decided: PartialDate | None) -> StatusEvent:
    made = event(Status.ACTIVE, Status.ACTIVE, decided)
    return replace(made, old_end=PartialDate(old) if old else None, new_end=PartialDate(new))


def end_on(one: AnyProject, day: date) -> PartialDate | None:
    standing = on_day(one, day)
    assert standing is not None
    return standing.end


def test_before_an_extension_the_earlier_end_was_in_force() -> None:
    twice = replace(
        project(Status.ACTIVE, moved(2023, 2025, PartialDate(2023, 3, 12)), moved(2025, 2027, PartialDate(2025, 6))),
        end=PartialDate(2027),
    )
    days = [date(2023, 3, 11), date(2023, 3, 12), date(2025, 6, 29), date(2025, 6, 30), date(2026, 11, 24)]
    assert [end_on(twice, day) for day in days] == [PartialDate(year) for year in (2023, 2025, 2025, 2027, 2027)]
    assert {status_on(twice, day) for day in days} == {Status.ACTIVE}


def test_an_extension_without_a_date_counts_from_its_recording() -> None:
    extended = replace(project(Status.ACTIVE, moved(None, 2027, None)), end=PartialDate(2027))
    assert end_on(extended, date(2026, 11, 23)) is None
    assert end_on(extended, date(2026, 11, 24)) == PartialDate(2027)


def test_a_correction_holds_since_the_move_before_it() -> None:
    extended = project(Status.ACTIVE, moved(2023, 2025, PartialDate(2024)))
    corrected = replace(extended, end=PartialDate(2026))
    assert end_on(corrected, date(2024, 6, 1)) == PartialDate(2023)
    assert end_on(corrected, date(2025, 1, 1)) == PartialDate(2026)


def test_an_extension_never_hides_the_end_that_came_before_it() -> None:
    ended = event(Status.ACTIVE, Status.ENDED, PartialDate(2024))
    back = event(Status.ENDED, Status.ACTIVE, None)
    later = project(Status.ACTIVE, ended, back, moved(2024, 2027, PartialDate(2023, 3)))
    assert status_on(later, date(2025, 1, 1)) is Status.ENDED
    assert status_on(later, date(2026, 11, 24)) is Status.ACTIVE


@given(projects(), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_the_end_on_a_day_is_one_that_was_once_recorded(one: AnyProject, day: date) -> None:
    standing = on_day(one, day)
    assert standing is None or standing.end in {one.end, *(each.old_end for each in one.events)}
