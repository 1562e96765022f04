"""``labmapper check`` and ``labmapper formats``: list the problems of a file, and the known formats. Nothing is written."""

import click

from labmapper.cli.files import FileError
from labmapper.cli.format_options import choose_settings, choose_writable, from_option, read_secrets, set_option
from labmapper.cli.reading import read_source, render_json, show_problems
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation
from labmapper.core.problems import Problem, has_errors
from labmapper.formats import registry
from labmapper.formats.format import Content, Format
from labmapper.formats.importing import Imported
from labmapper.formats.options import Option, Values, WrongOptionError
from labmapper.formats.unchosen_options import check_unchosen, choose_values

# Random passwords are all alike to a check; any seed makes them.
_SEED = bytes(32)


@click.command(short_help="Tell what is wrong with files.")
@click.argument("names", nargs=-1, metavar="[FILE]...")
@from_option
@click.option(
    "--for",
    "target",
    metavar="FORMAT",
    callback=choose_writable,
    help="Judge for this output, such as guacamole-mysql. Otherwise it is user-mapping.xml.",
)
@set_option
@click.option("--json", "as_json", is_flag=True, help="Write the problems to standard output as JSON.")
def check(
    names: tuple[str, ...],
    source_format: Format | None,
    target: Format | None,
    settings: dict[str, str],
    as_json: bool,
) -> None:
    """Tell all that is wrong with each FILE, of any format that is read; - is standard input.

    Without a FILE it is config.yaml. Not every output can hold the same: --for names the one that the files are meant for. The exit
    code is 1 where there is an error, 2 where a file cannot be read, 0 where there are only warnings or none.
    """
    target = target or registry.MAIN
    given, values = _read_values(target, settings)
    found: dict[str, tuple[Problem, ...]] = {}
    unreadable = 0
    for name in names or ("config.yaml",):
        try:
            imported = read_source(name, source_format, settings, target.write_options)
        except FileError as error:
            error.show()
            unreadable = error.exit_code
            continue
        compilation = imported.compile(by_name=target.is_by_name)
        found[name] = _judge(imported, compilation, target, given, values)
        if not as_json:
            show_problems(name, found[name])
            if compilation and not has_errors(found[name]):
                _show_size(compilation, f"{name}: " if len(names) > 1 else "")
    if as_json and found:
        click.echo(render_json(found))
    raise SystemExit(unreadable or int(any(has_errors(problems) for problems in found.values())))


def _read_values(target: Format, settings: dict[str, str]) -> tuple[dict[str, str], Values]:
    """Return those of the *settings* that are for *target*, as they were given and as values."""
    given = read_secrets(target.write_options, choose_settings(settings, target.write_options))
    try:
        return given, choose_values(target, given)
    except WrongOptionError as error:
        raise click.UsageError(str(error)) from error


def _judge(
    imported: Imported, compilation: Compilation | None, target: Format, given: dict[str, str], values: Values
) -> tuple[Problem, ...]:
    """Return all that is wrong with what was *imported*, and what *target* could not hold of it where it is sound."""
    if compilation is None:
        return imported.problems
    if not compilation.is_sound:
        return compilation.problems
    drawing = None if imported.source is None or isinstance(imported.source, Lab) else imported.source
    content = Content(compilation.lab, drawing, _SEED, values)
    return (*compilation.problems, *check_unchosen(target, content, given))


def _show_size(compilation: Compilation, prefix: str) -> None:
    size = compilation.summary
    counted = (_count(size.users, "user"), _count(size.devices, "device"), _count(size.connections, "connection"))
    click.echo(f"{prefix}{', '.join(counted)}.")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


@click.command(short_help="List all formats, each with its options.")
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
