"""Registers of any size, of varied Finnish text; the same projects for the same size.

They are written straight into the tables, as the program would have written them in many acts: each row with its sum,
each value in the log. Only empty texts are left out of the log; `check` takes those for fields of a migration.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.made_projects import Maker
from hankeapp.db.log import to_json
from hankeapp.db.opening import create_store
from hankeapp.db.rows import complete
from hankeapp.db.sums import row_sum
from hankeapp.domain.records import columns_of, stored, stored_shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hankeapp.domain.records import Stored

_BEGIN = datetime(2015, 1, 2, 8, tzinfo=UTC)
_YEAR = 2026
_BATCH = 1000
"""Projects in one act."""
_MOST_CHANGES = 1 << 24
"""As in `hankeapp.db.log`."""


def made_register(folder: Path, size: int) -> Path:
    """A register of that size in a folder: the one made there before, unless what makes it has changed since."""
    path = folder / f"{size}-{_edition()}.hanke"
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        make_register(making, size)
        making.rename(path)
    return path


def cache_of(folder: Path) -> Path:
    """Where programs may keep what they work out of a folder's registers: an index is made once, as in an office."""
    return folder / "cache"


def make_register(path: Path, size: int) -> None:
    """A new register with that many projects."""
    create_store(path, _BEGIN).close()
    maker = Maker(size, size)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Nobody waits for a disk here: a file that was not made whole is made anew.
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        hand = _Hand(connection)
        hand.write_act("Luettelot otettiin käyttöön.", list(_shared(maker)))
        for first in range(1, size + 1, _BATCH):
            places = range(first, min(first + _BATCH, size + 1))
            rows = [row for place in places for row in stored(maker.project(f"H-{_YEAR}-{place:03}", place))]
            hand.write_act(f"{len(places)} hanketta lisättiin.", rows)
        hand.insert("number_series", [{"letter": "H", "year": _YEAR, "last": size}])
        hand.write_sums()
        connection.execute("COMMIT")


def _shared(maker: Maker) -> Iterator[Stored]:
    yield from (stored_shared("unit", each) for each in maker.units)
    yield from (stored_shared("organisation", each) for each in (*maker.funders, *maker.partners))
    yield from (stored_shared("listed_value", each) for each in (*maker.themes, *maker.target_groups))


class _Hand:
    """Writes rows and the acts that brought them, and keeps count of their sums."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        (self._site,) = connection.execute("SELECT site FROM register").fetchone()
        self._acts = 0
        self._rows: Counter[str] = Counter()
        self._sums: Counter[str] = Counter()

    def write_act(self, name: str, rows: Sequence[Stored]) -> None:
        """Add rows as one act."""
        by_table: dict[str, list[Mapping[str, Any]]] = {}
        for each in rows:
            by_table.setdefault(each.table, []).append(complete(each.table, dict(each.row), 1))
        for table, complete_rows in by_table.items():
            self.insert(table, complete_rows)
        self._acts += 1
        act = {
            "id": f"0190000000009000{self._acts:016x}",
            "seq": self._acts,
            "name": name,
            "actor": "mittaaja",
            "site": self._site,
            "stamp": (_BEGIN + timedelta(minutes=self._acts)).isoformat(timespec="microseconds"),
            "undoes": None,
        }
        self.insert("act", [act])
        self.insert("change", list(_changes(str(act["id"]), self._acts * _MOST_CHANGES, rows)))

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add complete rows to a table, and what they add to its sum."""
        names = list(rows[0])
        columns, values = ", ".join(f'"{name}"' for name in names), ", ".join(f":{name}" for name in names)
        self._connection.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({values})', rows)
        self._rows[table] += len(rows)
        for row in rows:
            self._sums[table] ^= row["row_sum"] if "row_sum" in row else row_sum(row)

    def write_sums(self) -> None:
        """Say of the tables, which were empty, how many rows they have now."""
        for table, rows in self._rows.items():
            self._connection.execute(
                "UPDATE table_sum SET rows = ?, xor = ? WHERE name = ?", (rows, self._sums[table], table)
            )


def _changes(act: str, seq: int, rows: Iterable[Stored]) -> Iterator[dict[str, Any]]:
    for each in rows:
        key, row = each.id, each.row
        for field in columns_of(each.table):
            value = row[field]
            if value is not None and value != "":
                seq += 1
                yield {
                    "id": f"0190000000008000{seq:016x}",
                    "seq": seq,
                    "act": act,
                    "in_table": each.table,
                    "row": key,
                    "field": field,
                    "old": None,
                    "new": to_json(value),
                    "base": None,
                }


def _edition() -> str:
    """What a register depends on, as one word: the texts of what makes it, and the schema."""
    here = Path(__file__).parent
    sources = [here / f"{name}.py" for name in ("generator", "made_projects", "texts", "words", "inflection")]
    schema = here.parent / "hankeapp" / "db" / "schema.sql"
    return blake2b(b"".join(path.read_bytes() for path in (*sources, schema)), digest_size=4).hexdigest()


if __name__ == "__main__":
    sys.stdout.write(f"{made_register(Path(sys.argv[1]), int(sys.argv[2]))}\n")
