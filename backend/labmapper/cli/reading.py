"""From a file on the command line to a compiled lab, with problems told the way compilers tell them."""

import json
from typing import TYPE_CHECKING

import click

from labmapper.cli.files import STANDARD, read_bytes
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation, compile_diagram, compile_lab
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.format import Importer

if TYPE_CHECKING:
    from labmapper.formats.format import Source


def read_source(name: str) -> "tuple[Importer, Source | None, tuple[Problem, ...]]":
    """Return the format of the file *name*, what is in it, and the problems of reading it.

    Raises:
        click.ClickException: the file cannot be read.
    """
    try:
        data = read_bytes(name)
    except OSError as error:
        raise click.UsageError(f"{name} cannot be read: {error.strerror}.") from error
    importer = registry.recognise(data)
    return importer, *importer.parse(data)


def compile_source(source: "Source", problems: tuple[Problem, ...]) -> Compilation:
    """Return what *source* means, with *problems* of reading it first."""
    return compile_lab(source, problems) if isinstance(source, Lab) else compile_diagram(source)


def format_problem(name: str, problem: Problem) -> str:
    """Return one line for *problem* of the file *name*, as ``config.yaml:12: error: ...``."""
    shown = "standard input" if name == STANDARD else name
    line = f":{problem.place.line}" if problem.place.line else ""
    where = "" if problem.place.line or not str(problem.place) else f" {problem.place}:"
    message = problem.render_message(has_line=False)
    return f"{shown}{line}:{where} {problem.severity}: {message} {problem.hint} [{problem.code}]"


def show_problems(name: str, problems: tuple[Problem, ...]) -> None:
    """Write *problems* of the file *name* to standard error, one a line."""
    for problem in problems:
        click.echo(format_problem(name, problem), err=True)


def render_json(problems: tuple[Problem, ...]) -> str:
    """Return *problems* as JSON for scripts."""
    return json.dumps({"problems": [problem.as_json() for problem in problems]}, ensure_ascii=False, indent=2)
