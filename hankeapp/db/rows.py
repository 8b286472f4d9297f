"""A row as it is written: its plain form with what is worked out from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hankeapp.db.sums import SUM, row_sum
from hankeapp.domain.dates import PartialDate
from hankeapp.domain.project import title_of
from hankeapp.domain.records import PROJECT
from hankeapp.language.collation import sort_key

if TYPE_CHECKING:
    from hankeapp.domain.records import Row


def complete(table: str, row: Row, version: int) -> dict[str, Any]:
    """All columns of a row of a table at a version."""
    full: dict[str, Any] = row | _derived(table, row) | {"version": version}
    return full | {SUM: row_sum(full)}


def _derived(table: str, row: Row) -> dict[str, str | None]:
    if table != PROJECT:
        return {}
    start, end = row["start"], row["end"]
    return {
        "title_key": sort_key(title_of(str(row["acronym"]), str(row["name"]))),
        "start_first": PartialDate.from_iso(str(start)).earliest.isoformat() if start else None,
        "end_last": PartialDate.from_iso(str(end)).latest.isoformat() if end else None,
    }
