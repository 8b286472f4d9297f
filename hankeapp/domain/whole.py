"""All that a register says now, in one piece: what a JSON file carries from one register to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hankeapp.domain.records import SHARED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hankeapp.domain.page import PageLayout
    from hankeapp.domain.project import Project

NOT_CARRIED = frozenset({"kept_report"})
"""A kept report names an act of its own register's history, which stays there."""
CARRIED: dict[str, type] = {table: kind for table, kind in SHARED.items() if table not in NOT_CARRIED}
"""The shared tables that are carried."""


@dataclass(frozen=True, kw_only=True)
class Whole:
    """Live projects and shared rows by their tables, with their keys; the web page's layout; bytes by their SHA-256.

    `numbers` are the last register numbers given in each year: none of them is given again.
    """

    projects: tuple[Project, ...] = ()
    shared: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    layout: PageLayout | None = None
    numbers: Mapping[int, int] = field(default_factory=dict)
    contents: Mapping[str, bytes] = field(default_factory=dict)
