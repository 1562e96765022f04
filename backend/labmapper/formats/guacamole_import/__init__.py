"""The file that Guacamole 1.6 imports connections from, for gateways with a database: JSON, YAML or CSV, in parts."""

from labmapper.formats.format import Format, Writer
from labmapper.formats.guacamole_database.options import CONNECTION_LIMITS
from labmapper.formats.late_import import import_late
from labmapper.formats.options import Option, Values

_MEDIA_TYPES = {"json": "application/json", "yaml": "application/yaml", "csv": "text/csv"}


def _name_file(values: Values) -> tuple[str, str]:
    """Return name and media type of a file of these *values*; the first part bears no number."""
    syntax, part = str(values["syntax"]), int(values["part"])
    number = f"-{part}" if part > 1 else ""
    return f"guacamole{number}-import.{syntax}", _MEDIA_TYPES[syntax]


FORMAT = Format(
    name="guacamole-import",
    title="Import file for Guacamole 1.6",
    file_name="guacamole-import.json",
    suffixes=("-import.json",),
    media_type="application/json",
    words="database batch connections yaml csv",
    writer=Writer(
        import_late("labmapper.formats.guacamole_import.parts:render_part"),
        action="Export an import file for Guacamole 1.6",
        icon="file-list",
        section="gateway",
        preview="import",
        options=(
            Option(
                "syntax",
                "Syntax",
                "choice",
                "json",
                tuple(_MEDIA_TYPES),
                hint="JSON works from every computer. Windows with Excel passes CSV off as something else, which Guacamole refuses.",
            ),
            Option(
                "group",
                "Connection group",
                "text",
                "ROOT",
                hint="A group that is there and that the people can read: Guacamole 1.6.0 makes none.",
            ),
            Option(
                "readers",
                "Who reads them",
                "choice",
                "users",
                ("users", "groups"),
                hint="Users: everybody by name. Groups: the user groups that the SQL makes, which is shorter.",
            ),
            Option(
                "lab",
                "Name of the lab in Guacamole",
                "text",
                "",
                hint="As for the SQL. Empty: the title of the drawing.",
            ),
            Option(
                "part",
                "Part",
                "number",
                1,
                least=1,
                most=100_000,
                hint="A large lab comes in several files below 900 KB.",
            ),
            *CONNECTION_LIMITS,
        ),
        check=import_late("labmapper.formats.guacamole_import.checks:check_import"),
        name_file=_name_file,
    ),
)
