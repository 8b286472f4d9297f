"""A revision that is still to come, so that there is something to migrate to."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from hankeapp.db import checking, migrating, opening
from hankeapp.db.tables import SCHEMA_VERSION
from hankeapp.db.tables import revision as name_of
from hankeapp.paths import MIGRATIONS, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NEXT = SCHEMA_VERSION + 1
_TEXT = f'''
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "{name_of(_NEXT)}", "{name_of(SCHEMA_VERSION)}", None, None


def upgrade() -> None:
    with op.batch_alter_table("project", recreate="always") as table:
        table.add_column(sa.Column("coming", sa.Text(), nullable=False, server_default="x"))
    with op.batch_alter_table("status_event", recreate="always") as table:
        table.add_column(sa.Column("coming", sa.Text(), nullable=True))
'''


@contextmanager
def revision(folder: Path) -> Iterator[str]:
    """Let the next revision be the program's; the schema that it makes."""
    scripts = folder / "alembic"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    (scripts / "versions" / "coming.py").write_text(_TEXT, "utf-8")
    kept = [(module, module.SCHEMA_VERSION) for module in (checking, migrating, opening)]
    kept_scripts, kept_schema = migrating.MIGRATIONS, checking.SCHEMA
    try:
        migrating.MIGRATIONS = scripts
        new_schema = migrating.schema_of_revision(_NEXT)
        checking.SCHEMA = folder / "schema.sql"
        checking.SCHEMA.write_text(new_schema, "utf-8")
        for module, _ in kept:
            module.SCHEMA_VERSION = _NEXT  # type: ignore[attr-defined]
        yield new_schema
    finally:
        migrating.MIGRATIONS, checking.SCHEMA = kept_scripts, kept_schema
        for module, version in kept:
            module.SCHEMA_VERSION = version  # type: ignore[attr-defined]


def version_and_schema(path: Path) -> tuple[int, list[str]]:
    """The version that a file's header names and the tables it has, a half-done transaction undone."""
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        return version, checking.in_fixed_order("".join(f"{row[0]};\n" for row in rows))


def whole(new_schema: str) -> list[tuple[int, list[str]]]:
    """The two states that a file may be in."""
    schemas = {SCHEMA_VERSION: SCHEMA.read_text("utf-8"), _NEXT: new_schema}
    return [(version, checking.in_fixed_order(schema)) for version, schema in schemas.items()]
