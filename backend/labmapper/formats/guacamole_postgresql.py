"""SQL for a Guacamole whose accounts and connections are in PostgreSQL."""

from labmapper.formats.guacamole_database.script_format import build_script_format

FORMAT = build_script_format(
    "postgresql",
    title="SQL for Guacamole with PostgreSQL",
    action="Export SQL for PostgreSQL",
    words="postgres",
    icon="database",
    preview="pgsql",
    check="checks:check_database",
)
