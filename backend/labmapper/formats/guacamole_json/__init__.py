"""Links by which people get in without an account, for gateways with the extension guacamole-auth-json."""

from labmapper.formats.format import Format, Writer
from labmapper.formats.late_import import import_late
from labmapper.formats.options import Option, Values

_MEDIA_TYPES = {"csv": "text/csv", "html": "text/html"}


def _name_file(values: Values) -> tuple[str, str]:
    return f"guacamole-links.{values['list']}", _MEDIA_TYPES[str(values["list"])]


FORMAT = Format(
    name="guacamole-json",
    title="Links for Guacamole with encrypted JSON",
    file_name="guacamole-links.csv",
    suffixes=("-links.csv",),
    media_type="text/csv",
    words="encrypted json link mail",
    writer=Writer(
        import_late("labmapper.formats.guacamole_json.lists:render_list"),
        action="Export links for encrypted JSON",
        icon="access",
        section="gateway",
        by_name=True,
        preview="links",
        render_preview=import_late("labmapper.formats.guacamole_json.documents:render_documents"),
        options=(
            Option(
                "key",
                "Key",
                "text",
                hint="json-secret-key of the gateway, 32 hexadecimal digits. It is not kept.",
                is_secret=True,
            ),
            Option("address", "Address of the gateway", "text", hint="As https://gateway.example/guacamole/"),
            Option("hours", "Hours until the links end", "number", 8, least=1, most=744),
            Option(
                "ends", "Or the moment they end", "text", "", hint="As 2026-12-31T18:00+01:00; empty: by the hours."
            ),
            Option(
                "list",
                "List",
                "choice",
                "csv",
                tuple(_MEDIA_TYPES),
                hint="CSV: for mail programs. HTML: a page with the links.",
            ),
        ),
        check=import_late("labmapper.formats.guacamole_json.checks:check_json"),
        name_file=_name_file,
    ),
)
