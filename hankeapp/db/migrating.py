"""The tables of a file: laid out in a new one, brought to the newest revision in an older one.

Only here is Alembic imported, and late: it is slow to load.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import create_engine

from hankeapp.db.checking import schema_text
from hankeapp.db.sums import keep_all_anew
from hankeapp.db.tables import APPLICATION_ID, SCHEMA_VERSION, revision
from hankeapp.paths import MIGRATIONS, SCHEMA

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection


def config(connection: Connection) -> Config:
    """Alembic's configuration over an open connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def lay_out(connection: Connection) -> None:
    """Make the tables of a new file and mark it as ours, all in the given transaction.

    They are made at once as the revisions would make them one by one, which takes ten times as long
    (https://alembic.sqlalchemy.org/en/latest/cookbook.html#building-an-up-to-date-database-from-scratch).
    """
    statements = filter(str.strip, SCHEMA.read_text("utf-8").split(";\n"))
    for statement in sorted(statements, key=lambda each: each.startswith("CREATE INDEX")):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision(SCHEMA_VERSION),))
    _mark(connection)


def bring_to_head(connection: Connection) -> None:
    """Run every missing revision and mark the file as ours and of this version, all in the given transaction.

    Foreign keys must be off: on, they would delete the children of a table that is rebuilt. They are checked at the
    end instead.
    """
    from alembic import command

    command.upgrade(config(connection), revision(SCHEMA_VERSION))
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RuntimeError("a migration left rows without their parents")
    keep_all_anew(connection)
    _mark(connection)


def schema_of_revision(version: int) -> str:
    """The tables that the revisions make up to a version, as `schema_text` gives them of a file."""
    from alembic import command

    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            command.upgrade(config(connection), revision(version))
            return schema_text(connection)
    finally:
        engine.dispose()


def _mark(connection: Connection) -> None:
    """The file is a register of this version."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
