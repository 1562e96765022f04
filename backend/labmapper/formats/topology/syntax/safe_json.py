"""JSON of other tools, whoever wrote it: read as it is, but bounded in size, depth and number of values."""

import json
import re

from labmapper.core.problems import Place, Problem
from labmapper.formats.topology.findings import Findings

MAX_BYTES = 16 * 1024 * 1024
# Python keeps a text with one character of four bytes, as most emoji are, with four bytes for each.
_MAX_WIDE_BYTES = 14 * 1024 * 1024
_WIDE = re.compile(rb"[\xf0-\xf4]")
# Commas and brackets, those in texts too: about as many values.
MAX_VALUES = 800_000
_DEEPEST = 1_000


def parse_json(data: bytes, findings: Findings) -> object:
    """Return the value of *data*; None, and why in *findings*, where it cannot be read.

    What is not finite (``NaN``, ``1e999``) may be in it as a number.
    """
    problem = _find_excess(data)
    if problem is None:
        try:
            return json.loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            problem = _explain(error)
    findings.add(problem)
    return None


def _find_excess(data: bytes) -> Problem | None:
    most = _MAX_WIDE_BYTES if _WIDE.search(data) else MAX_BYTES
    if len(data) > most:
        return Problem.error("import-too-large", variant="bytes", size=round(len(data) / 1e6), most=round(most / 1e6))
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > MAX_VALUES:
        return Problem.error("import-too-large", variant="values", most=MAX_VALUES)
    return None


def _explain(error: ValueError | RecursionError) -> Problem:
    if isinstance(error, UnicodeDecodeError):
        return Problem.error("import-unreadable", variant="text")
    if isinstance(error, json.JSONDecodeError):
        column = error.colno
        place = Place(line=error.lineno, column=column)
        return Problem.error("import-unreadable", place, variant="json", column=column, reason=error.msg)
    if isinstance(error, RecursionError):
        return Problem.error("import-too-large", variant="levels", most=_DEEPEST)
    # A number of thousands of digits.
    return Problem.error("import-unreadable", variant="shape", what="A number")
