"""Any date, text or project that a register can hold, for Hypothesis."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from hankeapp.db.keys import new_key
from hankeapp.domain.dates import PartialDate, Season
from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import StatusEvent
from hankeapp.domain.values import Codes

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field

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


KEYS = st.builds(new_key)
"""A key that no row had before: an example may be tried again in the same register."""

CODES = st.lists(st.text("abcäö_1", min_size=1, max_size=5), max_size=3, unique=True).map(Codes)
MOMENTS = st.datetimes(timezones=st.just(UTC), min_value=datetime(1970, 1, 1))  # noqa: DTZ001


def values(field: Field) -> st.SearchStrategy[Any]:
    """Any value of a declared field; a key is none, for it would have to be that of a row."""
    if field.refers:
        return st.none()
    found = _of_kind(field.type, field.name)
    return st.none() | found if field.optional else found


def _of_kind(kind: type, name: str) -> st.SearchStrategy[Any]:
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    if issubclass(kind, int):
        return st.integers(-(2**53), 2**53).map(kind)
    known: dict[type, st.SearchStrategy[Any]] = {PartialDate: dates(), Codes: CODES, datetime: MOMENTS}
    return known[kind] if kind in known else names() if name == "name" else texts()


def rows(kind: type) -> st.SearchStrategy[Any]:
    """Any row of a part, with a key."""
    return st.builds(kind, id=KEYS, **{field.name: values(field) for field in fields_of(kind)})


def events() -> st.SearchStrategy[StatusEvent]:
    return rows(StatusEvent)


_PARTS = st.lists(st.sampled_from([(part.name, part.type) for part in parts_of(Project)]), max_size=2, unique=True)


@st.composite
def _with_parts(draw: st.DrawFn, made: Project) -> Project:
    """The project with rows in a part or two."""
    chosen = {name: tuple(draw(st.lists(rows(kind), min_size=1, max_size=2))) for name, kind in draw(_PARTS)}
    return replace(made, **chosen)


def projects(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[Project]:
    """A project as nobody stored it yet, with any value in any field and rows in some parts; the given fields as said.

    Its number follows from its id.
    """
    fields = {field.name: values(field) for field in fields_of(Project)}
    own = {"id": KEYS.map(ProjectId), "page_order": st.none() | st.integers(1, 10_000)}
    made = st.builds(Project, **fields | own | given).map(lambda made: replace(made, number=f"H-{made.id}"))
    return made.flatmap(_with_parts)


def several_projects(most: int = 6, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Project]]:
    return st.lists(projects(**given), max_size=most, unique_by=lambda made: made.id)
