"""Parting a document's projects by what they have in a column: the heading of each part, and what it adds up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from hankeapp.domain.columns import SUMMED
from hankeapp.domain.list_telling import group_facts, group_text
from hankeapp.domain.query import GroupRow
from hankeapp.domain.values import Cents

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hankeapp.domain.columns import Column
    from hankeapp.domain.naming import Names
    from hankeapp.domain.project import Project

Told = TypeVar("Told")


@dataclass(frozen=True)
class Heading:
    """What a part is called, and under it how many projects and how much money it holds."""

    title: str
    facts: tuple[str, ...]


def parted(told: Sequence[Told], key: Callable[[Told], str | None]) -> list[tuple[str | None, list[Told]]]:
    """What is told of each group in the order given, the groups as they first come; what is of none last."""
    groups: dict[str | None, list[Told]] = {}
    for each in told:
        groups.setdefault(key(each), []).append(each)
    unknown = groups.pop(None, None)
    return [*groups.items(), (None, unknown)] if unknown else list(groups.items())


def heading(key: str | None, projects: Sequence[Project], column: Column, names: Names) -> Heading:
    """The heading of a group."""
    known = [amount for amount in (getattr(project, SUMMED) for project in projects) if amount is not None]
    group = GroupRow(key, len(projects), Cents(sum(known)) if known else None, len(known))
    return Heading(group_text(column, group, names), tuple(group_facts(group)))
