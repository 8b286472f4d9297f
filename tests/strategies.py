"""Any date, text or project that a register can hold, for Hypothesis."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from hankeapp.domain.dates import PartialDate, Season
from hankeapp.domain.project import Kind, Project, ProjectId
from hankeapp.domain.status import Outcome, Status, StatusEvent

YEARS = st.integers(1900, 2199)
MONTHS = st.integers(1, 12)


@st.composite
def days(draw: st.DrawFn, years: st.SearchStrategy[int] = YEARS) -> PartialDate:
    year, month = draw(years), draw(MONTHS)
    return PartialDate(year, month, draw(st.integers(1, calendar.monthrange(year, month)[1])))


def dates(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[PartialDate]:
    """A year, a month, a season or a day."""
    return st.one_of(
        st.builds(PartialDate, years),
        st.builds(PartialDate, years, MONTHS),
        st.builds(PartialDate, years, season=st.sampled_from(Season)),
        days(years),
    )


STORABLE = st.characters(exclude_categories=["Cs"])
"""Any character that a file can hold: controls, NUL and emoji too, halves of a UTF-16 pair not."""

FINNISH = "aäöAÄÖå eéü-–x1"


def texts(most: int = 20) -> st.SearchStrategy[str]:
    return st.text(STORABLE, max_size=most) | st.text(FINNISH, max_size=most)


def names(most: int = 20) -> st.SearchStrategy[str]:
    return texts(most).filter(str.strip)


def events() -> st.SearchStrategy[StatusEvent]:
    return st.builds(
        StatusEvent,
        source=st.sampled_from(Status),
        target=st.sampled_from(Status),
        effective=st.none() | dates(),
        outcome=st.none() | st.sampled_from(Outcome),
        note=texts(),
        actor=texts(),
        recorded=st.datetimes(timezones=st.just(UTC), min_value=datetime(1970, 1, 1)),  # noqa: DTZ001
    )


def projects(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Project]:
    """A project as nobody stored it yet, with any value in any field; the given fields as said.

    Its number follows from its id.
    """
    values: dict[str, st.SearchStrategy[Any]] = {
        "id": st.uuids(version=4).map(lambda key: ProjectId(key.hex)),
        "number": st.just(""),
        "name": names(),
        "acronym": texts(8),
        "kind": st.none() | st.sampled_from(Kind),
        "start": st.none() | dates(),
        "end": st.none() | dates(),
        "time_text": texts(),
        "status": st.sampled_from(Status),
        "public_text": texts(),
        "results": texts(),
        "notes": texts(),
        "page_order": st.none() | st.integers(1, 10_000),
        "events": st.lists(events(), max_size=3).map(tuple),
    }
    return st.builds(Project, **values | given).map(lambda made: replace(made, number=f"H-{made.id}"))


def several_projects(most: int = 6, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Project]]:
    return st.lists(projects(**given), max_size=most, unique_by=lambda made: made.id)
