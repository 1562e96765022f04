"""Files as drawings: a diagram document as it is, what was written otherwise laid out."""

from pydantic import ValidationError

from labmapper.core.diagram import MAX_ITEMS, MAX_TEXT, Diagram
from labmapper.core.layout import build_diagram
from labmapper.core.problems import Problem
from labmapper.registry import recognise
from labmapper.web.refusals import Refusal

_TOO_LARGE = (
    f"The file is more than can be drawn: up to {MAX_ITEMS:,} nodes, and texts of up to {MAX_TEXT:,} characters. "
    "The command line converts it."
)


def open_file(data: bytes) -> tuple[Diagram, tuple[Problem, ...]]:
    """Return the drawing that *data* holds or means, and its problems, or refuse what cannot be read or drawn."""
    source, problems = recognise(data).parse(data)
    if source is None:
        raise Refusal(422, "import-failed", "The file cannot be opened.", problems=problems)
    try:
        return source if isinstance(source, Diagram) else build_diagram(source), problems
    except ValidationError as error:
        raise Refusal(422, "import-failed", _TOO_LARGE, problems=problems) from error
