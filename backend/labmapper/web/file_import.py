"""Files as drawings: a diagram document as it is, what was written otherwise laid out."""

from labmapper.core.drawing.diagram_from_lab import build_diagram
from labmapper.core.drawing.document import Diagram
from labmapper.core.problems import NotRenderable, Problem
from labmapper.formats.registry import recognise
from labmapper.web.language.text import t
from labmapper.web.refusals import Refusal


def open_file(data: bytes) -> tuple[Diagram, tuple[Problem, ...]]:
    """Return the drawing that *data* holds or means, and its problems, or refuse what cannot be read or drawn."""
    source, problems = recognise(data).parse(data)
    if source is None:
        raise Refusal(422, "import-failed", t("The file cannot be opened."), problems=problems)
    try:
        return source if isinstance(source, Diagram) else build_diagram(source), problems
    except NotRenderable as error:
        raise Refusal(422, "import-failed", f"{error} The command line converts it.", problems=problems) from error
