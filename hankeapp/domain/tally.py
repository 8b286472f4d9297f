"""What stands beside the list with its counts: the views, and the themes, units and funders that projects have."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hankeapp.domain.columns import column_of
from hankeapp.domain.values import Codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hankeapp.domain.project import Project
    from hankeapp.domain.query import View

TALLIED = ("themes", "unit", "funder")
"""The columns whose values are counted, in the order of the sidebar."""


@dataclass(frozen=True)
class Tally:
    """How many projects each view holds, how many live ones have each value, how many each saved search finds.

    `values` are by column and by key or code, `searches` by the ids of the saved searches.
    """

    views: Mapping[View, int]
    values: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    searches: Mapping[str, int] = field(default_factory=dict)


def values_of(projects: Iterable[Project]) -> dict[str, dict[str, int]]:
    """How many of the projects have each value of the tallied columns; of codes, each counts."""
    several = list(projects)
    return {name: dict(Counter(key for each in several for key in _keys(name, each))) for name in TALLIED}


def _keys(name: str, project: Project) -> set[str]:
    values = column_of(name).values(project)
    return {str(key) for value in values for key in (value if isinstance(value, Codes) else (value,))}
