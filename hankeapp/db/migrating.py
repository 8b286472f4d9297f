"""Bringing a file's tables to the newest revision. Only here is Alembic imported, and late: it is slow to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import create_engine

from hankeapp.db.checking import schema_text
from hankeapp.db.sums import keep_all_anew
from hankeapp.db.tables import APPLICATION_ID, SCHEMA_VERSION, revision
from hankeapp.paths import MIGRATIONS

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
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


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
