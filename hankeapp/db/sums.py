"""Checksums of rows: a flipped bit that SQLite does not notice shows in the row's sum, a lost row in its table's."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hankeapp.db.tables import ROWS, TABLE_SUM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Table

SUM = "row_sum"


def row_sum(table: Table, row: Mapping[Any, Any]) -> int:
    """Eight bytes of BLAKE2b over all that the row holds, as a signed integer."""
    values = [row[column.name] for column in table.columns if column.name != SUM]
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)


def unsound(connection: Connection) -> list[str]:
    """The tables and rows whose sums do not agree; empty when all do."""
    kept = {row["name"]: (row["rows"], row["xor"]) for row in connection.execute(select(TABLE_SUM)).mappings()}
    found = []
    for name, table in ROWS.items():
        count, together = 0, 0
        for row in connection.execute(select(table)).mappings():
            count += 1
            together ^= row[SUM]
            if row_sum(table, row) != row[SUM]:
                found.append(f"{name} {row['id']}")
        if kept.get(name, (0, 0)) != (count, together):
            found.append(f"{name}: {count} rows")
    return found
