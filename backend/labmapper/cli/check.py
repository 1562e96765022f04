"""``labmapper check`` and ``labmapper formats``: looking without writing."""

import click

from labmapper.cli.files import FileError
from labmapper.cli.reading import compile_source, read_source, render_json, show_problems
from labmapper.core.pipeline import Compilation
from labmapper.core.problems import Problem, has_errors
from labmapper.formats import registry


@click.command()
@click.argument("names", nargs=-1, metavar="[FILE]...")
@click.option("--json", "as_json", is_flag=True, help="Write the problems to standard output as JSON.")
def check(names: tuple[str, ...], as_json: bool) -> None:
    """Tell all that is wrong with each FILE, a config.yaml or a diagram; - is standard input.

    Without a FILE it is config.yaml. The exit code is 1 where there is an error, 2 where a file cannot be read, 0 where
    there are only warnings or none.
    """
    found: dict[str, tuple[Problem, ...]] = {}
    unreadable = 0
    for name in names or ("config.yaml",):
        try:
            compilation, found[name] = _compile(name)
        except FileError as error:
            error.show()
            unreadable = error.exit_code
            continue
        if not as_json:
            show_problems(name, found[name])
            _show_size(compilation, f"{name}: " if len(names) > 1 else "")
    if as_json and found:
        click.echo(render_json(found))
    raise SystemExit(unreadable or int(any(has_errors(problems) for problems in found.values())))


@click.command()
def formats() -> None:
    """List the formats that can be read and written."""
    for verb, known in (("reads", registry.IMPORTERS), ("writes", registry.EXPORTERS)):
        for each in known:
            click.echo(f"{verb:7} {each.name:13} {each.title} ({', '.join(each.suffixes)})")


def _compile(name: str) -> tuple[Compilation | None, tuple[Problem, ...]]:
    """Return what the file *name* means, or None where it cannot be told, and all problems."""
    _, source, problems = read_source(name)
    if source is None:
        return None, problems
    compilation = compile_source(source, problems)
    return compilation, compilation.problems


def _show_size(compilation: Compilation | None, prefix: str) -> None:
    if compilation and compilation.is_sound:
        size = compilation.summary
        click.echo(f"{prefix}{size.users} users, {size.devices} devices, {size.connections} connections.")
