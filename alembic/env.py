"""Runs the revisions over the connection that the program hands over; the program owns the transaction."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from hankeapp.db.tables import METADATA


def plain_type(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Revisions speak of SQLite's types only, so that they outlive the program's own column types."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
    render_item=plain_type,
)
context.run_migrations()
