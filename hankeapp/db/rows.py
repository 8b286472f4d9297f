"""A row as it is written: its plain form with what is worked out from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hankeapp.db.sums import SUM, row_sum
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.project import title_of
from hankeapp.domain.records import PROJECT
from hankeapp.language.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hankeapp.domain.records import Row


def complete(table: str, row: Row, version: int) -> dict[str, Any]:
    """All columns of a row of a table at a version."""
    full: dict[str, Any] = row | (_derived(row) if table == PROJECT else {}) | {"version": version}
    return full | {SUM: row_sum(full)}


def rewritten(table: str, standing: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a standing row that are to be written when it is given values."""
    changed: dict[str, Any] = {**values, "version": standing["version"] + 1}
    if table == PROJECT and not _SOURCES.isdisjoint(values):
        changed |= _derived({**standing, **values})
    changed[SUM] = row_sum({**standing, **changed})
    return changed


_SOURCES = frozenset({"acronym", "name", "start", "end"})
"""The fields that `_derived` reads."""


def _derived(row: Mapping[str, Any]) -> dict[str, str | None]:
    start, end = row["start"], row["end"]
    return {
        "title_key": sort_key(title_of(str(row["acronym"]), str(row["name"]))),
        "start_first": PartialDate.from_iso(str(start)).earliest.isoformat() if start else None,
        "end_last": PartialDate.from_iso(str(end)).latest.isoformat() if end else None,
    }
