"""Finds the pattern in texts of which each is the next of the one before it: ``10.0.0.9``, ``10.0.0.10``, ..."""

import re

from labmapper.core.lab.listed import Listed
from labmapper.core.lab.numbering import Field, Pattern, Variable, build_pattern

# Longer numbers no placeholder can hold, and longer texts that differ count nothing.
_MOST_DIGITS = 9
_LONGEST = 300
_DIGITS = re.compile(r"([0-9]+)")

Point = tuple[int, int]


def find_pattern(first: Pattern, second: Pattern, points: Point, variable: Variable) -> Pattern | None:
    """Return the pattern that is *first* at the one of *points* and *second* at the other; None where there is none."""
    if first == second:
        return first
    if len(first.parts) != len(second.parts):
        return None
    parts: list[str | Field | Listed] = []
    for mine, other in zip(first.parts, second.parts, strict=True):
        if mine == other:
            parts.append(mine)
            continue
        if not isinstance(mine, str) or not isinstance(other, str):
            return None
        found = _find_parts(mine, other, points, variable)
        if found is None:
            return None
        parts += found
    return build_pattern(parts)


def _find_parts(first: str, second: str, points: Point, variable: Variable) -> list[str | Field] | None:
    if max(len(first), len(second)) > _LONGEST:
        return None
    pieces, others = _DIGITS.split(first), _DIGITS.split(second)
    if len(pieces) != len(others):
        return None
    parts: list[str | Field] = []
    for mine, other in zip(pieces, others, strict=True):
        if mine == other:
            parts.append(mine)
            continue
        field = _find_field(mine, other, points, variable) if mine.isdigit() and other.isdigit() else None
        if field is None:
            return None
        parts.append(field)
    return parts


def _find_field(first: str, second: str, points: Point, variable: Variable) -> Field | None:
    if max(len(first), len(second)) > _MOST_DIGITS:
        return None
    factor, rest = divmod(int(second) - int(first), points[1] - points[0])
    offset = int(first) - factor * points[0]
    field = Field(variable, factor, offset, len(first) if first.startswith("0") else 0)
    fits = rest == 0 and factor > 0 and len(str(abs(offset))) <= _MOST_DIGITS
    return field if fits and field.render(points[1]) == second else None


def matches(pattern: Pattern, n: int, text: Pattern) -> bool:
    """Return whether *pattern* is *text* at the number *n*, whatever ``pod`` is."""
    if pattern == text:
        return True
    filled = (part.render(n) if isinstance(part, Field) and part.variable == "n" else part for part in pattern.parts)
    return build_pattern(filled) == text


def split_digits(text: str) -> tuple[str, tuple[int, ...]]:
    """Return *text* with a sign for each of its numbers, and the numbers: alike names have alike texts."""
    numbers = tuple(int(each) if len(each) <= _MOST_DIGITS else 0 for each in _DIGITS.findall(text))
    return _DIGITS.sub(lambda match: "\0" if len(match[0]) <= _MOST_DIGITS else match[0], text), numbers
