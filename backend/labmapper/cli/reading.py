"""From a file on the command line to a compiled lab, with problems told the way compilers tell them."""

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from labmapper.cli.files import STANDARD, read_file
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation, compile_diagram, compile_lab
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.format import Importer

if TYPE_CHECKING:
    from labmapper.formats.format import Source

_STYLES: dict[str, dict[str, Any]] = {"error": {"fg": "red", "bold": True}, "warning": {"fg": "yellow", "bold": True}}


def read_source(name: str) -> "tuple[Importer, Source | None, tuple[Problem, ...]]":
    """Return the format of the file *name*, what is in it, and the problems of reading it.

    Raises:
        FileError: the file cannot be read.
    """
    data = read_file(name)
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
    message = problem.message.removeprefix(f"Line {problem.place.line}: ")
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
