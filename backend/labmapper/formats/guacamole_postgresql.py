"""SQL for a Guacamole whose accounts and connections are in PostgreSQL."""

from collections.abc import Iterator

from labmapper.core.problems import Problem
from labmapper.formats.format import Content, Format, Writer
from labmapper.formats.guacamole_database.options import OPTIONS


def _render(content: Content) -> Iterator[bytes]:
    # Every start of the program imports every format, so that writers are imported when they write.
    from labmapper.formats.guacamole_database.dialects import POSTGRESQL  # noqa: PLC0415
    from labmapper.formats.guacamole_database.script import render_script  # noqa: PLC0415

    return render_script(POSTGRESQL, content)


def _check(content: Content) -> Iterator[Problem]:
    from labmapper.formats.guacamole_database.checks import check_database  # noqa: PLC0415

    return check_database(content)


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
        check=_check,
        needs_seed=True,
    ),
)
