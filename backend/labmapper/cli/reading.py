"""From a file on the command line to what is in it, with problems told the way compilers tell them."""

import json
from collections.abc import Mapping

import click

from labmapper.cli.files import STANDARD, read_bytes
from labmapper.cli.format_options import choose_settings, refuse_unknown
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.formats.importing import Imported, read_file
from labmapper.formats.options import Option, WrongOptionError


def read_source(
    name: str, known: Format | None, settings: Mapping[str, str], further: tuple[Option, ...] = ()
) -> Imported:
    """Return what is in the file *name*, which is of the *known* format or of the one that recognises it.

    *settings* may name options of that format and the *further* ones.

    Raises:
        click.UsageError: The file cannot be read, or a setting is wrong.
    """
    try:
        data = read_bytes(name)
    except OSError as error:
        raise click.UsageError(f"{name} cannot be read: {error.strerror}.") from error
    found = known or registry.recognise(data)
    refuse_unknown(settings, (*found.read_options, *further))
    try:
        return read_file(data, found, choose_settings(settings, found.read_options))
    except WrongOptionError as error:
        raise click.UsageError(str(error)) from error


def format_problem(name: str, problem: Problem) -> str:
    """Return one line for *problem* of the file *name*, as ``config.yaml:12: error: ...``."""
    shown = "standard input" if name == STANDARD else name
    line = f":{problem.place.line}" if problem.place.line else ""
    where = "" if problem.place.line or not str(problem.place) else f" {problem.place}:"
    message = problem.message.removeprefix(f"Line {problem.place.line}: ")
    return f"{shown}{line}:{where} {problem.severity}: {message} {problem.hint} [{problem.code}]"


def show_problems(name: str, problems: tuple[Problem, ...]) -> None:
    """Write *problems* of the file *name* to standard error, one a line."""
    for problem in problems:
        click.echo(format_problem(name, problem), err=True)


def render_json(problems: tuple[Problem, ...]) -> str:
    """Return *problems* as JSON for scripts."""
    return json.dumps({"problems": [problem.as_json() for problem in problems]}, ensure_ascii=False, indent=2)
