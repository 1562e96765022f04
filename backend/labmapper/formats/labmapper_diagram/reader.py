"""The diagram document, as the editor saves and exports it."""

import json
from typing import TYPE_CHECKING

from labmapper.core.problems import NOWHERE, Place, Problem
from labmapper.formats.format import Importer
from labmapper.formats.top_keys import CONFIG_KEYS, iter_top_keys

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram

_OWN_KEYS = ("schema", "nodes")


def parse(data: bytes) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the diagram in *data*, or None and why it is none."""
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.drawing.document import parse_diagram  # noqa: PLC0415

    try:
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _refuse("The file is not UTF-8.")
    except json.JSONDecodeError as error:
        place = Place(line=error.lineno, column=error.colno)
        return _refuse(f"Line {error.lineno}, column {error.colno}: {error.msg}.", place)
    except RecursionError:
        return _refuse("The file nests too deep.")
    except ValueError:
        return _refuse("A number in the file has too many digits.")
    return parse_diagram(value)


def recognises(data: bytes) -> bool:
    """Return whether *data* is a JSON object that may be a diagram: with a key of one, or with none of a config.yaml.

    What has keys of both is what the first of them says.
    """
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    telling = (key for key in iter_top_keys(data) if key in _OWN_KEYS or key.lower() in CONFIG_KEYS)
    return next(telling, "schema") in _OWN_KEYS


def _refuse(message: str, place: Place = NOWHERE) -> tuple[None, tuple[Problem, ...]]:
    return None, (Problem("diagram-syntax", "error", message, "Export the diagram again.", place),)


IMPORTER = Importer(
    "diagram",
    "Labmapper diagram",
    (".json",),
    recognises,
    parse,
)
