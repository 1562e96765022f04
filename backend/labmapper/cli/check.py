"""``labmapper check`` and ``labmapper formats``: looking without writing."""

import click

from labmapper.cli.reading import compile_source, read_source, render_json, show_problems
from labmapper.core.problems import has_errors
from labmapper.formats import registry


@click.command()
@click.argument("name", default="config.yaml", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Write the problems to standard output as JSON.")
def check(name: str, as_json: bool) -> None:
    """Tell all that is wrong with FILE, a config.yaml or a diagram; - is standard input.

    The exit code is 1 where there is an error, 0 where there are only warnings or none.
    """
    _, source, problems = read_source(name)
    compilation = compile_source(source, problems) if source is not None else None
    found = compilation.problems if compilation else problems
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
    """List the formats that can be read and written."""
    for verb, known in (("reads", registry.IMPORTERS), ("writes", registry.EXPORTERS)):
        for each in known:
            click.echo(f"{verb:7} {each.name:13} {each.title} ({', '.join(each.suffixes)})")
