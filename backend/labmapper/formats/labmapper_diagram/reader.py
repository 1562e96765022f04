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
_KEYS = frozenset({"schema", "title", "settings", "nodes", "zones", "links", "access"})


def parse(data: bytes, _values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the diagram in *data*, or None and why it is none."""
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.drawing.document import parse_diagram  # noqa: PLC0415

    try:
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _refuse("not-utf8")
    except json.JSONDecodeError as error:
        line, column = error.lineno, error.colno
        place, reason = Place(line=line, column=column), error.msg
        problem = Problem.error("diagram-syntax", place, variant="not-json", line=line, column=column, reason=reason)
        return None, (problem,)
    except RecursionError:
        return _refuse("too-deep")
    except ValueError:
        return _refuse("too-many-digits")
    if isinstance(value, dict) and len(value) > _MOST_KEYS:
        return None, (Problem.error("diagram-shape", variant="too-many", count=len(value)),)
    return parse_diagram(value)


def recognises(data: bytes) -> bool:
    """Return whether *data* begins as a JSON object with a key of a diagram at its top, or with no key at all."""
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    keys = iter_top_keys(data)
    first = next(keys, None)
    return first is None or first in _KEYS or any(key in _KEYS for key in keys)


def _refuse(variant: str) -> tuple[None, tuple[Problem, ...]]:
    return None, (Problem.error("diagram-syntax", variant=variant),)
