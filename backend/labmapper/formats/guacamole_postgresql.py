"""SQL for a Guacamole whose accounts and connections are in PostgreSQL."""

from labmapper.formats.format import Format, Writer
from labmapper.formats.guacamole_database.options import OPTIONS
from labmapper.formats.late_import import import_late

FORMAT = Format(
    name="guacamole-postgresql",
    title="SQL for Guacamole with PostgreSQL",
    file_name="guacamole-postgresql.sql",
    suffixes=("-postgresql.sql",),
    media_type="application/sql",
    words="database postgres accounts",
    writer=Writer(
        import_late("labmapper.formats.guacamole_database.script:render_postgresql"),
        action="Export SQL for PostgreSQL",
        icon="list",
        section="gateway",
        preview="pgsql",
        options=OPTIONS,
        check=import_late("labmapper.formats.guacamole_database.checks:check_database"),
        needs_seed=True,
    ),
)
