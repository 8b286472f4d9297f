"""Writes hankeapp/db/schema.sql: the tables as the revisions make them, which an opened file must equal."""

from hankeapp.db.migrating import schema_of_revision
from hankeapp.db.tables import SCHEMA_VERSION
from hankeapp.paths import SCHEMA

if __name__ == "__main__":
    SCHEMA.write_text(schema_of_revision(SCHEMA_VERSION), "utf-8")
