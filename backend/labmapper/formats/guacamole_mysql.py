"""SQL for a Guacamole whose accounts and connections are in MySQL or MariaDB."""

from labmapper.formats.format import Format, Writer
from labmapper.formats.guacamole_database.options import OPTIONS
from labmapper.formats.late_import import import_late

FORMAT = Format(
    name="guacamole-mysql",
    title="SQL for Guacamole with MySQL or MariaDB",
    file_name="guacamole-mysql.sql",
    suffixes=("-mysql.sql",),
    media_type="application/sql",
    words="database mariadb accounts",
    writer=Writer(
        import_late("labmapper.formats.guacamole_database.script:render_mysql"),
        action="Export SQL for MySQL and MariaDB",
        icon="list",
        section="gateway",
        preview="mysql",
        options=OPTIONS,
        check=import_late("labmapper.formats.guacamole_database.mysql_checks:check_mysql"),
        needs_seed=True,
    ),
)
