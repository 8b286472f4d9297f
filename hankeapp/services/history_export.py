"""The history, from a register into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.exchange.history_csv import history_csv
from hankeapp.services.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hankeapp.domain.history import Entry


def export(entries: Iterable[Entry], path: Path) -> None:
    """Write the entries as CSV, whole or not at all; `FileError`."""
    write_whole(path, history_csv(entries))
