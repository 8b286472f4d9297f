"""What a list shows, into a file for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.exchange.csv_table import csv_table
from hankeapp.services.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def export(rows: Iterable[Sequence[str]], path: Path) -> None:
    """Write the rows as CSV, the heads of columns first, whole or not at all; `FileError`."""
    write_whole(path, csv_table(rows))
