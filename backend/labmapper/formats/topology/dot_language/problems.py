"""The problem of a text that is no graph in DOT."""

from labmapper.core.problems import Place, Problem
from labmapper.formats.topology.dot_language.graph import MAX_DEPTH, MAX_NODES
from labmapper.formats.topology.dot_language.lines import LineCounter
from labmapper.formats.topology.dot_language.tokens import DotError


def explain(error: DotError, lines: LineCounter) -> Problem:
    """Return the problem that *error* is, with its line."""
    place = Place(line=lines.count(error.position))
    if error.variant == "too-large":
        return Problem.error("import-too-large", place, variant="values", most=MAX_NODES)
    if error.variant == "too-deep":
        return Problem.error("import-too-large", place, variant="levels", most=MAX_DEPTH)
    return Problem.error("import-unreadable", place, variant=f"dot-{error.variant}")
