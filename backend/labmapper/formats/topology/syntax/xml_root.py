"""Which root element a file of XML has, found without reading the file: formats are told apart by it."""

import re

_LOOKED_AT = 256 * 1024
_BEFORE = re.compile(
    r"\A\ufeff?\s*+(?:(?:<\?(?:[^?]++|\?(?!>))*+\?>|<!--(?:[^-]++|-(?!->))*+-->|<!DOCTYPE[^<>\[]*+>)\s*+)*+"
)
_START_TAG = re.compile(r"<(?:[A-Za-z_][\w.-]*+:)?([A-Za-z_][\w.-]*+)([^<>]*+)>")


def find_root(data: bytes) -> tuple[str, str]:
    """Return the name of the root element of *data* and the text of its attributes; two empty texts where it is no XML.

    Comments, declarations and a DOCTYPE may stand before it.
    """
    beginning = data[:_LOOKED_AT]
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = beginning.decode("utf-16", "replace")
    else:
        text = beginning.decode("utf-8", "replace")
    before = _BEFORE.match(text)
    root = _START_TAG.match(text, before.end() if before else 0)
    return (root[1], root[2]) if root else ("", "")
