"""The figures on the first page: how many projects, how much money, and what they are about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hankeapp.domain.attention import is_overdue
from hankeapp.domain.columns import column_of
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import field_of
from hankeapp.domain.list_telling import group_text
from hankeapp.domain.project import Project
from hankeapp.domain.query import GroupRow
from hankeapp.domain.status import Status
from hankeapp.domain.values import Cents, Codes, to_plain
from hankeapp.language.collation import sort_key
from hankeapp.translation import counted, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hankeapp.domain.columns import Column
    from hankeapp.domain.naming import Names

_CHARTED = ("funder", "themes", "start")
"""The columns of which charts are made."""

_MOST_BARS = 8
"""Bars of a chart; the rest are told together."""


@dataclass(frozen=True)
class Count:
    """A number and what it counts; `shape` is that of a `Sign`, or empty."""

    number: str
    words: str
    shape: str = ""


@dataclass(frozen=True)
class ChartBar:
    """A bar, as long as `length` of the longest, with its number."""

    label: str
    number: int
    length: float


@dataclass(frozen=True)
class Chart:
    """How many projects have each value of a column; `counted` stands above the numbers."""

    title: str
    counted: str
    bars: tuple[ChartBar, ...]


def counts(projects: Sequence[Project], today: date) -> tuple[Count, ...]:
    """How many projects there are, by their status, and how many are past their end."""
    of = Counter(project.status for project in projects)
    planned, active, ended = of[Status.PLANNED], of[Status.ACTIVE], of[Status.ENDED]
    overdue = sum(is_overdue(project, today) for project in projects)
    found = (
        Count(counted(len(projects)), trn("project in all", "projects in all", len(projects))),
        Count(counted(planned), trn("in planning", "in planning", planned), "planned") if planned else None,
        Count(counted(active), trn("active", "active", active), "active"),
        Count(counted(ended), trn("ended", "ended", ended), "ended"),
        Count(counted(overdue), trn("past its end date", "past their end date", overdue), "overdue")
        if overdue
        else None,
    )
    return tuple(count for count in found if count)


def sums(projects: Sequence[Project]) -> tuple[Count, ...]:
    """The money as far as it is known, each with how many projects it is known of; none where it is known of none.

    The external money is what others give for the city's share: the share without its own funding.
    """
    external = [
        Cents(project.budget_city - project.budget_own)
        for project in projects
        if project.budget_city is not None and project.budget_own is not None
    ]
    told = [
        (field_of(Project, name).title, [getattr(project, name) for project in projects])
        for name in ("budget_whole", "budget_city", "budget_own")
    ]
    found = (_sum(title, amounts, len(projects)) for title, amounts in [*told, (tr("External funding"), external)])
    return tuple(each for each in found if each)


def _sum(title: str, amounts: Sequence[Cents | None], count: int) -> Count | None:
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return None
    words = (
        title
        if len(known) == count
        else tr("{sum} (known of {n}/{all})", sum=title, n=counted(len(known)), all=counted(count))
    )
    return Count(str(Cents(sum(known))).replace(",00", ""), words)


def charts(projects: Sequence[Project], names: Names) -> tuple[Chart, ...]:
    """Charts of the columns of which anything is known."""
    found = (_chart(projects, column_of(name), names) for name in _CHARTED)
    return tuple(chart for chart in found if chart)


def _chart(projects: Sequence[Project], column: Column, names: Names) -> Chart | None:
    found = Counter(key for project in projects for key in _keys(column, project) or [None])
    unknown = found.pop(None, 0)
    if not found:
        return None
    told = [(group_text(column, GroupRow(key, number), names), number) for key, number in found.items()]
    shown = _by_year(told) if column.field.type is PartialDate else _by_number(told)
    if unknown:
        shown.append((group_text(column, GroupRow(None, unknown), names), unknown))
    longest = max(number for _, number in shown)
    bars = tuple(ChartBar(label, number, round(number / longest, 4)) for label, number in shown)
    return Chart(column.group_title, tr("Projects"), bars)


def _by_number(told: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The most common first, the others together."""
    first = sorted(told, key=lambda bar: (-bar[1], sort_key(bar[0])))
    rest = sum(number for _, number in first[_MOST_BARS:])
    return [*first[:_MOST_BARS], (tr("Others"), rest)] if rest else first


def _by_year(told: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The last years, those before them together."""
    years = sorted(told)
    rest = sum(number for _, number in years[:-_MOST_BARS])
    return [(tr("Earlier"), rest), *years[-_MOST_BARS:]] if rest else years


def _keys(column: Column, project: Project) -> set[str]:
    """All groups that a project stands in, which may be several of its themes or funders."""
    keys: set[str] = set()
    for value in column.values(project):
        if isinstance(value, Codes):
            keys.update(value)
        elif isinstance(value, PartialDate):
            keys.add(value.iso[:4])
        else:
            keys.add(str(to_plain(value)))
    return keys
