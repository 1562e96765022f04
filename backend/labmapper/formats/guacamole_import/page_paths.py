"""The paths by which the page of Guacamole 1.6 keeps the names of an import: what it takes for a name twice.

It takes dots and brackets for steps into objects: ``web.users`` after ``web`` is the list of users of that connection, which
is there, and ``PC.1`` is ``PC[1]``. Either way the whole file is refused as one with a repetition.
"""

import re
from collections.abc import Iterable

from labmapper.formats.guacamole_import.records import Record

# The page keeps names as keys of a plain object, which has these already.
RESERVED = frozenset(
    {
        "__defineGetter__",
        "__defineSetter__",
        "__lookupGetter__",
        "__lookupSetter__",
        "__proto__",
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
    }
)
# What each record has on the page besides.
_FIELDS = frozenset(
    {
        *("name", "protocol", "group", "parentIdentifier", "identifier", "users", "groups"),
        *("parameters", "attributes", "errors", "importMode"),
    }
)
_STEP = re.compile(
    r"""[^.\[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))"""
)


def find_repetition(records: Iterable[Record]) -> tuple[str, str] | None:
    """Return the first name that the page refuses, and the one that it takes it for; *records* in the order of the file."""
    # Every path on the way to a name, with that name.
    ways: dict[tuple[str, ...], str] = {}
    for record in records:
        path = split_path(f"{record.group}/{record.name}")
        if path in ways:
            return record.name, ways[path]
        for length in range(1, len(path)):
            if path[:length] in ways and path[length] in _FIELDS | RESERVED:
                return record.name, ways[path[:length]]
        for length in range(1, len(path) + 1):
            ways.setdefault(path[:length], record.name)
    return None


def split_path(text: str) -> tuple[str, ...]:
    """Return the steps that the page makes of *text*."""
    if "." not in text and "[" not in text:
        return (text,)
    return tuple(
        number or (re.sub(r"\\(\\)?", r"\1", quoted) if quote else match)
        for match, number, quote, quoted in ((found.group(), *found.groups()) for found in _STEP.finditer(text))
    )
