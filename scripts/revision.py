"""A new migration from what the models say beyond the last one: `python -m scripts.revision "Owner of a project"`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command

from hankeapp.db.connection import connect
from hankeapp.db.migrating import bring_to_head, config
from hankeapp.paths import MIGRATIONS


def write(message: str) -> None:
    """Writes the next numbered revision into `alembic/versions/`, to be read before it is committed."""
    number = f"{len(list(MIGRATIONS.glob('versions/*.py'))) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.hanke"
        path.touch()
        engine = connect(path, writable=True)
        bring_to_head(engine)
        with engine.connect() as connection:
            command.revision(config(connection), message, autogenerate=True, rev_id=number)
        engine.dispose()


if __name__ == "__main__":
    write(" ".join(sys.argv[1:]))
