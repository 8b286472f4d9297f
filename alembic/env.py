"""Runs the revisions over the connection that the program hands over; the program owns the transaction."""

from alembic import context

from hankeapp.db.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
