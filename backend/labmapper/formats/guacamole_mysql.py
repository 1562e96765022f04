"""SQL for a Guacamole whose accounts and connections are in MySQL or MariaDB."""

from labmapper.formats.guacamole_database.script_format import build_script_format

FORMAT = build_script_format(
    "mysql",
    title="SQL for Guacamole with MySQL or MariaDB",
    action="Export SQL for MySQL and MariaDB",
    words="mariadb",
    icon="database-wave",
    preview="mysql",
    check="mysql_checks:check_mysql",
)
