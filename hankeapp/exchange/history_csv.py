"""A history as CSV that a spreadsheet opens as it is: UTF-8 with its mark, semicolons, nothing to be computed."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
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
_COMPUTED = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula."""


def history_csv(entries: Iterable[Entry]) -> bytes:
    """The entries in their order, a line each, below the names of the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(tr(heading) for heading in HEADINGS)
    writer.writerows(map(_plain, _cells(entry)) for entry in entries)
    return codecs.BOM_UTF8 + text.getvalue().encode()


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


def _plain(text: str) -> str:
    """A text that stays one: a formula that somebody wrote into a field must not run at whoever opens the file."""
    return f"'{text}" if text.startswith(_COMPUTED) else text
