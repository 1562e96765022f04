"""The diagram document, as the editor saves and exports it."""

import json
from typing import TYPE_CHECKING

from labmapper.core.formats import Importer
from labmapper.core.problems import Place, Problem

if TYPE_CHECKING:
    from labmapper.core.diagram import Diagram


def parse(data: bytes) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the diagram in *data*, or None and why it is none."""
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.diagram import parse_diagram  # noqa: PLC0415

    try:
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None, (Problem("diagram-syntax", "error", "The file is not UTF-8.", "Export the diagram again."),)
    except json.JSONDecodeError as error:
        place = Place(line=error.lineno, column=error.colno)
        message = f"Line {error.lineno}, column {error.colno}: {error.msg}."
        return None, (Problem("diagram-syntax", "error", message, "Export the diagram again.", place),)
    except RecursionError:
        return None, (Problem("diagram-syntax", "error", "The file nests too deep.", "Export the diagram again."),)
    return parse_diagram(value)


IMPORTER = Importer(
    "diagram",
    "Labmapper diagram",
    (".json",),
    lambda data: data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"),
    parse,
)
