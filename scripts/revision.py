"""A new migration from what the models say beyond the last one: `python -m scripts.revision "Owner of a project"`."""

from __future__ import annotations

import sys

from alembic import command
from sqlalchemy import create_engine

from hankeapp.db.migrating import bring_to_head, config
from hankeapp.db.tables import SCHEMA_VERSION, revision


def write(message: str) -> None:
    """Writes the next numbered revision into `alembic/versions/`, to be read before it is committed."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        bring_to_head(connection)
        command.revision(config(connection), message, autogenerate=True, rev_id=revision(SCHEMA_VERSION + 1))
    engine.dispose()


if __name__ == "__main__":
    write(" ".join(sys.argv[1:]))
