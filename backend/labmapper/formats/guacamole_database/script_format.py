"""The record of a format that is a script of SQL: the same for each kind of database, but for its names and its checks."""

from labmapper.formats.format import Format, Writer
from labmapper.formats.guacamole_database.options import OPTIONS
from labmapper.formats.late_import import import_late


def build_script_format(  # noqa: PLR0913 - a format has as many parts
    kind: str, *, title: str, action: str, words: str, icon: str, preview: str, check: str
) -> Format:
    """Return the format of scripts for a database of *kind*; *check* is a function of this package, as ``module:function``."""
    return Format(
        name=f"guacamole-{kind}",
        title=title,
        file_name=f"guacamole-{kind}.sql",
        suffixes=(f"-{kind}.sql",),
        media_type="application/sql",
        words=f"database {words} accounts",
        writer=Writer(
            import_late(f"labmapper.formats.guacamole_database.script:render_{kind}"),
            action=action,
            icon=icon,
            section="gateway",
            preview=preview,
            options=OPTIONS,
            check=import_late(f"labmapper.formats.guacamole_database.{check}"),
            needs_seed=True,
        ),
    )
