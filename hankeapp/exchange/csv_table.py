"""Rows as CSV that a spreadsheet opens as it is: UTF-8 with its mark, semicolons, nothing to be computed."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COMPUTED = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula."""


def csv_table(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows in their order, a line each; the heads of columns come first."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(map(_plain, row) for row in rows)
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _plain(text: str) -> str:
    """A text that stays one: a formula that somebody wrote into a field must not run at whoever opens the file."""
    return f"'{text}" if text.startswith(_COMPUTED) else text
