"""A history as a table for spreadsheets: an entry a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
from hankeapp.exchange.csv_table import csv_table
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hankeapp.domain.history import Entry

HEADINGS = (
    mark("day of the change"),
    mark("time of day"),
    mark("by whom"),
    mark("act"),
    mark("register number"),
    mark("project"),
    mark("what was changed"),
    mark("old value"),
    mark("new value"),
)


def history_csv(entries: Iterable[Entry]) -> bytes:
    """The entries in their order, a line each, below the names of the columns."""
    return csv_table([[tr(heading) for heading in HEADINGS], *map(_cells, entries)])


def _cells(entry: Entry) -> tuple[str, ...]:
    local = entry.moment.astimezone()
    new = " · ".join(part for part in (entry.new, entry.note) if part)
    return (
        str(PartialDate.of(entry.day)),
        f"{local.hour}.{local.minute:02}",
        entry.actor,
        entry.act_name,
        entry.number,
        entry.title,
        entry.label,
        entry.old,
        new,
    )
