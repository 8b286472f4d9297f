"""Bringing a file's tables to the newest revision. Only here is Alembic imported, and late: it is slow to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.db.connection import writing
from hankeapp.db.tables import APPLICATION_ID, SCHEMA_VERSION
from hankeapp.paths import MIGRATIONS

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Engine


def config(connection: Connection) -> Config:
    """Alembic's configuration over an open connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def bring_to_head(engine: Engine) -> None:
    """Run every missing revision and mark the file as ours and of this version, all in one transaction.

    Foreign keys are still off on a connection that has not been made durable: on, they would delete the children
    of a table that is rebuilt. They are checked at the end instead.
    """
    from alembic import command

    with writing(engine, "EXCLUSIVE").begin() as connection:
        command.upgrade(config(connection), "head")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise RuntimeError("a migration left rows without their parents")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
