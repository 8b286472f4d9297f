"""Putting projects in the order of a list, and counting its groups, by the rules that the database goes by."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any

from hankeapp.domain.columns import SUMMED, column_of, columns
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.domain.query import GroupRow
from hankeapp.domain.values import Cents, Codes, Key, to_plain
from hankeapp.language.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hankeapp.domain.columns import Column
    from hankeapp.domain.fields import Field
    from hankeapp.domain.naming import Names
    from hankeapp.domain.query import Query, Sort

    Told = Callable[[Project], Any]
    """What decides of a project; None where nothing is known."""

_TITLES = frozenset({"title", "name"})
_COLUMNS = frozenset(column.name for column in columns())
_SIDES = {"start": "earliest", "end": "latest"}


class Ordering:
    """Orders by `names`, which stand behind keys and codes."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def in_order(self, projects: Sequence[Project], query: Query) -> list[Project]:
        """The projects in a query's order: its groups first, then its orders, then the titles."""
        found = sorted(projects, key=_by_title)
        for sort in reversed(query.sorts):
            found = self._sorted(found, sort)
        return self._grouped(found, query)

    def groups(self, projects: Sequence[Project], query: Query) -> list[GroupRow]:
        """The groups of projects that are in a query's order."""
        parted: dict[str | None, list[Project]] = {}
        key = column_of(query.group).group_key
        for project in projects:
            parted.setdefault(key(project), []).append(project)
        return [_row(key, several) for key, several in parted.items()]

    def _grouped(self, found: list[Project], query: Query) -> list[Project]:
        if not query.group:
            return found
        column = column_of(query.group)
        backwards = any(sort.field == query.group and sort.descending for sort in query.sorts)
        for told in reversed(self._told(column.field, column.group_key)):
            found = _stable(found, told, backwards=backwards)
        return found

    def _sorted(self, found: list[Project], sort: Sort) -> list[Project]:
        if sort.field in _TITLES:
            return sorted(found, key=_by_title, reverse=sort.descending)
        for told in reversed(self._keys(sort.field)):
            found = _stable(found, told, backwards=sort.descending)
        return found

    def _keys(self, name: str) -> list[Told]:
        if name == "number":  # H-2026-1000 comes after H-2026-999
            return [_number]
        if name == "duration":
            return [partial(_day, side) for side in _SIDES]
        if name in _SIDES:
            return [partial(_day, name)]
        if name not in _COLUMNS:
            return self._told(field_of(Project, name), partial(_plain, name))
        column = column_of(name)
        return self._told(column.field, partial(_first, column))

    def _told(self, field: Field, value: Told) -> list[Told]:
        """What puts a field's values in the order of what a reader sees of them."""
        if issubclass(field.type, Enum):
            places = _places(field.type)
            return [lambda project: places.get(value(project))]
        if field.type in {Codes, Key}:
            return [lambda project: self._name_key(field, value(project)), value]
        if field.type is str:
            return [lambda project: sort_key(value(project)) if value(project) else None]
        return [value]

    def _name_key(self, field: Field, key: str | None) -> str | None:
        named = self._names.by_code.get((field.values, key or "")) if field.values else self._names.by_id.get(key or "")
        return sort_key(named) if named else None


def _stable(found: list[Project], told: Told, *, backwards: bool) -> list[Project]:
    known = [project for project in found if told(project) is not None]
    missing = [project for project in found if told(project) is None]
    # Sorting is stable, also when reversed: alike ones stay as they were.
    return sorted(known, key=told, reverse=backwards) + missing


def _places(codes: type[Enum]) -> dict[str, int]:
    in_order = sorted(codes, key=lambda code: sort_key(code.label))  # type: ignore[attr-defined]
    return {str(code.value): place for place, code in enumerate(in_order)}


def _by_title(project: Project) -> tuple[str, str]:
    return sort_key(project.title), project.id


def _number(project: Project) -> tuple[str, int, str]:
    return project.number[: len("H-2026-")], len(project.number), project.number


def _day(name: str, project: Project) -> Any:
    value = getattr(project, name)
    return getattr(value, _SIDES[name]) if value else None


def _first(column: Column, project: Project) -> Any:
    values = column.values(project)
    first = values[0] if values else None
    return first[0] if isinstance(first, Codes) else to_plain(first)


def _plain(name: str, project: Project) -> Any:
    plain = to_plain(getattr(project, name))
    return None if plain == "" else plain


def _row(key: str | None, several: Sequence[Project]) -> GroupRow:
    amounts = [amount for amount in (getattr(each, SUMMED) for each in several) if amount is not None]
    return GroupRow(key, len(several), Cents(sum(amounts)) if amounts else None, len(amounts))
