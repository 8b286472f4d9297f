"""What has changed since a report was made: the register as the report knew it, and as it is today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from hankeapp.domain.comparisons import PAGE_FIELDS, State, compare
from hankeapp.domain.query import Query
from hankeapp.services.beside import beside
from hankeapp.services.printing import ids_of
from hankeapp.services.wishes import wish_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.comparisons import Comparison
    from hankeapp.domain.kept_reports import KeptReport
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project, ProjectId
    from hankeapp.services.past import Past
    from hankeapp.services.register import Register


def changes(register: Register, report: KeptReport) -> Comparison:
    """What differs today from what a kept report tells of, by the history: not by the words that were printed.

    Of a web page only what stands on it is compared. What the report asked for is asked again of today.
    """
    return _changes(register.past_of(report), register, report)


def changes_beside(register: Register, report: KeptReport) -> Comparison:
    """`changes` from another thread, over a connection of its own."""
    with beside(register) as today:
        return _changes(register.past_of(report, today.store), today, report)


class _Source(Protocol):
    """A register or a past day, as far as it is compared."""

    def ids(self, query: Query, /) -> list[ProjectId]: ...
    def projects(self, ids: Sequence[ProjectId], /) -> list[Project]: ...
    def names(self) -> Names: ...


def _changes(past: Past, today: _Source, report: KeptReport) -> Comparison:
    then, now = _all(past), _all(today)
    by_number = {project.number: project.id for project in then}
    told = [by_number[number] for number in report.numbers if number in by_number]
    deleted = [number for number in report.numbers if number not in by_number]
    wanted = ids_of(today, wish_from(report.wish))
    fields = None
    if report.is_published:
        fields = PAGE_FIELDS
        with_text = {project.id for project in now if project.public_text.strip()}
        wanted = [each for each in wanted if each in with_text]
    return compare(_state(past, told, then), _state(today, wanted, now), deleted, fields)


def _all(source: _Source) -> list[Project]:
    return source.projects(source.ids(Query()))


def _state(source: _Source, listed: Sequence[ProjectId], known: Sequence[Project]) -> State:
    return State(listed, {project.id: project for project in known}, source.names())
