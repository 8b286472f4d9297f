"""Runs the revisions over the connection that the program hands over; the program owns the transaction."""

from alembic import context
from alembic.operations.ops import AddColumnOp, MigrationScript, ModifyTableOps
from sqlalchemy import DefaultClause, Text

from hankeapp.db.tables import METADATA


def empty_texts(_context: object, _revision: object, scripts: list[MigrationScript]) -> None:
    """A new text is empty in the rows that are there: SQLite adds no column without a value for them."""
    tables = (table for script in scripts for table in script.upgrade_ops.ops if isinstance(table, ModifyTableOps))
    for addition in (each for table in tables for each in table.ops if isinstance(each, AddColumnOp)):
        if isinstance(addition.column.type, Text) and not addition.column.nullable:
            addition.column.server_default = DefaultClause("")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
    process_revision_directives=empty_texts,
)
context.run_migrations()
