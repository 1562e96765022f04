"""``labmapper check`` and ``labmapper formats``: looking without writing."""

from collections.abc import Iterator

import click

from labmapper.cli.format_options import choose_readable, parse_settings
from labmapper.cli.reading import read_source, render_json, show_problems
from labmapper.core.problems import has_errors
from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.formats.options import Option


@click.command()
@click.argument("name", default="config.yaml", metavar="FILE")
@click.option(
    "--from",
    "source_format",
    metavar="FORMAT",
    callback=choose_readable,
    help="The format to read, where its content does not say it.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    callback=parse_settings,
    help="An option of the format; labmapper formats lists them.",
)
@click.option("--json", "as_json", is_flag=True, help="Write the problems to standard output as JSON.")
def check(name: str, source_format: Format | None, settings: dict[str, str], as_json: bool) -> None:
    """Tell all that is wrong with FILE, a config.yaml or a diagram; - is standard input.

    The exit code is 1 where there is an error, 0 where there are only warnings or none.
    """
    imported = read_source(name, source_format, settings)
    compilation = imported.compile()
    found = compilation.problems if compilation else imported.problems
    if as_json:
        click.echo(render_json(found))
    else:
        show_problems(name, found)
        if compilation and compilation.is_sound:
            size = compilation.summary
            click.echo(f"{size.users} users, {size.devices} devices, {size.connections} connections.")
    raise SystemExit(1 if has_errors(found) else 0)


@click.command()
def formats() -> None:
    """List the formats that can be read and written, each with its options for --set."""
    for each in registry.list_readable():
        _show("reads", each, each.read_options)
    for each in registry.list_writable():
        _show("writes", each, each.write_options)


def _show(verb: str, known: Format, options: tuple[Option, ...]) -> None:
    click.echo(f"{verb:7} {known.name:13} {known.title} ({', '.join(known.suffixes)})")
    for line in _describe(options):
        click.echo(f"{'':7} {'':13} {line}")


def _describe(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        default = "" if option.default is None else f" (otherwise {option.default_text})"
        yield f"{option.name}: {option.label}, {option.describe()}{default}"
