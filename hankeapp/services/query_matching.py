"""The filters of a query asked of a project itself, for past days; `db.filters` says the same of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from hankeapp.domain.attention import is_ending_soon, is_overdue
from hankeapp.domain.query import View
from hankeapp.domain.query_keys import filter_keys
from hankeapp.domain.query_terms import Amounts, Choice, Dates, Flagged, Known, Named, Running, Unread
from hankeapp.domain.values import Codes
from hankeapp.language.naming import names

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from hankeapp.domain.fields import Field
    from hankeapp.domain.organisations import ListedValue
    from hankeapp.domain.project import Project
    from hankeapp.domain.query_keys import FilterKey, Target
    from hankeapp.domain.query_terms import Condition, Term

    Test = Callable[[Any, Field], bool]


@dataclass(frozen=True)
class Shared:
    """What the keys and codes of projects are called: names by the id of a row, ids by table, the values of lists."""

    called: Mapping[str, Sequence[str]]
    keys: Mapping[str, Collection[str]]
    listed: Sequence[ListedValue]

    @classmethod
    def of(cls, rows: Mapping[str, Iterable[Any]]) -> Shared:
        """From the rows of the shared tables."""
        units = {row.id: (row.name, row.division) for row in rows["unit"]}
        organisations = {row.id: (row.name, row.short_name) for row in rows["organisation"]}
        keys = {"unit": units.keys(), "organisation": organisations.keys()}
        return cls(units | organisations, keys, list(rows["listed_value"]))

    def names_of(self, asked: FilterKey, projects: Collection[Project]) -> Iterator[str]:
        """What can be typed after a filter's key to find some of the projects or an entry of a list."""
        for target in asked.targets:
            field = target.field
            if field.type is Codes:
                yield from (each.label for each in self.listed if each.list == field.values)
            elif not field.refers:
                yield from (str(getattr(row, field.name)) for each in projects for row in _rows(each, target))
            else:
                for key in self.keys[field.refers]:
                    yield from self.called[key]


def holds(term: Term, project: Project, shared: Shared, today: date) -> bool:
    """Whether a term that is no text holds of a project."""
    return term.is_negated is not any(_condition(each, project, shared, today) for each in term.any_of)


def _condition(asked: Condition, project: Project, shared: Shared, today: date) -> bool:
    match asked:
        case Choice(name, code):
            return _anywhere(project, name, lambda value, _: value is not None and value.value == code)
        case Named(name):
            return _anywhere(project, name, partial(_named, asked, shared))
        case Dates(name):
            return _anywhere(project, name, partial(_dated, asked))
        case Amounts(name):
            return _anywhere(project, name, partial(_amount, asked))
        case Running():
            return _running(asked, project)
        case Known(name, is_known):
            return is_known is _known(project, filter_keys()[name])
        case Flagged(view):
            return is_overdue(project, today) if view is View.OVERDUE else is_ending_soon(project, today)
        case Unread():
            return False
    raise TypeError(f"{type(asked)} is looked for in the texts")


def _anywhere(project: Project, name: str, test: Test) -> bool:
    return any(
        test(getattr(row, target.field.name), target.field)
        for target in filter_keys()[name].targets
        for row in _rows(project, target)
    )


def _rows(project: Project, target: Target) -> Iterable[Any]:
    return (project,) if target.part is None else getattr(project, target.part.name)


def _named(asked: Named, shared: Shared, value: Any, field: Field) -> bool:
    if field.refers:
        return any(names(each, asked.text, asked.whole) for each in shared.called.get(value, ()))
    if field.type is Codes:
        return any(_is_meant(asked, each) for each in shared.listed if each.list == field.values and each.code in value)
    return names(value, asked.text, asked.whole)


def _is_meant(asked: Named, listed: ListedValue) -> bool:
    return names(listed.label, asked.text, asked.whole) or names(listed.code, asked.text, whole=True)


def _dated(asked: Dates, value: Any, _field: Field) -> bool:
    if value is None or (asked.first is not None and value.earliest < asked.first.earliest):
        return False
    return asked.last is None or bool(value.latest <= asked.last.latest)


def _running(asked: Running, project: Project) -> bool:
    if project.start is None and project.end is None:
        return False
    began = project.start is None or asked.last is None or project.start.earliest <= asked.last.latest
    lasted = project.end is None or asked.first is None or project.end.latest >= asked.first.earliest
    return began and lasted


def _amount(asked: Amounts, value: Any, _field: Field) -> bool:
    if value is None or (asked.least is not None and value < asked.least):
        return False
    return asked.most is None or bool(value <= asked.most)


def _known(project: Project, asked: FilterKey) -> bool:
    if asked.part is not None:
        rows = getattr(project, asked.part.name)
        return any(row.name.lower().endswith(asked.endings) for row in rows) if asked.endings else bool(rows)
    return _anywhere(project, asked.name, lambda value, _: value not in (None, "", ()))
