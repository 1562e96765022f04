"""Runs the migrations on the database of the current app, one process at a time and all or nothing."""

from alembic import context
from sqlalchemy import text

from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import Base

# Any number will do, as long as nothing else in the database locks the same.
_LOCK = 7_206_151_409


def run() -> None:
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=connection.dialect.name == "sqlite",
            compare_server_default=True,
        )
        with context.begin_transaction():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            context.run_migrations()


run()
