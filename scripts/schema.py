"""Writes hankeapp/db/schema.sql: the tables as the revisions make them, which an opened file must equal."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hankeapp.db.checking import schema_text
from hankeapp.db.connection import connect
from hankeapp.db.opening import create_store
from hankeapp.paths import SCHEMA


def schema_of_new_register() -> str:
    """The schema text of a register made just now."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.hanke"
        create_store(path, datetime.now(UTC)).close()
        engine = connect(path, writable=False)
        with engine.connect() as connection:
            text = schema_text(connection)
        engine.dispose()
    return text


if __name__ == "__main__":
    SCHEMA.write_text(schema_of_new_register(), "utf-8")
