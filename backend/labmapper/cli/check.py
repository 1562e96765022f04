"""``labmapper check`` and ``labmapper formats``: list the problems of a file, and the known formats. Nothing is written."""

import click

from labmapper.cli.files import FileError
from labmapper.cli.format_options import from_option, set_option
from labmapper.cli.reading import read_source, render_json, show_problems
from labmapper.core.pipeline import Compilation
from labmapper.core.problems import Problem, has_errors
from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.formats.options import Option


@click.command()
@click.argument("names", nargs=-1, metavar="[FILE]...")
@from_option
@set_option
@click.option("--json", "as_json", is_flag=True, help="Write the problems to standard output as JSON.")
def check(names: tuple[str, ...], source_format: Format | None, settings: dict[str, str], as_json: bool) -> None:
    """Tell all that is wrong with each FILE, a config.yaml or a diagram; - is standard input.

    Without a FILE it is config.yaml. The exit code is 1 where there is an error, 2 where a file cannot be read, 0 where
    there are only warnings or none.
    """
    found: dict[str, tuple[Problem, ...]] = {}
    unreadable = 0
    for name in names or ("config.yaml",):
        try:
            imported = read_source(name, source_format, settings)
        except FileError as error:
            error.show()
            unreadable = error.exit_code
            continue
        compilation = imported.compile()
        found[name] = compilation.problems if compilation else imported.problems
        if not as_json:
            show_problems(name, found[name])
            _show_size(compilation, f"{name}: " if len(names) > 1 else "")
    if as_json and found:
        click.echo(render_json(found))
    raise SystemExit(unreadable or int(any(has_errors(problems) for problems in found.values())))


def _show_size(compilation: Compilation | None, prefix: str) -> None:
    if compilation and compilation.is_sound:
        size = compilation.summary
        counted = (_count(size.users, "user"), _count(size.devices, "device"), _count(size.connections, "connection"))
        click.echo(f"{prefix}{', '.join(counted)}.")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


@click.command()
def formats() -> None:
    """List the formats that can be read and written, each with its options for --set."""
    told: dict[str, str] = {}
    for each in registry.list_readable():
        _show("reads", each, each.read_options, told)
    for each in registry.list_writable():
        _show("writes", each, each.write_options, told)


def _show(verb: str, known: Format, options: tuple[Option, ...], told: dict[str, str]) -> None:
    """Show one format; what its options are is *told* once, with the first format that has them."""
    click.echo(f"{verb:7} {known.name:13} {known.title} ({', '.join(known.suffixes)})")
    lines = {_describe(option): option.name for option in options}
    before: dict[str, list[str]] = {}
    for line, name in lines.items():
        if line in told:
            before.setdefault(told[line], []).append(name)
    shown = [f"{', '.join(names)}: as for {other}" for other, names in before.items()]
    for line in [*shown, *(line for line in lines if line not in told)]:
        click.echo(f"{'':7} {'':13} {line}")
    for line in lines:
        told.setdefault(line, known.name)


def _describe(option: Option) -> str:
    default = "" if option.default in {None, ""} else f" (otherwise {option.default_text})"
    return f"{option.name}: {option.label}, {option.describe()}{default}"
