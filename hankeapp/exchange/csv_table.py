"""Rows as CSV that Finnish Excel opens as it is: UTF-8 with its mark, semicolons, decimal commas, nothing to compute.

CSV cannot say that a text is one. One that a spreadsheet would compute is written with an apostrophe before it, as
OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection); one that itself has apostrophes before such a
beginning gets one more, so that `unguarded` gives back each text as it was.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from hankeapp.domain.values import Cents, Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hankeapp.domain.project import Project
    from hankeapp.exchange.sheets import Cell, Sheet

_COMPUTED = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a text begins that a spreadsheet would take for a formula, the wide signs of East Asia included."""


def csv_table(rows: Iterable[Sequence[Cell]]) -> bytes:
    """The rows in their order, a line each; the heads of columns come first."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(map(_told, row) for row in rows)
    return codecs.BOM_UTF8 + text.getvalue().encode()


def write_csv(sheet: Sheet, projects: Iterable[Project]) -> bytes:
    """A sheet with the rows of all projects."""
    rows = (row for project in projects for row in sheet.rows(project))
    return csv_table(_after([column.title for column in sheet.columns], rows))


def unguarded(text: str) -> str:
    """A text of such a table as it was before it was guarded."""
    return text[1:] if text.startswith("'") and _COMPUTED.match(text) else text


def _told(value: Cell) -> str:
    """What stands in a cell: numbers without blanks between thousands, days as Finns write them."""
    match value:
        case None:
            return ""
        case Cents():
            return f"{'-' if value < 0 else ''}{abs(int(value)) // 100},{abs(int(value)) % 100:02}"
        case Share():
            return str(value).replace("\N{NO-BREAK SPACE}", " ")
        case datetime():
            return f"{value.day}.{value.month}.{value.year} {value.hour}.{value.minute:02}"
        case date():
            return f"{value.day}.{value.month}.{value.year}"
        case int():
            return str(value)
    return f"'{value}" if _COMPUTED.match(value) else value


def _after(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterable[Sequence[Cell]]:
    yield heads
    yield from rows
