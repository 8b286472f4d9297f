"""Programs whose lists are timed from outside: ours, and DB Browser for SQLite (Debian's `sqlitebrowser`)."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.running import answer
from benchmarks.screen import Area

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = (
    "name", "number", "kind", "status", "start", "end", "acronym", "public_text", "objectives", "actions", "results",
    "notes", "time_text", "unit", "themes", "budget_whole", "title_key",
)  # fmt: skip
"""What is shown first stands first: the filter of the first column is the one in sight."""

_SETTINGS = """\
[checkversion]
enabled=false

[MainWindow]
openTabs=browser structure pragmas query
"""
"""It begins with the rows: told by `--table`, it would ask whether to abort its own reading."""


class Ours:
    """This program, as a person starts it: its list, and the field that searches all texts.

    The suggestions that come a while after a key lie over the upper rows; the lower half of them is `uncovered`.
    """

    name = "Hankeapp"

    def __init__(self, register: Path, home: Path) -> None:
        places = answer("our_places", register, home=home)
        self.rows = Area(*places["rows"])
        self.uncovered = replace(self.rows, top=(self.rows.top + self.rows.bottom) // 2)
        self.field = tuple(places["field"])

    def prepare(self, register: Path, _home: Path) -> list[str]:
        """The command that shows a register."""
        return [sys.executable, "-m", "hankeapp", str(register)]


class DbBrowser:
    """DB Browser for SQLite on a file that holds nothing but the projects, and the filter of the column of names.

    Its window has always the same size, and its parts the same places.
    """

    name = "DB Browser"
    rows = uncovered = Area(70, 192, 480, 650)
    field = (200, 174)

    def prepare(self, register: Path, home: Path) -> list[str]:
        """The command that shows a register's projects, in the order in which ours shows them."""
        settings = home / "config" / "sqlitebrowser" / "sqlitebrowser.conf"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        alone = home / f"{register.stem}.db"
        if not alone.exists():
            with closing(sqlite3.connect(alone)) as connection:
                wanted = ", ".join(f'"{name}"' for name in _COLUMNS)
                connection.execute("ATTACH ? AS register", (str(register),))
                connection.execute(f"CREATE TABLE project AS SELECT {wanted} FROM register.project ORDER BY title_key")
        return ["sqlitebrowser", str(alone)]


def peer() -> DbBrowser | None:
    """The peer, where it is installed."""
    return DbBrowser() if shutil.which("sqlitebrowser") else None
