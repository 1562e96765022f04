"""Reads the diagram document."""

import json
from typing import TYPE_CHECKING

from labmapper.core.problems import Place, Problem
from labmapper.core.yaml.top_keys import iter_top_keys
from labmapper.formats.options import Values

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram

# A diagram has some ten keys at its top; what is wrong with more than these is not told one by one.
_MOST_KEYS = 1_000
# More than a drawing of 16 MiB has, those in texts too: braces and brackets, and commas, each of which may be a value.
_MOST_PARTS, _MOST_COMMAS = 500_000, 1_100_000
_KEYS = frozenset({"schema", "title", "settings", "nodes", "zones", "links", "access", "pictures"})


def parse(data: bytes, _values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the diagram in *data*, or None and why it is none."""
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.drawing.document import parse_diagram  # noqa: PLC0415

    if data.count(b"{") + data.count(b"[") > _MOST_PARTS or data.count(b",") > _MOST_COMMAS:
        return None, (Problem.error("import-too-large", variant="values", most=_MOST_COMMAS),)
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return None, (_explain(error),)
    if isinstance(value, dict) and len(value) > _MOST_KEYS:
        return None, (Problem.error("diagram-shape", variant="too-many", count=len(value)),)
    diagram, problems = parse_diagram(value)
    if diagram is None or not diagram.pictures:
        return diagram, problems
    from labmapper.core.drawing.drawn_pictures import clean_pictures  # noqa: PLC0415

    return clean_pictures(diagram)


def recognises(data: bytes) -> bool:
    """Return whether *data* begins as a JSON object with a key of a diagram at its top, or with no key at all."""
    begin = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:2]
    # Two braces begin a template.
    if begin[:1] != b"{" or begin in (b"{{", b"{%", b"{#"):
        return False
    keys = iter_top_keys(data)
    first = next(keys, None)
    return first is None or first in _KEYS or any(key in _KEYS for key in keys)


def _explain(error: ValueError | RecursionError) -> Problem:
    if isinstance(error, json.JSONDecodeError):
        line, column = error.lineno, error.colno
        place = Place(line=line, column=column)
        return Problem.error("diagram-syntax", place, variant="not-json", line=line, column=column, reason=error.msg)
    if isinstance(error, UnicodeDecodeError):
        return Problem.error("diagram-syntax", variant="not-utf8")
    return Problem.error(
        "diagram-syntax", variant="too-deep" if isinstance(error, RecursionError) else "too-many-digits"
    )
