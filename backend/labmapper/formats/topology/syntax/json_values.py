"""Values of JSON that another tool has written, taken as texts, numbers, tables and rows, or not at all."""

import math
from typing import Any

_LONGEST_TEXT = 4_000
_LARGEST = 1_000_000_000


def as_text(value: object) -> str:
    """Return *value* where it is a text or a whole number, cut where no name is longer; else an empty text."""
    if isinstance(value, str):
        text = value[:_LONGEST_TEXT]
        # Half a surrogate is no character: nothing could write it.
        return text if text.isascii() else text.encode("utf-8", "replace").decode()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST else ""


def as_number(value: object) -> float | None:
    """Return *value* where it is a number that can be a place."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= _LARGEST:
        return None
    return float(value) if math.isfinite(value) else None


def as_whole(value: object) -> int | None:
    """Return *value* where it is a whole number of a sensible size, written as a number or as a text."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= len(str(_LARGEST)):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST else None


def as_table(value: object) -> dict[str, Any]:
    """Return *value* where it is an object; else an empty one."""
    return value if isinstance(value, dict) else {}


def as_rows(value: object) -> list[Any]:
    """Return *value* where it is a list; else an empty one."""
    return value if isinstance(value, list) else []
