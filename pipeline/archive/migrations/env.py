"""What Alembic runs: migrations on the connection it was given."""

from __future__ import annotations

from alembic import context

from pipeline.archive.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,
)
context.run_migrations()
