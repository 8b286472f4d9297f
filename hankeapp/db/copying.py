"""A whole copy of an open register at another path, as it stands between two saves."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from hankeapp.db.opening import claim
from hankeapp.db.refusals import known_errors

if TYPE_CHECKING:
    from pathlib import Path

    from hankeapp.db.store import Store


def copy_store(store: Store, path: Path) -> None:
    """Copy by SQLite's backup: a file copied by the system may hold half a save. `RegisterExists` over any file."""
    claim(path)
    try:
        with known_errors(path), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as target:
            target.execute("PRAGMA synchronous=EXTRA")
            store.back_up(target)
    except BaseException:
        path.unlink()
        raise
