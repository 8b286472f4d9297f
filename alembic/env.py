"""Runs the revisions over the connection that the program hands over; the program owns the transaction."""

from typing import Any, Literal

from alembic import context
from alembic.operations.ops import AddColumnOp, MigrationScript, ModifyTableOps
from sqlalchemy import DefaultClause, Text
from sqlalchemy.types import TypeDecorator

from hankeapp.db.tables import METADATA


def plain_type(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Revisions speak of SQLite's types only, so that they outlive the program's own column types."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


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
    render_item=plain_type,
    process_revision_directives=empty_texts,
)
context.run_migrations()
