"""Formats and their options as arguments of commands: ``--from``, ``--to`` and ``--set``."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from labmapper.cli.files import FileError
from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.formats.options import LONGEST_TEXT, Option


def _choose_readable(_ctx: click.Context, _param: click.Parameter, name: str | None) -> Format | None:
    """Return the format called *name* that can be read; the registry is asked when the command runs."""
    return _choose(name, registry.list_readable())


def choose_writable(_ctx: click.Context, _param: click.Parameter, name: str | None) -> Format | None:
    """Return the format called *name* that can be written."""
    return _choose(name, registry.list_writable())


def _choose(name: str | None, formats: tuple[Format, ...]) -> Format | None:
    known = {each.name: each for each in formats}
    if name is not None and name not in known:
        raise click.BadParameter(f"'{name}' is not one of {', '.join(map(repr, known))}.")
    return known[name] if name is not None else None


def _parse_settings(_ctx: click.Context, _param: click.Parameter, settings: tuple[str, ...]) -> dict[str, str]:
    """Return the pairs ``name=value`` of ``--set`` by their names."""
    for setting in settings:
        if "=" not in setting:
            raise click.BadParameter(f"'{setting}' is not name=value.")
    return {name: value for name, _, value in (setting.partition("=") for setting in settings)}


def choose_settings(settings: Mapping[str, str], options: tuple[Option, ...]) -> dict[str, str]:
    """Return those of *settings* that are among *options*."""
    return {option.name: settings[option.name] for option in options if option.name in settings}


def ask_secrets(options: tuple[Option, ...], given: Mapping[str, str]) -> dict[str, str]:
    """Return *given* as ``read_secrets`` does; what is missing is asked for where somebody sits at a terminal.

    Raises:
        FileError: A file cannot be read.
    """
    known = read_secrets(options, given)
    for option in options:
        is_missing = option.name not in known and option.default is None
        if option.is_secret and is_missing and sys.stdin and sys.stdin.isatty():
            known[option.name] = click.prompt(option.label, hide_input=True, err=True)
    return known


def read_secrets(options: tuple[Option, ...], given: Mapping[str, str]) -> dict[str, str]:
    """Return *given* with the secret options read from where they stand: arguments can be seen by all on a machine.

    ``name=@FILE`` is a file that holds the value.

    Raises:
        FileError: A file cannot be read.
    """
    known = dict(given)
    for option in options:
        value = known.get(option.name)
        if option.is_secret and value is not None and value.startswith("@"):
            known[option.name] = _read_secret(Path(value[1:]))
    return known


def _read_secret(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")[:LONGEST_TEXT].strip()
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise FileError(f"{path} cannot be read: {why}.") from error


def refuse_unknown(settings: Mapping[str, str], options: tuple[Option, ...]) -> None:
    """Raise click.UsageError where *settings* has a name that none of *options* has."""
    known = [option.name for option in options]
    for name in settings:
        if name not in known:
            there_are = f"There are: {', '.join(known)}." if known else "There are none."
            raise click.UsageError(f"There is no option '{name}' here. {there_are}")


from_option = click.option(
    "--from",
    "source_format",
    metavar="FORMAT",
    callback=_choose_readable,
    help="The format to read, where its content does not say it.",
)
set_option = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_parse_settings,
    help="An option of a format that is read or written; labmapper formats lists them. Of several lines: NAME=@FILE.",
)
