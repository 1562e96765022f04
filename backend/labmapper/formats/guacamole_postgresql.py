"""SQL for a Guacamole whose accounts and connections are in PostgreSQL."""

from collections.abc import Iterator

from labmapper.formats.format import Content, Format, Writer
from labmapper.formats.guacamole_database.checks import check_database
from labmapper.formats.guacamole_database.dialects import POSTGRESQL
from labmapper.formats.guacamole_database.options import OPTIONS
from labmapper.formats.guacamole_database.script import render_script


def _render(content: Content) -> Iterator[bytes]:
    return render_script(POSTGRESQL, content)


FORMAT = Format(
    name="guacamole-postgresql",
    title="SQL for Guacamole with PostgreSQL",
    file_name="guacamole-postgresql.sql",
    suffixes=("-postgresql.sql",),
    media_type="application/sql",
    words="database postgres accounts",
    writer=Writer(
        _render,
        action="Export SQL for PostgreSQL",
        icon="list",
        section="gateway",
        preview="pgsql",
        options=OPTIONS,
        check=check_database,
        needs_seed=True,
    ),
)
