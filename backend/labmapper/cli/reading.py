"""From a file on the command line to what is in it, with problems told the way compilers tell them."""

import json
import os
from collections.abc import Mapping
from typing import Any

import click

from labmapper.cli.files import STANDARD, read_bytes
from labmapper.cli.format_options import choose_settings, refuse_unknown
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.formats.importing import Imported, read_file
from labmapper.formats.options import Option, WrongOptionError

_STYLES: dict[str, dict[str, Any]] = {"error": {"fg": "red", "bold": True}, "warning": {"fg": "yellow", "bold": True}}


def read_source(
    name: str, known: Format | None, settings: Mapping[str, str], further: tuple[Option, ...] = ()
) -> Imported:
    """Return what is in the file *name*, which is of the *known* format or of the one that recognises it.

    *settings* may name options of that format and the *further* ones.

    Raises:
        FileError: The file cannot be read.
        click.UsageError: A setting is wrong.
    """
    data = read_bytes(name)
    found = known or registry.recognise(data)
    refuse_unknown(settings, (*found.read_options, *further))
    try:
        return read_file(data, found, _read_long(choose_settings(settings, found.read_options), found.read_options))
    except WrongOptionError as error:
        raise click.UsageError(str(error)) from error


def _read_long(settings: Mapping[str, str], options: tuple[Option, ...]) -> dict[str, str]:
    """Return *settings*, those that may have several lines and begin with ``@`` read from the file that follows."""
    long = {option.name for option in options if option.has_lines}
    return {
        name: read_bytes(text[1:]).decode("utf-8-sig", "replace") if name in long and text.startswith("@") else text
        for name, text in settings.items()
    }


def format_problem(name: str, problem: Problem) -> str:
    """Return one line for *problem* of the file *name*, as ``config.yaml:12: error: ...``."""
    shown = "standard input" if name == STANDARD else name
    line = f":{problem.place.line}" if problem.place.line else ""
    where = "" if problem.place.line or not str(problem.place) else f" {problem.place}:"
    message = problem.render_message(has_line=False)
    return f"{shown}{line}:{where} {problem.severity}: {message} {problem.hint} [{problem.code}]"


def show_problems(name: str, problems: tuple[Problem, ...]) -> None:
    """Write *problems* of the file *name* to standard error, one a line, on a terminal in colour."""
    for problem in problems:
        line = format_problem(name, problem)
        if not os.environ.get("NO_COLOR"):
            word = f"{problem.severity}:"
            line = line.replace(f" {word} ", f" {click.style(word, **_STYLES[problem.severity])} ", 1)
        click.echo(line, err=True)


def render_json(found: Mapping[str, tuple[Problem, ...]]) -> str:
    """Return the problems *found* in files as JSON for scripts; of several files each problem names its own."""
    listed = [
        {**({"file": name} if len(found) > 1 else {}), **problem.as_json()}
        for name, problems in found.items()
        for problem in problems
    ]
    return json.dumps({"problems": listed}, ensure_ascii=False, indent=2)
