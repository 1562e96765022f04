"""The whole script: what puts a lab into the database, or what takes it away again, in one transaction."""

from collections.abc import Iterator

from labmapper.core.pipeline import count
from labmapper.formats.format import Content
from labmapper.formats.guacamole_database.accounts import derive_mark
from labmapper.formats.guacamole_database.connection_groups import Layout, build_layout
from labmapper.formats.guacamole_database.connections_sql import ConnectionsSql
from labmapper.formats.guacamole_database.dialects import MYSQL, POSTGRESQL, Dialect
from labmapper.formats.guacamole_database.marks import EVERYTHING, PEOPLE, iter_removal, render_aging
from labmapper.formats.guacamole_database.people_sql import PeopleSql


def render_postgresql(content: Content) -> Iterator[bytes]:
    """Yield the script for PostgreSQL that does what the option ``what`` says, as a stream."""
    return _render_script(POSTGRESQL, content)


def render_mysql(content: Content) -> Iterator[bytes]:
    """Yield the script for MySQL and MariaDB that does what the option ``what`` says, as a stream."""
    return _render_script(MYSQL, content)


def _render_script(dialect: Dialect, content: Content) -> Iterator[bytes]:
    layout, mark, what = build_layout(content), derive_mark(content), str(content.values.get("what", "add"))
    yield (_render_head(dialect, layout, what) + dialect.opening).encode()
    if what == "remove":
        yield "".join(iter_removal(mark, EVERYTHING, only_older=False)).encode()
    else:
        yield from _render_addition(dialect, content, layout, mark)
    yield dialect.closing.encode()


def _render_addition(dialect: Dialect, content: Content, layout: Layout, mark: str) -> Iterator[bytes]:
    """Yield guards first, then what makes, changes and grants, and what deletes things that are no longer drawn."""
    kinds = PEOPLE if content.values.get("what") == "people" else EVERYTHING
    people = PeopleSql(dialect, content, layout, mark)
    connections = ConnectionsSql(dialect, layout, mark, content.values) if kinds == EVERYTHING else None
    for guard in people.render_guards():
        yield guard.encode()
    yield "".join(render_aging(kind, mark) for kind in kinds).encode()
    yield people.render_revocation().encode()
    if connections:
        yield "".join(connections.render_revocation()).encode()
    for statement in people.render_people():
        yield statement.encode()
    if connections:
        yield from connections.render_all()
    yield "".join(iter_removal(mark, kinds, only_older=True)).encode()


def _render_head(dialect: Dialect, layout: Layout, what: str) -> str:
    """Return the comment that says what it is and how it is loaded; it has no secrets."""
    summary = count(layout.lab)
    does = {
        "add": f"puts {summary.users} people, {summary.devices} devices and what they reach into Guacamole's tables",
        "people": f"puts {summary.users} people and their user groups into Guacamole's tables",
        "remove": "takes everything of this lab out of Guacamole's tables, and nothing else",
    }[what]
    load = "mysql DATABASE < FILE" if dialect.is_mysql else "psql --set ON_ERROR_STOP=1 --quiet --file FILE DATABASE"
    title = " ".join(layout.title.split())
    return (
        f"-- Made by Labmapper from the lab {title}. For {dialect.title}, Guacamole 1.0.0 to 1.6.\n"
        f"-- It {does}.\n"
        f"-- Load it: {load}\n"
        "-- All of it or nothing is done, and doing it again changes nothing. It holds what passwords are checked against.\n"
    )
