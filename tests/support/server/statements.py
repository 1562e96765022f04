"""What is asked of the database, to count it."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import event

from labmapper.persistence.database.connection import db


@contextmanager
def count_statements(app: Flask) -> Iterator[list[str]]:
    """Yield the list to which every statement is added that *app* sends to its database meanwhile."""
    statements: list[str] = []

    def note(*details: object) -> None:
        statements.append(str(details[2]))

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)
