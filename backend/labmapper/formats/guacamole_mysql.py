"""SQL for a Guacamole whose accounts and connections are in MySQL or MariaDB."""

from collections.abc import Iterator

from labmapper.core.problems import Problem
from labmapper.formats.format import Content, Format, Writer
from labmapper.formats.guacamole_database.options import OPTIONS


def _render(content: Content) -> Iterator[bytes]:
    # Every start of the program imports every format, so that writers are imported when they write.
    from labmapper.formats.guacamole_database.dialects import MYSQL  # noqa: PLC0415
    from labmapper.formats.guacamole_database.script import render_script  # noqa: PLC0415

    return render_script(MYSQL, content)


def _check(content: Content) -> Iterator[Problem]:
    from labmapper.formats.guacamole_database.checks import check_database  # noqa: PLC0415
    from labmapper.formats.guacamole_database.mysql_checks import check_mysql  # noqa: PLC0415

    yield from check_database(content)
    yield from check_mysql(content)


FORMAT = Format(
    name="guacamole-mysql",
    title="SQL for Guacamole with MySQL or MariaDB",
    file_name="guacamole-mysql.sql",
    suffixes=("-mysql.sql",),
    media_type="application/sql",
    words="database mariadb accounts",
    writer=Writer(
        _render,
        action="Export SQL for MySQL and MariaDB",
        icon="list",
        section="gateway",
        preview="mysql",
        options=OPTIONS,
        check=_check,
        needs_seed=True,
    ),
)
